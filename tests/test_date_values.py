"""What written dates say, over every spelling that a generator can think of."""

from __future__ import annotations

import datetime as dt
from calendar import month_abbr, month_name

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extractors.calendar import end_of, financial_year, months_on, units
from extractors.date_resolve import resolve, within_financial_year
from extractors.date_values import value_of
from extractors.periods import period_of

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2069, 12, 31))
YEARS = st.integers(1950, 2048)
PARTS = st.sampled_from(
    ["", "early ", "mid-", "late ", "the end of ", "the start of ", "the first half of ", "later in "]
)
STEPS = st.sampled_from(
    ["this", "last", "next", "the previous", "the following", "the current", "the past", "the coming"]
)
LENGTHS = st.sampled_from(["year", "month", "week", "quarter", "decade", "financial year", "calendar year"])


def th(day: int) -> str:
    return f"{day}{'th' if 10 <= day % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


@given(DAYS)
def test_every_spelling_of_a_day_is_that_day(day: dt.date) -> None:
    name, short = month_name[day.month], month_abbr[day.month]
    spellings = (
        *(
            f"{day.day} {name} {day.year}",
            f"{th(day.day)} {name} {day.year}",
            f"the {th(day.day)} of {name} {day.year}",
        ),
        *(f"{day:%A} {day.day} {name} {day.year}", f"{day:%A}, {th(day.day)} {name}, {day.year}"),
        *(f"{day.day} {short} {day.year}", f"{day.day} {short}. {day.year}", f"{name} {day.day}, {day.year}"),
        *(f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}"),
        *(f"{name.upper()} {th(day.day)} {day.year}", f"{day.day}-{short}-{day.year}"),
    )
    for spelling in spellings:
        when = value_of(spelling)
        assert (when.kind, when.first, when.last) == ("date", day, day), spelling


@given(DAYS, DAYS)
def test_a_day_without_its_year_is_found_again_from_a_day_near_it(day: dt.date, said: dt.date) -> None:
    written = f"{day.day} {month_name[day.month]}"
    assume((day.month, day.day) != (2, 29))
    after, _ = resolve(value_of(written), said, is_ahead=True)
    before, _ = resolve(value_of(written), said, is_ahead=False)
    assert after is not None
    assert before is not None
    assert before <= said <= after
    assert (before.month, before.day) == (after.month, after.day) == (day.month, day.day)
    assert resolve(value_of(written), None) == (None, None)


@given(YEARS)
def test_every_spelling_of_a_financial_year_runs_from_april_to_march(year: int) -> None:
    end, days = f"{(year + 1) % 100:02d}", (dt.date(year, 4, 1), dt.date(year + 1, 3, 31))
    spellings = [f"{year}{mark}{end}" for mark in "-/–"] + [f"{year}{mark}{year + 1}" for mark in ("-", "/", " to ")]
    spellings += [f"FY{year}-{end}", f"the {year}/{end} financial year", f"financial year {year} to {year + 1}"]
    if year >= 2010:
        spellings += [f"FY{year % 100:02d}/{end}", f"FY {year % 100:02d}-{end}"]
    for spelling in spellings:
        when = value_of(spelling)
        assert (when.kind, when.first, when.last) == ("financial_year", *days), spelling
        assert within_financial_year(when.first, when.last) == f"{year}-{end}"
        assert (period_of(spelling).start, period_of(spelling).end) == days
    ending = value_of(f"the financial year ending {year + 1}")
    assert (ending.kind, ending.first, ending.last) == ("year_ending", *days)
    assert value_of(f"year ending 31 March {year + 1}").first == days[0]


@given(YEARS, st.integers(2, 12))
def test_rows_of_years(year: int, more: int) -> None:
    plain = value_of(f"{year} to {year + more}")
    assert (plain.kind, plain.first, plain.last) == (
        "year_range",
        dt.date(year, 1, 1),
        dt.date(year + more, 12, 31),
    )
    financial = value_of(f"{year}-{(year + 1) % 100:02d} to {year + more}-{(year + more + 1) % 100:02d} inclusive")
    assert (financial.kind, financial.first) == ("financial_range", dt.date(year, 4, 1))
    assert financial.last == dt.date(year + more + 1, 3, 31)


@given(PARTS, STEPS, st.integers(0, 30), LENGTHS, DAYS, st.sampled_from([None, True, False]))
def test_what_counts_from_a_day_is_never_the_wrong_way_round(
    part: str, step: str, count: int, length: str, said: dt.date, is_ahead: bool | None
) -> None:
    written = f"{part}{step} {count} {length}s" if count else f"{part}{step} {length}"
    first, last = resolve(value_of(written), said, is_ahead)
    assert first is None or last is None or first <= last, written
    if not part and first and last:
        assert first <= said <= last or step not in ("this", "the current")
        assert last > said or step not in ("next", "the following", "the coming")
        assert first <= said or step not in ("next", "the following", "the coming") or first > said


@given(
    PARTS, st.sampled_from([*month_name[1:], "spring", "summer", "autumn", "winter", "Q1", "Q4"]), YEARS, st.booleans()
)
def test_parts_lie_in_their_unit(part: str, name: str, year: int, is_financial: bool) -> None:
    written = f"{name} {year}" + (f"-{(year + 1) % 100:02d}" if is_financial and name[0] == "Q" else "")
    whole, some = value_of(written), value_of(part + written)
    assert whole.first
    assert whole.last
    first, last = resolve(some, dt.date(2025, 3, 19))
    assert first is not None
    assert last is not None
    assert min(whole.first, dt.date(2025, 3, 20)) <= first <= last <= whole.last


@given(st.text(alphabet="0123456789-/. QFYfymarchtoyending ", max_size=30))
def test_any_text_has_a_value_or_none(text: str) -> None:
    when = value_of(text)
    assert when.first is None or when.last is None or when.first <= when.last
    first, last = resolve(when, dt.date(2025, 3, 19))
    assert first is None or last is None or first <= last


@given(DAYS, st.integers(-400, 400))
def test_months_lead_there_and_back(day: dt.date, months: int) -> None:
    there = months_on(day.replace(day=1), months)
    assert months_on(there, -months) == day.replace(day=1)
    assert end_of(there, 1).month == there.month


@pytest.mark.parametrize(
    ("day", "expected"), [("2025-03-31", "2024-25"), ("2025-04-01", "2025-26"), ("1999-12-31", "1999-00")]
)
def test_the_financial_year_of_a_day(day: str, expected: str) -> None:
    assert financial_year(dt.date.fromisoformat(day)) == expected


@pytest.mark.parametrize("text", ["31 April 2024", "30 February", "13/13/2024", "2024-02-30", "the coming months"])
def test_what_has_no_days(text: str) -> None:
    assert resolve(value_of(text), dt.date(2025, 3, 19)) == (None, None)


def test_a_winter_begins_in_december_and_is_this_winter_until_it_ends() -> None:
    winter = (dt.date(2024, 12, 1), dt.date(2025, 2, 28))
    for said in (dt.date(2024, 9, 30), dt.date(2025, 1, 15)):
        assert resolve(value_of("this winter"), said) == winter
    assert [unit.kind for unit in units("winter 2024-25 and Q1 2024-25")] == ["season", "quarter"]


def test_a_winter_is_past_when_half_of_it_has_gone() -> None:
    winter = value_of("winter")
    assert resolve(winter, dt.date(2025, 1, 1), is_ahead=False) == (dt.date(2023, 12, 1), dt.date(2024, 2, 29))
    assert resolve(winter, dt.date(2025, 1, 20), is_ahead=False) == (dt.date(2024, 12, 1), dt.date(2025, 2, 28))
