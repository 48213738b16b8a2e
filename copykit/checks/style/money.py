"""Money and telephone numbers in the form that a brand has decided on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from copykit.checks.remember import remembered
from copykit.checks.style.figures import Figure
from copykit.checks.style.page import Page, Rule
from copykit.findings import Finding, Severity
from copykit.guide import Guide

__all__ = ["MONEY"]

_SIGNS: Mapping[str, str] = {
    "USD": "$",
    "GBP": "£",
    "EUR": "€",
    "JPY": "¥",
    "CAD": "CA$",
    "AUD": "A$",
    "NZD": "NZ$",
}
_WORDS: Mapping[str, str] = {"dollar": "$", "euro": "€", "pound": "£"}
_CODES: Mapping[str, str] = {
    "$": "", "US$": "USD", "CA$": "CAD", "C$": "CAD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD", "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
}  # fmt: skip


# $5m, $5 million: a round sum.
_SCALE = re.compile(r"[A-Za-z+]|[ \xa0-](?:thousand|million|billion|trillion)\b")


def check_money(page: Page) -> Iterator[Finding]:
    """`style.money`: “5 dollars” or “USD 5” where the brand writes “$5”, or the other way round."""
    wanted = page.style.money
    home = page.context.guide.brand.currency
    for figure in page.figures:
        if figure.kind != "money" or not page.is_ours(figure.start, figure.end):
            continue
        place, name = figure.parts
        if wanted == "symbol" and place != "sign":
            sign = _SIGNS.get(name) or _WORDS.get(name.rstrip("s")) or ""
            if name == "dollars" or name == "dollar":
                sign = _SIGNS.get(home, "$") if home in ("USD", "CAD", "AUD", "NZD") else "$"
            made = f"{sign}{figure.number}" if sign else None
            shown = made or "with its sign"
            yield page.told(
                "money", figure.start, figure.end, f"We write money with its sign: {shown}.", fix=made,
                safe=made is not None,
            )  # fmt: skip
        elif wanted == "code" and (place == "sign" or name.rstrip("s") in _WORDS):
            code = _CODES.get(name, "") or _code_of(name, home)
            made = f"{code} {figure.number}" if code else None
            yield page.told(
                "money", figure.start, figure.end,
                f"We write money with its code: {made or 'such as ' + home + ' 5'}.", fix=made,
                safe=made is not None and not page.text[figure.end : figure.end + 1].isalpha(),
            )  # fmt: skip


def _code_of(name: str, home: str) -> str:
    """The code of a currency told by its word or by a bare “$”, which is the brand's own dollar."""
    if name == "$" or name.startswith("dollar"):
        return home if home in ("USD", "CAD", "AUD", "NZD") else "USD"
    return {"euro": "EUR", "pound": "GBP"}.get(name.rstrip("s"), "")


def check_money_zeros(page: Page) -> Iterator[Finding]:
    """`style.money-zeros`: “$5.00” where the brand writes “$5”, or the other way round."""
    wanted = page.style.money_zeros
    for figure in page.figures:
        if figure.kind != "money" or not page.is_ours(figure.start, figure.end):
            continue
        number = figure.number
        if number.endswith(".00") and not wanted:
            made = number[:-3]
            advice = f"A whole amount needs no zeros: {made}."
        elif "." not in number and wanted and not _SCALE.match(page.text, figure.end):
            made = f"{number}.00"
            advice = f"We give each amount its cents: {made}."
        else:
            continue
        start = figure.digits
        yield page.told(
            "money_zeros",
            start,
            start + len(number),
            advice,
            fix=made,
            safe=True,
            severity=Severity.SUGGESTION,
        )


# ── telephone numbers ───────────────────────────────────────────────────────────────────────────────


def _shape(number: str) -> str:
    return re.sub(r"\d", "0", number.replace("\xa0", " "))


@remembered
def _shapes(guide: Guide) -> frozenset[str]:
    return frozenset(_shape(number) for number in guide.brand.style.phones)


def check_phones(page: Page) -> Iterator[Finding]:
    """`style.phones`: a telephone number with other signs between its figures than the brand's examples."""
    shapes = _shapes(page.context.guide)
    for figure in page.figures:
        if figure.kind != "phone" and not _is_dialled(page, figure):
            continue
        said = page.text[figure.start : figure.end]
        if (
            _shape(said) in shapes
            or page.is_off(figure.start, figure.end)
            or page.is_name(figure.start, figure.end)
        ):
            continue
        digits = [letter for letter in said if letter.isdigit()]
        fitting = [
            shape
            for shape in sorted(shapes)
            if shape.count("0") == len(digits) and ("+" in shape) == ("+" in said)
        ]
        made = _poured(digits, fitting[0]) if len(fitting) == 1 else None
        yield page.told(
            "phones", figure.start, figure.end,
            f"We write telephone numbers like {' or '.join(page.style.phones)}.", fix=made,
            safe=made is not None,
            severity=Severity.SUGGESTION,
        )  # fmt: skip


_CALL = re.compile(r"\b(?:call|phone|ring|tel|telephone|dial|fax|mobile|cell|hotline)\b[^.;!?\d]{0,16}\Z")


def _is_dialled(page: Page, figure: Figure) -> bool:
    """Whether ten or eleven figures without a sign are a telephone number, by what stands before them."""
    if figure.kind != "plain" or len(figure.number) not in (10, 11) or not figure.number.isdigit():
        return False
    return _CALL.search(page.folded, max(0, figure.start - 30), figure.start) is not None


def _poured(digits: list[str], shape: str) -> str:
    rest = iter(digits)
    return "".join(next(rest) if letter == "0" else letter for letter in shape)


MONEY: dict[str, Rule] = {"money": check_money, "money_zeros": check_money_zeros, "phones": check_phones}
