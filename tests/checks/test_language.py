"""A text that is not English is said to be none, and what means nothing there is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from copykit.checks import Context, check
from copykit.findings import Report, Severity
from copykit.guide import load_guide
from copykit.text import Syntax, parse
from copykit.text.language import foreign_parts, sentence_language

GUIDE = load_guide(Path(__file__).parents[1] / "data" / "small_brand")
ENGLISH = "We are glad that you chose our kettle. It is easy to use, and it saves you a lot of time."
FOREIGN = {
    "German": "Wir freuen uns, dass Sie sich für unser neues Produkt entschieden haben. Es ist sehr einfach.",
    "French": "Nous sommes heureux que vous ayez choisi notre nouveau produit. Il est simple à utiliser.",
    "Spanish": "Nos alegra que haya elegido nuestro producto. Es muy fácil de usar y le ahorra tiempo.",
    "Italian": "Siamo felici che tu abbia scelto il nostro prodotto. È facile da usare e non costa di più.",
    "Portuguese": "Estamos felizes que você tenha escolhido o nosso produto. É fácil e não custa mais.",
    "Dutch": "We zijn blij dat je voor ons nieuwe product hebt gekozen. Het is heel makkelijk en het werkt.",
    "Polish": "Cieszymy się, że wybrali Państwo nasz produkt. Jest łatwy w obsłudze i nie kosztuje więcej.",
    "Swedish": "Vi är glada att du har valt vår nya produkt. Den är mycket lätt att använda för dig.",
    "Danish or Norwegian": "Vi er glade for, at du har valgt vores produkt. Det er nemt at bruge for dig.",
    "Turkish": "Yeni ürünümüzü seçtiğiniz için çok mutluyuz. Bu çok kolay ve size zaman kazandırır, daha.",
    "Japanese": "新しい製品をお選びいただきありがとうございます。",
    "Chinese": "感谢您选择我们的新产品。它非常容易使用。",
    "Korean": "저희 신제품을 선택해 주셔서 감사합니다.",
    "a language in Cyrillic letters": "Мы рады, что вы выбрали наш новый продукт.",
    "Greek": "Χαιρόμαστε που επιλέξατε το νέο μας προϊόν.",
}


def report(text: str) -> Report:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    return check(document, Context(guide=GUIDE, today=date(2026, 11, 1)))


def language_of(text: str) -> list[tuple[str, bool]]:
    document = parse(text, name="page.md", syntax=Syntax.MARKDOWN)
    return [(part.language, part.whole) for part in foreign_parts(document)]


@pytest.mark.parametrize("language", FOREIGN)
def test_a_foreign_text_is_known(language: str) -> None:
    assert language_of(FOREIGN[language]) == [(language, True)]


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Maria de la Cruz, Juan del Rio, Ana de los Santos and Pedro el Grande won prizes.",
        "San Juan, La Union, Los Angeles, El Paso, Los Alamos, Las Vegas, Del Mar and Des Moines",
        "Kettle, teapot, cup, saucer, spoon, strainer, tray",
        "Guten Tag! Wie geht's?",  # too short to tell
        "",
        "12 34 56 78 90 12 34 56",
        "Café-quality crème brûlée, à la carte, for déjà-vu fans everywhere in town",
    ],
)
def test_english_stays_english(text: str) -> None:
    assert language_of(text) == []


def test_a_foreign_text_is_told_once_and_has_no_score() -> None:
    told = report(FOREIGN["German"] + " Das wurde von 12 Fachleuten um 40 Prozent verbessert.\n")
    [one] = told.findings
    assert (one.check, one.severity) == ("document.language", Severity.SUGGESTION)
    assert "German" in one.advice and "readability" in one.advice and "claims" in one.advice
    assert told.scores.readability is None and told.scores.consistency is None


def test_terms_are_still_found_there() -> None:
    told = report(FOREIGN["German"] + " Wir utilize das.\n")
    assert {one.check for one in told.findings} == {"document.language", "terms.avoid"}


def test_a_foreign_part_is_left_out_and_the_rest_is_not() -> None:
    passive = "The tea was made by him. "
    text = f"{passive}{ENGLISH}\n\n{FOREIGN['French']} The kettle was sold by him.\n\n{passive}{ENGLISH}\n"
    told = report(text)
    [language] = [one for one in told.findings if one.check == "document.language"]
    assert text[language.location.start :].startswith("Nous sommes")
    starts = [one.location.start for one in told.findings if one.check == "readability.passive"]
    assert len(starts) == 2 and text.index("was sold") not in starts
    assert told.scores.consistency is not None


def test_short_blocks_between_foreign_ones_belong_to_them() -> None:
    german = FOREIGN["German"]
    parts = language_of(f"{german}\n\nKurz gesagt\n\n{german}\n\n" + f"{ENGLISH}\n\n" * 8)
    assert parts == [("German", False)]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("C'est gratuit pour toujours.", "French"),
        ("C’est gratuit pour toujours our kettle has a lid.", "French"),
        ("Das ist die beste Software.", "German"),
        ("Gratis para siempre, amigos.", "Spanish"),
        ("È gratis per sempre.", "Italian"),
        ("Pour, stir, wait, eat.", ""),
        ("Fresh fruit plus seeds.", ""),
        ("Crème de la crème oats.", ""),
        ("Maria de la Cruz Hernandez wrote.", ""),
        ("Plum brings sweetness, ginger brings noise.", ""),
        ("", ""),
    ],
)
def test_a_short_sentence_is_told_by_words_in_a_row(sentence: str, language: str) -> None:
    assert sentence_language(sentence, {"kettle", "lid"}) == language


def test_in_a_model_s_copy_a_single_foreign_sentence_is_an_error() -> None:
    document = parse(
        "Our kettle is quick. C'est gratuit pour toujours.", name="page.md", syntax=Syntax.MARKDOWN
    )
    for machine in (False, True):
        context = Context(guide=GUIDE, today=date(2026, 11, 1), own=machine, machine=machine)
        told = [one for one in check(document, context).findings if one.check == "document.language"]
        assert [one.quote for one in told] == (["C'est gratuit pour toujours."] if machine else [])
