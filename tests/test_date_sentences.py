"""Dates, as a page of marked-up sentences (`sentences/dates.txt`), each also with its spaces as they come in files."""

from __future__ import annotations

import datetime as dt

import pytest
from marked import SPACES, lines, same, scan_of, unmarked

from extractors import dates
from extractors.date_resolve import resolve, within_financial_year
from extractors.matching import Scan

SAID_ON = dt.date(2025, 3, 19)


@pytest.mark.parametrize("spaces", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize("line", lines("dates"))
def test_sentence(line: str, spaces: str) -> None:
    text, marks = unmarked(line, spaces)
    found = dates.find(Scan(text, [(0, len(text))]))
    assert [text[d.start : d.end] for d in found] == [span.of(text) for span, _, _ in marks]
    for date, (span, _, attributes) in zip(found, marks, strict=True):
        assert date.start == span.start
        first, last = resolve(date.when, SAID_ON, date.is_ahead)
        read = {
            "kind": date.when.kind,
            "from": first and first.isoformat(),
            "until": last and last.isoformat(),
            "fy": within_financial_year(first, last),
            "mod": date.modifier,
            "words": date.modifier_span and " ".join(date.modifier_span.of(text).split()),
            "role": date.role,
        }
        for name, expected in attributes.items():
            assert same(read[name], expected), f"{date.rule} {name}: {read[name]!r} is not {expected!r}"
        assert date.sentence.start <= date.start < date.end <= date.sentence.end


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("By when", "deadline_or_plan"),
        ("Target date", "deadline_or_plan"),
        ("Published", "publication"),
        ("Seen", "effective_or_past_event"),
    ],
)
@pytest.mark.parametrize("mark", ["\t", " | "])
def test_the_heading_of_a_column_says_what_its_dates_are_for(heading: str, role: str, mark: str) -> None:
    rows = [("Buoy", heading, "Owner"), ("Red", "31 March 2026", "Ann Rowe"), ("Green", "5 May 2026", "1 May 2021")]
    found = dates.find(scan_of(" ¶ ".join(mark.join(row) for row in rows)))
    assert [date.role for date in found] == [role, role, "effective_or_past_event"]


def test_a_month_alone_is_of_publication_on_a_cover_only() -> None:
    text = " ¶ ".join(["Harbour dues", "March 2023", *["A line."] * 20, "April 2023"])
    assert [date.role for date in dates.find(scan_of(text))] == ["publication", "reference_period"]
