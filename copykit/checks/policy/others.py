"""What Microsoft, Meta, TikTok, LinkedIn and X refuse in the text of an ad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.checks.finding import replacement
from copykit.checks.policy.texts import ad_texts, broken, without_gap
from copykit.findings import Finding, Severity
from copykit.platforms import Source
from copykit.text import EMOJI, Document

__all__ = ["OTHERS"]

MICROSOFT = Source(text="MicrosoftDocs/Advertising-docs, responsivesearchad.md (November 2024)", known="O")
META = Source(text="Meta Advertising Standards, transparency.meta.com, personal attributes", known="O")
TIKTOK = Source(text="ads.tiktok.com/help/article?aid=10002742 (October 2024)", known="O")
TIKTOK_TEXT = Source(text="ads.tiktok.com/help, global-app-bundle-image-ad-specifications", known="O")
LINKEDIN = Source(text="linkedin.com/help/lms/answer/a426534 (through a mirror)", known="M")
LINKEDIN_NAME = Source(text="rollworks' page on LinkedIn ads", known="T")
X_TAGS = Source(text="hashtags in ads on X", known="K")

MOST_EMOJI = 10  # LinkedIn, introduction of a single image ad; an earlier copy of the page says 4

# Attributes that Meta's standards list. "Living with a dog" or "your team" name none of them.
_TRAIT = (
    r"(?:debts?|bad credit|bankrupt(?:cy)?|unemploy(?:ed|ment)|eviction|depress(?:ed|ion)|anxi(?:ety|ous)"
    r"|adhd|autis(?:m|tic)|bipolar|ptsd|addict(?:ed|ion)?|alcoholi(?:c|sm)|diabet(?:es|ic)|obes(?:e|ity)"
    r"|overweight|your weight|cancer|arthritis|acne|infertil(?:e|ity)|menopaus(?:e|al)|disab(?:led|ility)"
    r"|deaf|hiv|gay|lesbian|bisexual|transgender|queer|christian|muslim"
    r"|jewish|hindu|buddhist|catholic|atheist|pregnan(?:t|cy)"
    r"|divorced?|widow(?:ed|er)?|single (?:mum|mom|mother|dad|father|parent)|criminal record|felon"
    r"|union member|(?:black|white|asian"
    r"|latin[oa]|hispanic|arab) (?:men|man|women|woman|people|person|singles|families))"
)
_ATTRIBUTE = re.compile(
    r"\b(?:are you|aren['’]t you|you['’]re|you are|if you['’]re|as an?|because you['’]re)"
    rf"(?: [\w-]+){{0,2}} {_TRAIT}\b"
    rf"|\b(?:struggling|suffering|living|dealing|diagnosed|coping) (?:with|from)(?: [\w-]+){{0,2}} {_TRAIT}\b"
    rf"|\byour(?: [\w-]+)? {_TRAIT}\b|\b(?:meet|join|date)(?: \w+)? (?:other|fellow|local) {_TRAIT}\b"
    r"|\bpeople like you who\b|\b(?:if you['’]re|if you are|are you) (?:over|under|in your) \d0s?\b",
    re.IGNORECASE,
)
_TIKTOK = re.compile(r"[#{}]")
_TIKTOK_LINK = re.compile(r"https?://\S+|\bwww\.\S+|(?<!\w)@\w[\w.]*")
_TAG = re.compile(r"(?<!\w)#\w+")


def check_microsoft(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.characters`: a slash in a path or a line break in a Microsoft ad."""
    format = context.format
    if format is None or format.settings.platform != "microsoft":
        return
    for span, part in zip(document.fields, document.parts, strict=True):
        is_path = span.path.startswith("path")
        # A line end is a space to a reader: only the source still has it.
        if ("/" if is_path else "\n") in document.source[part.start : part.end].strip():
            what = "a slash in a path" if is_path else "a line break"
            yield broken(
                document, span.start, span.end, check="policy.characters",
                severity=Severity.ERROR,
                label="Microsoft Advertising", source=MICROSOFT, advice=f"Microsoft refuses {what}.",
            )  # fmt: skip


def check_attributes(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.personal-attributes`: an ad on Meta that tells its readers what they are."""
    for ad in ad_texts(document, context, "meta"):
        for match in _ATTRIBUTE.finditer(ad.text):
            yield broken(
                document, ad.start + match.start(), ad.start + match.end(),
                check="policy.personal-attributes",
                severity=Severity.WARNING, label="Meta Advertising Standards", source=META,
                advice="Meta refuses ads that say or imply what their readers are (health, money, faith, "
                "age, family): speak of the product, not of the person.",
            )  # fmt: skip


def check_tiktok(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.characters`: emoji, # and braces in a TikTok ad; addresses and @ in its caption."""
    for ad in ad_texts(document, context, "tiktok"):
        for pattern, source, what in (
            (EMOJI, TIKTOK_TEXT, "emoji"),
            (_TIKTOK, TIKTOK_TEXT, "#, { and }"),
            (_TIKTOK_LINK, TIKTOK, "addresses and @ (but in Spark ads)"),
        ):
            for match in pattern.finditer(ad.text):
                start, end = without_gap(ad.text, match.start(), match.end())
                yield broken(
                    document, ad.start + start, ad.start + end, check="policy.characters",
                    severity=Severity.ERROR, label="TikTok ads", source=source,
                    advice=f"TikTok takes no {what} in the text of an ad.",
                    fixes=[replacement(document, "", safe=True, title="Take it out")],
                )  # fmt: skip


def check_linkedin(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.emoji` and `policy.platform-name`: too many emoji, or LinkedIn's own name, in an ad there."""
    for ad in ad_texts(document, context, "linkedin"):
        emoji = list(EMOJI.finditer(ad.text))
        if len(emoji) > MOST_EMOJI:
            more = emoji[MOST_EMOJI]
            yield broken(
                document, ad.start + more.start(), ad.start + more.end(), check="policy.emoji",
                severity=Severity.ERROR,
                label="LinkedIn ads", source=LINKEDIN,
                advice=f"LinkedIn takes {MOST_EMOJI} emoji, and there are {len(emoji)}.",
            )  # fmt: skip
        for match in re.finditer(r"\blinked[ -]?in\b", ad.text, re.IGNORECASE):
            yield broken(
                document, ad.start + match.start(), ad.start + match.end(), check="policy.platform-name",
                severity=Severity.WARNING, label="LinkedIn ads", source=LINKEDIN_NAME,
                advice="LinkedIn does not like its own name in an ad.",
            )  # fmt: skip


def check_x(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.hashtags`: a hashtag in an ad on X."""
    for ad in ad_texts(document, context, "x"):
        for match in _TAG.finditer(ad.text):
            yield broken(
                document, ad.start + match.start(), ad.start + match.end(), check="policy.hashtags",
                severity=Severity.SUGGESTION, label="X ads", source=X_TAGS,
                advice="X is said to have stopped hashtags in ads: look before you book, or leave it out.",
            )  # fmt: skip


OTHERS: tuple[Check, ...] = (check_microsoft, check_attributes, check_tiktok, check_linkedin, check_x)
