"""The guide's types: all that a brand has decided about how it sounds and what it may say.

Each type is one mapping in a file under `brand/<name>/`; the field comments say what a text must look
like grammatically, since writing without a model joins these texts into copy.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from copykit.guide.manner import Inclusive, Level, Manner, Wording
from copykit.guide.parts import Channel, Dated, Id, Part, Place, Standing, Text, without_place
from copykit.guide.situations import is_bad_news, is_one_of
from copykit.guide.style import Style

__all__ = [
    "Ask", "Audience", "Boilerplate", "Brand", "Channel", "Claim", "Cluster", "Dated", "Email",
    "Feature", "Fit", "Id", "Inclusive", "LegalLine", "Level", "Manner", "Message", "Objection", "Offer",
    "OldName", "Pain", "Part", "Permission", "Place", "Price", "Product", "Proof", "Reading", "Sample",
    "Size", "Standing", "Step", "Story", "Style", "Term", "Text", "Trait", "Wording", "Wordplay",
    "without_place",
]  # fmt: skip


# ── brand.yaml ──────────────────────────────────────────────────────────────────────────────────────


class Trait(Part):
    """One trait of the voice."""

    name: Text  # "Plain"
    do: Text  # what to do, a sentence
    dont: Text  # what not to do, a sentence
    example: Text  # a line that has the trait
    counterexample: Text  # the same line without it


class Reading(Part):
    """The reading target of a channel."""

    grade: Annotated[float, Field(ge=1, le=18)]  # US school grade to stay at or below
    sentence_words: Annotated[int, Field(ge=5, le=60)] = 25  # the longest sentence, in words
    passive_percent: Annotated[float, Field(ge=0, le=100)] = 10  # sentences in passive voice, at most


ReadingKey = Literal["default", "ad", "blog", "call", "cta", "email", "page", "social"]


class Boilerplate(Part):
    """Who we are, in three lengths: a sentence, two or three sentences, a paragraph."""

    short: Text
    medium: Text
    long: Text


class LegalLine(Part):
    """A line that must stand, word for word, in copy for its channels and regions.

    With `words`, `claims` or `offers` it is a disclaimer: it must stand only where one of these does.
    """

    id: Id
    text: Text
    channels: list[Channel] = []  # empty: everywhere
    regions: list[Text] = []
    words: list[Text] = []  # words that call for it, in any form: "free trial"
    claims: list[Id] = []  # claims that call for it
    offers: list[Id] = []  # offers that call for it


MailSystem = Literal[
    "apollo", "brevo", "hubspot", "liquid", "mailchimp", "mautic", "outreach", "reply", "salesforce",
    "salesforce-lightning", "salesloft",
]  # fmt: skip


class Email(Part):
    """How the brand opens and closes an email, and what sends it."""

    greeting: Text = "Hi"  # comes before the reader's first name
    signoff: Text = "Best,"  # comes before the sender's name, with its comma
    merge_tags: MailSystem | None = None  # the system that fills the merge tags of our mails


class Brand(Part):
    """`brand.yaml`: who the brand is and how it sounds."""

    extends: Text | None = None  # the folder of the guide that this one adds to: "../house"
    remove: list[Text] = []  # ids and settings to leave out of what it extends
    name: Text
    legal_name: Text | None = None
    made_up: bool = False  # a sample: its customers and figures do not exist
    as_of: date | None = None  # judge everything as if this were today
    language: Literal["en-US", "en-GB"]
    region: Text  # where copy is used unless a brief says otherwise: "US", "UK", "EU"
    currency: Text  # ISO code: "USD"
    category: Text  # a noun phrase without article: "shift-planning app"
    tagline: Text
    summary: Text  # what we are, one sentence
    website: Text
    boilerplate: Boilerplate
    voice: list[Trait]
    reading: Annotated[dict[ReadingKey, Reading], BeforeValidator(without_place)]
    style: Style = Style.model_construct()  # switches of house style
    manner: Manner = Manner.model_construct()  # what of the voice can be measured
    inclusive: Inclusive = Inclusive.model_construct()  # how grave each area of inclusive language is
    wording: Wording = Wording.model_construct()  # limits of paragraphs, sections and phrases
    email: Email = Email.model_construct()
    legal: list[LegalLine] = []

    def reading_for(self, channel: str | None) -> tuple[str, Reading] | None:
        """The reading target of a channel, or the default one, with its key; None when neither is set."""
        for key in (channel, "default"):
            if key in self.reading:
                return key, self.reading[key]
        return None


# ── terms.yaml ──────────────────────────────────────────────────────────────────────────────────────


class OldName(Part):
    """A name that something had until a day."""

    name: Text
    until: date  # the last day of the old name


class Term(Part):
    """A word to use, avoid or spell in one way.

    With `avoid`: each of these, in any inflection, is flagged, and `use` is offered in its place.
    Without `avoid`: `use` is a fixed spelling, and the same letters in another case are flagged.
    """

    use: Text | None = None
    avoid: list[Text] = []
    was: list[OldName] = []  # old names of `use`
    reason: Text
    severity: Literal["error", "warning", "suggestion"] = "warning"
    unless: list[Text] = []  # phrases in which the avoided word is fine: "log in to the VPN"
    near: list[Text] = []  # words in the same sentence beside which it is fine: "deploy" near "software"
    inflect: bool = True  # whether other forms of the avoided word are meant too
    case: bool = False  # whether the avoided word is meant in this case only ("US", not "us")
    mark: Literal["®", "™", "℠"] | None = None  # the sign that `use` has where it first stands in a piece


# ── products.yaml ───────────────────────────────────────────────────────────────────────────────────


class Feature(Part):
    """What a product does, and what the reader has of it."""

    id: Id
    name: Text  # a noun phrase as it stands in running text: "Swap Board" or "the weekly check-in"
    plural: bool = False  # whether the name takes a plural verb
    text: Text  # what it does, a sentence
    benefit: Text  # what the reader gets, a sentence that makes sense after `text`
    action: Text  # the same as an imperative phrase, no full stop: "fill open shifts by text"
    headline: Text  # an ad headline of at most 30 characters: "Fill Shifts by Text"
    claims: list[Id] = []  # claims that prove it


class Product(Part):
    """What is sold: a product, a plan of one, or a line of goods."""

    id: Id
    name: Text
    kind: Literal["product", "plan", "line"] = "product"
    of: Id | None = None  # the product that a plan belongs to
    noun: Text  # what it is, a noun phrase without article: "shift-planning app"
    plural: bool = False  # whether the name takes a plural verb
    text: Text  # what it is and for whom, a sentence
    url: Text | None = None
    audiences: list[Id] = []  # empty: all
    features: list[Feature] = []


class Price(Part):
    """A price as it may be quoted."""

    amount: Annotated[float, Field(ge=0)]
    currency: Text
    per: Text  # "seat a month", "box"
    plan: Id | None = None
    region: Text | None = None


class Offer(Dated):
    """What is for sale now."""

    id: Id
    text: Text  # the offer, a sentence as approved
    wordings: list[Text] = []  # other approved sentences
    short: Text  # at most 30 characters: "Free for 14 Days"
    products: list[Id] = []  # empty: all
    prices: list[Price] = []
    trial_days: Annotated[int, Field(gt=0)] | None = None
    guarantee_days: Annotated[int, Field(gt=0)] | None = None
    discount_percent: Annotated[float, Field(gt=0, le=100)] | None = None
    deadline: date | None = None  # the day that copy may name as the last one


class Step(Part):
    """One step of how it works, in order."""

    title: Text  # an imperative phrase, no full stop: "Import your roster"
    text: Text  # one or two sentences
    product: Id | None = None  # None: all


# ── messages.yaml ───────────────────────────────────────────────────────────────────────────────────


class Message(Part):
    """A thing that the brand wants understood."""

    id: Id
    text: Text  # a sentence
    short: Text  # at most 30 characters, an ad headline
    wordings: list[Text] = []  # other sentences that say the same
    explanation: Text  # a paragraph of three to six sentences for those who ask why
    audiences: list[Id] = []  # empty: all
    products: list[Id] = []
    claims: list[Id] = []  # claims that prove it
    required_in: list[Text] = []  # formats or channels in which copy must say it


class Proof(Part):
    """What allows a claim."""

    source: Text  # "2026 customer survey, 214 replies, report CS-26"
    url: Text | None = None
    date: date
    owner: Text  # who answers for it


class Claim(Dated):
    """A checkable statement (number, superlative, comparison, guarantee, endorsement) and its proof."""

    id: Id
    text: Text  # a sentence as approved
    wordings: list[Text] = []  # other approved sentences
    short: Text | None = None  # at most 30 characters
    proof: Proof
    status: Literal["approved", "withdrawn"] = "approved"
    reason: Text | None = None  # why it was withdrawn
    audiences: list[Id] = []
    products: list[Id] = []

    def standing(
        self,
        today: date,
        *,
        region: str | None = None,
        channel: str | None = None,
        audience: str | None = None,
    ) -> Standing:
        """Whether it may be used; see `Dated.standing`."""
        if self.status == "withdrawn":
            return Standing.WITHDRAWN
        if audience and self.audiences and audience not in self.audiences:
            return Standing.AUDIENCE
        return super().standing(today, region=region, channel=channel)


class Permission(Part):
    """A customer's leave to be named and quoted."""

    granted: bool
    until: date | None = None  # the last day; None: no end was agreed


class Story(Part):
    """What a customer went through with us."""

    id: Id
    customer: Text
    audiences: list[Id] = []
    permission: Permission
    before: Text  # how it was, one or two sentences, the customer named
    change: Text  # what they did with us, a sentence or two
    result: Text  # what came of it, a sentence or two; its numbers are claims
    quote: Text | None = None  # the customer's own words, without marks
    person: Text | None = None
    role: Text | None = None
    claims: list[Id] = []

    def nameable(self, today: date) -> bool:
        """Whether the customer may be named and quoted on a day."""
        return self.permission.granted and not (self.permission.until and today > self.permission.until)


class Competitor(Part):
    """A rival, and whether our copy may name it."""

    id: Id
    name: Text
    aliases: list[Text] = []  # what else it is called: a product of its own, a short form
    policy: Literal["never", "claim", "fine"] = "never"  # claim: only where an approved claim names it


class Ask(Part):
    """An approved call to action."""

    id: Id
    text: Text  # a button label, verb first: "Start free trial"
    wordings: list[Text] = []  # other approved labels
    question: Text  # the same as one sentence in an email to one person: "Worth a ten-minute look?"
    line: Text  # a sentence beside the button: what happens next, or why it is no risk
    url: Text
    goal: Text  # the goal that it serves: "trial", "demo", "newsletter"
    effort: Literal["interest", "time", "purchase"] = "interest"
    audiences: list[Id] = []


class Wordplay(Part):
    """A playful line of the brand's own, and where it may stand."""

    text: Text  # a sentence or a headline
    channels: list[Channel] = []  # empty: everywhere
    not_in: list[Text] = []  # situations in which it would hurt: "apology"
    products: list[Id] = []  # the products that it is about; empty: all

    def may_stand(self, *, channel: str, situation: str) -> bool:
        """Whether it may be used on a channel in a situation; in bad news, no playful line may."""
        if self.channels and channel not in self.channels:
            return False
        return not is_bad_news(situation) and not is_one_of(situation, self.not_in)


# ── audiences.yaml ──────────────────────────────────────────────────────────────────────────────────


class Pain(Part):
    """What hurts, in the customer's words and in ours."""

    id: Id
    quote: Text  # as a customer said it, a first-person sentence or two
    you: Text  # the same said to the reader, a sentence or two in the second person
    noun: Text  # a noun phrase without article that fits "no more …": "Sunday-night phone calls"
    cost: Text  # what it leads to, a sentence
    after: Text  # how it is once it is solved, a sentence in the second person
    features: list[Id] = []  # the features that solve it, the best first


class Objection(Part):
    """A reason not to buy, and our answer."""

    id: Id
    quote: Text  # as a customer said it
    answer: Text  # one to three sentences that make sense after the objection
    short: Text  # the answer as a line beside a button, at most 45 characters: "No card needed"
    products: list[Id] = []  # the products that it is raised against; empty: all
    claims: list[Id] = []


class Size(Part):
    """How many people work at a customer's, at least and at most."""

    min: Annotated[int, Field(ge=1)] | None = None
    max: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min and self.max and self.min > self.max:
            raise ValueError(f"the least is more than the most, {self.min} and {self.max}")
        return self


class Fit(Part):
    """Who belongs to an audience: what a row of a list is held against, and what a model is told."""

    industries: list[Text] = []  # as a CRM would have them: "Veterinary clinics"
    size: Size = Size()  # people at the company
    titles: list[Text] = []  # job titles; "Practice Manager" takes in "Senior Practice Manager"
    triggers: list[Text] = []  # what shows that now is a good time, a phrase: "hiring technicians"
    disqualifiers: list[Text] = []  # what rules somebody out, a phrase: "zoo", "intern"


class Audience(Part):
    """An ideal customer profile or persona."""

    id: Id
    name: Text  # as a heading: "Clinic operations leads"
    noun: Text  # one of them, without article: "operations lead"
    plural: Text  # many of them: "operations leads"
    fit: Fit = Fit()
    pains: list[Pain]
    goals: list[Text] = []  # phrases that fit "You want to …": "close the month by Friday"
    objections: list[Objection] = []
    use: list[Text] = []  # words that they use themselves
    avoid: list[Text] = []  # words that put them off


# ── keywords.yaml, samples/ ─────────────────────────────────────────────────────────────────────────


class Cluster(Part):
    """Search phrases that belong together."""

    id: Id
    main: Text
    variants: list[Text] = []
    synonyms: list[Text] = []
    related: list[Text] = []
    intent: Literal["informational", "commercial", "transactional", "navigational"]
    audiences: list[Id] = []


class Sample(Part):
    """A piece of approved copy: `samples/<id>.md`, its settings in the front matter."""

    id: Id
    format: Text
    channel: Channel
    audience: Id | None = None
    situation: Text | None = None  # "outage", "apology", "launch"; empty for an ordinary day
    why: Text  # what is good about it, a sentence
    text: Text  # the body
