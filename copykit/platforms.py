"""What the platforms take and what they show: each length with its source, its date and how well it is known.

Formats under `prompts/` name their own limits, so that a team can change them; this table is what they
were written from, and `docs/limits.md` shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

__all__ = ["KNOWN", "READ", "Known", "PlatformLimit", "Source", "limits_page", "platform_limits"]

Known = Literal["O", "M", "T", "K", "ours"]
Effect = Literal["rejected", "cut off", "advised"]

KNOWN: Mapping[str, str] = {
    "O": "the platform's own text",
    "M": "the platform's own text, read through a copy",
    "T": "a third party's page",
    "K": "common knowledge, not confirmed",
    "ours": "our own choice",
}
READ = date(2026, 11, 23)
"""The day on which all sources of this table were read."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a rule or a figure comes from."""

    text: str
    known: Known
    read: date = READ

    def __str__(self) -> str:
        return f"Source: {self.text}; read {self.read.isoformat()}; {KNOWN[self.known]}."


@dataclass(frozen=True, kw_only=True)
class PlatformLimit:
    """One length that a platform sets.

    Attributes:
        place: the platform and the kind of ad, post or page.
        item: the field.
        max: the most, in `counting` (see `copykit.text.COUNTINGS`; `pixels` for a search result's width).
        effect: what happens beyond it: `rejected`, `cut off`, or only `advised` against.
        note: how many of them there are, and what else decides.
    """

    place: str
    item: str
    max: int
    effect: Effect
    source: Source
    counting: str = "characters"
    note: str = ""


_Row = tuple[str, int, Effect] | tuple[str, int, Effect, str]


def _limits(
    place: str, source: Source, rows: Sequence[_Row], *, counting: str = "characters"
) -> Iterator[PlatformLimit]:
    for item, most, effect, *note in rows:
        yield PlatformLimit(
            place=place, item=item, max=most, effect=effect, source=source, counting=counting,
            note=note[0] if note else "",
        )  # fmt: skip


_GOOGLE_RSA = Source(
    text="Google Ads Help 9305786 (through a mirror); counts from the Google Ads API, ResponsiveSearchAdInfo",
    known="M",
)
_PMAX = Source(text="developers.google.com/google-ads/api/performance-max/asset-requirements", known="O")
_DEMAND = Source(text="support.google.com/google-ads/answer/13704860", known="O")
_APP_CAMPAIGN = Source(text="support.google.com/google-ads/answer/13676244 (through a mirror)", known="M")
_VIDEO = Source(text="jupitron.ai", known="T")
_MICROSOFT = Source(text="MicrosoftDocs/Advertising-docs, responsivesearchad.md (November 2024)", known="O")
_AUDIENCE = Source(text="MicrosoftDocs/Advertising-docs, responsivead.md", known="O")
_META_STORY = Source(text="Meta Ads Guide, Facebook story (through a copy)", known="M")
_META_SPECS = Source(text="adsuploader.com, meta-ad-copy-specs; lettercounter.org; jupitron.ai", known="T")
_LINKEDIN = Source(text="linkedin.com/help/lms/answer/a426534 (through mirrors of two dates)", known="M")
_LINKEDIN_OTHER = Source(text="rollworks, alladspecs.com (cites a425731)", known="T")
_UNCONFIRMED = Source(text="not confirmed", known="K")
_X = Source(text="twitter/twitter-text, config/v3.json", known="O")
_X_ADS = Source(text="xyzlab.com/x-ads-specs", known="T")
_TIKTOK = Source(text="ads.tiktok.com/help, global-app-bundle-image-ad-specifications", known="O")
_REDDIT = Source(text="Reddit Help, image specifications (through a mirror)", known="M")
_PINTEREST = Source(text="help.pinterest.com/en/business/article/pinterest-product-specs", known="O")
_SMS = Source(text="docs.namirial.app; developers.telnyx.com", known="O")
_SMS_OTHER = Source(text="pages about toll-free messages; Twilio's advice", known="T")
_APPLE = Source(text="appconnecttranslate.com", known="T")
_PLAY = Source(text="easy-connect.io", known="T")
_IPHONE = Source(text="emailtooltester.com, tested on Apple Mail on an iPhone 14", known="T")
_INBOX = Source(text="typecount.com; knowledge.acellemail.com", known="T")
_YOAST = Source(text="YoastSEO, its repository", known="O")
_SERP = Source(text="codoseo-web's search-result preview (docs.rs)", known="T")


@cache
def platform_limits() -> tuple[PlatformLimit, ...]:
    """The table, made when it is first asked for."""
    return (
        *_limits("Google responsive search ad", _GOOGLE_RSA, [
            ("headline", 30, "rejected", "3 to 15; up to 3 show"),
            ("description", 90, "rejected", "2 to 4; up to 2 show"),
            ("path", 15, "rejected", "up to 2; the second only with the first"),
        ], counting="google"),
        *_limits("Google Performance Max", _PMAX, [
            ("headline", 30, "rejected", "3 to 15, at least one of 15 or less"),
            ("long headline", 90, "rejected", "1 to 5"),
            ("description", 90, "rejected", "2 to 5 (the help page says 3), at least one of 60 or less"),
            ("business name", 25, "rejected", "1"),
        ], counting="google"),
        *_limits("Google Demand Gen", _DEMAND, [
            ("headline", 40, "rejected", "up to 5"),
            ("description", 90, "rejected", "up to 5"),
            ("business name", 25, "rejected"),
            ("carousel card headline", 40, "rejected", "2 to 10 cards"),
        ], counting="google"),
        *_limits("Google app campaign", _APP_CAMPAIGN, [
            ("headline", 30, "rejected", "up to 5"),
            ("description", 90, "rejected", "up to 5"),
        ], counting="google"),
        *_limits("Google video action ad", _VIDEO, [
            ("headline", 15, "rejected"),
            ("long headline", 90, "rejected"),
            ("description", 70, "rejected"),
            ("call to action", 10, "rejected"),
        ], counting="google"),
        *_limits("Microsoft responsive search ad", _MICROSOFT, [
            ("headline", 30, "rejected", "3 to 15; double-width letters and emoji count twice"),
            ("description", 90, "rejected", "2 to 4"),
            ("path", 15, "rejected", "up to 2, without a slash"),
            ("domain with its paths", 67, "rejected"),
            ("final URL", 2048, "rejected"),
        ], counting="microsoft"),
        *_limits("Microsoft audience ad", _AUDIENCE, [
            ("headline", 30, "rejected"),
            ("long headline", 90, "rejected"),
            ("text", 90, "rejected"),
            ("business name", 25, "rejected"),
        ], counting="microsoft"),
        *_limits("Meta story ad", _META_STORY, [
            ("primary text", 125, "cut off"),
            ("headline", 40, "cut off"),
        ]),
        *_limits("Meta feed ad", _META_SPECS, [
            ("primary text", 125, "cut off", "before “See more”"),
            ("headline", 40, "cut off", "some feeds cut from 27 on"),
            ("description", 30, "cut off", "25 to 30 by placement"),
            ("primary text", 2200, "rejected", "by another source 4,096 through the API"),
            ("headline", 255, "rejected", "by another source 40"),
            ("description", 255, "rejected", "by another source 30"),
        ]),
        *_limits("Meta reels ad", _META_SPECS, [
            ("primary text", 72, "cut off"),
            ("overlay text", 10, "cut off"),
        ]),
        *_limits("LinkedIn post", _UNCONFIRMED, [
            ("opening", 210, "cut off", "before “see more”, on a phone"),
            ("body", 3000, "rejected", "the whole post"),
        ]),
        *_limits("LinkedIn single image ad", _LINKEDIN, [
            ("introduction", 150, "cut off"),
            ("introduction", 3000, "rejected", "an earlier copy says 600"),
            ("emoji in the introduction", 10, "rejected", "an earlier copy says 4"),
            ("headline", 70, "cut off"),
            ("headline", 200, "rejected"),
            ("ad name", 255, "rejected"),
        ]),
        *_limits("LinkedIn single image ad", _LINKEDIN_OTHER, [
            ("description", 100, "cut off"),
            ("description", 300, "rejected"),
        ]),
        *_limits("LinkedIn carousel ad", _LINKEDIN_OTHER, [
            ("introduction", 255, "rejected"),
            ("card headline", 45, "rejected", "30 with a lead form"),
        ]),
        *_limits("LinkedIn message ad", _LINKEDIN_OTHER, [
            ("subject", 60, "rejected"),
            ("body", 1500, "rejected"),
            ("button", 20, "rejected"),
        ]),
        *_limits("LinkedIn message ad", _UNCONFIRMED, [("footer", 2500, "rejected")]),
        *_limits("LinkedIn conversation ad", _UNCONFIRMED, [
            ("message", 8000, "rejected"),
            ("button", 25, "rejected"),
        ]),
        *_limits("X post", _X, [
            ("post", 280, "rejected", "a link counts 23, an emoji 2"),
        ], counting="x"),
        *_limits("X ad", _X_ADS, [
            ("website title", 70, "cut off"),
            ("conversation headline", 23, "rejected"),
            ("conversation post", 256, "rejected"),
            ("poll option", 25, "rejected"),
        ], counting="x"),
        *_limits("TikTok in-feed ad", _TIKTOK, [
            ("caption", 100, "rejected", "50 in Asian scripts; no emoji, #, braces, nor @ outside Spark ads"),
            ("app name", 40, "rejected", "at least 4; 20 in Asian scripts; no emoji"),
            ("brand name", 20, "rejected", "at least 2; 10 in Asian scripts; no emoji"),
        ], counting="tiktok"),
        *_limits("Reddit ad", _REDDIT, [
            ("headline", 300, "rejected"),
            ("headline", 100, "advised", "80 is safer; an older copy says 150"),
            ("carousel caption", 50, "rejected", "2 to 6 cards"),
            ("URL", 268, "rejected"),
            ("display URL", 100, "rejected", "of the same domain"),
        ]),
        *_limits("Pinterest pin", _PINTEREST, [
            ("title", 100, "rejected"),
            ("title", 40, "cut off", "30 in double-width scripts and Arabic"),
            ("description", 500, "rejected", "not shown; read for relevance; a third party says 800"),
        ]),
        *_limits("Text message", _SMS, [
            ("one message, GSM-7", 160, "advised", "153 in each part of a longer one"),
            ("one message, UCS-2", 70, "advised", "67 in each part; one character outside switches all"),
        ], counting="gsm7"),
        *_limits("Text message", _SMS, [("parts", 10, "rejected")], counting="sms"),
        *_limits("Text message", _SMS_OTHER, [("whole message", 320, "advised")], counting="gsm7"),
        *_limits("Apple App Store", _APPLE, [
            ("name", 30, "rejected"),
            ("subtitle", 30, "rejected"),
            ("promotional text", 170, "rejected"),
            ("description", 4000, "rejected"),
            ("keywords", 100, "rejected", "commas without spaces; bytes by some sources"),
            ("what's new", 4000, "rejected"),
            ("in-app purchase name", 30, "rejected"),
            ("in-app purchase description", 45, "rejected"),
        ]),
        *_limits("Google Play", _PLAY, [
            ("title", 30, "rejected", "old sources say 50"),
            ("short description", 80, "rejected"),
            ("full description", 4000, "rejected"),
        ]),
        *_limits("Email in the inbox", _IPHONE, [
            ("subject", 48, "cut off", "the message in the first 33"),
            ("preheader", 99, "cut off"),
        ]),
        *_limits("Email in the inbox", _INBOX, [
            ("subject on a phone", 40, "cut off", "30 to 40"),
            ("subject in Gmail on a desk", 70, "cut off"),
            ("subject in Yahoo", 46, "cut off"),
            ("subject in Outlook", 73, "cut off", "50 to 73"),
            ("preheader elsewhere", 140, "cut off", "40 to 140 by client"),
        ]),
        *_limits("Search result", _YOAST, [
            ("title", 600, "cut off", "from 400 on; Google publishes no fixed limit"),
        ], counting="pixels"),
        *_limits("Search result", _YOAST, [("description", 156, "cut off", "from 121 on")]),
        *_limits("Search result", _SERP, [
            ("description on a desk", 920, "cut off"),
            ("description on a phone", 680, "cut off"),
        ], counting="pixels"),
    )  # fmt: skip


_UNITS: Mapping[str, str] = {
    "characters": "characters", "google": "characters (double-width scripts twice)",
    "microsoft": "characters (double-width scripts and emoji twice)", "gsm7": "units", "sms": "parts",
    "tiktok": "characters (Asian scripts twice)", "x": "weighted characters", "pixels": "pixels",
}  # fmt: skip


def limits_page() -> str:
    """`docs/limits.md`: the table for people."""
    lines = [
        "# Platform limits",
        "",
        "What each platform takes (more is *rejected*), shows (more is *cut off*) or *advises*, where that",
        f"was read, and how well it is known. All was read on {READ.isoformat()}; they change: look again.",
        "",
        "In a format's file, an official text or a copy of it (`O`, `M`) makes a rejected length an error. A",
        "third party's figure (`T`) is a warning, and what is unconfirmed or our own choice (`K`, `ours`)",
        "is a suggestion. What is only cut off is a warning at most.",
        "",
        "This page is made from `copykit/platforms.py`.",
    ]
    place = ""
    for limit in platform_limits():
        if limit.place != place:
            place = limit.place
            lines += ["", f"## {place}", "", "| field | most | beyond it | note | source | known |"]
            lines += ["|---|---|---|---|---|---|"]
        most = f"{limit.max:,} {_UNITS[limit.counting]}"
        source = f"{limit.source.text} | {limit.source.known}: {KNOWN[limit.source.known]}"
        lines.append(f"| {limit.item} | {most} | {limit.effect} | {limit.note} | {source} |")
    return "\n".join(lines) + "\n"
