"""Phrases are found in every form that English gives them, and nowhere else."""

from __future__ import annotations

import pytest

from copykit.text import Document, Phrase, Phrasebook, Syntax, forms, parse
from copykit.text.inflect import bases, related_forms, spellings


def plain(text: str) -> Document:
    return parse(text, name="x", syntax=Syntax.PLAIN)


def found(phrases: list[Phrase | tuple[str, str]], text: str, syntax: Syntax = Syntax.PLAIN) -> list[str]:
    document = parse(text, name="x", syntax=syntax)
    return [document.text[hit.start : hit.end] for hit in Phrasebook(phrases).find(document)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("utilize", "utilize utilizes utilized utilizing"),
        ("plan", "plan plans planned planning"),
        ("study", "study studies studied studying"),
        ("play", "play plays played playing"),
        ("make", "make makes made making"),
        ("begin", "begin begins began begun beginning"),
        ("tie", "tie ties tied tying"),
        ("agree", "agree agrees agreed agreeing"),
        ("travel", "travel travels traveled travelled traveling travelling"),
        ("visit", "visit visits visited visiting"),
        ("cheap", "cheap cheaps cheaper cheapest cheaped cheaping"),
        ("leading", "leading leadings"),
        ("trusted", "trusted"),
        ("KPI", "kpi kpis"),
        ("blunt", "blunt blunts blunter bluntest blunted blunting"),
        ("canny", "canny cannies cannier canniest cannied cannying"),
        ("copy", "copy copies copied copying"),
        ("the", "the"),
        ("24", "24"),
    ],
)
def test_the_forms_of_a_word(word: str, expected: str) -> None:
    assert forms(word) == frozenset(expected.split())


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("company", "companies"),
        ("analysis", "analyses"),
        ("person", "people"),
        ("businesswoman", "businesswomen"),
        ("shelf", "shelves"),
        ("box", "boxes"),
        ("hero", "heroes"),
        ("photo", "photos"),
        ("process", "processes"),
        ("quiz", "quizzes"),
        ("midwife", "midwives"),
        ("penknife", "penknives"),
        ("werewolf", "werewolves"),
        ("oasis", "oases"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert many in forms(one)
    assert one in bases(many)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("scheduling", "schedule"),
        ("hoping", "hope"),
        ("planning", "plan"),
        ("calling", "call"),
        ("companies", "company"),
        ("used", "use"),
        ("written", "write"),
        ("customer's", "customer"),
        ("business", "business"),
    ],
)
def test_a_form_leads_back_to_its_base(word: str, base: str) -> None:
    assert bases(word)[0] == base
    assert base in related_forms(word)


def test_spelling_variants() -> None:
    assert spellings("organise") == {"organise", "organize"}
    assert spellings("colours") == {"colours", "colors"}
    assert spellings("centre") == {"centre", "center"}
    assert spellings("catalog") == {"catalog", "catalogue"}
    assert spellings("size") == {"size"}
    assert spellings("tyres") == {"tyres", "tires"}
    assert spellings("analysed") == {"analysed", "analyzed"}
    assert spellings("travellers") == {"travellers", "travelers"}
    assert spellings("filler") == {"filler"}


def test_a_keyword_holds_its_possessive_and_a_term_does_not() -> None:
    text = "The paper kite's tail is torn."
    assert found([Phrase("k", "paper kite", loose=True)], text) == ["paper kite's"]
    assert found([Phrase("k", "paper kite")], text) == ["paper kite"]


def test_a_merge_tag_in_small_letters_is_no_copy() -> None:
    assert found([("k", "guru")], "Dear *|guru|*, the guru waits.", Syntax.MARKDOWN) == ["guru"]


def test_a_phrase_inflects_at_its_first_and_last_content_word() -> None:
    assert found([("t", "sign in to")], "Signing in to it. She signed\nin to it. Sign in it.") == [
        "Signing in to",
        "signed in to",
    ]
    assert found([("t", "case study")], "Case studies, a case\u00a0study’s end, casestudy") == [
        "Case studies",
        "case\u00a0study",
    ]


def test_words_end_where_words_end() -> None:
    assert found([("t", "can")], "Can’t, can't, cannot, scan, can, CAN's can-do") == ["can", "CAN", "can"]
    assert found([("t", "don't")], "Don’t. don't. dont") == ["Don’t", "don't"]
    assert found([("t", "C++"), ("u", "#1"), ("v", "100%")], "C++, #1! 100% 1100% #12 C+") == [
        "C++",
        "#1",
        "100%",
    ]
    assert found([("t", "e-mail")], "e-mail, e‑mails, email, E-Mail") == ["e-mail", "e‑mails", "E-Mail"]


def test_the_longest_of_overlapping_phrases_wins() -> None:
    phrases = [("short", "client"), ("long", "client service team"), ("mid", "service")]
    document = plain("Our client service team serves clients.")
    hits = Phrasebook(phrases).find(document)
    assert [hit.key for hit in hits] == ["long", "mid", "short"] or [hit.key for hit in hits] == [
        "long",
        "short",
    ]
    every = Phrasebook(phrases).find(document, overlapping=True)
    assert {hit.key for hit in every} == {"short", "long", "mid"}
    assert [hit.key for hit in Phrasebook([("a", "pump"), ("b", "pump")]).find(plain("a pump"))] == ["a", "b"]


def test_capitals_matter_only_where_asked() -> None:
    exact = [Phrase("n", "Acme Flow", case=True)]
    assert found(exact, "Acme Flow, acme flow, ACME FLOW, Acme Flows") == ["Acme Flow", "Acme Flows"]
    assert found([Phrase("n", "Acme Flow")], "acme flow") == ["acme flow"]
    assert found([Phrase("n", "iOS", case=True, inflect=False)], "iOS IOS ios") == ["iOS"]


def test_without_inflection_only_the_phrase_itself_is_found() -> None:
    assert found([Phrase("n", "deploy", inflect=False)], "deploys deploy deployed") == ["deploy"]


def test_loose_phrases_match_as_keywords_do() -> None:
    loose = [Phrase("k", "scheduling software", loose=True)]
    assert found(loose, "Schedule software; scheduling-software") == [
        "Schedule software",
        "scheduling-software",
    ]
    sign = [Phrase("k", "sign-up", loose=True)]
    assert found(sign, "sign up signups Sign-Ups signing up") == [
        "sign up",
        "signups",
        "Sign-Ups",
        "signing up",
    ]
    assert found([Phrase("k", "organise teams", loose=True)], "organizing a team, Organize team") == [
        "Organize team"
    ]


def test_code_addresses_and_tags_are_left_out_unless_asked_for() -> None:
    source = "Leverage `leverage` at https://x.example/leverage {{ leverage }}"
    document = parse(source, name="x", syntax=Syntax.MARKDOWN)
    book = Phrasebook([("t", "leverage")])
    assert len(book.find(document)) == 1
    assert len(book.find(document, shielded=True)) == 4


def test_a_phrase_over_markup_is_found_and_located() -> None:
    document = parse("We *lever*age it. Case\n> **study**", name="x", syntax=Syntax.MARKDOWN)
    (hit,) = Phrasebook([("t", "leverage")]).find(document)
    assert document.quote(document.locate(hit.start, hit.end)) == "lever*age"


def test_an_empty_phrase_finds_nothing() -> None:
    assert found([("t", " ")], "a b") == []
    assert Phrasebook([]).find(plain("a")) == []
