"""The manner of a mail to one person: length and grade, questions, its ask, links, courtesies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copykit.checks.asks import asks_in
from copykit.checks.context import Check, Context
from copykit.checks.email.letter import Evidence, is_cold, letter_of, missing, tip
from copykit.checks.finding import replacement
from copykit.checks.readability import measured
from copykit.findings import Finding, Severity
from copykit.text import BlockKind, Document

__all__ = ["MANNER"]

FEWEST_WORDS, MOST_WORDS = 20, 200  # ours: wide around what the studies call good
MOST_GRADE = 8.0  # ours: from grade 9 on, a text is for high school
MOST_QUESTIONS = 3
MOST_LINKS = 1
LEAST_SPAM_PHRASES = 2  # one of them weighs nothing

LENGTH = Evidence(
    said="mail of 50 to 125 words had the most replies; for first mails others found 25 to 50, 75 to 125 or "
    "101 to 200",
    who="Boomerang, 40 million mails; Lavender; Woodpecker; Belkins, 16.5 million",
    kind="vendor",
)
GRADE = Evidence(
    said="replies came to 53 % of mails at grade 3, 45 % at high school, 39 % at college; for first mails, "
    "grade 5 did best",
    who="Boomerang, 40 million mails; Lavender",
    kind="vendor",
)
QUESTIONS = Evidence(
    said="one to three questions went with half as many replies again as none",
    who="Boomerang, 40 million mails",
    kind="vendor",
)
INTEREST = Evidence(
    said="asking for interest had 12 % replies, asking for a meeting 7 %",
    who="Gong, 304,000 mails, told by getgangly.com",
    kind="report",
)
LINKS = Evidence(
    said="links and pictures in a first mail are said to look like a campaign",
    who="no figure found",
    kind="advice",
)
SPAM = Evidence(
    said="each such phrase adds a fraction of a point, and the sender's standing weighs more; 5 points is "
    "spam",
    who="netly.win; martech.zone; SpamAssassin's threshold",
    kind="report",
)
FLATTERY = Evidence(
    said="mails with something personal had about twice the replies; heavy flattery did nothing",
    who="Lavender; Boomerang, 40 million mails",
    kind="vendor",
)

_EMPTY = re.compile(
    r"\bI (?:do |really |sincerely )?hope (?:that )?(?:this (?:e-?mail|message|note|letter)?|you|all"
    r"|your (?:week|day|monday"
    r"|morning))(?: \w+)? ?(?:finds? you|(?:is|are) (?:doing |going |off to )?(?:a )?(?:well|great|good)"
    r"|(?:['’]re|are) (?:doing|having"
    r"|enjoying)|is (?:going|off|treating))\b[^.!?\n]*"
    r"|\b(?:I (?:recently |just )?(?:came|stumbled|ran) (?:across|upon|on|into)|I(?:['’]ve"
    r"| have) been following|I was (?:looking at"
    r"|browsing|checking out)) (?:your (?:company|profile|website|site|page|linkedin|business|work)"
    r"|you on linkedin)\b[^.!?\n]*"
    r"|\bI(?:['’]m| am| was)(?: \w+)? (?:impressed|blown away|inspired|amazed)(?: by| with)\b[^.!?\n]*"
    r"|\b(?:I(?:['’]m| am) a (?:big|huge|great) fan of|I love what you(?:['’]re| are)? (?:doing|all doing"
    r"|building|are building)"
    r"|love what you(?:['’]re| are) (?:doing|building))\b[^.!?\n]*"
    r"|\bmy name is [A-Z]\w+(?: [A-Z]\w+)?(?:,| and) I\b[^.!?\n]*"
    r"|\bI (?:just |simply )?(?:wanted|want|am writing|['’]m writing) to (?:reach out|touch base|connect"
    r"|introduce myself|check in"
    r"|follow up)\b[^.!?\n]*"
    r"|\b(?:just )?(?:reaching out|touching base|checking in|circling back|following up"
    r"|bumping this)\b[^.!?\n]*"
    r"|\bI know (?:that )?you(?:['’]re| are) (?:very |super |really )?busy\b[^.!?\n]*"
    r"|\bas a (?:fellow|busy|successful|forward-thinking) (?:\w+ )?(?:leader|professional|executive"
    r"|entrepreneur|founder)\b",
    re.IGNORECASE,
)
_SPAM = re.compile(
    r"\b(?:act now|act immediately|100 ?% free|risk[- ]free|no (?:obligation|strings attached|catch)"
    r"|once in a lifetime"
    r"|limited[- ]time offer|while supplies last|order now|buy now|click here now|cash bonus|extra (?:cash"
    r"|income)"
    r"|double your|earn \$|make money|fast cash|free gift|free money|you(?:['’]re| are) a winner"
    r"|congratulations"
    r"|this is(?:n['’]t| not) spam|miracle|guaranteed results|lowest price|best price|urgent|don['’]t delete"
    r"|what are you waiting for|increase (?:your )?(?:sales|traffic) (?:now|fast)|satisfaction guaranteed)\b"
    r"|\${2,}",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:\d+|ten|fifteen|twenty|thirty|a few|a couple of)[- ]?(?:minutes?|mins?)\b|\b(?:calls?|meetings?"
    r"|chat|calendar|book a time"
    r"|schedule|tuesday|wednesday|thursday|monday|friday|next week|tomorrow)\b",
    re.IGNORECASE,
)


def check_length(document: Document, context: Context) -> Iterator[Finding]:
    """`email.length`: a mail to one person that is far from the length that others found good."""
    if context.channel != "email" or (context.format is not None and context.format.settings.words):
        return
    letter = letter_of(document)
    if not letter.greeted or (context.format is not None and context.format.settings.mail == "list"):
        return
    words = sum(any(low <= word < high for low, high in letter.body) for word in document.word_starts)
    if FEWEST_WORDS <= words <= MOST_WORDS:
        return
    what = "short: say what it is about" if words < FEWEST_WORDS else "long: cut it to one idea"
    yield missing(
        document,
        None,
        check="email.length",
        advice=f"The mail has {words} words, which is {what}.",
        evidence=LENGTH,
    )


def check_grade(document: Document, context: Context) -> Iterator[Finding]:
    """`email.grade`: a first mail above grade 8 whose guide allows it; else the guide's target speaks."""
    if not is_cold(context):
        return
    grade = measured(document).grade
    target = context.guide.brand.reading_for("email")
    if grade is None or grade <= MOST_GRADE or (target is not None and grade > target[1].grade):
        return
    yield missing(
        document, "body", check="email.grade", evidence=GRADE,
        advice=f"The mail reads at grade {grade:.1f}: shorter sentences and words are answered more often.",
    )  # fmt: skip


def check_questions(document: Document, context: Context) -> Iterator[Finding]:
    """`email.questions`: a first mail without a question, or with more than three."""
    if not is_cold(context) or not document.said:
        return
    body = letter_of(document).body
    asked = [
        sentence
        for sentence in document.sentences
        if document.text[sentence.start : sentence.end].rstrip("\"'”’) ").endswith("?")
        and any(low <= sentence.start < high for low, high in body)
        and not document.is_quoted(sentence.start, sentence.end)
    ]
    if not asked and not document.slots:
        yield missing(
            document, "body", check="email.questions", evidence=QUESTIONS,
            advice="Nothing is asked. End on one question that can be answered with a yes.",
        )  # fmt: skip
    if len(asked) > MOST_QUESTIONS:
        more = asked[MOST_QUESTIONS]
        yield tip(
            document, (more.start, more.end), check="email.questions", evidence=QUESTIONS,
            advice=f"There are {len(asked)} questions: keep the one that you want answered.",
        )  # fmt: skip


def check_time_ask(document: Document, context: Context) -> Iterator[Finding]:
    """`email.time-ask`: a first mail that asks for the reader's time in words that are not the guide's."""
    if not is_cold(context):
        return
    for one in asks_in(document, context):
        text = document.text[one.start : one.end]
        if one.ask is None and one.kind != "send" and _TIME.search(text):
            yield tip(
                document, (one.start, one.end), check="email.time-ask", evidence=INTEREST,
                advice="This asks a stranger for time. A question about their interest is easier to answer.",
            )  # fmt: skip


def check_links(document: Document, context: Context) -> Iterator[Finding]:
    """`email.links`: more than one link, or a picture, in a first mail."""
    if not is_cold(context):
        return
    letter = letter_of(document)
    spans = [(link.start, link.end) for link in document.links if link.end > link.start]
    spans += [
        span
        for span in document.shielded
        if re.match(r"https?://|www\.", document.text[slice(*span)]) and span not in spans
    ]
    inside = sorted({span for span in spans if any(low <= span[0] < high for low, high in letter.body)})
    if len(inside) > MOST_LINKS:
        yield tip(
            document, inside[MOST_LINKS], check="email.links", evidence=LINKS,
            advice=f"There are {len(inside)} links: one at most, and better none.",
        )  # fmt: skip
    for block in document.blocks:
        if block.kind is BlockKind.ALT:
            yield tip(
                document, (block.start, block.end), check="email.links", evidence=LINKS,
                advice="A picture in a first mail: say it in words.",
            )  # fmt: skip


def check_courtesies(document: Document, context: Context) -> Iterator[Finding]:
    """`email.empty-personal`: a line that sounds personal and would fit anybody."""
    if context.channel != "email" or (context.format is not None and context.format.settings.mail == "list"):
        return
    for start, text in letter_of(document).bodies(document):
        for match in _EMPTY.finditer(text):
            low, high = start + match.start(), start + match.end()
            if document.is_quoted(low, high):
                continue
            sentence = document.sentence_at(low)
            whole = low == sentence.start and high >= sentence.end - 1
            span = (sentence.start, sentence.end) if whole else (low, high)
            yield tip(
                document, span, check="email.empty-personal", severity=Severity.WARNING, evidence=FLATTERY,
                advice="This would fit any reader: open with the thing that you noticed about this one.",
                fixes=[replacement(document, "", title="Take the sentence out") if whole else None],
            )  # fmt: skip


def check_spam_phrases(document: Document, context: Context) -> Iterator[Finding]:
    """`email.spam-words`: two or more phrases that filters count."""
    if context.channel != "email":
        return
    letter = letter_of(document)
    spans = [span for span in (letter.subject, letter.preheader, *letter.body) if span]
    hits = [
        (start + match.start(), start + match.end())
        for start, end in spans
        for match in _SPAM.finditer(document.text[start:end])
    ]
    if len({document.text[slice(*hit)].casefold() for hit in hits}) < LEAST_SPAM_PHRASES:
        return
    for hit in hits:
        yield tip(
            document, hit, check="email.spam-words", evidence=SPAM,
            advice="Filters know this phrase, and so do readers: say it in your own words.",
        )  # fmt: skip


MANNER: tuple[Check, ...] = (
    check_length,
    check_grade,
    check_questions,
    check_time_ask,
    check_links,
    check_courtesies,
    check_spam_phrases,
)
