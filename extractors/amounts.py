"""What a written amount is worth: `£2.4m` → GBP 2,400,000; `£3-5 million` → GBP 3,000,000 to 5,000,000.

A value table: the spans come from the rules of `patterns/money_amounts.jsonl`, this module reads them.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.records import record

_MAGNITUDES = {
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "m", "mn"), 10**6),
    **dict.fromkeys(("billion", "b", "bn"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
_NUMERALS = {
    **{
        word: n
        for n, word in enumerate(
            ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 0
        )
    },
    "a": 1,
    "fifteen": 15,
    **{
        word: 10 * n
        for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
    },
}
_CURRENCIES = {
    **dict.fromkeys(("£", "gbp", "pound", "pounds", "sterling", "pence", "p"), "GBP"),
    **dict.fromkeys(("€", "eur", "euro", "euros"), "EUR"),
    **dict.fromkeys(("$", "us$", "usd", "dollar", "dollars"), "USD"),
    "a$": "AUD",
    "c$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
}
_TOKEN = re.compile(r"(?:us|nz|hk|[ac])?\$|[£€]|\d[\d,]*(?:\.\d+)?|\.\d+|[a-z]+|[-‐‑–—]")


@record()
class Amount:
    """A value in units of the currency (pence are hundredths of a pound); `high` only for a range."""

    currency: str
    low: Decimal
    high: Decimal | None = None


def amount_of(text: str) -> Amount | None:
    """The value of an amount as written, None where it has none. The currency is an ISO 4217 code, `$` the US one.

    In a range a magnitude printed once holds for both ends (`£3-5 million`), unless the first end is already
    larger as it stands (`£500,000 to £1 million`).
    """
    tokens: list[str] = _TOKEN.findall(text.lower())
    currency = next((_CURRENCIES[token] for token in tokens if token in _CURRENCIES), None)
    ends = _ends([token for token in tokens if token not in _CURRENCIES or token in ("pence", "p")])
    if currency is None or not 1 <= len(ends) <= 2:
        return None
    pence = Decimal(100 if {"pence", "p"} & set(tokens) else 1)
    (low, scale), (high, high_scale) = ends[0], ends[-1]
    if scale is None and (high_scale is None or low < high):
        scale = high_scale
    low, high = low * (scale or 1) / pence, high * (high_scale or 1) / pence
    return Amount(currency, low, high if len(ends) == 2 else None)


def _ends(tokens: list[str]) -> list[tuple[Decimal, int | None]]:
    """The numbers of an amount with the magnitude printed after each: `3 - 5 million` → (3, None), (5, 10**6)."""
    ends: list[tuple[Decimal, int | None]] = []
    words = Decimal(0)
    in_words = False
    for token in tokens:
        if token[0].isdigit() or token[0] == ".":
            ends.append((Decimal(token.replace(",", "")), None))
        elif token in _MAGNITUDES:
            number = words if in_words else ends.pop()[0] if ends else Decimal(1)
            ends.append((number, _MAGNITUDES[token]))
            words, in_words = Decimal(0), False
        elif token == "half":
            words, in_words = Decimal("0.5"), True
        elif token == "hundred":
            words, in_words = max(words, Decimal(1)) * 100, True
        elif token in _NUMERALS and not (token == "a" and in_words):
            words, in_words = words + _NUMERALS[token], True
    return [*ends, (words, None)] if in_words else ends
