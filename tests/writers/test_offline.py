"""The offline writer on both sample brands: full, distinct, within limits, the same for the same seed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from copykit.brief import Brief, load_brief, with_settings
from copykit.draft import Draft, Value
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.guide.types import Claim, Competitor, LegalLine
from copykit.house import brands_dir, prompts_dir
from copykit.writers import Chunk, Task
from copykit.writers.offline import OfflineWriter
from copykit.writers.offline.bearing import bearing_pains
from copykit.writers.offline.notes import introduce_once, read_notes
from copykit.writing import variants, write

TODAY = date(2026, 11, 23)
BRANDS = sorted(path.name for path in brands_dir().iterdir() if (path / "brand.yaml").exists())
FORMATS = sorted(load_formats([prompts_dir()]))
SEEDS = range(20)
BRIEFS = Path(__file__).parents[2] / "benchmarks" / "briefs"


@pytest.fixture(scope="module")
def formats() -> dict[str, Format]:
    return load_formats([prompts_dir()])


@pytest.fixture(scope="module", params=BRANDS)
def guide(request: pytest.FixtureRequest) -> Guide:
    return load_guide(brands_dir() / request.param)


@pytest.fixture(scope="module", params=FORMATS)
def drafts(request: pytest.FixtureRequest, guide: Guide, formats: dict[str, Format]) -> list[Draft]:
    writer, format = OfflineWriter(), formats[request.param]
    brief = load_brief(guide.folder / "examples" / f"{format.name}.yaml")
    return [write(format, brief, guide=guide, writer=writer, today=TODAY, seed=seed) for seed in SEEDS]


def texts(value: Value) -> Iterator[str]:
    for one in [value] if isinstance(value, str) else value:
        if isinstance(one, str):
            yield one
        else:
            yield from (text for held in one.values() for text in texts(held))


def trigrams(draft: Draft) -> set[tuple[str, ...]]:
    """Counted apart from the product's own counting, over everything but addresses and legal lines."""
    skipped = {field.name for field in draft.format.fields if field.role in ("url", "legal")}
    found = set()
    for name, value in draft.fields.items():
        if name in skipped:
            continue
        for text in texts(value):
            bare = re.sub(r"https?://\S+", " ", text.lower())
            words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", bare)
            found.update(zip(words, words[1:], words[2:], strict=False))
    return found


def test_every_seed_gives_a_ready_draft_without_an_error(drafts: list[Draft]) -> None:
    for draft in drafts:
        assert draft.ready, (draft.seed, draft.blocked)
        assert not draft.report.errors


def test_no_limit_is_broken_by_an_independent_count(drafts: list[Draft]) -> None:
    for draft in drafts:
        for leaf in draft.leaves():
            if leaf.field.limit is None:
                continue
            wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in leaf.text)
            counting, length = leaf.field.limit.counting, len(leaf.text)
            if counting in ("google", "microsoft", "tiktok"):
                length += wide
            elif counting == "x":
                length = len(re.sub(r"https?://\S+", "a" * 23, leaf.text))
            elif counting == "sms":  # 67 is the least that a part holds
                length = -(-length // 67)
            assert length <= leaf.field.limit.max, (draft.seed, leaf.path, leaf.text)


def test_any_two_seeds_share_at_most_half_of_their_word_trigrams(drafts: list[Draft]) -> None:
    for one, other in combinations(drafts, 2):
        first, second = trigrams(one), trigrams(other)
        assert len(first & second) / len(first | second) <= 0.5, (one.format.name, one.seed, other.seed)


def test_no_sentence_stands_twice_in_a_piece(drafts: list[Draft]) -> None:
    for draft in drafts:
        seen: set[str] = set()
        for leaf in draft.leaves():
            if leaf.field.role in ("ask", "url", "legal", "meta"):
                continue
            for sentence in re.split(r"(?<=[.!?])\s+", leaf.text):
                bare = re.sub(r"\W+", " ", sentence).strip().lower()
                if len(bare.split()) >= 5:
                    assert bare not in seen, (draft.format.name, draft.seed, sentence)
                    seen.add(bare)


def test_no_blank_none_or_broken_join_is_left(drafts: list[Draft]) -> None:
    broken = re.compile(
        r"\{\{|\}\}|\{%|\bNone\b|\.\.(?!\.)|\s[,.;:!?](?!\.)|[,;:][.!?]|  +| \n|\(\)"
        r"|\ba [aeio]\w+ |\ban [bcdfgjklmnpqrstvwz]\w+ "
    )
    allowed = re.compile(r"\ba (?:one|eu|uni|use)\w*")
    for draft in drafts:
        for leaf in draft.leaves():
            for found in broken.finditer(leaf.text):
                assert allowed.match(found.group()), (draft.format.name, draft.seed, leaf.path, leaf.text)
            first = leaf.text.lstrip("“\"'*‘")[:1]
            assert (
                first == first.upper()
                or leaf.field.role in ("url", "meta", "search_words")
                or leaf.field.name.startswith("path")
            ), leaf


def numbers(text: str) -> set[str]:
    return {found.replace(",", "").rstrip(".") for found in re.findall(r"\d[\d,.]*", text)}


def test_every_number_comes_from_guide_or_brief(drafts: list[Draft], guide: Guide) -> None:
    day = guide.today(TODAY)
    held = [
        text
        for claim in guide.claims
        if claim.standing(day).value == "usable"
        for text in (claim.text, claim.short or "", *claim.wordings)
    ]
    held += [text for offer in guide.offers for text in (offer.text, offer.short, *offer.wordings)]
    held += [line.text for line in guide.brand.legal]
    held += [product.name for product in guide.products]
    for draft in drafts:
        brief = draft.brief
        known = numbers(
            " ".join([*held, brief.source, brief.observation, *brief.facts, *brief.keywords, brief.topic])
        )
        for leaf in draft.leaves():
            if leaf.field.role == "url" or re.match(r"\d+\. \*\*", leaf.text):
                continue
            text = re.sub(r"(?m)^\d+\. ", "", leaf.text)
            assert numbers(text) <= known, (draft.format.name, draft.seed, leaf.path, numbers(text) - known)


def test_the_same_seed_gives_the_same_copy(drafts: list[Draft], guide: Guide) -> None:
    last = drafts[7]
    again = write(last.format, last.brief, guide=guide, writer=OfflineWriter(), today=TODAY, seed=7)
    assert again.fields == last.fields


def test_structures_vary(drafts: list[Draft]) -> None:
    if any(field.structures for field in drafts[0].format.fields):
        assert len({draft.structure for draft in drafts}) >= 3


def test_word_ranges_are_met(drafts: list[Draft]) -> None:
    words = drafts[0].format.settings.words
    if words is None:
        return
    for draft in drafts:
        counted = [leaf for leaf in draft.leaves() if leaf.path.split("[")[0] in words.fields]
        total = sum(len(leaf.text.split()) for leaf in counted)
        assert words.min <= total <= words.max, (draft.format.name, draft.seed, total)


def test_a_search_ad_is_full(guide: Guide, formats: dict[str, Format]) -> None:
    brief = load_brief(guide.folder / "examples" / "google-rsa.yaml")
    draft = write(formats["google-rsa"], brief, guide=guide, writer=OfflineWriter(), today=TODAY)
    headlines, descriptions = draft.fields["headlines"], draft.fields["descriptions"]
    assert len(headlines) == 15 and len({str(line).casefold() for line in headlines}) == 15
    assert len(descriptions) == 4
    assert any(str(brief.keywords[0]).casefold() in str(line).casefold() for line in headlines)


def test_an_email_without_an_observation_is_not_ready_and_says_why(
    guide: Guide, formats: dict[str, Format]
) -> None:
    brief = load_brief(guide.folder / "examples" / "sales-email.yaml")
    open_brief = with_settings(brief, {"observation": ""})
    draft = write(formats["sales-email"], open_brief, guide=guide, writer=OfflineWriter(), today=TODAY)
    assert not draft.ready
    assert any("notice" in blocked.reason and blocked.field == "body" for blocked in draft.blocked)
    assert "[[observation:" in str(draft.fields["body"])


def test_a_post_without_source_is_shorter_and_asks_for_what_only_the_author_knows(
    guide: Guide, formats: dict[str, Format]
) -> None:
    brief = load_brief(guide.folder / "examples" / "blog-post.yaml")
    bare = with_settings(brief, {"source": ""})
    draft = write(formats["blog-post"], bare, guide=guide, writer=OfflineWriter(), today=TODAY)
    whole = write(formats["blog-post"], brief, guide=guide, writer=OfflineWriter(), today=TODAY)
    assert not draft.ready
    assert any("only you can say this" in blocked.reason for blocked in draft.blocked)
    assert draft.report.words < whole.report.words


def test_variants_differ(guide: Guide, formats: dict[str, Format]) -> None:
    brief = load_brief(guide.folder / "examples" / "sales-email.yaml")
    made = list(
        variants(formats["sales-email"], brief, guide=guide, writer=OfflineWriter(), today=TODAY, count=3)
    )
    assert len({str(draft.fields["body"]) for draft in made}) == 3


def test_a_disclaimer_comes_with_what_calls_for_it(guide: Guide, formats: dict[str, Format]) -> None:
    brief = load_brief(guide.folder / "examples" / "landing-page.yaml")

    def written(guide: Guide) -> Draft:
        return write(formats["landing-page"], brief, guide=guide, writer=OfflineWriter(), today=TODAY, seed=3)

    word = max(re.findall(r"\b[a-z]+\b", str(written(guide).fields["sections"])), key=len)
    lines = [
        LegalLine(id="due", text="This one is due.", words=[word]),
        LegalLine(id="not", text="This one is not.", words=["xylophone"]),
    ]
    brand = guide.brand.model_copy(update={"legal": lines})
    assert written(replace(guide, brand=brand, version="disclaimed")).fields["legal"] == "This one is due."


def test_a_claim_that_names_a_rival_never_comes(guide: Guide, formats: dict[str, Format]) -> None:
    def written(guide: Guide) -> str:
        return " ".join(
            text
            for name in ("google-rsa", "sales-email", "landing-page", "blog-post")
            for text in texts_of(
                write(
                    formats[name], load_brief(guide.folder / "examples" / f"{name}.yaml"),
                    guide=guide, writer=OfflineWriter(), today=TODAY, seed=3,
                )
            )
        )  # fmt: skip

    def said(claim: Claim, copy: str) -> bool:
        return any(text.rstrip(".") in copy for text in (claim.text, *claim.wordings, claim.short or "\0"))

    copy = written(guide)
    claim = next(one for one in guide.claims if said(one, copy))
    rival = Competitor(id="rival", name=claim.text.split()[-1].strip(".,%"))
    assert not said(claim, written(replace(guide, competitors=(rival,), version="silent")))


def texts_of(draft: Draft) -> list[str]:
    return [text for value in draft.fields.values() for text in texts(value)]


def test_expired_claims_and_ended_offers_never_come(guide: Guide, formats: dict[str, Format]) -> None:
    day = guide.today(TODAY)
    dead = [
        text
        for claim in guide.claims
        if claim.standing(day, region=guide.brand.region).value != "usable"
        for text in (claim.text, *claim.wordings)
    ]
    dead += [offer.text for offer in guide.offers if offer.standing(day).value != "usable"]
    assert dead
    for format in formats.values():
        brief = load_brief(guide.folder / "examples" / f"{format.name}.yaml")
        draft = write(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY, seed=3)
        copy = " ".join(text for value in draft.fields.values() for text in texts(value))
        assert not any(text.rstrip(".") in copy for text in dead)


def test_bad_news_is_left_to_a_person(guide: Guide, formats: dict[str, Format]) -> None:
    writer, format = OfflineWriter(), formats["sales-email"]
    brief = load_brief(guide.folder / "examples" / "sales-email.yaml")
    for situation in ("outage", "Apology for mixed boxes"):
        asked = with_settings(brief, {"situation": situation})
        draft = write(format, asked, guide=guide, writer=writer, today=TODAY)
        assert not draft.ready
        assert any("only you can say what went wrong" in one.reason for one in draft.blocked)
        played = [line.text for line in guide.wordplay if line.text in str(draft.fields)]
        assert not played


def test_an_empty_brief_works(guide: Guide, formats: dict[str, Format]) -> None:
    draft = write(formats["google-rsa"], Brief(), guide=guide, writer=OfflineWriter(), today=TODAY)
    assert len(draft.fields["headlines"]) >= 3


def test_a_post_is_built_from_notes_without_headings(formats: dict[str, Format]) -> None:
    guide, format = load_guide(brands_dir() / "dewclaw"), formats["blog-post"]
    brief = load_brief(BRIEFS / "dewclaw" / "blog-post-03.yaml")
    assert "#" not in brief.source
    draft = write(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY)
    whole = " ".join(text for value in draft.fields.values() for text in texts(value))
    notes = [line.removeprefix("- ") for line in brief.source.splitlines()]
    assert sum(note[-30:] in whole for note in notes) >= 6


def test_loose_notes_get_headings_of_their_own_words() -> None:
    source = """- Count a little, often. A whole-room count on a Saturday is a punishment for everybody in it.
- The back of the fridge is where vaccine goes to get old, since nobody turns the shelf around in time.
- Ask why."""
    first, second = read_notes(source.rsplit("\n", 1)[0])
    assert (first.heading, first.text.split(".")[0]) == (
        "Count a little, often", "A whole-room count on a Saturday is a punishment for everybody in it",
    )  # fmt: skip
    assert second.heading == "The back of the fridge"
    assert second.text.startswith("The back of the fridge is where")
    (whole,) = read_notes(source)  # with something short in it, the list is one thing
    assert whole.text.count("- ") == 3


def test_a_speaker_is_introduced_once() -> None:
    answers = [
        f"Q: Question {n}?\n\nA (Grady Sloan, support at Dewclaw): Answer number {n} is here. It goes on for "
        "longer than that."
        for n in range(3)
    ]
    notes = read_notes("\n\n".join(answers))
    bodies = [
        part["body"] for part in introduce_once([{"heading": "", "body": note.text} for note in notes], notes)
    ]
    assert ["support at Dewclaw" in body for body in bodies] == [True, False, False]
    assert all("says Grady Sloan" in body for body in bodies)


def test_notes_are_divided_at_headings_and_questions() -> None:
    source = """## Start small

One paragraph that has enough words in it to carry a section of its own here.

- first point of several words that stands by itself
- second point

Q: what changed for you?
A (Dana Ortiz, owner): We stopped guessing. Now the list tells us who is coming and who is not.
"""
    first, second = read_notes(source)
    assert first.heading == "Start small"
    assert "- First point of several words that stands by itself." in first.text
    assert second.heading == "What changed for you?"
    assert second.text.startswith("“We stopped guessing,” says Dana Ortiz, owner. “Now the list")


def test_a_piece_keeps_to_its_topic(formats: dict[str, Format]) -> None:
    guide, format = load_guide(brands_dir() / "dewclaw"), formats["blog-post"]
    brief = load_brief(BRIEFS / "dewclaw" / "blog-post-02.yaml")
    technicians = guide.audience("lead-technicians")
    assert technicians
    features = [feature for _, feature in guide.features()]
    bearing = bearing_pains(technicians.pains, features, brief=brief, guide=guide)
    assert [pain.id for pain in bearing] == ["missing-milliliters"]
    draft = write(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY, seed=3)
    assert "milliliter" in " ".join(texts(draft.fields["sections"]))
    aimless = bearing_pains(technicians.pains, features, brief=Brief(topic="Sledges"), guide=guide)
    assert aimless == technicians.pains


def test_a_search_phrase_is_used_as_what_it_is(formats: dict[str, Format]) -> None:
    guide, format = load_guide(brands_dir() / "dewclaw"), formats["google-rsa"]

    def said(keyword: str) -> str:
        brief = Brief(format="google-rsa", audience="practice-managers", keywords=[keyword])
        drafts = [
            write(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY, seed=seed)
            for seed in range(4)
        ]
        return " ".join(text for draft in drafts for value in draft.fields.values() for text in texts(value))

    assert "Vet inventory software from Dewclaw" in said("vet inventory software")
    nobody_sells = said("veterinary no-shows")
    assert "Veterinary no-shows: " in nobody_sells
    assert "no-shows from Dewclaw" not in nobody_sells
    assert "pricing from Dewclaw" not in said("Dewclaw pricing")


@pytest.mark.parametrize(
    ("brand", "name"), [("dewclaw", "sms-02"), ("oatwhistle", "sms-01"), ("dewclaw", "x-post-01")]
)
def test_a_hundred_seeds_of_a_narrow_brief_give_a_hundred_short_pieces(
    brand: str, name: str, formats: dict[str, Format]
) -> None:
    guide, writer = load_guide(brands_dir() / brand), OfflineWriter()
    brief = load_brief(BRIEFS / brand / f"{name}.yaml")
    tasks = [
        Task(format=formats[brief.format], brief=brief, guide=guide, seed=seed, today=guide.today(TODAY))
        for seed in range(100)
    ]
    told = ["".join(part.text for part in writer.write(task) if isinstance(part, Chunk)) for task in tasks]
    assert len({re.sub(r"https?://\S+", "", text) for text in told}) >= 95


def test_a_list_of_people_gets_other_words_from_block_to_block(formats: dict[str, Format]) -> None:
    # A batch gives its rows the first seed of each block.
    guide, writer = load_guide(brands_dir() / "dewclaw"), OfflineWriter()
    brief = load_brief(BRIEFS / "dewclaw" / "sms-01.yaml")
    made = {
        str(write(formats["sms"], brief, guide=guide, writer=writer, today=TODAY, seed=24 * row).fields)
        for row in range(30)
    }
    assert len(made) == 30


@pytest.mark.parametrize("name", ["linkedin-ad-01", "landing-page-02", "sms-02", "cta-set-03"])
def test_the_offer_that_a_brief_names_stands_in_each_piece(name: str, formats: dict[str, Format]) -> None:
    guide, brief = load_guide(brands_dir() / "dewclaw"), load_brief(BRIEFS / "dewclaw" / f"{name}.yaml")
    (offer,) = [one for one in guide.offers if one.id == brief.offer]
    ways = [text.casefold().rstrip(".") for text in (offer.text, offer.short, *offer.wordings)]
    for seed in range(4):
        draft = write(
            formats[brief.format], brief, guide=guide, writer=OfflineWriter(), today=TODAY, seed=seed
        )
        said = " ".join(text for value in draft.fields.values() for text in texts(value)).casefold()
        assert any(way in said for way in ways), (seed, draft.fields)


def test_a_list_takes_one_of_each_kind_before_a_second(formats: dict[str, Format]) -> None:
    guide, format = load_guide(brands_dir() / "dewclaw"), formats["performance-max"]
    brief = load_brief(BRIEFS / "dewclaw" / "performance-max-02.yaml")
    proofs = tuple(text for claim in guide.claims for text in (claim.text, *claim.wordings))
    for seed in range(8):
        draft = write(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY, seed=seed)
        proven = [text for text in texts(draft.fields["descriptions"]) if text.startswith(proofs)]
        assert len(proven) <= 1, (seed, proven)
