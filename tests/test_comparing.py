"""What the guide does for a piece: the same brief with it and without it, and one brief in two brands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest

from copykit.brief import Brief, load_brief, with_settings
from copykit.comparing import WITH, WITHOUT, compare_brands, compare_guide, without_guide
from copykit.errors import BriefError
from copykit.exports.comparison import compare_payload, comparison_text
from copykit.findings import Severity
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.writers import Chunk, Part, Task
from copykit.writers.models.prompt import build_prompt
from copykit.writers.offline import OfflineWriter

TODAY = date(2026, 9, 30)


@pytest.fixture(scope="module")
def formats() -> dict[str, Format]:
    return load_formats([prompts_dir()])


@pytest.fixture(scope="module")
def dewclaw() -> Guide:
    return load_guide(brands_dir() / "dewclaw")


@pytest.fixture(scope="module")
def oatwhistle() -> Guide:
    return load_guide(brands_dir() / "oatwhistle")


class Boaster:
    """A stand-in for a model: with a guide it writes what the guide likes, without one it boasts."""

    name = "test:boaster"

    def __init__(self) -> None:
        self.prompts: list[str] = []

    def write(self, task: Task) -> Iterator[Part]:
        prompt = build_prompt(task)
        self.prompts.append(f"{prompt.system}\n{prompt.user}")
        if task.guide.terms:
            yield from OfflineWriter().write(task)
            return
        yield Chunk(path="subject", text="Game-changing software")
        yield Chunk(path="preheader", text="Cut your phone calls in half")
        yield Chunk(path="body", text="Hi Joanne,\n\nDewclaw cuts phone calls in half for 93% of clinics.")


def example(guide: Guide, format: str) -> Brief:
    return load_brief(guide.folder / "examples" / f"{format}.yaml")


def test_both_pieces_are_judged_by_the_guide(dewclaw: Guide, formats: dict[str, Format]) -> None:
    writer = Boaster()
    comparison = compare_guide(
        formats["sales-email"], example(dewclaw, "sales-email"), guide=dewclaw, writer=writer, today=TODAY
    )
    first, second = comparison.sides
    assert (first.label, first.draft.ready) == (WITH, True)
    assert (second.label, second.draft.ready) == (WITHOUT, False)
    prevented = {one.check: one for one in comparison.prevented}
    assert prevented["claims.withdrawn"].counts == (0, 2)
    assert any("phone calls in half" in quote for quote in prevented["claims.withdrawn"].quotes[1])
    assert prevented["legal.missing"].severity is Severity.ERROR
    assert "brand/dewclaw/brand.yaml" in str(prevented["legal.missing"].reference)
    assert comparison.differences[0].severity is Severity.ERROR


def test_the_plain_prompt_holds_the_brief_and_nothing_of_the_guide(
    dewclaw: Guide, formats: dict[str, Format]
) -> None:
    writer, brief = Boaster(), example(dewclaw, "sales-email")
    brief = with_settings(brief, {"product": "desk", "offer": "free-trial", "messages": "texts-wait"})
    without_guide(formats["sales-email"], brief, guide=dewclaw, writer=writer, today=TODAY)
    (prompt,) = writer.prompts
    for told in (
        brief.observation, "Dewclaw Desk", "practice managers", dewclaw.offers[0].text,
        "A text waits until your hands are free", "Joanne", "subject",
    ):  # fmt: skip
        assert told in prompt
    hidden = [
        *(trait.example for trait in dewclaw.brand.voice), *(claim.text for claim in dewclaw.claims),
        *(pain.quote for one in dewclaw.audiences for pain in one.pains),
        *(term.reason for term in dewclaw.terms),
        *(sample.text for sample in dewclaw.samples), *(story.result for story in dewclaw.stories),
        *(line.text for line in dewclaw.brand.legal), dewclaw.brand.tagline,
    ]  # fmt: skip
    assert [text for text in hidden if text in prompt] == []


@pytest.mark.parametrize(
    "name", ["blog-post", "cta-set", "google-rsa", "landing-page", "meta-ad", "sales-email"]
)
def test_without_a_model_only_the_brief_s_own_words_are_used(
    oatwhistle: Guide, formats: dict[str, Format], name: str
) -> None:
    brief = example(oatwhistle, name)
    draft = without_guide(formats[name], brief, guide=oatwhistle, writer=OfflineWriter(), today=TODAY)
    said = " ".join(leaf.text for leaf in draft.leaves())
    assert said
    assert not [claim.text for claim in oatwhistle.claims if claim.text in said]
    assert not [pain.you for one in oatwhistle.audiences for pain in one.pains if pain.you in said]
    assert draft.ready or draft.blocked


@pytest.mark.parametrize("name", ["x-post", "sms", "linkedin-ad", "tiktok-ad"])
def test_without_the_guide_it_still_says_what_the_product_is(
    name: str, oatwhistle: Guide, formats: dict[str, Format]
) -> None:
    brief = example(oatwhistle, name)
    draft = without_guide(formats[name], brief, guide=oatwhistle, writer=OfflineWriter(), today=TODAY)
    product = next(one for one in oatwhistle.products if one.id == brief.product)
    ask = next(leaf.text for leaf in draft.leaves() if "://" in leaf.text)
    assert any(product.text in leaf.text for leaf in draft.leaves())
    assert "oatwhistle.example" in ask


def test_one_brief_in_two_brands(dewclaw: Guide, oatwhistle: Guide, formats: dict[str, Format]) -> None:
    brief = example(oatwhistle, "sales-email")
    comparison = compare_brands(
        formats["sales-email"], brief, guides=(oatwhistle, dewclaw), writer=OfflineWriter(), today=TODAY
    )
    assert [side.label for side in comparison.sides] == ["Oatwhistle", "Dewclaw"]
    assert comparison.sides[0].left_out == ()
    assert comparison.sides[1].left_out == ("audience", "product", "ask", "goal", "region")
    assert comparison.alike < 0.3
    assert "Dewclaw has not what the brief names as: audience" in comparison_text(comparison)
    with pytest.raises(BriefError, match="nobody"):
        compare_brands(
            formats["sales-email"], with_settings(brief, {"audience": "nobody"}),
            guides=(oatwhistle, dewclaw), writer=OfflineWriter(), today=TODAY,
        )  # fmt: skip


def test_the_comparison_is_told_as_text_and_json(dewclaw: Guide, formats: dict[str, Format]) -> None:
    comparison = compare_guide(
        formats["landing-page"], example(dewclaw, "landing-page"), guide=dewclaw, writer=OfflineWriter(),
        today=TODAY,
    )  # fmt: skip
    told = comparison_text(comparison)
    assert "with the guide    without it" in told
    assert "What the guide prevented:\n" in told
    assert "  legal.missing  error  0 → 1\n" in told
    payload = json.loads(json.dumps(compare_payload(comparison)))
    assert (payload["version"], len(payload["sides"])) == (1, 2)
    assert {"check": "legal.missing", "counts": [0, 1]}.items() <= next(
        one for one in payload["differences"] if one["check"] == "legal.missing"
    ).items()
