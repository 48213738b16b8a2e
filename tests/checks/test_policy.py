"""Ads against the platforms' policies: each rule with lines that it refuses and lines that it lets pass."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from copykit.checks.context import Context
from copykit.checks.policy import POLICY
from copykit.draft import Values, get_leaf, leaves, set_leaf
from copykit.findings import Area, Finding, Severity
from copykit.formats import Format, read_format
from copykit.guide import Guide, load_guide
from copykit.text import Document, Syntax, parse_fields

DATA = Path(__file__).parents[1] / "data"
FORMAT = """---
title: Ad
family: ads
channel: ad
platform: {platform}
description: An ad.
fields:
  - {{name: headlines, label: Headlines, kind: list}}
  - {{name: descriptions, label: Descriptions, kind: list}}
  - {{name: business_name, label: Business name, required: false}}
  - {{name: path1, label: Path, required: false}}
---

## Instructions

```
Write.
```

## Request

```
An ad.
```

## Patterns

```headlines
{{{{ message.short }}}}
```

```descriptions
{{{{ message.text }}}}
```
"""
GOOD: Values = {
    "headlines": ["Kettles for slow mornings", "Tea at the right heat", "Built to be mended"],
    "descriptions": ["Set the heat once and drink the rest of the pot.", "A kettle that any shop can mend."],
}


def format_of(platform: str) -> Format:
    return read_format(FORMAT.format(platform=platform), path=Path("ad.md"))


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(DATA / "small_brand")


def ad_of(platform: str, values: Values) -> tuple[Format, Document]:
    format = format_of(platform)
    parts = [(leaf.path, leaf.text, Syntax.PLAIN) for leaf in leaves(format, values)]
    return format, parse_fields(parts, name="draft")


def found(guide: Guide, values: Values, *, platform: str = "google") -> list[Finding]:
    format, document = ad_of(platform, values)
    context = Context(guide=guide, today=date(2026, 11, 23), format=format, channel="ad")
    findings = [finding for one in POLICY for finding in one(document, context)]
    for finding in findings:
        assert document.quote(finding.location) == finding.quote
        assert finding.area is Area.FORMAT
        assert "Source: " in finding.advice and "read 2026-" in finding.advice
        assert finding.reference is not None and finding.reference.url and finding.reference.date
    return findings


def with_line(line: str, *, field: str = "descriptions") -> Values:
    values = {name: [*GOOD[name]] for name in GOOD}
    if field in values:
        values[field][0] = line
        return values
    return {**values, field: line}


def told(
    guide: Guide, line: str, *, field: str = "descriptions", platform: str = "google"
) -> list[tuple[str, str]]:
    return [
        (one.check, one.quote.strip(" "))
        for one in found(guide, with_line(line, field=field), platform=platform)
    ]


def test_a_clean_ad_has_no_findings(guide: Guide) -> None:
    for platform in ("google", "meta", "microsoft", "tiktok", "linkedin", "x"):
        assert found(guide, GOOD, platform=platform) == []


@pytest.mark.parametrize(
    ("field", "line", "check", "quote"),
    [
        ("descriptions", "Flowers!! Every day.", "policy.punctuation", "!!"),
        ("descriptions", "Cold tea again??", "policy.punctuation", "??"),
        ("descriptions", "Cold tea?! Never.", "policy.punctuation", "?!"),
        ("descriptions", "Tea,, pots and cups.", "policy.punctuation", ",,"),
        ("descriptions", "Tea $$$ for less.", "policy.punctuation", "$$$"),
        ("descriptions", "Tea is hot.. always.", "policy.punctuation", ".."),
        ("descriptions", "Tea that waits... for you.", "policy.punctuation", "..."),
        ("descriptions", "Tea that waits… for you.", "policy.punctuation", "…"),
        ("headlines", "Tea at last!", "policy.punctuation", "!"),
        ("descriptions", "Hot tea! Soft towels! Mend it yourself.", "policy.punctuation", "!"),
        ("descriptions", "Fresh fl@wers each day.", "policy.symbols", "fl@wers"),
        ("descriptions", "Ca$h back on pots.", "policy.symbols", "Ca$h"),
        ("descriptions", "$ave on every kettle.", "policy.symbols", "$ave"),
        ("descriptions", "Fresh f1owers each day.", "policy.symbols", "f1owers"),
        ("descriptions", "Hot tea • cold tea", "policy.symbols", "•"),
        ("descriptions", "Fresh *flowers* each day.", "policy.symbols", "*flowers*"),
        ("descriptions", "Hot tea ✓ cold tea", "policy.symbols", "✓"),
        ("descriptions", "Kettles → your kitchen", "policy.symbols", "→"),
        ("descriptions", "★ Kettles for all", "policy.symbols", "★"),
        ("descriptions", "お茶 ﾃｨｰ", "policy.symbols", "ﾃｨｰ"),
        ("descriptions", "F.L.O.W.E.R.S. for you", "policy.spacing", "F.L.O.W.E.R.S."),
        ("descriptions", "T-E-A-S for you", "policy.spacing", "T-E-A-S"),
        ("descriptions", "Get f r e e tea today.", "policy.spacing", "f r e e"),
        ("descriptions", "Hot  tea today.", "policy.spacing", ""),
        ("descriptions", "Hot tea , today.", "policy.spacing", ""),
        ("descriptions", "Hot tea 🫖 today.", "policy.emoji", "🫖"),
        ("headlines", "Tea ❤️ toast", "policy.emoji", "❤️"),
        ("headlines", "Kettles 👩‍🍳 made well", "policy.emoji", "👩‍🍳"),
        ("descriptions", "Get FREE tea today.", "policy.capitals", "FREE"),
        ("descriptions", "Order NOW for the week.", "policy.capitals", "NOW"),
        ("headlines", "KETTLES for slow days", "policy.capitals", "KETTLES"),
        ("headlines", "DON'T wait for tea", "policy.capitals", "DON'T"),
        ("descriptions", "Hot tea with shIpPinG.", "policy.capitals", "shIpPinG"),
        ("descriptions", "Ask us: 555-010-0199.", "policy.phone", "555-010-0199"),
        ("descriptions", "Ask us: (218) 555-0142.", "policy.phone", "(218) 555-0142"),
        ("descriptions", "Ring +44 20 7946 0958 for tea.", "policy.phone", "+44 20 7946 0958"),
        ("descriptions", "Ring 020 7946 0958 for tea.", "policy.phone", "020 7946 0958"),
        ("descriptions", "Call 555-0142 for tea.", "policy.phone", "555-0142"),
        ("descriptions", "Call 1-800-KETTLES today.", "policy.phone", "1-800-KETTLES"),
        ("headlines", "Click here for tea", "policy.generic-ask", "Click here"),
        ("descriptions", "Hot tea. Click below to see.", "policy.generic-ask", "Click below"),
        ("descriptions", "Tap here and sit down.", "policy.generic-ask", "Tap here"),
        ("descriptions", "Kettles, kettles for all.", "policy.repetition", "Kettles, kettles"),
        ("descriptions", "Mugs-mugs-mugs for all.", "policy.repetition", "Mugs-mugs-mugs"),
        ("descriptions", "Cups for cups lovers who love cups.", "policy.repetition", "cups"),
        ("business_name", "Best Kettles – 20% Off", "policy.business-name", "Best Kettles – 20% Off"),
    ],
)
def test_what_google_refuses(guide: Guide, field: str, line: str, check: str, quote: str) -> None:
    assert (check, quote) in told(guide, line, field=field)


@pytest.mark.parametrize(
    "line",
    [
        "Is your tea cold? Set the heat once! It stays.",
        "Open 24/7, from $9.99 or 8.50 € a month.",
        "A 5* hotel kettle, rated 4.8★ by guests.",
        "From £40* with two cups. *Ends in May.",
        "Tea & toast for the U.S.A. and the UK.",
        "Made to ISO 9001 and CE rules for the NHS.",
        "Use code MORNING or code TEATIME20 at the till.",
        "B2B kettles for AT&T and H1N1 labs.",
        "Kettle™ by Tarn® – mended for 10 years.",
        "A pot at 92 °C in 2025-2026, or by 2026-11-23.",
        "More than 1,400,000 cups and 12 000 pots.",
        "Write to tea@tarn.example or see tarn.example.",
        "{KeyWord:Quiet Kettles} for slow mornings.",
        "Plans A, B and C. The pot that that shop mends.",
        "Order by 30 November and drink it by 2 December.",
        "iPhone timers, JavaScript clocks and McKay cups.",
        "Hot tea — no fuss. Mugs: 3 for 2.",
        "Very hot, very quiet.",
    ],
)
def test_what_google_lets_pass(guide: Guide, line: str) -> None:
    assert told(guide, line) == []


def test_what_is_forbidden_today_is_an_error_and_what_only_the_old_page_says_a_warning(guide: Guide) -> None:
    [now] = found(guide, with_line("Flowers!! Every day."))
    [old] = found(guide, with_line("Tea at last!", field="headlines"))
    assert (now.severity, old.severity) == (Severity.ERROR, Severity.WARNING)
    assert "14847994" in now.advice and "the platform's own text, read through a copy" in now.advice
    assert "older text ads" in old.advice


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("descriptions", "Flowers!! Every day."),
        ("headlines", "Flowers!!"),
        ("descriptions", "Fresh fl@wers each day."),
        ("descriptions", "Hot  tea , today."),
        ("descriptions", "Hot tea 🫖 today."),
        ("descriptions", "Get FREE tea today."),
        ("headlines", "KETTLES for slow days"),
        ("descriptions", "Hot tea. FREE cups."),
        ("business_name", "Best Kettles"),
    ],
)
def test_a_safe_fix_removes_its_finding(guide: Guide, field: str, line: str) -> None:
    values = with_line(line, field=field)
    for finding in found(guide, values):
        [fix] = finding.fixes
        assert fix.safe
        path = finding.location.field or ""
        text = get_leaf(values, path)
        mended = text[: finding.location.start] + fix.replacement + text[finding.location.end :]
        after = found(guide, set_leaf(values, path, mended))
        assert len(after) < len(found(guide, values))
        assert not any(one.severity is Severity.ERROR for one in after)


def test_the_guide_s_own_names_may_have_their_capitals(guide: Guide) -> None:
    name = guide.products[0].name
    loud = guide.products[0].model_copy(update={"name": "HEARTHSTONE"})
    named = guide.__class__(**{**guide.__dict__, "products": (loud, *guide.products[1:])})
    assert ("policy.capitals", "HEARTHSTONE") in told(guide, "HEARTHSTONE for slow days.")
    assert told(named, "HEARTHSTONE for slow days.") == []
    assert name


def test_no_policy_without_a_platform_and_none_for_other_families(guide: Guide) -> None:
    _, document = ad_of("google", with_line("Flowers!! FREE 🫖"))
    text = FORMAT.format(platform="google")
    for changed in (text.replace("platform: google\n", ""), text.replace("family: ads", "family: page")):
        format = read_format(changed, path=Path("ad.md"))
        context = Context(guide=guide, today=date(2026, 11, 23), format=format, channel="ad")
        assert [finding for one in POLICY for finding in one(document, context)] == []


@pytest.mark.parametrize(
    ("field", "line", "quote"),
    [
        ("headlines", "And it stays hot", "And"),
        ("headlines", "But never bitter", "But"),
        ("descriptions", "Also fit for camping stoves.", "Also"),
        ("descriptions", "It mends in ten minutes.", "It"),
        ("headlines", "They stay hot", "They"),
        ("descriptions", "That's why we built it.", "That's why"),
        ("headlines", "This one stays hot", "This"),
        ("headlines", "So you can sleep in", "So you"),
        ("headlines", "Because tea goes cold", "Because"),
        ("headlines", "Hot tea, warm cups and", " and"),
        ("headlines", "Kettles for slow days,", ","),
        ("headlines", "…and a pot for two", "…"),
    ],
)
def test_a_line_that_needs_another(guide: Guide, field: str, line: str, quote: str) -> None:
    dangling = [one for one in found(guide, with_line(line, field=field)) if one.check == "policy.dangling"]
    assert [one.quote.strip() for one in dangling] == [quote.strip()]
    assert dangling[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "line",
    [
        "This week: kettles for two",
        "It's time for tea",
        "It pays to mend",
        "So fresh, so quiet",
        "Plus-size teapots",
        "Instead of instant coffee",
        "Itsy bitsy teapots",
        "Hot tea to count on",
        "Thistle teas in season",
        "Andalusian teapots",
    ],
)
def test_a_line_that_stands_alone(guide: Guide, line: str) -> None:
    assert "policy.dangling" not in {one.check for one in found(guide, with_line(line, field="headlines"))}


def test_lines_that_show_together_and_repeat(guide: Guide) -> None:
    twice: Values = {
        **GOOD,
        "descriptions": ["Hot tea. Order by the box today.", "Soft cups. Order by the box today."],
    }
    [finding] = found(guide, twice)
    assert (finding.check, finding.severity, finding.quote) == (
        "policy.combination", Severity.WARNING, "Order by the box today.",
    )  # fmt: skip
    assert finding.location.field == "descriptions[1]"
    assert [place.field for place in finding.related] == ["descriptions[0]"]
    inside: Values = {
        **GOOD,
        "headlines": ["Slow mornings", "Kettles made for very slow mornings", "Mend it"],
    }
    [finding] = found(guide, inside)
    assert (finding.check, finding.severity, finding.quote) == (
        "policy.combination", Severity.SUGGESTION, "Slow mornings",
    )  # fmt: skip
    headline: Values = {**GOOD, "descriptions": ["Built to be mended. Set the heat once.", "Hot tea."]}
    [finding] = found(guide, headline)
    assert (finding.check, finding.quote) == ("policy.combination", "Built to be mended.")


def test_lines_that_share_a_word_or_an_opening_are_no_repeats(guide: Guide) -> None:
    fine: Values = {
        "headlines": ["Tarn Kettles for two", "Tarn Kettles that last", "Mended for ten years"],
        "descriptions": ["Tarn Kettles keep the heat. Mend it.", "Mended in any shop for ten years. Try it."],
    }
    assert found(guide, fine) == []


@pytest.mark.parametrize(
    "line",
    [
        "Struggling with debt? Talk to us.",
        "Are you overweight and tired of it?",
        "As a single mum, time is short.",
        "Meet other Jewish singles nearby.",
        "Living with diabetes takes planning.",
        "Your anxiety ends here.",
        "If you're over 50, read on.",
    ],
)
def test_meta_refuses_to_tell_readers_what_they_are(guide: Guide, line: str) -> None:
    [finding] = found(guide, with_line(line), platform="meta")
    assert (finding.check, finding.severity) == ("policy.personal-attributes", Severity.WARNING)
    assert told(guide, line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Your black coffee, hot at seven.",
        "Living with a dog? Tea for walks.",
        "Are you free on Saturdays?",
        "A kettle for people with full days.",
        "Your team will ask for more.",
        "Struggling with cold tea?",
    ],
)
def test_meta_lets_you_speak_to_readers(guide: Guide, line: str) -> None:
    assert told(guide, line, platform="meta") == []


@pytest.mark.parametrize(
    ("platform", "field", "line", "check", "quote"),
    [
        ("tiktok", "descriptions", "Hot tea #tea today", "policy.characters", "#"),
        ("tiktok", "descriptions", "Hot tea 🫖 today", "policy.characters", "🫖"),
        ("tiktok", "descriptions", "Hot tea from @tarn today", "policy.characters", "@tarn"),
        (
            "tiktok",
            "descriptions",
            "Hot tea at https://tarn.example",
            "policy.characters",
            "https://tarn.example",
        ),
        ("microsoft", "path1", "hot/tea", "policy.characters", "hot/tea"),
        ("microsoft", "headlines", "Hot tea\ntoday", "policy.characters", "Hot tea\ntoday"),
        ("microsoft", "business_name", "Best Kettles", "policy.business-name", "Best Kettles"),
        ("linkedin", "descriptions", "🫖" * 11, "policy.emoji", "🫖"),
        ("linkedin", "descriptions", "As seen on LinkedIn.", "policy.platform-name", "LinkedIn"),
        ("x", "descriptions", "Hot tea #teatime", "policy.hashtags", "#teatime"),
    ],
)
def test_what_other_platforms_refuse(
    guide: Guide, platform: str, field: str, line: str, check: str, quote: str
) -> None:
    assert told(guide, line, field=field, platform=platform) == [(check, quote)]


@pytest.mark.parametrize(
    ("platform", "field", "line"),
    [
        ("tiktok", "descriptions", "Hot tea at home. Nos. 1 & 2 for all."),
        ("microsoft", "path1", "hot-tea"),
        ("microsoft", "descriptions", "Hot tea and/or cold tea 🫖."),
        ("linkedin", "descriptions", "🫖" * 10),
        ("linkedin", "descriptions", "Tea that is linked with no chain."),
        ("x", "descriptions", "Hot tea. Mugs for $5."),
        ("meta", "headlines", "FREE tea 🫖!!"),
    ],
)
def test_what_other_platforms_let_pass(guide: Guide, platform: str, field: str, line: str) -> None:
    assert told(guide, line, field=field, platform=platform) == []
