"""Written dates as days.

`stated_date` takes a whole string, never a sentence to search in, and gives the first and last day of what it names:

- `19 March 2025`, `19th of March 2025`, `Wednesday, 19 Mar 2025`, `March 19, 2025`, `19/03/2025` (day first, as the UK
  writes it), `2025-03-19`, each with or without a time of day → one day
- `March 2025`, `2025-03` → the month; `2025` → the year

None for anything else, and for a day that does not exist. `iso_date` takes the three hyphenated shapes only.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}


@dataclass(frozen=True, slots=True)
class StatedDate:
    """The first and last day of the unit named, and its `precision`: `day`, `month` or `year`."""

    first: dt.date
    last: dt.date
    precision: str


_LONGEST = 60
_DIGIT = re.compile(r"\d")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = r"\d{1,2}(?:[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?|\s?[ap]m)(?:\s?(?:gmt|bst|utc))?"
_ISO = re.compile(rf"{_YEAR}(?:-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}}))?)?")
_SHAPES = [
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_ISO.pattern}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_NAME},?[\s-]+{_YEAR}",
        rf"{_WEEKDAY}{_NAME}\s+{_DAY},?\s+{_YEAR}",
        rf"{_NAME},?\s+{_YEAR}",
        rf"{_DAY}(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})",
    )
]
_TIME_OF_DAY = re.compile(rf"^{_CLOCK}(?:,|\s+on|\s*[-–])?\s+|(?:,|\s+at|\s*[-–])?\s+{_CLOCK}$", re.IGNORECASE)


def stated_date(text: str) -> StatedDate | None:
    """`10th January 2023` → 2023-01-10 to 2023-01-10, `day`; `January 2023` → 2023-01-01 to 2023-01-31, `month`."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    text = _TIME_OF_DAY.sub("", text.strip())
    for shape in _SHAPES:
        if found := shape.fullmatch(text):
            return _value(found)
    return None


def iso_date(text: str) -> StatedDate | None:
    """`2025-03-19`, `2025-03` or `2025`."""
    found = _ISO.fullmatch(text)
    return _value(found) if found else None


def _value(found: re.Match[str]) -> StatedDate | None:
    parts = {name: text for name, text in found.groupdict().items() if text}
    month = MONTHS.get(parts["name"].casefold(), 0) if "name" in parts else int(parts.get("month", 1))
    try:
        first = dt.date(int(parts["year"]), month, int(parts.get("day", 1)))
    except ValueError:  # 31 April, month 13, a word that is no month
        return None
    if "day" in parts:
        return StatedDate(first, first, "day")
    if "name" in parts or "month" in parts:
        return StatedDate(first, first.replace(day=calendar.monthrange(first.year, month)[1]), "month")
    return StatedDate(first, first.replace(month=12, day=31), "year")
