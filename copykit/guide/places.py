"""Where a document stands beside its brand, so that rules for folders mean the same wherever one runs."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

__all__ = ["ANYWHERE", "matches", "shared_path"]

ANYWHERE = "anywhere"


def shared_path(document: str, folder: Path) -> str:
    """A document's path from the deepest folder that holds both it and the brand's folder.

    With the brand in `site/brand/acme`, the page `site/blog/may.md` is `blog/may.md`, wherever one runs.
    """
    path, other = Path(document).resolve(), folder.resolve()
    shared = next((above for above in (other, *other.parents) if path.is_relative_to(above)), None)
    return path.relative_to(shared).as_posix() if shared else path.as_posix()


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern means a path.

    `*` stands for anything but a slash and `**` for anything; a folder's name means all that is in it; like
    in .gitignore, a pattern may begin at any folder, unless it begins with a slash.
    """
    return _pattern(pattern).search(path) is not None


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    inner = pattern.replace("\\", "/").removeprefix("./").strip("/")
    made = re.sub(r"\\\*\\\*/?|\\\*|\\\?", _wildcard, re.escape(inner))
    begin = "^" if pattern.startswith("/") else "(?:^|/)"
    return re.compile(rf"{begin}{made}(?:/.*)?$", re.DOTALL)


def _wildcard(found: re.Match[str]) -> str:
    said = found.group().replace("\\", "")
    return {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}[said]
