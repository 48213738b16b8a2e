"""Tells the main content of a web page from what surrounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

# Elements and roles that hold no copy of the page's own (WAI-ARIA landmarks).
_SURROUNDINGS = frozenset(
    ("nav", "footer", "aside", "dialog", "script", "style", "noscript", "template", "form")
)
_ROLES = frozenset(
    ("navigation", "contentinfo", "complementary", "search", "banner", "dialog", "alertdialog")
)
_MAIN_IDS = ("main", "content", "main-content", "primary")


def find_surroundings(source: str) -> frozenset[int]:
    """Offsets of the start tags of those elements of a page that are not its main content.

    The main content is the first `<main>` or `role="main"`, else the only `<article>`, else an element
    with a customary id, else the whole body; navigation, footers, asides, hidden elements and, outside of
    articles, page headers are taken out of it. Text is never taken out without an element around it.
    """
    from bs4 import BeautifulSoup, Tag

    shift = 1 if source.startswith("\ufeff") else 0
    page = BeautifulSoup(source[shift:], "html.parser")
    lines = [shift]
    at = source.find("\n", shift)
    while at >= 0:
        lines.append(at + 1)
        at = source.find("\n", at + 1)

    def offset(tag: Tag) -> int | None:
        if tag.sourceline is None or tag.sourcepos is None:
            return None
        place = lines[tag.sourceline - 1] + tag.sourcepos
        # The parser's own count is trusted only where a tag of that name stands.
        return place if source[place + 1 : place + 1 + len(tag.name)].lower() == tag.name else None

    unwanted: list[Tag] = [tag for tag in page.find_all(True) if isinstance(tag, Tag) and _is_around(tag)]
    main = _find_main(page)
    if main is not None:
        inside: Tag | None = main
        while inside is not None and inside.name not in ("body", "html", "[document]"):
            unwanted += [
                sibling
                for sibling in (*inside.previous_siblings, *inside.next_siblings)
                if isinstance(sibling, Tag) and sibling.name not in ("head", "title", "meta")
            ]
            inside = inside.parent
    return frozenset(place for tag in unwanted if (place := offset(tag)) is not None)


def _find_main(page: Tag) -> Tag | None:
    found = page.find("main") or page.find(role="main")
    if found is None:
        articles = page.find_all("article")
        found = articles[0] if len(articles) == 1 else None
    for name in _MAIN_IDS:
        found = found or page.find(id=name)
    return found


def _is_around(tag: Tag) -> bool:
    if tag.name in _SURROUNDINGS or tag.get("role") in _ROLES:
        return True
    if tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    return tag.name == "header" and tag.find_parent(["article", "main", "section"]) is None
