"""Finds what a model was talked into: foreign addresses and asks, its own instructions, talk about itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from copykit.checks.asks import wanted_ask
from copykit.checks.context import Check, Context
from copykit.checks.finding import absent, found, replacement
from copykit.checks.quantities import tokens_of
from copykit.checks.remember import remembered
from copykit.findings import Area, Finding, Reference, Severity
from copykit.orders import order_in
from copykit.text import Document
from copykit.text.document import Part

if TYPE_CHECKING:
    from copykit.formats import Format
    from copykit.guide import Guide

__all__ = ["OUTSIDE"]

RUN = 7  # words in a row from the instructions that no copy has by chance (ours)
_BLANK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ADDRESS = re.compile(
    r"\b(?:https?|ftp|javascript|data|file|tel|sms|mailto):[^\s<>\"'“”]+|\bwww\.[^\s<>\"'“”]+"
    r"|(?<![:\w/])//[\w-]+(?:\.[\w-]+)+[^\s<>\"'“”]*"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@/.-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|co|dev|app|biz|info|ru|cn|xyz|top|site"
    r"|shop|link|click|me|tv"
    r"|example|test|invalid|uk|us|de|eu)(?:/[^\s<>\"'“”]*)?(?![\w-])"
    r"|(?<!\w)@[A-Za-z]\w{2,}|(?<![\w.,/])\+?\(?\d[\d ().-]{7,18}\d(?![\w,])",
    re.IGNORECASE,
)
_REACHED = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?[\d ().-]{5,24}")
_TALK = re.compile(
    r"\bas an? (?:ai|large language model|language model|assistant)\b"
    r"|\b(?:large )?language model\b|\bsystem prompt\b"
    r"|\b(?:previous|prior|above|these|my|hidden) instructions\b|\bhard rules\b"
    r"|\bI(?:['’]m| am) (?:sorry|unable|not able|afraid)[^.\n]{0,30}\b(?:can['’]?t|cannot|to help"
    r"|to comply|comply)\b"
    r"|\bI (?:can['’]?t|cannot|can not|won['’]t) (?:help|assist|comply|do that|write|produce|generate)\b"
    r"|\bhere (?:is|are|'s|’s) (?:the|your|a|my) (?:json|draft|email|copy|rewrite|revision|prompt"
    r"|instructions?|output)\b"
    r"|\b(?:prompt injection|jailbreak|developer mode|DAN mode)\b|={8,}|</?(?:sample|system"
    r"|assistant|user|script|iframe"
    r"|img|a|instructions?)\b[^>]*>|<\|\w+\|>|\[/?INST\]|\(data\)\s*$|\bas it stands \(data\)"
    r"|\"role\"\s*:|```|[\"”“']\s*:\s*[\"”“\[{]|[{}\[\]]{3,}|</?\w+>"
    r"|(?<![\w/.-])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{40,}={0,2}(?![\w/.-])"
    r"|\b(?:claim|offer|price|story|fact):[a-z0-9][\w-]*|\b\w*([a-z])\1{6,}\w*\b|\b(?:text|field"
    r"|key)_\d\b|\btool_calls?\b|\bfunction_call\b"
    # The same words over and over: a model that has lost its thread.
    r"|\b([^\W\d_]+(?: [^\W\d_]+){0,3})(?:[ ,.;!\n]{1,3}\2){4,}\b",
    re.IGNORECASE | re.MULTILINE,
)
_WORDS = re.compile(r"[^\W\d_]{3,}")
_TARGET = re.compile(r"\]\([^)\s]*")  # where a link leads is looked at by itself
_HTML = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|<!--|<!\[CDATA\[|<\?")
_PRIVATE = re.compile(
    r"\b(?:password|passcode|bank (?:details|account)|card (?:number|details)|credit card"
    r"|gift cards?|wire (?:us|the|me)"
    r"|bitcoin|crypto(?:currency)?|social security|national insurance number|login details"
    r"|PIN (?:code|number)"
    r"|remote access|verification code)\b",
    re.IGNORECASE,
)


def check_talk(document: Document, context: Context) -> Iterator[Finding]:
    """`format.prompt-leak`: the model's instructions, or talk about itself, in copy that it wrote."""
    if not context.machine or context.format is None:
        return
    # In Markdown, HTML is no text: it is looked for in the source.
    for part in document.parts:
        if found_tag := _HTML.search(document.source, part.start, part.end):
            yield absent(
                document, part.path, check="format.prompt-leak", severity=Severity.ERROR, area=Area.FORMAT,
                advice=f"{found_tag.group()[:40]} is HTML, and copy of ours holds none. Write it in words.",
            )  # fmt: skip
        elif unseen := _unseen(document, part, context):
            yield absent(
                document, part.path, check="format.prompt-leak", severity=Severity.ERROR, area=Area.FORMAT,
                advice=f"“{unseen[:40]}” stands in code or in a link's title, where no check reads it."
                " Write it as text, or leave it out.",
            )  # fmt: skip
    told: list[tuple[int, int]] = []
    runs = _runs(context.format)
    tokens = [token for token in tokens_of(document.text) if token.text[0].isalnum()]
    words = [token.text for token in tokens]
    at = 0
    while at + RUN <= len(words):
        if tuple(words[at : at + RUN]) in runs:
            last = at + RUN
            while last < len(words) and tuple(words[last - RUN + 1 : last + 1]) in runs:
                last += 1
            told.append((tokens[at].start, tokens[last - 1].end))
            at = last
        else:
            at += 1
    marks = [match.span() for match in _TALK.finditer(document.text)]
    for start, end in [*told, *(span for span in marks if not _touches(span, told))]:
        yield found(
            document, start, min(end, start + 300), check="format.prompt-leak", severity=Severity.ERROR,
            area=Area.FORMAT,
            advice="This is from the model's instructions, or talks about the model. Write the copy instead.",
        )  # fmt: skip


def _unseen(document: Document, part: Part, context: Context) -> str:
    """The first line of a Markdown field with words that its text has not: code, a title, a comment."""
    field = context.format.field(part.path) if context.format and part.path else None
    if field is None or field.markup != "markdown":
        return ""
    text = " ".join(document.text[one.start : one.end] for one in document.fields if one.path == part.path)
    seen = {word.casefold() for word in _WORDS.findall(text)}
    source = context.brief.source if not order_in(context.brief.source) else ""
    for line in unescape(document.source[part.start : part.end]).splitlines():
        words = {word.casefold() for word in _WORDS.findall(_TARGET.sub("](", line))}
        if not words <= seen and line.strip() not in source:
            return line.strip()
    return ""


@remembered
def _runs(format: Format) -> frozenset[tuple[str, ...]]:
    """Every run of words of the format's instructions that holds no blank."""
    templates = (format.instructions, format.request, *format.revision)
    found: set[tuple[str, ...]] = set()
    for template in templates:
        for piece in _BLANK.split(template.text):
            words = [token.text for token in tokens_of(piece) if token.text[0].isalnum()]
            found.update(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return frozenset(found)


def check_addresses(document: Document, context: Context) -> Iterator[Finding]:
    """`format.foreign-address`: an address or number in a model's copy that the guide does not have."""
    if not context.machine:
        return
    known, hosts = _addresses(context.guide)
    brief = context.brief
    facts = (fact for fact in brief.facts if not order_in(fact))
    # An address that is none may hold another one: "me@ours.example, or win at evil.test".
    own = (text for text in (brief.sender.email, brief.sender.phone) if _REACHED.fullmatch(text.strip()))
    mine = " ".join([*facts, *own]).casefold()
    for image in document.images:
        said = image.url.casefold()
        if not (said in known or (said and said in mine)):
            yield absent(
                document, document.place(image.start, image.end).field, check="format.foreign-address",
                severity=Severity.ERROR, area=Area.FORMAT,
                advice="The guide has no such picture. Leave it out, or add its address to the brief.",
            )  # fmt: skip
    spots = [(match.start(), match.group()) for match in _ADDRESS.finditer(document.text)]
    spots += [(link.start, link.url) for link in document.links if link.url not in dict(spots).values()]
    for start, address in spots:
        said = address.rstrip(".,;:!?)]}*_").casefold()
        if said in known or said in mine or _is_own(said, known, hosts) or _digits(said) in known:
            continue
        if said.isdigit() or _is_fixed(document, start, context):
            continue
        end = start + len(said) if document.text.startswith(address, start) else start + 1
        yield found(
            document, start, end, check="format.foreign-address",
            severity=Severity.ERROR, area=Area.FORMAT,
            advice="The guide has no such address or number. Leave it out, or add it to the brief's facts.",
            reference=Reference(
                label="the guide's asks", path=context.guide.file("messages.yaml").as_posix()
            ),
        )  # fmt: skip


@remembered
def _addresses(guide: Guide) -> tuple[frozenset[str], frozenset[str]]:
    """The addresses and numbers of a guide, and the hosts of its addresses."""
    urls = [guide.brand.website, *(ask.url for ask in guide.asks)]
    urls += [product.url for product in guide.products if product.url]
    urls += [claim.proof.url for claim in guide.claims if claim.proof.url]
    texts = [*urls, *(line.text for line in guide.brand.legal), *guide.brand.style.phones]
    texts += [text for ask in guide.asks for text in (ask.line, ask.question)]
    known = {
        match.group().rstrip(".,;:!?)").casefold() for text in texts for match in _ADDRESS.finditer(text)
    }
    known |= {_digits(one) for one in known if _digits(one)}
    return frozenset(known), frozenset(filter(None, map(_host, urls)))


def _is_own(address: str, known: Collection[str], hosts: Collection[str]) -> bool:
    """Whether an address is a page of ours, tagged or not: a path that the guide has not leads nowhere."""
    if _host(address) not in hosts:
        return False
    page, _, tags = address.partition("?")
    bare = page.partition("#")[0].rstrip("/")
    tagged = all(tag.startswith("utm_") for tag in tags.split("&")) if tags else True
    return tagged and (any(_same_page(bare, one) for one in known) or not _path(bare))


def _same_page(address: str, other: str) -> bool:
    return (_host(address), _path(address)) == (_host(other), _path(other.partition("?")[0]))


def _path(address: str) -> str:
    """What stands behind the host, without slashes at its ends."""
    return re.sub(r"^\w+://", "", address).partition("/")[2].strip("/")


def _host(address: str) -> str:
    """The host of an address; "" where it hides one or has none that can be read ("https://[click")."""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
    except ValueError:
        return ""
    return "" if "@" in parts.netloc else (parts.hostname or "").removeprefix("www.")


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return digits if len(digits) >= 7 else ""


def check_requests(document: Document, context: Context) -> Iterator[Finding]:
    """`asks.unapproved`: a button that the guide does not have, or a request for what is private."""
    if not context.machine:
        return
    asks = context.guide.asks
    labels = {_plain(text) for ask in asks for text in (ask.text, *ask.wordings)}
    reference = asks[0].reference("the guide's asks", quote=asks[0].text) if asks else None
    seen: set[str] = set()
    for block in document.blocks:
        path = document.field_at(block.start)
        field = context.format.field(path) if context.format and path else None
        if field is None or field.role != "ask":
            continue
        said = document.text[block.start : block.end]
        twice = str(path) in seen
        seen.add(str(path))
        if labels and said.strip() and (twice or _plain(said) not in labels) and not document.slots:
            ask = wanted_ask(context)[1] or asks[0]
            yield found(
                document, block.start, block.end, check="asks.unapproved", severity=Severity.ERROR,
                advice=f"This is none of the guide's asks. Use one of theirs, such as “{ask.text}”.",
                fixes=[replacement(document, ask.text)], reference=reference,
            )  # fmt: skip
    for match in _PRIVATE.finditer(document.text):
        if _in_guide(match.group(), context.guide):
            continue
        yield found(
            document, *match.span(), check="asks.unapproved", severity=Severity.ERROR,
            advice="Copy of ours asks for nothing private. Leave it out.", reference=reference,
        )  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@remembered
def _all_words(guide: Guide) -> str:
    from copykit.checks.evidence import guide_texts

    return " ".join(text for _, _, text in guide_texts(guide)).casefold()


def _in_guide(said: str, guide: Guide) -> bool:
    return said.casefold() in _all_words(guide)


def _is_fixed(document: Document, at: int, context: Context) -> bool:
    """Whether a place stands in a field whose text the guide fixes."""
    path = document.field_at(at)
    field = context.format.field(path) if context.format and path else None
    return field is not None and field.role in ("legal", "url")


def _touches(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(low < span[1] and span[0] < high for low, high in others)


OUTSIDE: tuple[Check, ...] = (check_talk, check_addresses, check_requests)
