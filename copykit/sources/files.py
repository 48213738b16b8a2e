"""Files and folders to documents: Markdown, plain text, HTML and Word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from copykit.errors import SourceError
from copykit.text import Document, Syntax, decode, parse

SUFFIXES: Mapping[str, Syntax | None] = MappingProxyType(
    {
        ".docx": None,
        ".htm": Syntax.HTML,
        ".html": Syntax.HTML,
        ".markdown": Syntax.MARKDOWN,
        ".md": Syntax.MARKDOWN,
        ".txt": Syntax.PLAIN,
    }
)
# No page of copy comes near it; a file that does was named by mistake.
LARGEST = 20_000_000
STANDARD_INPUT = "-"
_PASSED_OVER = frozenset(("node_modules", "__pycache__"))
_HTML_START = re.compile(
    r"\ufeff?\s*<(?:!doctype\s+html|html|head|body|p|div|h[1-6]|article|main|section)\b", re.IGNORECASE
)


def read_document(
    path: Path | str, *, data: bytes | None = None, syntax: Syntax | None = None, main_only: bool = False
) -> Document:
    """Reads a file into a document that is named by the path as given, with forward slashes.

    Args:
        path: the file, or `-` for standard input; its suffix tells the syntax.
        data: the content, where it is at hand already: standard input, an upload.
        syntax: what to read it as, whatever its suffix. Without it, standard input is read as HTML if it
            begins like a page, and as Markdown otherwise.
        main_only: of HTML, only the main content: no navigation, footers, asides and the like.

    Raises:
        SourceError: if the file is missing, unreadable, larger than 20 MB, of an unknown kind or broken.
    """
    name = path if isinstance(path, str) else path.as_posix()
    suffix = Path(name).suffix.lower()
    if syntax is None and name != STANDARD_INPUT and suffix not in SUFFIXES:
        raise _unknown(name)
    if data is None:
        data = _read(Path(path), name)
    if len(data) > LARGEST:
        raise _too_large(name, len(data))
    if suffix == ".docx" and syntax is None:
        from copykit.sources.word import read_word

        return read_word(data, name=name)
    source = decode(data)
    if syntax is None:
        syntax = SUFFIXES.get(suffix)
    if syntax is None:
        syntax = Syntax.HTML if _HTML_START.match(source) else Syntax.MARKDOWN
    if main_only and syntax is Syntax.HTML:
        from copykit.sources.pages import find_surroundings

        return parse(source, name=name, syntax=syntax, skip=find_surroundings(source))
    return parse(source, name=name, syntax=syntax)


def walk(paths: Iterable[Path | str]) -> Iterator[Path]:
    """The files to read for the paths that a user named, each once.

    A named file comes as it is; a folder gives its files of known kinds, sorted, those in its folders
    too. Hidden files and folders, `node_modules` and links that lead back into the walk are passed over.
    `-` is passed on.

    Raises:
        SourceError: if a named path does not exist or a named file is of an unknown kind.
    """
    seen: set[Path] = set()
    for named in paths:
        path = Path(named)
        if str(named) == STANDARD_INPUT:
            found: Iterable[Path] = (path,)
        elif path.is_dir():
            found = _walk_folder(path, set())
        elif not path.exists():
            raise _missing(path.as_posix())
        elif path.suffix.lower() not in SUFFIXES:
            raise _unknown(path.as_posix())
        else:
            found = (path,)
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _walk_folder(folder: Path, above: set[Path]) -> Iterator[Path]:
    real = folder.resolve()
    if real in above:
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise SourceError(
            f"the folder can't be read: {error.strerror}",
            path=folder.as_posix(),
            advice="Check who may open it.",
        ) from error
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _PASSED_OVER:
            continue
        if entry.is_dir():
            # A link to a folder further up leads back here.
            if not (entry.is_symlink() and entry.resolve() in real.parents):
                yield from _walk_folder(entry, above | {real})
        elif entry.suffix.lower() in SUFFIXES and entry.is_file():
            yield entry


def _read(path: Path, name: str) -> bytes:
    if name == STANDARD_INPUT:
        raise SourceError(
            "nothing came from standard input", path=name, advice="Pipe a text in, or name a file."
        )
    try:
        if path.is_dir():
            raise SourceError("this is a folder", path=name, advice="Name the files in it, or walk it.")
        if path.exists() and not path.is_file():
            raise SourceError("this is no regular file", path=name, advice="Save the text to a file first.")
        size = path.stat().st_size
        if size > LARGEST:
            raise _too_large(name, size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _missing(name) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(
            f"the file can't be read: {reason}", path=name, advice="Check its name and who may open it."
        ) from error


def _missing(name: str) -> SourceError:
    return SourceError("there is no such file or folder", path=name, advice="Check the spelling of the path.")


def _unknown(name: str) -> SourceError:
    return SourceError(
        f'files of the kind "{Path(name).suffix or Path(name).name}" can\'t be read',
        path=name,
        advice=f"Known are {', '.join(sorted(SUFFIXES))}.",
    )


def _too_large(name: str, size: int) -> SourceError:
    return SourceError(
        f"the file is {size / 1_000_000:.1f} MB, more than the {LARGEST / 1_000_000:.0f} MB that are read",
        path=name,
        advice="Split it, or name another file.",
    )
