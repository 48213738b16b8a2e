"""What went wrong while a model wrote, as one clear sentence that never holds a key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from copykit.errors import (
    BadOutput,
    ContextTooLong,
    CopykitError,
    CutOff,
    Declined,
    EmptyAnswer,
    MissingKey,
    RateLimited,
    Unreachable,
    WriterError,
    WrongShape,
)

__all__ = ["CONTEXT", "OFFLINE", "Teller", "missing_key", "shown_url"]

OFFLINE = "or write with the offline writer, which needs no model"
MOST_QUOTED = 200  # characters of a provider's own message
_KEYS = re.compile(
    r"\b(?:sk|pk|rk|gsk|xai|key)[-_][\w*.-]{6,}|\bAIza[\w-]{10,}|(?i:bearer|api[-_ ]?key)[ :=]+[\w*.-]{12,}"
)
CONTEXT = re.compile(
    r"context[_ -]?(?:length|size|window)|exceed_context|maximum context|prompt is too long"
    r"|too many (?:input )?tokens|reduce the length",
    re.IGNORECASE,
)
_UNSUPPORTED = re.compile(
    r"response_format|json_schema|structured|\bschema\b|\btools?\b|tool_choice|stream_options|grammar|\bseed\b",
    re.IGNORECASE,
)
_FOR_NOW = (408, 409, 425)  # statuses below 500 that ask to try again, as the openai package reads them too
# What httpx and its like raise before a request is on its way.
_NOT_SENT = ("ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol", "ProxyError")
_NO_KEY = re.compile(r"api[_ -]?key|credentials|_API_KEY|access token", re.IGNORECASE)


def missing_key(spec: str, variable: str) -> MissingKey:
    """The error for a key that is not set."""
    return MissingKey(f"{spec} wants a key, and {variable} is not set", advice=f"Set {variable}, {OFFLINE}.")


def shown_url(base_url: str) -> str:
    """A server's address without user, password and query."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    return f"{parts.scheme}://{host}{f':{parts.port}' if parts.port else ''}{parts.path}"


class Teller:
    """Turns exceptions of providers' packages into ours.

    Args:
        spec: the model, for the sentence.
        base_url: the server's address, when one was given.
        variable: the environment variable of the key; empty when unknown.
        secrets: texts that must never be shown.
    """

    def __init__(self, spec: str, *, base_url: str | None, variable: str, secrets: Iterable[str]) -> None:
        self._spec = spec
        self._where = f" at {shown_url(base_url)}" if base_url else ""
        self._variable = variable
        self._secrets = tuple(secret for secret in secrets if len(secret) > 3)

    def unsupported(self, error: Exception) -> bool:
        """Whether a server refused the way of asking for JSON, so that a plain request may do."""
        refused = _status(error) in (400, 404, 422, 501) or isinstance(error, NotImplementedError)
        said = _said(error)
        return refused and bool(_UNSUPPORTED.search(said)) and not CONTEXT.search(said)

    def never_left(self, error: Exception) -> bool:
        """Whether a request failed before it was on its way to the server."""
        return any(_is(one, *_NOT_SENT) for one in _causes(error))

    def tell(self, error: Exception, *, raw: str = "") -> CopykitError:
        """Our error for a foreign one.

        Args:
            error: what was raised.
            raw: what the model had said so far.
        """
        from langchain_core import exceptions as models
        from openai import APIConnectionError, ContentFilterFinishReasonError, LengthFinishReasonError

        if isinstance(error, CopykitError):
            return error
        named, said, status = f"{self._spec}{self._where}", self._quote(_said(error)), _status(error)
        too_long = status != 429 and CONTEXT.search(_said(error))
        if too_long or isinstance(error, models.ContextOverflowError):
            advice = "Name an audience and a product in the brief, shorten its source, or use a larger model."
            return ContextTooLong(f"the request is longer than {self._spec} takes{said}", advice=advice)
        if isinstance(error, LengthFinishReasonError):
            return self.cut_off(raw)
        if isinstance(error, ContentFilterFinishReasonError):
            return self.filtered(raw)
        if isinstance(error, models.ModelAuthenticationError) or status == 401:
            advice = f"Check {self._variable or 'the key'}, {OFFLINE}."
            return MissingKey(f"{named} refused the key{said}", advice=advice)
        if isinstance(error, models.ModelPermissionDeniedError) or status == 403:
            advice = f"See what it is allowed, {OFFLINE}."
            return MissingKey(f"the key may not use {named}{said}", advice=advice)
        if isinstance(error, models.ModelRateLimitError) or status == 429:
            return self._limited(error, said)
        if isinstance(error, models.ModelNotFoundError) or status == 404:
            advice = "Check the model's name and the server's address (it mostly ends in /v1)."
            return WriterError(f"there is no {named}{said}", advice=advice)
        if any(_is(one, "TooSlow") for one in _causes(error)):
            return self._too_slow()
        if _timed_out(error) and not any(_is(one, "ConnectTimeout") for one in _causes(error)):
            if raw:
                message = f"{named} stopped in the middle and said no more"
                return Unreachable(message, advice="What had come is kept. Try again.")
            return Unreachable(f"{named} took too long to answer", advice="Try again later.")
        unreachable = APIConnectionError | models.ModelConnectionError | OSError
        if isinstance(error, unreachable) or _is(error, "TransportError"):
            return self._unreachable(raw)
        if status in _FOR_NOW or isinstance(error, models.ModelAPIError) or (status or 0) >= 500:
            wait = _retry_after(error)
            advice = f"Try again in {wait:g} seconds." if wait is not None else "Try again later."
            return Unreachable(f"{named} failed{said}", advice=advice, busy=True, retry_after=wait)
        if _is(error, "JSONDecodeError", "ValidationError") and raw:
            advice = "What had come is kept. Try again."
            return Unreachable(f"{named} sent what can't be read in the middle", advice=advice)
        if status is None and _NO_KEY.search(_said(error)):
            return MissingKey(f"{self._spec} wants a key{said}", advice=f"Set it, {OFFLINE}.")
        if isinstance(error, ValueError) and "No generation chunks" in str(error):
            return self.empty()
        if isinstance(error, ValueError) and status is None:
            advice = "Check the server's address (it mostly ends in /v1), and try again."
            return WrongShape(f"{named} did not answer as expected{said}", raw=raw, advice=advice)
        return WriterError(f"{named} refused the request{said}", advice="Check its settings.")

    def empty(self) -> EmptyAnswer:
        """The error for an answer without text."""
        return EmptyAnswer(
            f"{self._spec}{self._where} said nothing", advice="Try again, or use another model."
        )

    def refused(self, why: str, raw: str) -> Declined:
        """The error for a model that declined."""
        message = f"{self._spec} declined to write this{self._quote(why)}"
        return Declined(message, raw=raw, advice="Change the brief.")

    def filtered(self, raw: str) -> Declined:
        """The error for an answer that the provider's content filter stopped."""
        advice = "Change the brief, or use another model."
        return Declined(f"the content filter of {self._spec} stopped the answer", raw=raw, advice=advice)

    def _too_slow(self) -> Unreachable:
        """The error for an answer that drips on beyond the time for a whole one."""
        message = f"{self._spec}{self._where} was not done in the time that an answer may take"
        return Unreachable(message, advice="What had come is kept. Try again, or use a faster model.")

    def cut_off(self, raw: str) -> CutOff:
        """The error for an answer that reached the model's output limit."""
        advice = "Use a model with a longer output."
        return CutOff(f"{self._spec} stopped in the middle, at its output limit", raw=raw, advice=advice)

    def broken_off(self, raw: str) -> Unreachable:
        """The error for an answer that ended without an end."""
        return self._unreachable(raw or "…")

    def unreadable(self, why: str, raw: str) -> WrongShape:
        """The error for an answer that is not the JSON that was asked for."""
        advice = "Try again, or use a model that keeps to a JSON schema."
        return WrongShape(f"{self._spec} did not answer in the asked form: {why}", raw=raw, advice=advice)

    def endless(self, raw: str) -> BadOutput:
        """The error for an answer without an end."""
        advice = "Try again, or use another model."
        return BadOutput(f"{self._spec} does not end", raw=raw, advice=advice)

    def _unreachable(self, raw: str) -> Unreachable:
        if raw:
            message = f"the connection to {self._spec}{self._where} broke off in the middle"
            return Unreachable(message, advice="What had come is kept. Try again.")
        advice = f"Check the network and the server's address, {OFFLINE}."
        return Unreachable(f"{self._spec}{self._where} can't be reached", advice=advice)

    def _limited(self, error: Exception, said: str) -> RateLimited:
        wait = _retry_after(error)
        spent = "quota" in _said(error).lower() and wait is None
        if spent:
            message, advice = f"the quota of {self._spec} is spent{said}", f"Raise it, {OFFLINE}."
        else:
            message = f"{self._spec}{self._where} asks for fewer requests{said}"
            advice = f"Try again in {wait:g} seconds." if wait is not None else "Try again in a minute."
        return RateLimited(message, retry_after=wait, advice=advice, spent=spent)

    def _quote(self, said: str) -> str:
        """A provider's own words in brackets: one line, short, without keys; "" for none."""
        for secret in self._secrets:
            said = said.replace(secret, "…")
        flat = " ".join(_KEYS.sub("…", said).split()).rstrip(".")
        if not flat:
            return ""
        return f" ({flat[: MOST_QUOTED - 1].rstrip()}…)" if len(flat) > MOST_QUOTED else f" ({flat})"


def _is(error: BaseException, *names: str) -> bool:
    """Whether an exception is of a class of that name; its package need not be there."""
    return any(base.__name__ in names for base in type(error).__mro__)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those that led to it."""
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        error = error.__cause__ or error.__context__
    yield from seen


def _timed_out(error: Exception) -> bool:
    names = ("APITimeoutError", "ModelTimeoutError", "TimeoutException")
    return isinstance(error, TimeoutError) or _is(error, *names)


def _status(error: Exception) -> int | None:
    for holder in (error, getattr(error, "response", None)):
        for name in ("status_code", "http_status", "code"):
            value = getattr(holder, name, None)
            if isinstance(value, int):
                return value
    return None


def _said(error: Exception) -> str:
    """The provider's own message, without the wrapping that its package puts around it."""
    body: Any = getattr(error, "body", None)
    if isinstance(body, Mapping):
        inner = body.get("error", body)
        if isinstance(inner, Mapping):
            inner = inner.get("message", "")
        if isinstance(inner, str) and inner:
            return inner
    return str(getattr(error, "message", None) or error)


def _retry_after(error: Exception) -> float | None:
    """Seconds that a server asks to wait; None when it does not say (RFC 9110, 10.2.3)."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return max(0.0, float(headers[name]) * unit)
        except (KeyError, ValueError):
            continue
    try:
        # A date is reckoned from the server's own clock.
        until, now = (parsedate_to_datetime(headers[name]) for name in ("retry-after", "date"))
        return max(0.0, (until - now).total_seconds())
    except (KeyError, TypeError, ValueError):
        return None
