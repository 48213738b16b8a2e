"""Blanks in prompts and patterns: what they may do, and what they are kept from."""

from __future__ import annotations

from contextlib import suppress
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.errors import FormatError
from copykit.templates import Blank, Missing, Template

BLANKS: dict[str, Blank] = {
    "product": frozenset({"name", "noun", "features", "url"}),
    "story": frozenset({"quote"}),
    "topic": None,
    "keywords": None,
}
VALUES = {
    "product": SimpleNamespace(name="Tarn One", noun="kettle", features=["heat", "timer", "lid"], url=None),
    "topic": "Tea at home",
    "keywords": ["electric kettle", "tea"],
    "names": ["Tarn One"],
}


def template(text: str, line: int = 1) -> Template:
    return Template(text, path="my.md", line=line, blanks=BLANKS)


def rendered(text: str, **more: object) -> str:
    return template(text).render({**VALUES, **more})


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{{ product.name }} is {{ product.noun | article }}.", "Tarn One is a kettle."),
        ("{{ topic | small }}", "tea at home"),
        ("{{ product.name | small }}", "Tarn One"),
        ("{{ product.noun | plural | capital }}", "Kettles"),
        ("{{ product.features | list }}", "heat, timer, and lid"),
        ("{{ product.features | list('or') }}", "heat, timer, or lid"),
        ("{{ topic | title }}", "Tea at Home"),
        ("{% for word in keywords %}[{{ word }}]{% endfor %}", "[electric kettle][tea]"),
        ("{% if story %}{{ story.quote }}{% else %}none{% endif %}", "none"),
        ("{% if product.noun == 'kettle' and not story %}hot{% endif %}", "hot"),
        ("{{ keywords[1] }}", "tea"),
        ("{{ 'a' if topic else 'b' }}", "a"),
    ],
)
def test_blanks_are_filled(text: str, made: str) -> None:
    assert rendered(text) == made


def test_the_brand_decides_on_the_serial_comma() -> None:
    assert rendered("{{ product.features | list }}", serial_comma=False) == "heat, timer and lid"


@pytest.mark.parametrize(
    "text", ["{{ story.quote }}", "{{ product.url }}", "{{ story | small }}", "{{ story }}"]
)
def test_a_text_with_an_empty_blank_is_missing_and_never_says_none(text: str) -> None:
    with pytest.raises(Missing):
        rendered(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ produkt.name }}", 'there is no blank "produkt"; did you mean "product"?'),
        ("{{ product.nam }}", '"product" has no "nam"; did you mean "name"?'),
        ("{{ topic.length }}", '"topic" is a text and has no "length"'),
        ("{{ topic | upper }}", 'there is no filter "upper"'),
        ("{{ product.__class__ }}", '"__class__" is private'),
        ("{{ product['__class__'] }}", "write .__class__ instead of"),
        ("{{ topic.format(1) }}", "not allowed in a blank"),
        ("{% set x = 1 %}", "not allowed in a blank"),
        ("{% include 'other' %}", "not allowed in a blank"),
        ("{% macro m() %}{% endmacro %}", "not allowed in a blank"),
        ("{{ 9 ** 9 }}", "not allowed in a blank"),
        ("{% for a in keywords recursive %}{% endfor %}", "only"),
        ("{{ topic }", "a blank is not written right"),
        ("{% if topic %}", "a blank is not written right"),
    ],
)
def test_what_is_outside_the_subset_is_refused_when_it_is_read(text: str, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        template(text)
    assert said in str(caught.value)
    assert str(caught.value).startswith("my.md:1: ")


def test_the_line_of_a_fault_is_the_file_s() -> None:
    with pytest.raises(FormatError) as caught:
        template("one\ntwo\n{{ produkt }}\n", line=40)
    assert caught.value.line == 42


@pytest.mark.parametrize("text", ["{{ topic > 5 }}", "{{ 5 | plural }}", "{% for a in 5 %}{% endfor %}"])
def test_a_blank_that_asks_too_much_is_told_with_its_place(text: str) -> None:
    with pytest.raises(FormatError, match=r"my.md:7: a blank can't be filled"):
        template(text, line=7).render(VALUES)


@pytest.mark.parametrize("value", ["{{ topic }}", "{% if x %}", "{{ 7 * 7 }}", "<b>&amp;</b>", "[[slot]]"])
def test_what_stands_in_a_value_is_text_and_nothing_more(value: str) -> None:
    assert rendered("{{ topic }}!", topic=value) == value + "!"


@given(value=st.text(min_size=1))
def test_a_value_comes_out_as_it_went_in(value: str) -> None:
    assert rendered("<{{ topic }}>", topic=value) == f"<{value}>"


@given(text=st.text(alphabet="{}%|. abtopicfr'[]()_", max_size=40))
def test_any_text_is_a_template_or_a_clear_error(text: str) -> None:
    try:
        made = template(text)
    except FormatError as error:
        assert error.problems
        assert error.path == "my.md"
        return
    with suppress(Missing, FormatError):
        assert isinstance(made.render(VALUES), str)
