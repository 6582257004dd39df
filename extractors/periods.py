"""What a written period is: the days it covers, its length in words, its financial year.

A value table: the spans come from the rules of `patterns/money_periods.jsonl`, this module reads them.
UK financial years run from 1 April to 31 March and are written `2025-26`. Two years joined by a dash, a slash or
"to" are a financial year if the second follows the first; further apart they are calendar years, unless each end
is a financial year itself (`2022 to 2023 - 2024 to 2025`).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from extractors.calendar import MONTHS

_COUNTS = {
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

_POINT = re.compile(
    r"(?P<fy_from>(?:19|20)\d\d|(?<=fy)\d\d|(?<=fy )\d\d|\b\d\d(?=/))\s*(?:/|[-–—]|\bto\b)\s*"
    r"(?P<fy_to>(?:19|20)\d\d|\d\d)(?!\d)"
    rf"|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>\b(?:{'|'.join(MONTHS)})\b)\.?,?\s+"
    r"(?P<year>(?:19|20)\d\d)"
    r"|(?P<only_year>(?<!\d)(?:19|20)\d\d(?!\d))"
)
_OPEN_END = re.compile(r"[( ]*(?:since|from)\b")
_OPEN_START = re.compile(r"\b(?:until|up to|through to|to the end of)\b|^[( ]*to\b")
_OTHER_YEAR = re.compile(r"\bacademic|\btax")
_LENGTH = re.compile(rf"(?:(\d+|{'|'.join(_COUNTS)})[\s\-–]+)(?:[a-z]+\s+)?(year|month|decade)s?\b")


@dataclass(frozen=True, slots=True)
class Interval:
    """Inclusive days of a unit (day, month, year, financial year), or of a row of years ("2019-2024")."""

    start: dt.date
    end: dt.date
    is_financial: bool = False
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """What a phrase says: first and last day (None = open or not stated), length in months where stated in words."""

    start: dt.date | None = None
    end: dt.date | None = None
    months: int | None = None
    financial_year: str | None = None


def financial_year(day: dt.date) -> str:
    """The UK financial year of a day: 31 March 2025 → `2024-25`."""
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def points(text: str) -> list[Interval]:
    """The calendar units named in a phrase, in order; an impossible day is left out."""
    found = []
    for match in _POINT.finditer(text.lower()):
        interval = _interval(match)
        if interval is not None:
            found.append(interval)
    return found


def length_in_months(text: str) -> int | None:
    """A length stated in words or figures: "over the next three years" → 36; None where there is none."""
    match = _LENGTH.search(text.lower())
    if match is None:
        return None
    return (int(match[1]) if match[1].isdigit() else _COUNTS[match[1]]) * _MONTHS_IN[match[2]]


def period_of(text: str) -> Period:
    """The period a phrase states: `since 2018` has an open end, `until March 2025` an open start."""
    named = points(text)
    months = length_in_months(text)
    if not named:
        return Period(months=months)
    start: dt.date | None = named[0].start
    end: dt.date | None = named[-1].end
    if named[0].is_financial and (other := _OTHER_YEAR.search(text.lower())):
        return Period(months=months) if other[0] == "academic" else _tax_years(named, months)
    if len(named) == 1 and not named[0].is_row:
        end = None if _OPEN_END.match(text.lower()) else end
        start = None if _OPEN_START.search(text.lower()) else start
    one_year = len(named) == 1 and named[0].is_financial and start and end
    return Period(start, end, months, financial_year(named[0].start) if one_year else None)


def _tax_years(named: list[Interval], months: int | None) -> Period:
    """Tax years run from 6 April to 5 April; academic years begin on different days, so no days are given for them."""
    return Period(named[0].start.replace(day=6), named[-1].end.replace(month=4, day=5), months)


def _interval(match: re.Match[str]) -> Interval | None:
    if match["fy_from"]:
        return _years(int(match["fy_from"]), match["fy_to"])
    year = int(match["year"] or match["only_year"])
    if not match["month"]:
        return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))
    month = MONTHS[match["month"]]
    last = calendar.monthrange(year, month)[1]
    if match["day"]:
        day = int(match["day"])
        return Interval(dt.date(year, month, day), dt.date(year, month, day)) if 1 <= day <= last else None
    return Interval(dt.date(year, month, 1), dt.date(year, month, last))


def _years(first: int, written: str) -> Interval | None:
    first = first if first > 99 else 2000 + first
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    last += 100 if len(written) == 2 and last < first else 0
    if last == first + 1:
        return Interval(dt.date(first, 4, 1), dt.date(last, 3, 31), is_financial=True)
    return Interval(dt.date(first, 1, 1), dt.date(last, 12, 31), is_row=True) if last > first else None
