"""Rows of a table over the end of a page: what goes on is put to its row, headings printed again are set apart.

A row goes on where the first cells of the next page stand below its own, and one of them is in the middle of a
sentence, or nothing stands where a row begins. A cell that is empty is kept, so that those behind it stay in place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.readers.pdf_lines import Line
from pipeline.readers.pdf_tables import ALIGNED, Row, blocks, is_mark, is_row, plain

_FAR = 100.0  # no paragraph is indented so far


@dataclass(slots=True)
class _Table:
    """The table that stood last: its headings, where its columns begin, and its last row."""

    heading: list[str] = field(default_factory=list)
    columns: list[float] = field(default_factory=list)
    last: Row | None = None

    def add(self, row: Row) -> None:
        """Puts a row below the last, with a place for each cell that is empty."""
        if len(row.cells) >= len(self.columns):
            self.columns = [cell[0].left for cell in row.cells]
        elif places := self.places(row):
            row.cells = [row.cells[places.index(at)] if at in places else [] for at in range(len(self.columns))]
        self.heading = self.heading or row.words
        self.last = row

    def places(self, row: Row) -> list[int]:
        """The columns in which the cells stand; none where one of them stands in none."""
        found: list[int] = []
        for cell in row.cells:
            at = (n for n, left in enumerate(self.columns) if abs(left - cell[0].left) < ALIGNED and n not in found)
            found.append(next(at, -1))
        return found if found == sorted(found) and -1 not in found else []

    def holds(self, row: Row) -> bool:
        """Whether the cells are in its columns, though nothing else shows that they are cells."""
        return len(row.cells) > 1 + is_mark(row.cells[0]) and bool(self.places(row))

    def goes_on_with(self, row: Row, *, is_headed: bool) -> bool:
        """Puts to its last row what goes on at the top of another page; False where a row or a text begins there."""
        places = self.places(row)
        if self.last is None or len(self.last.cells) != len(self.columns) or not places:
            return False
        pairs = [(self.last.cells[at], cell) for at, cell in zip(places, row.cells, strict=True)]
        is_inside = any(_is_inside(above, below) for above, below in pairs)
        if places[0] == 0:
            begins = is_mark(self.last.cells[0]) or is_mark(row.cells[0][:1])
            is_wide = len(places) == 1 and max(line.right for line in row.cells[0]) > self.columns[1]
            if begins or is_wide or not is_inside:
                return False
        elif not (is_inside or is_headed or self.columns[places[0]] - self.columns[0] > _FAR):
            return False
        for above, below in pairs:
            above += below
        return True


def pieces(pages: Sequence[Sequence[Line]], step: Callable[[Line], float]) -> tuple[list[Line | Row], dict[int, Row]]:
    """The lines and rows of all pages in order, and by page, from 0, the headings of a table that it prints again."""
    found: list[Line | Row] = []
    again: dict[int, Row] = {}
    table = _Table()
    for number, lines in enumerate(pages):
        rows = blocks(lines, step, table.heading)
        if rows and rows[0].words == table.heading:
            again[number] = rows.pop(0)
        while rows and table.goes_on_with(rows[0], is_headed=number in again):
            rows.pop(0)
        for at, row in enumerate(rows):
            if is_row(row, rows[max(at - 1, 0) : at] + rows[at + 1 : at + 2]) or table.holds(row):
                table.add(row)
                found.append(row)
            else:
                table = _Table()
                found += plain(row)
    return found, again


def _is_inside(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a cell ends in the middle of a sentence that another takes up."""
    if not above:
        return False
    return above[-1].is_hyphened or (not above[-1].is_sentence_end and below[0].text[0].islower())
