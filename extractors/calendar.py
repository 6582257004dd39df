"""Written units of the calendar as days: the one place where words become days, for dates and for periods of money.

`units` gives what a phrase names, in order: a day (`19 March 2025`, `19th of March`, `March 19, 2025`, `19/03/2025`,
day first as the UK writes it, `2025-03-19`), a row of days (`1-3 May 2024`), Easter Sunday or Christmas Day, a month
(`March 2025`, `Feb-24`), a season, a quarter (`Q1 2024-25`, `the first quarter of 2024`), a year, a financial year
(`2025-26`, `2025/26`, `2022 to 2023`, `FY25/26`), a row of years (`2019-2024`), a decade. UK financial years run from 1
April to 31 March. Two years joined by a dash, a slash or "to" are a financial year if the second follows the first;
further apart they are calendar years. Seasons are spring March to May, and so on; winter begins in December.

`stated_date` and `iso_date` read a whole string that is a date and nothing else.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from extractors.records import record

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_QUARTERS |= {word: number for number, word in enumerate(("one", "two", "three", "four"), 1)}
_QUARTERS |= {str(number): number for number in range(1, 5)}
_NO_YEAR = 2000  # a unit without a year is kept in a leap year, so that 29 February is a day


@record()
class Unit:
    """A unit named: its first and last day, which are those of no special year where it `has_year` not.

    `kind` is `day`, `month`, `season`, `quarter`, `year`, `financial_year`, `decade`, or `years` for a row of them;
    `easter` is a day that each year has elsewhere.
    """

    kind: str
    first: dt.date
    last: dt.date
    has_year: bool = True

    def in_year(self, year: int) -> tuple[dt.date, dt.date]:
        """The days of a unit without a year, where it begins in some year."""
        if self.kind == "easter":
            return easter(year), easter(year)
        by = 12 * (year - self.first.year)
        return months_on(self.first, by), months_on(self.last, by)


@record()
class StatedDate:
    """The first and last day of the unit named, and its `precision`: `day`, `month` or `year`."""

    first: dt.date
    last: dt.date
    precision: str


_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_Y = r"(?:19|20)\d\d"
_TH = r"(?:st|nd|rd|th)?"
_SHORT_YEAR = r"(?:-'?|\s+')\d\d(?!\d)|\s\d\d$"  # Feb-24, Feb '24, 21 Mar 22
_SOME_YEAR = rf"(?:fy\s*)?{_Y}(?:[/-]\d\d(?:\d\d)?(?!\d))?|fy\s*\d\d[/-]\d\d"
_UNIT = re.compile(
    r"(?<![a-z0-9])(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d)(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?(?!\d)"
    r"|(?P<figures>\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d))(?!\d)"
    rf"|(?:(?P<since>\d{{1,2}}){_TH}\s*(?:-|to)\s*)?(?P<day>\d{{1,2}}){_TH}(?:\s+of)?[\s-]*(?P<name>{_NAMES})\b\.?"
    rf"(?:,?[\s-]+(?P<year>{_Y})(?!\d)|(?P<short>{_SHORT_YEAR}))?"
    rf"|(?P<us_name>{_NAMES})\b\.?\s+(?P<us_day>\d{{1,2}})(?:{_TH},?\s+(?P<us_year>{_Y})(?!\d)|(?:st|nd|rd|th)\b|$)"
    rf"|(?P<month>{_NAMES})\b\.?(?:,?(?:[\s-]+|\s+of\s+)(?P<month_year>{_Y})(?!\d)|(?P<month_short>{_SHORT_YEAR}))?"
    rf"|(?P<season>{'|'.join(SEASONS)})\b(?:\s+(?:of\s+)?(?P<season_year>{_Y})(?:(?:[/-]| to )(?:{_Y}|\d\d)(?!\d))?)?"
    r"|(?:q\s?(?P<q>[1-4])|(?P<nth>first|second|third|fourth|final|last)\s+quarter|quarter\s+(?P<n>[1-4]|one|two|three|four))"
    rf"(?:\s+(?:of\s+)?(?:the\s+)?(?:financial\s+year\s+)?(?P<quarter_year>{_SOME_YEAR}))?"
    rf"|(?P<year_quarter>{_SOME_YEAR})\s*q(?P<q_after>[1-4])"
    rf"|(?P<feast>easter|christmas)\b(?:\s+(?P<feast_year>{_Y})(?!\d))?"
    rf"|(?P<decade>(?:19|20)\d0)s"
    rf"|(?:(?P<from>(?:fy\s*)?{_Y}|fy\s*\d\d|\d\d(?=/))\s*(?:/|-|\bto\b)\s*(?P<to>{_Y}|\d\d))(?!\d)"
    rf"|(?:fy\s*)?(?P<only_year>{_Y})(?!\d)"
    r")"
)
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_CLOCK = r"\d{1,2}(?:[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?|\s?[ap]m)(?:\s?(?:gmt|bst|utc))?"
_PLAIN = str.maketrans("‐‑–—’", "----'")
_TIME_OF_DAY = re.compile(rf"^{_CLOCK}(?:,|\s+on|\s*[-–])?\s+|(?:,|\s+at|\s*[-–])?\s+{_CLOCK}$")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+")
_FOUR_DIGITS = re.compile(r"\d{4}")
_LONGEST = 60


def plain(text: str) -> str:
    """A phrase in lower case with one kind of dash, apostrophe and space: what the value tables read."""
    return " ".join(text.lower().translate(_PLAIN).split())


def units(text: str) -> list[Unit]:
    """The units that a phrase names, in order; an impossible day is left out."""
    return list(_units(_UNIT.finditer(plain(text))))


def stated_date(text: str) -> StatedDate | None:
    """`10th January 2023` → 2023-01-10 to 2023-01-10, `day`; `January 2023` → 2023-01-01 to 2023-01-31, `month`.

    A day, month or year with its four digits, with or without weekday and time of day; None for anything else, a row
    of days among it, and for a day that does not exist.
    """
    if len(text) > _LONGEST or not _FOUR_DIGITS.search(text):
        return None
    bare = _WEEKDAY.sub("", _TIME_OF_DAY.sub("", plain(text)))
    found = _UNIT.fullmatch(bare)
    unit = next(_units([found] if found else []), None)
    if unit is None or unit.kind not in ("day", "month", "year") or not unit.has_year:
        return iso_date(bare)
    if unit.kind == "day" and unit.first != unit.last:
        return None
    return StatedDate(unit.first, unit.last, unit.kind)


def iso_date(text: str) -> StatedDate | None:
    """`2025-03-19`, `2025-03` or `2025`."""
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        first = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    months, precision = (0, "day") if day else (1, "month") if month else (12, "year")
    return StatedDate(first, end_of(first, months) if months else first, precision)


def financial_year(day: dt.date) -> str:
    """The UK financial year of a day: 31 March 2025 → `2024-25`."""
    first = financial_year_start(day).year
    return f"{first}-{(first + 1) % 100:02d}"


def financial_year_start(day: dt.date) -> dt.date:
    """1 April of the financial year that a day is in."""
    return dt.date(day.year if day.month >= 4 else day.year - 1, 4, 1)


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day some months on; the last day of a month leads to the last day of a month."""
    place = day.year * 12 + day.month - 1 + months
    year, month = max(place // 12, 1), place % 12 + 1
    last = calendar.monthrange(year, month)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(year, month, last if is_last else min(day.day, last))


def easter(year: int) -> dt.date:
    """Easter Sunday, as Butcher reckons it."""
    century, within = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (within // 4) - moon - within % 4) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def end_of(first: dt.date, months: int) -> dt.date:
    """The last day of so many months from a first of the month."""
    return dt.date.fromordinal(months_on(first, months).replace(day=1).toordinal() - 1)


def _units(matches: Iterator[re.Match[str]] | list[re.Match[str]]) -> Iterator[Unit]:
    for match in matches:
        try:
            unit = _unit(match)
        except ValueError:  # 31 April, month 13
            continue
        if unit is not None:
            yield unit


def _unit(match: re.Match[str]) -> Unit | None:
    if match["iso"]:
        day = dt.date.fromisoformat(match["iso"])
        return Unit("day", day, day)
    if match["figures"]:
        day = dt.date(*(int(part) for part in reversed(match["figures"].split(match["mark"]))))
        day = day.replace(year=day.year + 2000) if day.year < 100 else day
        return Unit("day", day, day)
    if name := match["name"] or match["us_name"]:
        year = _year(match["year"] or match["us_year"] or match["short"])
        last = dt.date(year or _NO_YEAR, MONTHS[name], int(match["day"] or match["us_day"]))
        return Unit("day", last.replace(day=int(match["since"] or last.day)), last, year is not None)
    if match["month"]:
        return _months("month", _year(match["month_year"] or match["month_short"]), MONTHS[match["month"]], 1)
    if match["season"]:
        return _months("season", _year(match["season_year"]), SEASONS[match["season"]], 3)
    if quarter := match["q"] or match["nth"] or match["n"] or match["q_after"]:
        return _quarter(_QUARTERS[quarter], match["quarter_year"] or match["year_quarter"])
    if match["feast"]:
        year = _year(match["feast_year"])
        if match["feast"] == "easter":
            return Unit("easter", easter(year or _NO_YEAR), easter(year or _NO_YEAR), year is not None)
        return Unit("day", day := dt.date(year or _NO_YEAR, 12, 25), day, year is not None)
    if match["decade"]:
        return _months("decade", int(match["decade"]), 1, 120)
    if match["from"]:
        return _years(_year(match["from"]) or 0, match["to"])
    return _months("year", _year(match["only_year"]), 1, 12)


def _months(kind: str, year: int | None, month: int, months: int) -> Unit:
    first = dt.date(year or _NO_YEAR, month, 1)
    return Unit(kind, first, end_of(first, months), year is not None)


def _year(written: str | None) -> int | None:
    """`2024`, `FY24`, `-24`, ` '24` → 2024; None for None."""
    digits = "".join(character for character in written or "" if character.isdigit())
    return None if not digits else int(digits) if len(digits) == 4 else 2000 + int(digits)


def _quarter(number: int, written: str | None) -> Unit | None:
    """Quarters of a financial year begin in April: Q1 2024-25 is April to June 2024, Q1 2024 January to March."""
    within = next(_units(_UNIT.finditer(written)), None) if written else None
    if within is None:
        return _months("quarter", None, 3 * number - 2, 3)
    first = months_on(within.first, 3 * (number - 1))
    return Unit("quarter", first, end_of(first, 3)) if within.kind in ("year", "financial_year") else None


def _years(first: int, written: str) -> Unit | None:
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    last += 100 if len(written) == 2 and last < first else 0
    if last == first + 1:
        return Unit("financial_year", dt.date(first, 4, 1), dt.date(last, 3, 31))
    return Unit("years", dt.date(first, 1, 1), dt.date(last, 12, 31)) if last > first else None
