"""Real posts, hard-wrapped and full of templating, are read as a person would read them aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from copykit.text import Document, Syntax, decode, parse

POSTS = sorted((Path(__file__).parent.parent / "data" / "text" / "18f").glob("[!R]*.md"))


def listing(document: Document) -> str:
    lines, last = [], -1
    for start, end, index in document.sentences:
        if index != last:
            block = document.blocks[index]
            lines.append(f"[{block.kind} {block.level}]" if block.level else f"[{block.kind}]")
            last = index
        lines.append(document.text[start:end])
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_a_real_post_reads_as_its_golden_listing(path: Path) -> None:
    document = parse(decode(path.read_bytes()), name=path.name, syntax=Syntax.MARKDOWN)
    assert listing(document) == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert document.meta["title"]
    assert not document.problems


def test_line_ends_change_no_text() -> None:
    assert len(POSTS) == 4
    for path in POSTS:
        source = decode(path.read_bytes())
        unix = parse(source, name="x", syntax=Syntax.MARKDOWN)
        windows = parse(source.replace("\n", "\r\n"), name="x", syntax=Syntax.MARKDOWN)
        assert windows.text == unix.text
        for one, other in zip(unix.words, windows.words, strict=True):
            assert windows.quote(windows.locate(*other)) == unix.quote(unix.locate(*one)).replace(
                "\n", "\r\n"
            )
