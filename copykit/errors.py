"""What can go wrong, as one tree of exceptions that say what, where and what to do.

CopykitError
├── GuideError      a brand folder can't be read as a guide
├── FormatError     a format file is not a format
├── BriefError      a brief asks for something that can't be
├── SourceError     a file, page or table can't be read
├── LibraryError    stored work can't be kept or found
└── WriterError     the copy could not be written
    ├── MissingKey      the model's provider wants a key
    ├── Unreachable     the model's server did not answer
    ├── RateLimited     the provider says: not so fast, or the quota is spent
    ├── BadOutput       the model answered, but not as asked (keeps `raw`)
    │   ├── Declined        it refused, or a content filter stopped it
    │   ├── CutOff          it stopped at its output limit
    │   ├── EmptyAnswer     it said nothing
    │   └── WrongShape      what it said is not the JSON that was asked for
    ├── ContextTooLong  the request is larger than the model takes
    └── SpendingCap     the request might cost more than may be spent
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = [
    "BadOutput",
    "BriefError",
    "ContextTooLong",
    "CopykitError",
    "CutOff",
    "Declined",
    "EmptyAnswer",
    "FormatError",
    "GuideError",
    "LibraryError",
    "MissingKey",
    "Problem",
    "RateLimited",
    "SourceError",
    "SpendingCap",
    "Unreachable",
    "WriterError",
    "WrongShape",
]


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing that is wrong in a file that a person edits.

    Attributes:
        message: what is wrong and what to do, in a sentence without a full stop.
        path: the file, as the user named it; empty when there is none.
        line: 1-based line, or None when the whole file is meant.
    """

    message: str
    path: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = self.path + (f":{self.line}" if self.line is not None and self.path else "")
        return f"{place}: {self.message}" if place else self.message


class CopykitError(Exception):
    """Base of every error that copykit raises on purpose; its text is fit for a user's eyes.

    Args:
        message: what is wrong.
        path: the file it is about, as the user named it.
        line: 1-based line in that file.
        advice: what to do about it, a sentence.
        problems: all that was found wrong at once; when given, `message` may be empty.
    """

    def __init__(
        self,
        message: str = "",
        *,
        path: str = "",
        line: int | None = None,
        advice: str = "",
        problems: Iterable[Problem] = (),
    ) -> None:
        found = tuple(problems)
        if message or not found:
            joint = ". " if advice and message[-1:] not in ".?!" else " "
            text = f"{message}{joint}{advice}".strip()
            found = (Problem(message=text, path=path, line=line), *found)
        self.problems = found
        self.path = found[0].path
        self.line = found[0].line
        self.advice = advice
        super().__init__("\n".join(str(problem) for problem in found))


class GuideError(CopykitError):
    """A brand folder can't be read as a guide; `problems` has every fault with its line."""


class FormatError(CopykitError):
    """A format file can't be read as a format; `problems` has every fault with its line."""


class BriefError(CopykitError):
    """A brief asks for something that the guide or the format does not have."""


class SourceError(CopykitError):
    """A file, page or table can't be read."""


class LibraryError(CopykitError):
    """Stored work can't be kept or found."""


class WriterError(CopykitError):
    """The copy could not be written.

    Attributes:
        passing: whether the same request may do when it is made again.
    """

    passing = False


class MissingKey(WriterError):
    """The model's provider wants a key that is not set."""


class Unreachable(WriterError):
    """The model's server did not answer, or broke off.

    Args:
        busy: whether the server said that it fails for now, so that it is worth more patience.
        retry_after: seconds that it asks to wait, or None when it does not say.
    """

    passing = True

    def __init__(
        self, message: str = "", *, advice: str = "", busy: bool = False, retry_after: float | None = None
    ) -> None:
        super().__init__(message, advice=advice)
        self.busy = busy
        self.retry_after = retry_after


class RateLimited(WriterError):
    """The provider refuses further requests for now.

    Args:
        retry_after: seconds that the provider asks to wait, or None when it does not say.
        spent: whether the quota is used up, so that waiting does not help.
    """

    def __init__(
        self, message: str = "", *, retry_after: float | None = None, advice: str = "", spent: bool = False
    ) -> None:
        super().__init__(message, advice=advice)
        self.retry_after = retry_after
        self.passing = not spent


class BadOutput(WriterError):
    """The model answered, but not as asked.

    Args:
        raw: what it said, kept so that nothing is lost.
    """

    def __init__(self, message: str = "", *, raw: str = "", advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.raw = raw


class Declined(BadOutput):
    """The model refused to write, or a content filter stopped it."""


class CutOff(BadOutput):
    """The model stopped at its output limit."""


class EmptyAnswer(BadOutput):
    """The model said nothing."""


class WrongShape(BadOutput):
    """What the model said is not the JSON that was asked for."""


class ContextTooLong(WriterError):
    """The request is larger than the model takes."""


class SpendingCap(WriterError):
    """The request might cost more than may be spent; it was not made."""
