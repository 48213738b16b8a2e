"""Facts of the checks of claims and offers."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["CLAIMS"]

_BY_OWNER = "error in own copy, warning in brought"

CLAIMS = Family(
    title="Claims and offers",
    about="""\
A checkable statement is a number that promises something, a superlative, a comparison, a guarantee, a
certificate or endorsement, a green claim or a health claim. Somebody who is named as buying from us or
vouching for us ("trusted by …", "companies like … rely on us", "… switched to us") counts, too, unless a
story, a claim or the brief knows the name. Each is brought to one form (eleven hours,
11 hours and 11h are one; so are 20 %, twenty percent and one in five; two weeks and 14 days) and held
against the claims in `messages.yaml`, the offers in `products.yaml`, and the facts, source and
observation of the brief.

It is *supported* when a claim or an offer that may be used says the same number about the same thing,
in whatever words; the report then lists it with its proof. Numbers that promise nothing stay quiet:
dates, years, times of day, telephone numbers, versions, steps, addresses, everyday counts up to a
dozen, the length of a talk ("a ten-minute call"), what happened "two weeks ago", and the reader's own
world ("your 40 vans"). Numbers in the guide's own messages, features and stories are taken as their
owner wrote them; `copykit brand check` tells those that no claim holds.""",
    notes="""\
Thresholds (ours, set on the golden cases in `tests/checks/test_claims.py`): a sentence states an
approved text when it holds three quarters of its content words, at least two; a wrong number is told
from six tenths on, with a number of the same unit; one shared content word is enough for support only
where it is most of the sentence.""",
    checks=(
        CheckFacts(
            id="claims.unproven",
            title="Unproven claim",
            sees="a statement that neither guide nor brief holds",
            why="A statement that can be checked will be; without proof it is a risk in law and in trust.",
            severity=_BY_OWNER,
            area=Area.CONSISTENCY,
            setting="`claims`, `offers`; the brief's `facts`, `source`",
            hit="Clinics save 9 hours a week. (no claim says so)",
            miss="Fill in the form before your 9 o'clock call.",
        ),
        CheckFacts(
            id="claims.freehand",
            title="Typed by the model alone",
            sees=(
                "in a draft that a model wrote: a figure, deadline, promise, name or quotation that neither"
                " guide nor brief holds, and what we are said to do, own, have done or be praised for"
            ),
            why="A model knows nothing of your brand but what you told it: what it adds is invented.",
            severity="error, in a model's drafts only",
            area=Area.CONSISTENCY,
            source="ours: counts up to a dozen and everyday talk are left alone",
            setting="`claims`, `offers`, `stories`; the brief's `facts` and `source`",
            hit="Northgate Partners switched in June.",
            miss="It takes two minutes of your day.",
        ),
        CheckFacts(
            id="claims.cited",
            title="Cited figure",
            sees="the same, with a source linked in the sentence (not your own site)",
            why="A cited figure is proven by its source, and ages with it.",
            severity="suggestion: look at its date",
            area=Area.CONSISTENCY,
            setting="`website`",
            hit="Clinics save 9 hours a week, [a study says](https://example.org/study).",
            miss="Clinics save hours a week.",
        ),
        CheckFacts(
            id="claims.contradicted",
            title="Contradicts the guide",
            sees=(
                "a number, price or last day that differs from the guide's: “30-day trial” where the offer "
                "says 14, or a claim told with another number"
            ),
            why="A wrong price or trial length is a promise that someone has to keep, or break.",
            severity="error",
            area=Area.CONSISTENCY,
            setting=(
                "`trial_days`, `guarantee_days`, `discount_percent`, `prices`, `deadline`, a claim's `text` "
                "and `wordings`"
            ),
            fix="writes the right number",
            hit="Try it free for 30 days. (with `trial_days: 14`)",
            miss="Try it free for two weeks.",
        ),
        CheckFacts(
            id="claims.reworded",
            title="Says more than is approved",
            sees=(
                "an approved claim or quotation told beyond its words: “every”, “always”, “guaranteed” or"
                " “or "
                "less” beside its number, its limit left out (“up to”, “typical”, “first”), everyone for"
                " a share, a superlative without the place that it was "
                "proven for, a quotation with words added"
            ),
            why=(
                "The proof holds for what was measured. “Typical” turned into “every” is another "
                "claim, unproven."
            ),
            severity="warning",
            area=Area.CONSISTENCY,
            setting="a claim's `text` and `wordings`; a story's `quote`",
            hit="Every clinic saves 11 hours a week. (approved: Clinics save 11 hours a week.)",
            miss="Clinics save eleven hours a week.",
        ),
        CheckFacts(
            id="claims.expired",
            title="Expired claim",
            sees="a claim after its last day",
            why="Proof ages: what was true of a year may not be said of the next.",
            severity="error",
            area=Area.CONSISTENCY,
            setting="a claim's `valid_to`",
            fix="writes an approved wording about the same thing, where there is one",
        ),
        CheckFacts(
            id="claims.expiring",
            title="Claim about to expire",
            sees="a claim within 30 days of its last day",
            why="Copy lives longer than a month; its proof has to be renewed before it ends.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            source="ours: a month is what a review takes",
            setting="a claim's `valid_to`",
        ),
        CheckFacts(
            id="claims.not-yet",
            title="Claim not yet valid",
            sees="a claim before its first day",
            why="It may be said from that day on, and not before.",
            severity="error",
            area=Area.CONSISTENCY,
            setting="a claim's `valid_from`",
        ),
        CheckFacts(
            id="claims.withdrawn",
            title="Withdrawn claim",
            sees="a claim that was taken back",
            why="Its owner had a reason; the finding tells it.",
            severity="error",
            area=Area.CONSISTENCY,
            setting="a claim's `status` and `reason`",
        ),
        CheckFacts(
            id="claims.region",
            title="Claim of another region",
            sees="a claim for another region than the brief's, or else the brand's",
            why="What the law of one country allows may be forbidden in the next.",
            severity="error",
            area=Area.CONSISTENCY,
            setting="a claim's `regions`, `region`",
        ),
        CheckFacts(
            id="claims.channel",
            title="Claim of another channel",
            sees="a claim on a channel that it is not for",
            why="Some proof needs room to be told, which an ad does not have.",
            severity=_BY_OWNER,
            area=Area.CONSISTENCY,
            setting="a claim's `channels`",
        ),
        CheckFacts(
            id="claims.audience",
            title="Claim of another audience",
            sees="a claim for another audience than the brief's",
            why="It was measured on other people than those who read it.",
            severity=_BY_OWNER,
            area=Area.CONSISTENCY,
            setting="a claim's `audiences`",
        ),
        CheckFacts(
            id="claims.permission",
            title="No permission to name",
            sees="a customer or person named who gave no leave, or whose leave has ended",
            why="A name and a quote belong to the person who bears or said it.",
            severity="error",
            area=Area.CONSISTENCY,
            setting="a story's `permission`",
        ),
        CheckFacts(
            id="claims.testimonial",
            title="Unapproved quote",
            sees="a quotation about us by a named person that no story holds",
            why="A testimonial has to be true, and to be provable, word for word.",
            severity=_BY_OWNER,
            area=Area.CONSISTENCY,
            setting="a story's `quote`",
        ),
        CheckFacts(
            id="offers.ended",
            title="Offer has ended",
            sees="an offer after its last day",
            why="Readers who ask for it get a no.",
            severity="error",
            area=Area.CONSISTENCY,
            setting="an offer's `valid_to`",
        ),
        CheckFacts(
            id="offers.not-yet",
            title="Offer has not begun",
            sees="an offer before its first day",
            why="Readers who ask for it get a not yet.",
            severity="error",
            area=Area.CONSISTENCY,
            setting="an offer's `valid_from`",
        ),
        CheckFacts(
            id="offers.region",
            title="Offer of another region",
            sees="an offer or a price of another region",
            why="A price in the wrong currency is a wrong price.",
            severity="error",
            area=Area.CONSISTENCY,
            setting="an offer's `regions`, a price's `region`",
        ),
        CheckFacts(
            id="offers.channel",
            title="Offer of another channel",
            sees="an offer on a channel that it is not for",
            why="It was made for those who meet it there.",
            severity=_BY_OWNER,
            area=Area.CONSISTENCY,
            setting="an offer's `channels`",
        ),
    ),
)
