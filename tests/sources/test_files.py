"""Files and folders become documents; what can't be read is told in one sentence with a way on."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from copykit.errors import SourceError
from copykit.sources import read_document, walk
from copykit.text import Syntax


def word_file(word: Word) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "syntax", "text"),
    [
        ("a.md", b"# Hi\r\nyou", Syntax.MARKDOWN, "Hi\n\nyou"),
        ("a.MARKDOWN", b"*Hi*", Syntax.MARKDOWN, "Hi"),
        ("b.txt", b"\xef\xbb\xbf*Hi*", Syntax.PLAIN, "*Hi*"),
        ("a.txt", b"10 \x80", Syntax.PLAIN, "10 €"),
        ("a.html", b"<p>Hi<p>you", Syntax.HTML, "Hi\n\nyou"),
        ("a.htm", b"<p>Hi", Syntax.HTML, "Hi"),
    ],
)
def test_the_suffix_tells_the_syntax(
    tmp_path: Path, name: str, content: bytes, syntax: Syntax, text: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    document = read_document(path)
    assert (document.name, document.syntax) == (path.as_posix(), syntax)
    assert document.text == text
    assert read_document(path, syntax=Syntax.PLAIN).syntax is Syntax.PLAIN


def test_standard_input_is_a_page_or_markdown() -> None:
    assert read_document("-", data=b"# Hi").syntax is Syntax.MARKDOWN
    assert read_document("-", data=b"  <!DOCTYPE html><p>Hi").syntax is Syntax.HTML
    assert read_document("-", data=b"Hi *you*", syntax=Syntax.PLAIN).text == "Hi *you*"
    assert read_document("-", data=b"x").name == "-"
    with pytest.raises(SourceError, match="standard input"):
        read_document("-")


def test_an_upload_is_read_by_its_name() -> None:
    document = read_document("notes.txt", data=b"*a*")
    assert (document.name, document.text) == ("notes.txt", "*a*")


def test_what_cannot_be_read_is_told_with_advice(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file") as error:
        read_document(tmp_path / "gone.md")
    assert (tmp_path / "gone.md").as_posix() in str(error.value)
    with pytest.raises(SourceError, match=r'"\.pdf".*\.docx, .*\.md, \.txt'):
        read_document(tmp_path / "a.pdf")
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(SourceError, match="folder"):
        read_document(tmp_path / "folder.md")
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(SourceError, match="20 MB"):
        read_document(large)
    with pytest.raises(SourceError, match="20 MB"):
        read_document("large.txt", data=bytes(20_000_001))
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    with pytest.raises(SourceError, match="no regular file"):
        read_document(pipe)


def test_a_walk_is_sorted_and_passes_over_what_is_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = ("b.md", "a/z.txt", "a/b/c.html", "c.docx")
    for name in (*shown, "a/skip.pdf", ".hidden.md", ".git/x.md", "node_modules/x.md"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert [path.as_posix() for path in walk(["."])] == ["a/b/c.html", "a/z.txt", "b.md", "c.docx"]
    listed = ["b.md", "a/b/c.html", "a/z.txt", "-"]
    assert [path.as_posix() for path in walk(["b.md", "a", "-", "b.md"])] == listed
    assert [path.as_posix() for path in walk([".hidden.md"])] == [".hidden.md"]
    with pytest.raises(SourceError, match="no such file or folder"):
        list(walk(["nowhere"]))
    with pytest.raises(SourceError, match="can't be read"):
        list(walk(["a/skip.pdf"]))


PAGE = b"""<html><head><title>T</title></head><body>
<header>Top <a href="/">Home</a></header><nav><ul><li>Menu</li></ul></nav>
<div class="wrap"><div>Banner</div><main><header><h1>Head</h1></header><p>Body &amp; soul</p><aside>Ad</aside>
<div hidden>Gone</div><p>More</p></main><div>Related</div></div><footer>Legal</footer></body></html>"""


def test_the_main_content_of_a_page_can_be_had_alone() -> None:
    whole = read_document("page.html", data=PAGE)
    assert "Menu" in whole.text
    main = read_document("page.html", data=PAGE, main_only=True)
    assert main.text == "T\n\nHead\n\nBody & soul\n\nMore"
    assert main.meta == {"title": "T"}
    start = main.text.index("& soul")
    assert main.quote(main.locate(start, start + 6)) == "&amp; soul"
    crlf = read_document("page.html", data=b"\xef\xbb\xbf" + PAGE.replace(b"\n", b"\r\n"), main_only=True)
    assert crlf.text == main.text


def test_a_page_without_a_main_element_keeps_its_body() -> None:
    page = b"<body><nav>Menu</nav><h1>Head</h1>text<p>Body<footer>Legal</footer></body>"
    assert read_document("p.html", data=page, main_only=True).text == "Head\n\ntext\n\nBody"
    article = b"<body><div>Share</div><article><p>Body</article><div>More posts</div>"
    assert read_document("p.html", data=article, main_only=True).text == "Body"
    assert read_document("p.html", data=b"", main_only=True).text == ""


def test_a_word_file_is_its_paragraphs_lists_tables_and_links(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Pumps", level=0)
    word.add_heading("Why quiet", level=2)
    paragraph = word.add_paragraph("They ")
    paragraph.add_run("hum").bold = True
    paragraph.add_run(" softly. ")
    link = OxmlElement("w:hyperlink")
    relation = word.part.relate_to("https://x.example/buy", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "Buy one"
    run.append(text)
    link.append(run)
    paragraph._p.append(link)
    word.add_paragraph("Small", style="List Bullet")
    word.add_paragraph("Lovely.", style="Quote")
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "From"
    table.cell(0, 1).text = "€90"
    path = tmp_path / "pumps.docx"
    path.write_bytes(word_file(word))
    document = read_document(path)
    assert [(str(block.kind), document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", "Pumps"),
        ("heading", "Why quiet"),
        ("paragraph", "They hum softly. Buy one"),
        ("item", "Small"),
        ("quote", "Lovely."),
        ("cell", "From"),
        ("cell", "€90"),
    ]
    assert [document.text[one.start : one.end] for one in document.links] == ["Buy one"]
    assert document.links[0].url == "https://x.example/buy"
    start = document.text.index("softly")
    place = document.locate(start, start + 6)
    assert document.source[place.start : place.end] == "softly"
    assert document.line_column(place)[0] == 3
    assert [document.text[low:high] for low, high in document.quoted] == ["Lovely."]


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"word/{number}.xml", bytes(70_000_000))
    return buffer.getvalue()


def without_body() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types xmlns='http://x'/>")
    return buffer.getvalue()


def malformed() -> bytes:
    source = zipfile.ZipFile(io.BytesIO(word_file(docx.Document())))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name) if name != "word/document.xml" else "<w:document")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "broken"),
        (b"plain text", "broken"),
        (b"PK\x03\x04 cut off", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "password"),
        (without_body(), "broken"),
        (malformed(), "broken"),
        (word_file(docx.Document())[:-400], "broken"),
    ],
)
def test_a_broken_word_file_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as error:
        read_document("a.docx", data=data)
    assert "a.docx" in str(error.value)


def test_a_word_file_that_unpacks_to_far_too_much_is_not_opened() -> None:
    with pytest.raises(SourceError, match="unpacks"):
        read_document("a.docx", data=bomb())
