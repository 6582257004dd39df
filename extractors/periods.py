"""What a written period of money is: the days it covers, its length in words, its financial year.

The spans come from the rules of `patterns/money_periods.jsonl`; the units in them are read by `calendar.py`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extractors.calendar import Unit, financial_year, months_on, units

COUNTS = {
    **{
        word: n
        for n, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
        )
    },
    "a": 1,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
}
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120}

_OPEN_END = re.compile(r"[( ]*(?:since|from)\b")
_OPEN_START = re.compile(r"\b(?:until|up to|through to|to the end of|between now and)\b|^[( ]*to\b")
_ONWARD = re.compile(r"\b(?:from|starting|beginning)\b")
_BACKWARD = re.compile(r"\b(?:years?|months) (?:to|until|ending)\b")
_YEAR_TO = re.compile(r"(?<!tax )\byear (?:to|ending)\b")
_TAX_YEAR_TO = re.compile(r"\btax year (?:to|ending)\b.*\bapril\b")
_OTHER_YEAR = re.compile(r"\bacademic|\btax")
_LENGTH = re.compile(rf"(?<![\d/–-])(?:(\d+|{'|'.join(COUNTS)})[\s\-–]+)(?:[a-z]+\s+)?(year|month|decade)s?\b")


@dataclass(frozen=True, slots=True)
class Period:
    """What a phrase says: first and last day (None = open or not stated), length in months where stated in words."""

    start: dt.date | None = None
    end: dt.date | None = None
    months: int | None = None
    financial_year: str | None = None


def points(text: str) -> list[Unit]:
    """The units named with their year, in order."""
    return [unit for unit in units(text) if unit.has_year]


def length_in_months(text: str) -> int | None:
    """A length stated in words or figures: "over the next three years" → 36; None where there is none."""
    match = _LENGTH.search(text.lower())
    if match is None:
        return None
    return (int(match[1]) if match[1].isdigit() else COUNTS[match[1]]) * _MONTHS_IN[match[2]]


def period_of(text: str) -> Period:
    """The period a phrase states: `since 2018` has an open end, `until March 2025` an open start.

    A length with the unit it begins or ends with is counted in whole months: `over three years from 2025-26` ends on
    31 March 2028, `the 12 months to March 2024` begin on 1 April 2023.
    """
    named, words = points(text), " ".join(text.lower().split())
    months = length_in_months(text)
    if not named:
        return Period(months=months)
    start: dt.date | None = named[0].first
    end: dt.date | None = named[-1].last
    is_financial = named[0].kind == "financial_year"
    if is_financial and (other := _OTHER_YEAR.search(words)):
        return Period(months=months) if other[0] == "academic" else _tax_years(named, months)
    if len(named) == 1 and named[0].kind != "years":
        end = None if _OPEN_END.match(words) else end
        start = None if _OPEN_START.search(words) else start
        length = months or (12 if _YEAR_TO.search(words) else None)
        if _TAX_YEAR_TO.search(words):
            return Period(dt.date(named[0].last.year - 1, 4, 6), dt.date(named[0].last.year, 4, 5))
        if months and _ONWARD.search(words):
            start, end = named[0].first, months_on(named[0].first, months) - dt.timedelta(days=1)
        elif length and _BACKWARD.search(words):
            start, end = months_on(named[0].last + dt.timedelta(days=1), -length), named[0].last
    one_year = len(named) == 1 and is_financial and start and end and months in (None, 12)
    return Period(start, end, months, financial_year(named[0].first) if one_year else None)


def _tax_years(named: list[Unit], months: int | None) -> Period:
    """Tax years run from 6 April to 5 April; academic years begin on different days, so no days are given for them."""
    return Period(named[0].first.replace(day=6), named[-1].last.replace(month=4, day=5), months)
