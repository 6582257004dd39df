"""What differs between two answers: pages of small pairs."""

import datetime as dt

import pytest

from pipeline.clusters.changes import Value, changed_values, date_value, money_value, numbers


def values(text: str) -> list[Value]:
    """The numbers of a text, and as other values what stands in «» (`«money 5|£5»`), in their order."""
    found: list[Value] = []
    plain = ""
    for piece in text.split("«"):
        head, marked, rest = piece.partition("»")
        if marked:
            kind, _, (value, words) = (*head.partition(" ")[:2], head.partition(" ")[2].split("|"))
            found.append(Value(kind, len(plain), len(plain) + len(words), words, value))
            plain += words + rest
        else:
            plain += head
    return [*found, *numbers(plain, 0, found)]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("27 areas", "27 areas", []),
        ("27 areas", "28 areas", ["number:27→28"]),
        ("27 areas and 3 pilots", "27 areas", ["number:3→"]),
        ("27 areas", "3 pilots in 27 areas", ["number:→3"]),
        ("1,200 homes", "1200 homes", []),
        ("2 of 3 and 4", "4 and 2 of 3", []),
        ("2.5 per cent", "2.75 per cent", ["number:2.5→2.75"]),
        ("5 or 5", "5", ["number:5→"]),
        ("section 4A of COVID19", "section 5B of COVID20", []),
        ("question 12 of 2,702.", "question 13 of 4,158.", ["number:12→13", "number:2702→4158"]),
        ("«money 19000000|£19 million» for 27", "«money 21000000|£21m» for 27", ["money:19000000→21000000"]),
        ("«money 19000000|£19 million»", "«money 19000000|£19m»", []),
        ("«date 2025-01-01/2025-12-31|next year»", "«date 2026-01-01/2026-12-31|next year»", []),
        ("«date 2025-03-01|1 March»", "«date 2025-06-02|2 June»", ["date:2025-03-01→2025-06-02"]),
        ("«date 2025|2025» in 3", "«date 2026|2026» in 4", ["date:2025→2026", "number:3→4"]),
        ("we spent 1 and 20...", "we spent 1 and 207...", []),
    ],
)
def test_changes(old: str, new: str, changes: list[str]) -> None:
    assert changed_values(values(old), values(new)) == changes


def test_values_are_written_plainly() -> None:
    place = {"char_start": 0, "char_end": 3, "text": "£2m"}
    sums = [("GBP", 19_000_000.0, None), ("GBP", 0.5, None), ("EUR", 1e12, 2e12)]
    written = [money_value({**place, "currency": c, "amount": a, "amount_max": b}).value for c, a, b in sums]
    assert written == ["19000000", "0.5", "EUR 1000000000000-2000000000000"]
    march = [dt.datetime(2025, 3, 1), dt.datetime(2025, 3, 31)]
    days = [(march[0], march[0]), (march[0], march[1]), (None, march[1]), (None, None)]
    written = [date_value({**place, "value_start": a, "value_end": b}).value for a, b in days]
    assert written == ["2025-03-01", "2025-03-01/2025-03-31", "/2025-03-31", ""]
