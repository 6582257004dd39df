"""Dates that count from a day: "next year", "the last 12 months", "in March", given the day they were said.

resolve(When("relative", relative=Relative("year", step=PREVIOUS)), dt.date(2025, 3, 19)) → all of 2024
"""

from __future__ import annotations

import datetime as dt

from extractors.calendar import Unit, end_of, financial_year, financial_year_start, months_on
from extractors.records import record

NEXT, PREVIOUS = 1, -1
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "financial_year": 12, "calendar_year": 12, "decade": 120}
_WHOLE = ("financial_year", "calendar_year")  # several of them are whole ones, not rolling
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = dt.timedelta(days=1)

Days = tuple[dt.date | None, dt.date | None]


@record()
class Relative:
    """How to count from a day: `unit` is the name of a unit, or one without its year.

    `step` units on or back; with `count` so many of them, rolling from the day after or to the day itself; of these
    the `part`. A `Unit` with `step` 0 is the nearest one, with `is_of_year` that of the year so many steps on;
    `ending_months` are the months to its end. `from_named`: counts from the year that the sentence names, if any.
    `after` is the date that the sentence names before it: "in March 2022 … in October".
    """

    unit: str | Unit
    step: int = 0
    count: int = 0
    part: str = ""
    is_of_year: bool = False
    from_named: bool = False
    ending_months: int = 0
    after: dt.date | None = None


@record()
class When:
    """The days that the words state, or what has to be counted; both are absent where neither can be known."""

    kind: str
    first: dt.date | None = None
    last: dt.date | None = None
    relative: Relative | None = None


def resolve(when: When, anchor: dt.date | None, is_ahead: bool | None = None) -> Days:
    """The first and last day, given the day it was said; None for what is not known.

    A day or month without a year is the next one if it `is_ahead`, the last one if it is past, else the nearer of them.
    """
    if when.relative is None:
        return when.first, when.last
    if anchor is None:  # the sentence may tell of itself
        anchor, is_ahead = when.relative.after, True
    if anchor is None:
        return None, None
    try:
        return _resolved(when.relative, anchor, is_ahead)
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None, None


def within_financial_year(first: dt.date | None, last: dt.date | None) -> str | None:
    """The UK financial year that both days are in, as `2025-26`; None where there is no such year."""
    if first is None or last is None or financial_year(first) != financial_year(last):
        return None
    return financial_year(first)


def months_to(last: dt.date, months: int) -> dt.date:
    """The first day of so many months that end with a day."""
    return months_on(last, -months) + _DAY


def nearest(unit: Unit, anchor: dt.date, is_ahead: bool | None) -> tuple[dt.date, dt.date]:
    """The next time of a unit without a year that is not yet over, or the last time that it has begun, or the nearer.

    Of a season half must have gone by before it is spoken of as past.
    """
    times = [unit.in_year(year) for year in range(anchor.year - 2, anchor.year + 2)]
    ahead = next(days for days in times if days[1] >= anchor)
    gone = 2 if unit.kind == "season" else 0
    past = next(days for days in reversed(times) if days[0] + gone * (days[1] - days[0]) / 4 <= anchor)
    if is_ahead is None:
        is_ahead = ahead[0] - anchor < anchor - past[1]
    return ahead if is_ahead else past


def narrowed(first: dt.date, last: dt.date, part: str, anchor: dt.date | None = None) -> Days:
    """A part of a unit: early and late are its first and last quarter, of a month or season third."""
    if not part or first == last:
        return first, last
    if part == "after":
        return (min(anchor + _DAY, last), last) if anchor else (None, last)
    if part == "before":
        return first, anchor and max(anchor, first)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if part in ("first_half", "second_half"):
        middle = months_on(first, months // 2) if months > 1 else first + ((last - first).days // 2 + 1) * _DAY
        return (first, middle - _DAY) if part == "first_half" else (middle, last)
    if months < 4:
        third = (last - first).days // 3
        begins, ends = first + third * _DAY, last - third * _DAY
        early, late = begins, ends
    else:
        begins, ends = months_on(first, months // 4), months_on(first, months - months // 4)
        early, late = begins, ends
    return {"early": (first, early - _DAY), "late": (late, last)}.get(part, (begins, ends - _DAY))


def _resolved(relative: Relative, anchor: dt.date, is_ahead: bool | None) -> Days:
    if relative.count:
        return _rolling(relative, anchor)
    if relative.part == "or_before":
        return None, _counted_on(relative, anchor)
    if relative.part == "then":  # "in a year's time"
        return _counted_on(relative, anchor), _counted_on(relative, anchor)
    return narrowed(*_unit(relative, anchor, is_ahead), relative.part, anchor)


def _rolling(relative: Relative, anchor: dt.date) -> Days:
    if relative.unit in _WHOLE:
        begin = _begin(str(relative.unit), anchor)
        anchor = begin - _DAY if relative.step < 0 else months_on(begin, 12) - _DAY
    far = _counted_on(relative, anchor)
    return (anchor + _DAY, far) if relative.step > 0 else (far + _DAY, anchor)


def _counted_on(relative: Relative, anchor: dt.date) -> dt.date:
    by = relative.step * (relative.count or 1)
    assert isinstance(relative.unit, str)
    if relative.unit in _MONTHS_IN:
        return months_on(anchor, by * _MONTHS_IN[relative.unit])
    return anchor + by * _DAYS_IN[relative.unit] * _DAY


def _unit(relative: Relative, anchor: dt.date, is_ahead: bool | None) -> tuple[dt.date, dt.date]:
    """The unit that the day is in, so many steps on."""
    unit, step = relative.unit, relative.step
    if isinstance(unit, Unit):
        return _yearly(unit, relative, anchor, is_ahead)
    if unit in WEEKDAYS:
        day = anchor + (WEEKDAYS.index(unit) - anchor.weekday()) % 7 * _DAY
        day += 7 * _DAY if step > 0 and day == anchor else 0 * _DAY
        day -= 7 * _DAY if step < 0 or (step == 0 and not is_ahead and day > anchor) else 0 * _DAY
        return day, day
    if unit in _MONTHS_IN:
        months = _MONTHS_IN[unit]
        first = months_on(_begin(unit, anchor), step * months)
        return first, end_of(first, months)
    length = _DAYS_IN[unit]
    first = anchor + step * length * _DAY - (anchor.weekday() if length > 1 else 0) * _DAY
    return first, first + (length - 1) * _DAY


def _yearly(unit: Unit, relative: Relative, anchor: dt.date, is_ahead: bool | None) -> tuple[dt.date, dt.date]:
    if unit.has_year:
        days = unit.first, unit.last
    elif relative.is_of_year:
        days = unit.in_year(anchor.year + relative.step)
        before = unit.in_year(anchor.year - 1)
        days = before if relative.step == 0 and before[1] >= anchor else days  # "this winter", said in January
    elif relative.step > 0:
        days = next(each for year in range(anchor.year, anchor.year + 2) if (each := unit.in_year(year))[0] > anchor)
    elif relative.step < 0:
        days = next(each for back in range(3) if (each := unit.in_year(anchor.year - back))[1] < anchor)
    else:
        named = nearest(unit, relative.after, is_ahead=True) if relative.after else None
        days = named if named and (is_ahead or named[0] <= anchor) else nearest(unit, anchor, is_ahead)
    return (months_to(days[1], relative.ending_months), days[1]) if relative.ending_months else days


def _begin(unit: str, anchor: dt.date) -> dt.date:
    if unit == "financial_year":
        return financial_year_start(anchor)
    if unit == "decade":
        return dt.date(anchor.year // 10 * 10, 1, 1)
    return anchor.replace(day=1, month={"month": anchor.month, "quarter": (anchor.month - 1) // 3 * 3 + 1}.get(unit, 1))
