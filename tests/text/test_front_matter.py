"""What front matter publishes is read like the page, each letter at its place; its other settings are not."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from copykit.text import Document, Syntax, parse


def read(front: str, body: str = "Body") -> Document:
    return parse(f"---\n{front}\n---\n\n{body}\n", name="x.md", syntax=Syntax.MARKDOWN)


def said(document: Document) -> dict[str, str]:
    return {text.key: document.text[text.start : text.end] for text in document.front}


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: Hot tea, fast", {"title": "Hot tea, fast"}),
        ("title: Hot tea # for now", {"title": "Hot tea"}),
        ('title: "Say \\"hi\\" \\u2014 now"', {"title": 'Say "hi" — now'}),
        ("title: 'It''s tea'", {"title": "It's tea"}),
        ("description: >\n  One line\n  and more.\n\nslug: tea", {"description": "One line and more."}),
        ("description: |-\n  One line\nsubject: Tea", {"description": "One line", "subject": "Tea"}),
        ("description: One line\n  and more", {"description": "One line and more"}),
        ("subject: Your tea\npreheader: It's hot", {"subject": "Your tea", "preheader": "It's hot"}),
        ("title: [Tea, Milk]", {}),
        ("title:\nslug: tea", {}),
        ("seo:\n  title: Tea", {}),
        ("author: Ida\nlayout: post", {}),
        ("# title: Tea\nlayout: post", {}),
        ("title: |\nslug: x", {}),
    ],
)
def test_texts_are_read_as_yaml_means_them(front: str, expected: dict[str, str]) -> None:
    document = read(front)
    assert said(document) == expected
    settings = yaml.safe_load(front)
    assert all(" ".join(str(settings[key]).split()) == text for key, text in expected.items())
    assert document.text.endswith("Body")


def test_a_title_is_a_title_and_a_description_a_description() -> None:
    document = read('title: Hot tea\r\ndescription: "It is hot."')
    assert [str(block.kind) for block in document.blocks] == ["title", "description", "paragraph"]
    start = document.text.index("is hot")
    assert document.quote(document.locate(start, start + 6)) == "is hot"


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.sampled_from(["", "'", '"']))
def test_each_letter_stands_at_its_place(value: str, mark: str) -> None:
    document = read(f"title: {mark}{value}{mark}")
    for text in document.front:
        for at in range(text.start, text.end):
            quote = document.quote(document.locate(at, at + 1))
            assert document.text[at] == quote or not document.is_plain(at, at + 1)
