"""Voice: worn phrases, hedges, the swap test, the profile of the samples, and the tone of bad news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief
from copykit.checks import Context
from copykit.checks.voice import VOICE
from copykit.findings import Area, Finding, Severity
from copykit.guide import Guide, load_guide
from copykit.guide.types import Manner, Sample
from copykit.text import Syntax, parse

BRAND = Path(__file__).parents[1] / "data" / "checks_brand"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BRAND)


def told(
    guide: Guide,
    text: str,
    *,
    channel: str | None = None,
    situation: str = "",
    samples: tuple[Sample, ...] = (),
    **rules: object,
) -> list[Finding]:
    manner = Manner(**rules)
    guide = replace(guide, brand=guide.brand.model_copy(update={"manner": manner}), samples=samples)
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=guide, today=date(2026, 6, 15), channel=channel, brief=Brief(situation=situation))
    found = [finding for one in VOICE for finding in one(document, context)]
    for finding in found:
        assert document.quote(finding.location) == finding.quote
        assert finding.area is Area.CONSISTENCY
    return found


def quotes(found: list[Finding], check: str) -> list[str]:
    return [one.quote for one in found if one.check == check]


# (check, text, quote)
PHRASES = [
    ("cliche", "A game-changing van.", "game-changing"),
    ("cliche", "It is a real game changer.", "game changer"),
    ("cliche", "It revolutionizes rounds.", "revolutionizes"),
    ("cliche", "Our state-of-the-art yard.", "state-of-the-art"),
    ("cliche", "We go the extra mile.", "go the extra mile"),
    ("cliche", "A one-stop shop for vans.", "one-stop shop"),
    ("cliche", "That moves the needle.", "moves the needle"),
    ("cliche", "Vans are low-hanging fruit.", "low-hanging fruit"),
    ("machine", "In today's fast-paced world, vans wait.", "In today's fast-paced world"),
    ("machine", "In today’s digital landscape vans wait.", "In today’s digital landscape"),
    ("machine", "We delve into vans.", "delve"),
    ("machine", "Unlock the power of vans.", "Unlock the power"),
    ("machine", "Elevate your rounds.", "Elevate your"),
    ("machine", "Look no further.", "Look no further"),
    ("machine", "It's not just a van but a friend.", "not just a van but"),
    ("machine", "This isn't just a van, it's a friend.", "isn't just a van, it's"),
    ("machine", "Whether you're a baker or a plumber, call.", "Whether you're a baker or"),
    ("machine", "A fast, reliable, and scalable van.", "fast, reliable, and scalable"),
    ("machine", "The result? Fewer miles.", "The result?"),
    ("machine", "It works seamlessly.", "seamlessly"),
    ("machine", "Supercharge your week.", "Supercharge"),
    ("intensifier", "A very easy map.", "very"),
    ("intensifier", "It is truly dull.", "truly"),
    ("intensifier", "An extremely long road.", "extremely"),
    ("intensifier", "It is really great.", "really great"),
    ("intensifier", "We are absolutely sure.", "absolutely"),
    ("intensifier", "We're thrilled about the van.", "We're thrilled"),
    ("hedge", "It could potentially rain.", "could potentially"),
    ("hedge", "We might possibly come.", "might possibly"),
    ("hedge", "Perhaps we could wait.", "Perhaps we could"),
    ("hedge", "It seems to suggest rain.", "seems to suggest"),
    ("hedge", "It should hopefully stop.", "should hopefully"),
    ("hedge", "I think maybe it rains.", "I think maybe"),
]


@pytest.mark.parametrize(("check", "text", "quote"), PHRASES)
def test_a_phrase_is_told(guide: Guide, check: str, text: str, quote: str) -> None:
    assert quotes(told(guide, text), f"voice.{check}") == [quote]


@pytest.mark.parametrize(
    "text",
    [
        # clichés
        "The game changes at noon.",
        "The art of the state is old.",
        "Walk an extra mile on foot.",
        "Move the needle on the compass north: it moved.",
        "Fruit hangs low on the tree.",
        "“It is a game changer,” she said.",
        "The American Revolutionary War ended.",
        # machine-sounding
        "Today the world is fast.",
        "Today's van is late.",
        "Unlock the van.",
        "Look further down the road.",
        "It is just a van, but I like it.",
        "We don't know whether you are here or there yet, she said? No.",
        "A red, big, and old van.",
        "What was the result?",
        "Lift your foot.",
        "It isn't a van. It's a boat.",
        "Elevate your foot and rest.",
        "Run `delve` to debug.",
        # intensifiers
        "The very same van.",
        "Not very far.",
        "Yours truly, Ann.",
        "Is it really?",
        "Absolutely not.",
        "It is the very last van.",
        # hedges
        "It could rain.",
        "We might come.",
        "Perhaps it rains.",
        "What kind of a van is it?",
        "It suggests rain.",
        "I think it rains.",
    ],
)
def test_plain_words_are_left_alone(guide: Guide, text: str) -> None:
    found = [one for one in told(guide, text) if one.check != "voice.machine" or "whether" not in one.quote]
    assert [(one.check, one.quote) for one in found] == []


def test_the_guide_turns_and_tunes_phrases(guide: Guide) -> None:
    text = "A very game-changing van."
    found = told(guide, text, cliches="warning", intensifiers="off")
    assert [(one.check, one.severity) for one in found] == [("voice.cliche", Severity.WARNING)]
    assert told(guide, text, allow=["very", "game-changing"]) == []
    assert told(guide, "Brackwater Loop is a seamless sock.") == []


HEDGED = "Perhaps the van waits. Maybe it rains there. It is somewhat old. We believe it runs."


@pytest.mark.parametrize(
    ("text", "allowed", "many"),
    [
        (HEDGED, 2, 4),
        (HEDGED, 10, 4),
        (f"{HEDGED} Probably it is red.", 2, 5),
        (f"# Vans\n\n{HEDGED}", 2, 4),
        (HEDGED.replace("We believe it", "It"), 2, 3),
        (f"{HEDGED} It rains. It pours.", 2, 4),
        (HEDGED, 40, 0),
        ("Perhaps it rains. Maybe it pours.", 2, 0),
        (f"“{HEDGED}”", 2, 0),
        ("The van waits. It rains there. It is old. It runs.", 2, 0),
        (f"{HEDGED} " + "The van is red. " * 50, 2, 0),
        ("This kind of van waits. That kind of rain pours. What kind?", 2, 0),
    ],
)
def test_hedges_are_counted(guide: Guide, text: str, allowed: float, many: int) -> None:
    found = [one for one in told(guide, text, hedges=allowed) if one.check == "voice.hedges"]
    assert [one.advice.split()[0] for one in found] == ([str(many)] if many else [])


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We're gonna call.", "gonna"),
        ("An awesome van.", "awesome"),
        ("Tons of vans came.", "Tons of"),
        ("Hey there, Ann.", "Hey there"),
        ("No worries.", "No worries"),
        ("The map is wonky.", "wonky"),
    ],
)
def test_slang_is_told_where_the_voice_is_formal(guide: Guide, text: str, quote: str) -> None:
    assert quotes(told(guide, text, formality="formal"), "voice.slang") == [quote]
    assert quotes(told(guide, text, formality="plain"), "voice.slang") == []


@pytest.mark.parametrize(
    "text",
    [
        "We will call.",
        "A bunch of grapes.",
        "The grand piano.",
        "“Gonna,” he said.",
        "Ten tons.",
        "Rock and sand.",
    ],
)
def test_formal_words_are_left_alone(guide: Guide, text: str) -> None:
    assert quotes(told(guide, text, formality="formal"), "voice.slang") == []


# ── the swap test ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "Our innovative platform helps your team achieve more.",
        "We deliver exceptional quality and outstanding service.",
        "We empower businesses to reach their full potential.",
        "Innovative Solutions for Your Business Success",
        "Experience the difference with our trusted team of experts.",
        "We are passionate about delivering great customer experiences.",
        "The best solution for your business needs.",
        "Quality, innovation and excellence in everything we do.",
    ],
)
def test_what_anyone_could_say_is_told(guide: Guide, text: str) -> None:
    assert quotes(told(guide, text), "voice.anyone-could-say") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Our planner texts your drivers at six.",
        "Brackwater helps your team achieve more.",
        "We deliver great quality to 44 yards.",
        "We deliver exceptional bread and outstanding jam.",
        "What is the best solution for your business?",
        "We could not meet your needs in time.",
        "I had a great experience with the team.",
        "Learn more",
        "“We deliver exceptional quality and outstanding service.”",
        "Contact our team.",
    ],
)
def test_what_only_we_could_say_is_left_alone(guide: Guide, text: str) -> None:
    assert quotes(told(guide, text), "voice.anyone-could-say") == []


def test_the_guide_turns_the_swap_test(guide: Guide) -> None:
    text = "We deliver exceptional quality and outstanding service."
    assert quotes(told(guide, text, swap_test="off"), "voice.anyone-could-say") == []
    found = told(guide, text, swap_test="error")
    assert [one.severity for one in found if one.check == "voice.anyone-could-say"] == [Severity.ERROR]


# ── against the samples ─────────────────────────────────────────────────────────────────────────────

SHORT = "The van came home at six. Ann put the map away. The dog was glad. It had been a wet day. "
LONG = (
    "The van came home at six in the rain, and Ann put the map away in the drawer where it had always been,"
    " while the dog, who had waited at the gate since noon, was glad to see them both come in out of the"
    " wet. "
)
HEAVY = (
    "The optimisation methodology facilitates organisational transformation here. Administrators"
    " operationalise interdepartmental prioritisation daily. The documentation substantiates this. "
)


def sample(text: str, channel: str = "blog") -> Sample:
    return Sample(id="one", format="blog-post", channel=channel, why="It is short.", text=text)


@pytest.mark.parametrize(
    ("theirs", "ours", "channel", "checks"),
    [
        (SHORT * 10, LONG * 12, "blog", ["voice.sentence-length"]),
        (SHORT * 10, LONG * 12, "page", ["voice.sentence-length"]),
        (SHORT * 10, LONG * 12, None, ["voice.sentence-length"]),
        (LONG * 12, SHORT * 10, "blog", ["voice.sentence-length"]),
        (SHORT * 20, f"# Title\n\n{LONG * 12}", "blog", ["voice.sentence-length"]),
        (SHORT * 10, f"- Item.\n\n{LONG * 15}", "blog", ["voice.sentence-length"]),
        (SHORT * 10, HEAVY * 10, "blog", ["voice.vocabulary"]),
        (SHORT * 10, HEAVY * 10, None, ["voice.vocabulary"]),
        (SHORT * 20, f"{HEAVY * 6}{SHORT * 4}", "blog", ["voice.vocabulary"]),
        (SHORT * 10, f"## Part\n\n{HEAVY * 11}", "page", ["voice.vocabulary"]),
        (SHORT * 30, HEAVY * 12, "blog", ["voice.vocabulary"]),
        (SHORT * 10, f"{HEAVY * 9}\n\n{HEAVY}", "email", ["voice.vocabulary"]),
        (SHORT * 10, SHORT * 12, "blog", []),
        (LONG * 12, LONG * 13, "blog", []),
        (HEAVY * 10, HEAVY * 12, "blog", []),
        (SHORT * 10, LONG * 2, "blog", []),
        (SHORT * 10, HEAVY * 3, "blog", []),
        (SHORT, LONG * 12, "blog", []),
        (SHORT, HEAVY * 10, "blog", []),
        (SHORT * 10, f"> {LONG * 12}", "blog", []),
        (LONG * 12, HEAVY.replace(". ", ", ") * 10, "email", []),
    ],
)
def test_a_text_is_held_against_the_samples(
    guide: Guide, theirs: str, ours: str, channel: str | None, checks: list[str]
) -> None:
    found = told(guide, ours, channel=channel, samples=(sample(theirs),))
    mine = [one.check for one in found if one.check in ("voice.sentence-length", "voice.vocabulary")]
    assert sorted(set(mine)) == checks


def test_the_reason_is_told_in_words_and_the_guide_turns_it_off(guide: Guide) -> None:
    samples = (sample(SHORT * 10),)
    found = [one for one in told(guide, LONG * 12, channel="blog", samples=samples) if not one.quote]
    assert found[0].advice.startswith("Your blog samples average 5 words a sentence; this has 46:")
    assert len(found[0].related) == 3
    assert told(guide, LONG * 12, channel="blog", samples=samples, like_samples=False) == []


# ── who speaks to whom ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "person", "channel", "quote"),
    [
        ("I built it in a van.", "we", "page", "I"),
        ("It took me a year.", "we", "blog", "me"),
        ("I'm glad it is here.", "we", None, "I'm"),
        ("We built it in a van.", "I", "page", "We"),
        ("It is our van.", "I", "blog", "our"),
        ("That map of mine is old.", "we", "ad", "mine"),
        ("We built it in a van.", "we", "page", ""),
        ("I built it in a van.", "we", "email", ""),
        ("Start my trial", "we", "cta", ""),
        ("“I built it,” she said.", "we", "page", ""),
        ("**Ann Poe:** How?\n\n**Bo Lund:** I built it here.\n\n**Ann Poe:** I see that.", "we", "blog", ""),
        ("**Note:** I built it here.\n\n**Ann Poe:** I see that.", "we", "blog", "I"),
        ("I built it in a van.", None, "page", ""),
        ("It is sold in the US only.", "I", "page", ""),
        ("She built it in a van.", "we", "page", ""),
    ],
)
def test_the_first_person_is_the_guide_s(
    guide: Guide, text: str, person: str | None, channel: str | None, quote: str
) -> None:
    found = told(guide, text, channel=channel, first_person=person)
    assert quotes(found, "voice.person") == ([quote] if quote else [])


WE = "We drive the van. Our map is red. "
YOU = "You drive the van. Your map is red. "
IT = "The van is here. The map is red. "


@pytest.mark.parametrize(
    ("text", "most", "is_told"),
    [
        (WE * 20, 2, True),
        (WE * 18 + YOU * 2, 2, True),
        (WE * 5 + YOU + IT * 16, 2, True),
        (WE * 12 + YOU * 8, 1, True),
        (f"# Us\n\n{WE * 20}", 1, True),
        (WE * 3 + IT * 20, 1, True),
        (WE * 10 + YOU * 10, 2, False),
        (WE * 20, None, False),
        (WE * 8, 2, False),
        (YOU * 20, 1, False),
        (WE * 2 + IT * 20, 1, False),
        (f"> {WE * 20}", 1, False),
        (IT * 25, 1, False),
    ],
)
def test_we_and_you_are_weighed(guide: Guide, text: str, most: float | None, is_told: bool) -> None:
    found = told(guide, text, we_per_you=most)
    assert any(one.check == "voice.we-and-you" for one in found) is is_told


FLAT = "There is a van at the gate. It is clear that it waits. There are two more of them. "
LIVELY = "A van waits at the gate. Ann opens it at six. Two more of them come. "


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (FLAT * 9, True),
        (FLAT * 3 + LIVELY * 8, True),
        (f"# Vans\n\n{FLAT * 9}", True),
        (FLAT * 2 + LIVELY * 7, True),
        (FLAT.replace("There is", "There's") * 9, True),
        (LIVELY * 5 + FLAT * 4, True),
        (LIVELY * 10, False),
        (FLAT * 2, False),
        (FLAT + LIVELY * 12, False),
        (f"> {FLAT * 9}", False),
        ("It is red and old and slow. " * 25, False),
        ("Is there a van at the gate? " * 25, False),
    ],
)
def test_openings_without_an_actor_are_counted(guide: Guide, text: str, is_told: bool) -> None:
    assert any(one.check == "voice.flat" for one in told(guide, text)) is is_told


STIFF = "It is late. We do not wait. You are here. They will not come. That is the van. "


@pytest.mark.parametrize(
    ("text", "formality", "is_told"),
    [
        (STIFF * 9, "casual", True),
        (f"# Vans\n\n{STIFF * 9}", "casual", True),
        (STIFF * 2 + IT * 20, "casual", True),
        (STIFF * 9 + "Cannot wait.", "casual", True),
        (f"{STIFF * 9}\n\nAnn’s van.", "casual", True),
        (IT * 20 + STIFF * 3, "casual", True),
        (STIFF * 9, "plain", False),
        (STIFF * 9, None, False),
        (STIFF * 9 + "It's late.", "casual", False),
        (STIFF * 2, "casual", False),
        (IT * 25, "casual", False),
        (STIFF * 9 + "We’re here.", "casual", False),
    ],
)
def test_a_casual_voice_contracts(guide: Guide, text: str, formality: str | None, is_told: bool) -> None:
    assert any(one.check == "voice.stiff" for one in told(guide, text, formality=formality)) is is_told


# ── bad news, and launches ──────────────────────────────────────────────────────────────────────────

SORRY = (
    "Your box went out late on Tuesday. The fault was ours: we packed the wrong van. We are sorry for the"
    " cold breakfast. A new box is on its way, and it will be there on Friday."
)


@pytest.mark.parametrize(
    "situation", ["apology", "outage", "complaint", "an apology to shops", "Outage", "recall"]
)
def test_plain_bad_news_is_left_alone(guide: Guide, situation: str) -> None:
    assert told(guide, SORRY, situation=situation) == []


# (check, words added to an apology that is otherwise fine, quote)
TONE = [
    ("tone-mark", "Thank you!", "!"),
    ("tone-mark", "We know 😢 it hurts.", "😢"),
    ("tone-mark", "Call us!!", "!!"),
    ("tone-mark", "See you ☀ soon.", "☀"),
    ("tone-mark", "Sorry again!", "!"),
    ("tone-mark", "Tea helps 🍵.", "🍵"),
    ("tone-joke", "Oops.", "Oops"),
    ("tone-joke", "It was a little hiccup.", "hiccup"),
    ("tone-joke", "The gremlins got in.", "gremlins"),
    ("tone-joke", "Just kidding.", "Just kidding"),
    ("tone-joke", "These things happen.", "These things happen"),
    ("tone-joke", "Fun fact: vans rust.", "Fun fact"),
    ("tone-ask", "Start your free trial today.", "Start your free trial"),
    ("tone-ask", "Upgrade now.", "Upgrade now"),
    ("tone-ask", "Book a demo.", "Book a demo"),
    ("tone-ask", "It is a limited-time price.", "limited-time"),
    ("tone-ask", "Check out our new van.", "Check out our"),
    ("tone-ask", "Refer a friend.", "Refer a friend"),
    ("tone-evasive", "We regret any trouble.", "regret any"),
    ("tone-evasive", "Mistakes were made.", "Mistakes were made"),
    ("tone-evasive", "It was beyond our control.", "beyond our control"),
    ("tone-evasive", "We apologize for any inconvenience.", "apologize for any"),
    ("tone-evasive", "Thank you for your patience.", "Thank you for your patience"),
    ("tone-evasive", "We take this very seriously.", "We take this very seriously"),
    ("tone-blame", "You should have called.", "You should have"),
    ("tone-blame", "As you know, it rains.", "As you know"),
    ("tone-blame", "As per our policy we wait.", "As per our policy"),
    ("tone-blame", "You failed to call.", "You failed to"),
    ("tone-blame", "It was user error.", "user error"),
    ("tone-blame", "You agreed to it.", "You agreed to"),
]


@pytest.mark.parametrize(("check", "more", "quote"), TONE)
def test_what_does_not_fit_bad_news_is_told(guide: Guide, check: str, more: str, quote: str) -> None:
    found = [one for one in told(guide, f"{SORRY} {more}", situation="apology") if "tone" in one.check]
    assert [(one.check, one.quote, one.severity) for one in found] == [
        (f"voice.{check}", quote, Severity.WARNING)
    ]
    assert not any("tone" in one.check for one in told(guide, f"{SORRY} {more}"))
    assert not any("tone" in one.check for one in told(guide, f"{SORRY} {more}", situation="launch"))


@pytest.mark.parametrize(
    "more",
    [
        "Thank you.",
        "Run `a != b`.",
        "She said “Oops!” and left.",
        "The engine has a hick up the road.",
        "Call us on Friday.",
        "Your free refund is here.",
        "We should have called.",
        "You know the road.",
        "We waited with patience.",
        "The upgrade broke it.",
        "The policy is new.",
        "We agreed on it.",
    ],
)
def test_what_fits_bad_news_is_left_alone(guide: Guide, more: str) -> None:
    assert [
        one.quote for one in told(guide, f"{SORRY} {more}", situation="apology") if "tone" in one.check
    ] == []


LONG_ENOUGH = (
    "Ann drives the red van to the old yard and back, and the dog sits beside her and looks at the road. "
)


@pytest.mark.parametrize(
    ("text", "situation", "words"),
    [
        (LONG_ENOUGH * 2, "apology", ["sorry", "what happened", "what happens next"]),
        (LONG_ENOUGH * 2, "complaint", ["sorry", "what happened", "what happens next"]),
        (LONG_ENOUGH * 2, "outage", ["what happened", "what happens next"]),
        (f"{LONG_ENOUGH} We are sorry.", "apology", ["what happened", "what happens next"]),
        (f"{LONG_ENOUGH} We are sorry that it broke.", "apology", ["what happens next"]),
        (f"{LONG_ENOUGH} It broke. We will write.", "apology", ["sorry"]),
        (LONG_ENOUGH * 2, "launch", ["since when"]),
        (SORRY, "apology", []),
        (SORRY, "outage", []),
        (f"{LONG_ENOUGH} It broke. We will write.", "outage", []),
        ("The van is late.", "apology", []),
        (f"{LONG_ENOUGH} Out on Monday.", "launch", []),
        (LONG_ENOUGH * 2, "", []),
        (LONG_ENOUGH * 2, "an ordinary day", []),
    ],
)
def test_what_is_missing_is_told(guide: Guide, text: str, situation: str, words: list[str]) -> None:
    found = [
        one.advice for one in told(guide, text, situation=situation) if one.check == "voice.tone-missing"
    ]
    assert len(found) == len(words)
    assert all(word in advice for word, advice in zip(words, found, strict=True))


def test_the_guide_s_own_asks_are_no_apology_s(guide: Guide) -> None:
    ask = next(
        one for one in guide.asks if one.goal in ("trial", "demo", "order") or one.effort == "purchase"
    )
    found = told(guide, f"{SORRY}\n\n{ask.text}", situation="outage")
    assert ask.text in quotes(found, "voice.tone-ask")
