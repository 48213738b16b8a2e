"""The words for numbers, scales, shares, units and currencies, and those that stand around them."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = [
    "AFTER_TIMES", "BEFORE_YEAR", "CODES", "COINS", "COMPARED", "COUNTED", "CUT", "DOLLARS", "FRACTIONS",
    "HALF_OF", "MEASURES", "NOT_A_NOUN", "PEOPLE", "SCALES", "SMALL", "SYMBOLS", "TIMES",
]  # fmt: skip

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
SCALES: Mapping[str, int] = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12,
    "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9,
}  # fmt: skip
FRACTIONS: Mapping[str, float] = {
    "half": 50, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25, "quarters": 25, "fifth": 20, "fifths": 20,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
TIMES: Mapping[str, tuple[str, float]] = {
    **dict.fromkeys(("ms", "millisecond", "milliseconds"), ("time", 0.001)),
    **dict.fromkeys(("second", "seconds", "sec", "secs", "s"), ("time", 1)),
    **dict.fromkeys(("minute", "minutes", "min", "mins"), ("time", 60)),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), ("time", 3600)),
    **dict.fromkeys(("day", "days"), ("time", 86400)),
    **dict.fromkeys(("night", "nights"), ("nights", 1)),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), ("time", 7 * 86400)),
    **dict.fromkeys(("fortnight", "fortnights"), ("time", 14 * 86400)),
    **dict.fromkeys(("month", "months"), ("months", 1)),
    **dict.fromkeys(("quarter-year",), ("months", 3)),
    **dict.fromkeys(("year", "years", "yr", "yrs"), ("months", 12)),
    **dict.fromkeys(("decade", "decades"), ("months", 120)),
    **dict.fromkeys(("century", "centuries"), ("months", 1200)),
}
MEASURES: Mapping[str, str] = {
    name: names[0]
    for names in (
        ("kg", "kilo", "kilos", "kilogram", "kilograms"), ("g", "gram", "grams", "gramme", "grammes"),
        ("mg", "milligram", "milligrams"), ("lb", "lbs"), ("oz", "ounce", "ounces"),
        ("l", "litre", "litres", "liter", "liters"),
        ("ml", "millilitre", "millilitres", "milliliter", "milliliters"),
        ("metre", "metres", "meter", "meters"), ("foot", "feet"), ("inch", "inches"),
        ("km", "kilometre", "kilometres", "kilometer", "kilometers"), ("mile", "miles"), ("cm",), ("mm",),
        ("mb", "megabytes"), ("gb", "gigabytes"), ("tb", "terabytes"), ("kcal", "calorie", "calories"),
        ("kwh",), ("degrees", "°c", "°f"), ("t", "tonne", "tonnes", "ton", "tons"), ("pint", "pints"),
        ("gallon", "gallons"), ("acre", "acres"), ("m²", "sqm"), ("m³",), ("km²",),
        ("ha", "hectare", "hectares"),
        ("w", "watt", "watts"), ("kw", "kilowatt", "kilowatts"), ("mw", "megawatt", "megawatts"),
        ("volt", "volts"), ("hz", "hertz"), ("khz",), ("mhz",), ("ghz",), ("db", "decibel", "decibels"),
        ("mph",), ("kph", "kmh"), ("rpm",), ("psi",), ("mah",), ("lumen", "lumens"),
        ("mbps",), ("gbps",), ("pixel", "pixels", "px"), ("dpi",), ("mpg",),
        ("kn",), ("bar",), ("hp", "bhp", "horsepower"), ("amp", "amps"), ("ah",), ("wh",), ("mwh",), ("gwh",),
        ("lux",), ("knots",), ("carat", "carats"), ("kj",), ("stone",), ("kpa",),
    )
    for name in names
}  # fmt: skip
SYMBOLS: Mapping[str, str] = {"$": "$", "£": "GBP", "€": "EUR", "¥": "JPY"}
DOLLARS: Mapping[str, str] = {
    "us": "USD", "ca": "CAD", "c": "CAD", "a": "AUD", "au": "AUD", "nz": "NZD", "sg": "SGD", "hk": "HKD",
}  # fmt: skip
CODES = frozenset("usd cad aud nzd gbp eur jpy chf sek nok dkk inr".split())
COINS: Mapping[str, tuple[str, float]] = {
    "dollar": ("$", 1), "dollars": ("$", 1), "bucks": ("$", 1), "cent": ("$", 0.01), "cents": ("$", 0.01),
    "euro": ("EUR", 1), "euros": ("EUR", 1), "pence": ("GBP", 0.01), "p": ("GBP", 0.01), "quid": ("GBP", 1),
}  # fmt: skip
# Words around a number that tell what it is.
NOT_A_NOUN = frozenset(
    "is was has this us its of in on at to for by with from and or the a an than as are were have had that"
    " which who"
    " will can may per each every more less not if when while but so yet no off out up over under about"
    " within into after before during through between against without until since because among plus".split()
)
PEOPLE = frozenset("people children men women staff data feedback".split())
COMPARED = frozenset(
    "cheaper less fewer more faster quicker sooner slower higher lower larger smaller bigger lighter heavier"
    " longer shorter".split()
)
HALF_OF = frozenset("fun battle time world story joy charm trick pleasure point day night morning".split())
CUT = frozenset(
    "cut cuts cutting reduce reduces reduced reducing slash slashes slashed drop drops dropped fall falls"
    " fell shrink shrinks shrank chop chops chopped brought brings down".split()
)
COUNTED = frozenset("within under save saves saved saving".split())
BEFORE_YEAR = frozenset("in since by from until before after during of for early late mid the".split())
AFTER_TIMES = frozenset(
    "as more less faster quicker cheaper better longer larger bigger smaller higher lower easier stronger"
    " lighter fewer"
    " the your our sooner slower".split()
)
