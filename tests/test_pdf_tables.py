"""Tables of a PDF over the end of a page: rows that go on, headings printed again, cells that are empty."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pdfs import LEFT, TOP, Paper, document, paragraphs
from structure import assert_structure

from extractors.layouts import choose

COLUMNS = (LEFT, 110, 290, 400)
HEADING = ("No.", "Recommendation", "Decision", "Response")
FIRST = ("1", "The board should mend the/pier before the summer.", "Accept", "Work begins in May and/ends in June.")
LAST = ("4", "The board should feed them.", "Accept", "We will do so.")
BELOW = "Below the table the text goes on, as it does in every report."


class _Table(Paper):
    """Rows printed cell by cell; `/` ends a line in a cell."""

    def row(self, y: float, cells: Sequence[str], columns: Sequence[float] = COLUMNS) -> float:
        ends = [self.lines(y, *cell.split("/"), x=x) for x, cell in zip(columns, cells, strict=True) if cell]
        return max(ends) + 8


def read(folder: Path, *pages: Sequence[Sequence[str]], columns: Sequence[float] = COLUMNS) -> list[str]:
    """The paragraphs of a table with these rows on each page, and of the text below it, without what is apart."""
    paper = _Table()
    for rows in pages:
        paper.add_page()
        y = TOP
        for cells in rows:
            y = paper.row(y, cells, columns)
    paper.lines(y + 30, BELOW)
    found = document(paper.saved(folder))
    assert_structure(found.text, choose(found.text, found.apart)[1])
    *table, below = paragraphs(found)
    assert below == BELOW
    return table


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        (
            ("2", "The board should count the/gulls on the", "Reject", "They are counted by"),
            ("", "roof.", "", "the council, and/by others."),
            "2\tThe board should count the gulls on the roof.\tReject\tThey are counted by the council, and by others.",
        ),
        (
            ("2", "The board should count the/gulls.", "Reject", "They are counted by"),
            ("", "", "", "the council."),
            "2\tThe board should count the gulls.\tReject\tThey are counted by the council.",
        ),
        (
            ("2", "The board should count the/gulls.", "", "They are counted."),
            ("", "", "", "The council does it."),
            "2\tThe board should count the gulls.\t\tThey are counted. The council does it.",
        ),
    ],
)
@pytest.mark.parametrize("is_headed", [True, False])
def test_a_row_goes_on(
    tmp_path: Path, above: Sequence[str], below: Sequence[str], joined: str, is_headed: bool
) -> None:
    heading = [HEADING] if is_headed else []
    found = read(tmp_path, [HEADING, FIRST, above], [*heading, below, LAST])
    assert found == [
        "\t".join(HEADING),
        "1\tThe board should mend the pier before the summer.\tAccept\tWork begins in May and ends in June.",
        joined,
        "\t".join(LAST),
    ]


def test_a_row_of_three_pages(tmp_path: Path) -> None:
    pages = [[HEADING, FIRST, (*LAST[:3], "We will do so,")], [("", "", "", "and we will do it well,")]]
    found = read(tmp_path, *pages, [("", "", "", "and soon.")])
    assert found[2:] == ["4\tThe board should feed them.\tAccept\tWe will do so, and we will do it well, and soon."]


def test_without_numbers_a_sentence_goes_on(tmp_path: Path) -> None:
    columns = (LEFT, 300)
    heading = ("Recommendation", "Response")
    above = ("The board should count the/gulls that nest on the", "They are counted in spring by the")
    below = ("roof.", "council.")
    last = ("The board should feed them.", "We will do so.")
    found = read(tmp_path, [heading, FIRST[1::2], above], [heading, below, last], columns=columns)
    assert found[2:] == [
        "The board should count the gulls that nest on the roof.\tThey are counted in spring by the council.",
        "\t".join(last),
    ]


@pytest.mark.parametrize("is_headed", [True, False])
def test_a_row_that_begins_on_the_next_page(tmp_path: Path, is_headed: bool) -> None:
    rows = [LAST, ("5", "The board should rest.", "Reject", "It never does.")]
    heading = [HEADING] if is_headed else []
    found = read(tmp_path, [HEADING, FIRST], [*heading, *rows])
    assert found[2:] == ["\t".join(row) for row in rows]


def test_headings_printed_again_are_apart_and_the_grammar_reads_one_table(tmp_path: Path) -> None:
    paper = _Table()
    paper.add_page()
    y = paper.lines(TOP, "The board and its piers", size=16) + 20
    y = paper.row(paper.row(y, HEADING), FIRST)
    paper.row(y, ("2", "The board should count the/gulls.", "Reject", "They are counted by"))
    paper.add_page()
    paper.row(paper.row(paper.row(TOP, HEADING), ("", "", "", "the council.")), LAST)
    found = document(paper.saved(tmp_path))
    assert [(one.kind, found.text[one.start : one.end]) for one in found.apart] == [("boilerplate", "\t".join(HEADING))]
    layout, reading = choose(found.text, found.apart)
    assert layout == "responses"
    assert [(one.number, one.response and one.response.of(found.text)) for one in reading.recommendations] == [
        ("1", "Work begins in May and ends in June."),
        ("2", "They are counted by the council."),
        ("4", "We will do so."),
    ]


@pytest.mark.parametrize("mark", ["1.", "a)"])
def test_a_list_below_the_page_of_a_table_is_no_row_of_it(tmp_path: Path, mark: str) -> None:
    paper = _Table()
    paper.add_page()
    paper.row(paper.row(TOP, HEADING), (*LAST[:3], "We will do so"))
    paper.add_page()
    paper.at(LEFT, TOP, mark)
    paper.lines(TOP, "Gulls are birds of the sea.", x=COLUMNS[1])
    assert paragraphs(document(paper.saved(tmp_path)))[2:] == [f"{mark} Gulls are birds of the sea."]
