"""Written dates and the days they name."""

import datetime as dt

import pytest

from extractors.calendar import iso_date, stated_date


@pytest.mark.parametrize(
    "text",
    [
        *(
            "10 January 2023",
            "10th January 2023",
            "10th of January, 2023",
            "10 Jan. 2023",
            "10-Jan-2023",
            "10\xa0January 2023",
        ),
        *(
            "Jan 10, 2023",
            "January 10th 2023",
            "Tuesday 10 January 2023",
            "Tues, 10 Jan 2023",
            "tuesday, january 10, 2023",
        ),
        *("10/01/2023", "10.1.2023", "10-01-2023", "2023-01-10", "2023-01-10T09:30:00Z"),
        *("10 January 2023, 09:30", "09:30, 10 January 2023", "10 January 2023 at 9.30am", "10 January 2023 - 9am GMT"),
    ],
)
def test_days(text: str) -> None:
    found = stated_date(text)
    assert found is not None
    assert (found.first, found.last, found.precision) == (dt.date(2023, 1, 10),) * 2 + ("day",)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("February 2024", "2024-02-01", "2024-02-29", "month"),
        ("Sept 2023", "2023-09-01", "2023-09-30", "month"),
        ("2023-12", "2023-12-01", "2023-12-31", "month"),
        ("2023", "2023-01-01", "2023-12-31", "year"),
    ],
)
def test_longer_units(text: str, first: str, last: str, precision: str) -> None:
    found = stated_date(text)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat(), found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text",
    [
        *("", "31 April 2023", "2023-13", "2023-00", "0000", "Maybe 2023", "spring 2023", "2023-24", "10 January"),
        *("on 10 January 2023", "10 January 2023 and 11 January 2023", "1/2/23", "13/13/2023", "10 January 20231"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert stated_date(text) is None


def test_iso_dates_only() -> None:
    assert iso_date("2025-03") == stated_date("March 2025")
    assert iso_date("March 2025") is iso_date("2025-3-19") is iso_date("2025-03-19 ") is None
