"""Emails: each check with what it hits and what it leaves alone, and the evidence in its advice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief, Person
from copykit.checks.context import Context
from copykit.checks.email import EMAIL
from copykit.checks.email.law import LAWS, law_of
from copykit.findings import Area, Finding, Severity
from copykit.formats import Format, load_format, read_format
from copykit.guide import Guide, load_guide
from copykit.house import prompts_dir
from copykit.text import Document, Syntax, parse, parse_fields

DATA = Path(__file__).parents[1] / "data"
BODY = """Hi Ada,

Your shop has three kettles in the window and none behind the counter.

The staff kettle is the one that breaks, and it breaks in the week before Easter.

We mend kettles overnight for shops on your street. Shall I send you the price list?

Best,
Ben
Tarn"""
LEGAL = "Tarn Ltd, 4 Mill Lane, Kendal LA9 4QQ. Rather not hear from us? Just say."


@pytest.fixture(scope="module")
def guide() -> Guide:
    guide = load_guide(DATA / "small_brand")
    brand = guide.brand.model_copy(update={"region": "US", "legal": [], "name": "Tarn"})
    return guide.__class__(**{**guide.__dict__, "brand": brand})


@pytest.fixture(scope="module")
def cold() -> Format:
    return load_format(prompts_dir() / "email" / "sales-email.md", parts=PARTS)


PARTS = {path.stem: path.read_text(encoding="utf-8") for path in (prompts_dir() / "_parts").glob("*.md")}


@pytest.fixture(scope="module")
def listed() -> Format:
    path = prompts_dir() / "email" / "sales-email.md"
    text = path.read_text(encoding="utf-8").replace("mail: cold", "mail: list")
    return read_format(text, path=path, parts=PARTS)


def checked(document: Document, context: Context) -> list[Finding]:
    findings = [finding for one in EMAIL for finding in one(document, context)]
    for finding in findings:
        assert document.quote(finding.location) == finding.quote
        assert finding.area is Area.FORMAT
    return findings


def draft(
    guide: Guide, format: Format, *, own: bool = True, name: str = "", region: str = "", **fields: str
) -> list[Finding]:
    values = {"subject": "Your staff kettle", "preheader": "Mended overnight.", "body": BODY, "legal": LEGAL}
    values |= fields
    parts = [(path, text, Syntax.PLAIN) for path, text in values.items() if text]
    brief = Brief(recipient=Person(first_name=name), region=region)
    context = Context(
        guide=guide, today=date(2026, 11, 23), brief=brief, format=format, own=own, channel="email"
    )
    return checked(parse_fields(parts, name="draft"), context)


def mail(guide: Guide, text: str, *, channel: str = "email", syntax: Syntax = Syntax.PLAIN) -> list[Finding]:
    document = parse(text, name="mail.txt", syntax=syntax)
    return checked(document, Context(guide=guide, today=date(2026, 11, 23), channel=channel))


def ids(findings: list[Finding]) -> set[str]:
    return {finding.check for finding in findings}


def of(findings: list[Finding], check: str) -> list[Finding]:
    return [finding for finding in findings if finding.check == check]


def test_a_good_first_mail_has_no_findings(guide: Guide, cold: Format, listed: Format) -> None:
    assert draft(guide, cold, name="Ada") == []
    assert draft(guide, listed, name="Ada") == []
    assert draft(guide, cold, own=False) == []


def test_other_channels_are_left_alone(guide: Guide) -> None:
    assert (
        mail(guide, "Subject: RE: $$$\n\nHi {{first_name, [Name]. I hope you are well.", channel="blog") == []
    )


# ── the inbox ───────────────────────────────────────────────────────────────────────────────────────


def test_a_long_subject_is_told_where_no_format_has_its_limit(guide: Guide, cold: Format) -> None:
    long = "Your staff kettle and the week before the Easter holidays"
    [finding] = of(mail(guide, f"Subject: {long}\n\n{BODY}"), "email.subject-length")
    assert finding.quote == long[48:]
    assert finding.severity is Severity.SUGGESTION
    assert "Apple Mail on an iPhone 14; a test; read 2026-11-23" in finding.advice
    assert not of(draft(guide, cold, subject=long), "email.subject-length")
    assert not of(mail(guide, f"Subject: {long[:48]}\n\n{BODY}"), "email.subject-length")


@pytest.mark.parametrize(
    ("subject", "check", "quote"),
    [
        ("Re: your staff kettle", "email.false-reply", "Re:"),
        ("RE: kettles", "email.false-reply", "RE:"),
        ("Fwd: kettles", "email.false-reply", "Fwd:"),
        ("fw: kettles", "email.false-reply", "fw:"),
        ("Re[2]: kettles", "email.false-reply", "Re[2]:"),
        ("AW: kettles", "email.false-reply", "AW:"),
        ("READ THIS TODAY", "email.spam-signs", "READ THIS TODAY"),
        ("$50 for your kettle", "email.spam-signs", "$"),
        ("Your kettle!!", "email.spam-signs", "!!"),
        ("Save $$ on kettles", "email.spam-signs", "$$"),
        ("Kettles?? Mended", "email.spam-signs", "??"),
        ("Kettle?!", "email.spam-signs", "?!"),
        ("Your invoice for May", "law.subject", "Your invoice "),
        ("Action required: kettle", "law.subject", "Action required"),
        ("Final notice", "law.subject", "Final notice"),
        ("You've won a kettle", "law.subject", "You've won"),
        ("Payment overdue", "law.subject", "Payment overdue"),
        ("Your account suspended", "law.subject", "account suspended"),
        ("Ada, your kettle", "email.subject-name", "Ada"),
        ("For Ada’s kettle", "email.subject-name", "Ada"),
    ],
)
def test_what_a_subject_costs(guide: Guide, cold: Format, subject: str, check: str, quote: str) -> None:
    assert (check, quote) in [
        (one.check, one.quote) for one in draft(guide, cold, name="Ada", subject=subject)
    ]


@pytest.mark.parametrize(
    "subject",
    [
        "Your staff kettle",
        "Regarding kettles",
        "Rewiring the counter",
        "Forward planning for Easter",
        "NHS shops",
        "A kettle for $50",
        "Is it the kettle?",
        "Your invoices, in one pile",
        "Adaptable kettles",
        "An order for Easter",
        "The FAQ on VAT",
    ],
)
def test_what_a_subject_may_say(guide: Guide, cold: Format, subject: str) -> None:
    assert draft(guide, cold, name="Ada", subject=subject) == []


def test_a_subject_of_many_words_tells_the_evidence_and_what_speaks_against_it(
    guide: Guide, cold: Format
) -> None:
    [finding] = draft(guide, cold, subject="A word on the kettle that breaks at Easter")
    assert (finding.check, finding.severity) == ("email.subject-words", Severity.SUGGESTION)
    assert "found no link" in finding.advice and "at second hand, not an experiment" in finding.advice


def test_a_true_reply_may_say_so(guide: Guide) -> None:
    answer = f"Subject: Re: kettles\n\n{BODY}\n\nOn Monday Ada wrote:\n\n> Can you mend it?"
    assert not of(mail(guide, answer), "email.false-reply")


@pytest.mark.parametrize(
    ("preheader", "hit"),
    [
        ("Your staff kettle.", True),
        ("We mend kettles overnight for shops on your street.", True),
        ("The staff kettle is the one that breaks, in the week before Easter.", True),
        ("Back behind the counter before the doors open.", False),
        ("Kettles overnight.", False),
        ("What it costs, and how long it takes.", False),
    ],
)
def test_a_preheader_that_repeats(guide: Guide, cold: Format, preheader: str, hit: bool) -> None:
    findings = of(draft(guide, cold, preheader=preheader), "email.preheader")
    assert len(findings) == int(hit)
    assert all(one.related for one in findings)


# ── the manner ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("I hope this finds you well.", "I hope this finds you well."),
        ("I hope this email finds you well!", "I hope this email finds you well!"),
        ("I hope you're doing well.", "I hope you're doing well."),
        ("Hope aside, I came across your company on a list.", "I came across your company on a list"),
        ("I was really impressed by your window.", "I was really impressed by your window."),
        ("I'm a big fan of your work.", "I'm a big fan of your work."),
        ("I love what you're doing in retail.", "I love what you're doing in retail."),
        ("My name is Ben Hall and I work at Tarn.", "My name is Ben Hall and I work at Tarn."),
        ("I wanted to reach out about kettles.", "I wanted to reach out about kettles."),
        ("Just checking in on this.", "Just checking in on this."),
        ("I know you're busy, so here it is.", "I know you're busy, so here it is."),
    ],
)
def test_lines_that_would_fit_anybody(guide: Guide, cold: Format, line: str, quote: str) -> None:
    [finding] = draft(guide, cold, body=BODY.replace("\n\nThe staff", f"\n\n{line}\n\nThe staff"))
    assert (finding.check, finding.quote, finding.severity) == (
        "email.empty-personal",
        quote,
        Severity.WARNING,
    )
    assert "a vendor's observation of its users' mail, not an experiment" in finding.advice


@pytest.mark.parametrize(
    "line",
    [
        "I hope the new counter holds.",
        "You came across town for a kettle.",
        "My name is on the box.",
        "Your well runs dry in May.",
        "The kettle finds you well before noon.",
        "He said “I hope this finds you well” and left.",
        "You love what you make.",
    ],
)
def test_lines_that_are_meant(guide: Guide, cold: Format, line: str) -> None:
    assert draft(guide, cold, body=BODY.replace("\n\nThe staff", f"\n\n{line}\n\nThe staff")) == []


def test_questions(guide: Guide, cold: Format) -> None:
    none = BODY.replace("Shall I send you the price list?", "The price list is here.")
    [finding] = draft(guide, cold, body=none)
    assert (finding.check, finding.quote) == ("email.questions", "")
    assert "Boomerang, 40 million mails" in finding.advice
    many = BODY.replace("\n\nBest", " Is it broken? Is it old? Is it yours?\n\nBest")
    [finding] = of(draft(guide, cold, body=many), "email.questions")
    assert finding.quote == "Is it yours?"
    assert draft(guide, cold, body=many.replace(" Is it yours?", "")) == []
    said = BODY.replace("none behind the counter.", "“Why? How? When? Who?” is what I asked.")
    assert not of(draft(guide, cold, body=said), "email.questions")


@pytest.mark.parametrize(
    ("ask", "hit"),
    [
        ("Do you have 15 minutes on Tuesday?", True),
        ("Could we set up a call next week?", True),
        ("Book a call with me.", True),
        ("Are you free for a chat tomorrow?", True),
        ("Can we find time on Friday for a call?", True),
        ("Got ten minutes this week?", True),
        ("Is this worth a look?", False),
        ("Shall I send you the price list?", False),
        ("Would that help?", False),
        ("Is a broken kettle on your list this week?", False),
        ("Who minds the kettle?", False),
        ("Open to seeing the price list?", False),
    ],
)
def test_asking_a_stranger_for_time(guide: Guide, cold: Format, ask: str, hit: bool) -> None:
    body = BODY.replace("Shall I send you the price list?", ask)
    findings = of(draft(guide, cold, body=body), "email.time-ask")
    assert [one.quote for one in findings] == ([ask] if hit else [])
    assert all("304,000 mails" in one.advice for one in findings)


def test_links_and_pictures(guide: Guide, cold: Format) -> None:
    one = BODY.replace("price list?", "price list at https://tarn.example/prices?")
    assert not of(draft(guide, cold, body=one), "email.links")
    two = one.replace("\n\nBest", "\n\nSee https://tarn.example/shops too.\n\nBest")
    [finding] = of(draft(guide, cold, body=two), "email.links")
    assert finding.quote == "https://tarn.example/shops"
    assert "common advice, not confirmed" in finding.advice


def test_the_grade_speaks_only_where_the_guide_does_not(guide: Guide, cold: Format) -> None:
    hard = BODY.replace(
        "We mend kettles overnight for shops on your street.",
        "Our organisation facilitates comprehensive restoration of commercial refreshment infrastructure "
        "throughout metropolitan distribution territories, notwithstanding considerable seasonal changes, "
        "and additionally administers preventative maintenance documentation.",
    )
    reading = {"default": next(iter(guide.brand.reading.values())).model_copy(update={"grade": 17.0})}
    lax = guide.__class__(**{**guide.__dict__, "brand": guide.brand.model_copy(update={"reading": reading})})
    [finding] = of(draft(lax, cold, body=hard), "email.grade")
    assert "39 % at college" in finding.advice
    assert not of(draft(lax, cold), "email.grade")
    strict = {"default": next(iter(guide.brand.reading.values())).model_copy(update={"grade": 6.0})}
    told = guide.__class__(**{**guide.__dict__, "brand": guide.brand.model_copy(update={"reading": strict})})
    assert not of(draft(told, cold, body=hard), "email.grade")


@pytest.mark.parametrize(("words", "hit"), [(6, True), (25, False), (180, False), (230, True)])
def test_the_length_of_a_letter_without_a_format(guide: Guide, words: int, hit: bool) -> None:
    found = of(mail(guide, "Hi Ada,\n\n" + "tea " * words), "email.length")
    assert len(found) == int(hit)
    assert all("101 to 200" in one.advice for one in found)
    assert not of(mail(guide, "tea " * words), "email.length")


def test_phrases_that_filters_count_weigh_only_together(guide: Guide) -> None:
    two = mail(guide, "Act now and it is risk-free. Act now.")
    assert [one.quote for one in of(two, "email.spam-words")] == ["Act now", "risk-free", "Act now"]
    assert not of(mail(guide, "Act now. Act now."), "email.spam-words")
    assert not of(mail(guide, "A free trial, an urgent care clinic and an actor now."), "email.spam-words")


# ── the law ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("US", {"law.address", "law.unsubscribe"}),
        ("CA", {"law.address", "law.unsubscribe"}),
        ("UK", {"law.unsubscribe"}),
        ("EU", {"law.unsubscribe"}),
        ("JP", set()),
    ],
)
def test_each_place_has_its_list(
    guide: Guide, cold: Format, listed: Format, region: str, expected: set[str]
) -> None:
    one = draft(guide, cold, legal="", region=region)
    assert ids(one) == expected
    assert all(finding.severity is Severity.SUGGESTION and finding.quote == "" for finding in one)
    many = draft(guide, listed, legal="", region=region)
    assert ids(many) == expected
    assert all(finding.severity is Severity.WARNING for finding in many)
    for finding in many:
        assert "read 2026-11-23; not legal advice" in finding.advice.replace("Read", "read")


@pytest.mark.parametrize(
    ("legal", "lacks"),
    [
        ("Tarn Inc., 418 Mill Row, Duluth, MN 55802. Unsubscribe", set()),
        ("Tarn Ltd, Kendal LA9 4QQ. Opt out any time.", set()),
        ("Tarn, P.O. Box 12, Kendal. Reply “stop” and we will.", set()),
        ("*|LIST:ADDRESS|* *|UNSUB|*", set()),
        ("Tarn Inc., Ottawa K1A 0B1. Manage your preferences.", set()),
        ("Tarn Inc., Duluth, MN 55802. Don't want mail from us? Reply and say so.", set()),
        ("Tarn Inc. Unsubscribe", {"law.address"}),
        ("Tarn Inc., 418 Mill Row, Duluth, MN 55802.", {"law.unsubscribe"}),
        ("In 2026 we mend 55802 kettles.", {"law.address", "law.unsubscribe"}),
    ],
)
def test_what_counts_as_an_address_and_a_way_out(
    guide: Guide, cold: Format, legal: str, lacks: set[str]
) -> None:
    assert ids(draft(guide, cold, own=False, legal=legal)) == lacks


def test_a_mail_that_nobody_signs(guide: Guide, cold: Format) -> None:
    body = BODY.replace("\nTarn", "")
    assert ids(draft(guide, cold, body=body, legal=LEGAL.replace("Tarn Ltd", "Kettles"))) == {"law.sender"}


def test_what_the_guide_s_legal_lines_hold_counts_as_said(guide: Guide, cold: Format) -> None:
    from copykit.guide.types import LegalLine

    line = LegalLine(id="address", text=LEGAL, channels=["email"])
    brand = guide.brand.model_copy(update={"legal": [line]})
    said = guide.__class__(**{**guide.__dict__, "brand": brand})
    assert draft(said, cold, legal="") == []
    elsewhere = brand.model_copy(update={"legal": [line.model_copy(update={"regions": ["UK"]})]})
    unsaid = guide.__class__(**{**guide.__dict__, "brand": elsewhere})
    assert ids(draft(unsaid, cold, legal="")) == {"law.address", "law.unsubscribe"}


def test_every_law_tells_what_no_text_shows() -> None:
    assert law_of("gb") is LAWS["UK"] and law_of("US") is LAWS["US"] and law_of("JP") is None
    for law in LAWS.values():
        assert law.unseen and law.source and law.leave
