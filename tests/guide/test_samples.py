"""Samples that show a writer the tone: chosen by situation, format, channel and reader, within a length."""

from __future__ import annotations

import pytest

from copykit.guide.samples import MOST_WORDS, choose_samples
from copykit.guide.situations import is_bad_news, is_one_of, situation_of
from copykit.guide.types import Sample, Wordplay


def sample(id: str, **settings: object) -> Sample:
    given = {"format": "sales-email", "channel": "email", "why": "It is short.", "text": f"I am {id}."}
    return Sample.model_validate({"id": id, **given, **settings})


SAMPLES = [
    sample("ad", format="meta-ad", channel="ad"),
    sample("letter", format="announcement"),
    sample("mail"),
    sample("mail-to-owners", audience="owners"),
    sample("outage", format="announcement", situation="outage"),
    sample("sorry", format="announcement", situation="apology", audience="owners"),
    sample("launch", format="announcement", situation="launch"),
]


def chosen(situation: str = "", audience: str | None = None, words: int = MOST_WORDS) -> list[str]:
    picked = choose_samples(
        SAMPLES, format="sales-email", channel="email", audience=audience, situation=situation, words=words
    )
    return [one.id for one in picked]


@pytest.mark.parametrize(
    ("situation", "audience", "expected"),
    [
        ("", None, ["mail", "mail-to-owners", "letter"]),
        ("", "owners", ["mail-to-owners", "mail", "letter"]),
        ("launch", None, ["launch", "mail", "mail-to-owners"]),
        ("downtime on Monday", None, ["outage", "sorry"]),  # nothing cheerful beside bad news
        ("apology", "owners", ["sorry", "outage"]),
        ("price-rise", None, ["mail", "mail-to-owners", "letter"]),
    ],
)
def test_situation_comes_first_then_format_channel_and_reader(
    situation: str, audience: str | None, expected: list[str]
) -> None:
    assert chosen(situation, audience) == expected


def test_without_a_sample_of_bad_news_there_is_none() -> None:
    cheerful = [one for one in SAMPLES if one.situation is None]
    assert choose_samples(cheerful, format="sales-email", channel="email", situation="outage") == ()


def test_samples_keep_within_a_number_of_words() -> None:
    long = sample("long", text="\n\n".join(f"Paragraph {n} " + "word " * 48 for n in range(10)))
    brief = sample("brief", text="Four words, no more.")
    picked = choose_samples([long, brief], format="sales-email", channel="email", words=170)
    assert [one.id for one in picked] == ["long", "brief"]
    assert picked[0].text.count("Paragraph") == 3
    assert picked[0].text.endswith("(…)")
    assert sum(len(one.text.split()) for one in picked) <= 171
    # What is left shows nothing of a voice, so the second piece is taken alone.
    assert choose_samples([long, brief], format="sales-email", channel="email", words=30) == (brief,)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("outage", "outage"),
        ("Downtime, Monday night", "outage"),
        ("product recall", "apology"),
        ("Complaint about a delay", "complaint"),
        ("launch of Dewclaw Desk", "launch"),
        ("price-rise", None),
        ("", None),
    ],
)
def test_a_situation_is_known_by_whatever_word(text: str, kind: str | None) -> None:
    assert situation_of(text) == kind
    assert is_bad_news(text) == (kind in ("outage", "apology", "complaint"))


def test_a_guide_names_situations_of_its_own() -> None:
    assert is_one_of("price rise in May", ["price-rise"])
    assert is_one_of("downtime", ["outage"])
    assert not is_one_of("apology", ["recall"])
    assert not is_one_of("", ["apology"])


def test_playful_lines_stay_out_of_bad_news_and_of_what_they_name() -> None:
    line = Wordplay(text="It helps on the turns.", channels=["email"], not_in=["price-rise"])
    assert line.may_stand(channel="email", situation="")
    assert not line.may_stand(channel="ad", situation="")
    assert not line.may_stand(channel="email", situation="Price rise")
    assert not line.may_stand(channel="email", situation="complaint")
