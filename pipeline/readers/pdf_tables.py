"""The lines of a page → lines and rows of tables.

A table is typeset cell by cell, so that a row shows as blocks of lines side by side: each next block stands to the
right of the one before and begins no lower than it ends. No rule has to be drawn around it. A list's number or bullet
beside its words, and a wide space in a justified line, are no cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.readers.pdf_lines import Line

_MARK = re.compile(r"\W|o|\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxl]{1,5})[.):]*")
_IN_A_CELL = 2.5  # a paragraph in a cell stands further below the last than the next line does
_WIDE = 3.0
_ON_A_BASELINE = 0.1
ALIGNED = 5.0
_TOP = float("-inf")
_COLUMN = 15  # two blocks of so many lines side by side are a page in two columns


@dataclass(slots=True)
class Row:
    """The cells of a row from the left, each the lines in it."""

    cells: list[list[Line]]

    @property
    def words(self) -> list[str]:
        return [" ".join(line.text for line in cell) for cell in self.cells]

    @property
    def bottom(self) -> float:
        return max(line.base for cell in self.cells for line in cell)

    def takes(self, line: Line, floor: float, step: float) -> bool:
        """Puts a line into the last cell or into a new one beside it; False where it belongs to neither.

        `floor` is how far down the page is filled above the row, `step` how far below the last the next line may be.
        """
        cell = self.cells[-1]
        last = cell[-1]
        if len(cell) > 1 and _is_behind(last, line) and line.left - last.right < _WIDE * last.size:
            last.goes_on_with(line)
            return True
        if line.left >= max(one.right for one in cell) - 1 and floor < line.base <= self.bottom + 0.3 * last.size:
            self.cells.append([line])
            return True
        is_first = len(self.cells) == 1
        is_below = 0 < line.base - last.base <= (step if is_first else _IN_A_CELL * step)
        is_alike = not is_first or (round(line.size) == round(last.size) and line.weight == last.weight)
        if is_below and is_alike and cell[0].left - last.size < line.left < max(one.right for one in cell):
            cell.append(line)
            return True
        return False


def blocks(lines: Sequence[Line], step: Callable[[Line], float], heading: Sequence[str] = ()) -> list[Row]:
    """What stands on one page side by side, in order; `step` tells how far below a line the next of its paragraph may
    be. Where the first row has the words of a `heading`, it is whole."""
    found: list[Row] = []
    floor = _TOP
    for line in lines:
        is_whole = len(found) == 1 and found[0].words == heading
        if found and not is_whole and found[-1].takes(line, floor, step(line)):
            continue
        bottom = found[-1].bottom if found else _TOP
        floor = bottom if line.base > bottom else _TOP  # higher up another column begins
        found.append(Row([[line]]))
    return found


def is_row(row: Row, beside: Sequence[Row]) -> bool:
    """Whether blocks side by side are cells; `beside` are those above and below."""
    if len(row.cells) == 1:
        return False
    first, second = row.cells[0], row.cells[1]
    if len(row.cells) == 2 and (is_mark(first) or min(len(first), len(second)) >= _COLUMN):
        return False
    if max(map(len, row.cells)) > 1 or second[0].left - first[0].right > _WIDE * first[0].size:
        return True
    lefts = [cell[0].left for other in beside if len(other.cells) > 1 for cell in other.cells[1:]]
    return any(abs(left - second[0].left) < ALIGNED for left in lefts)


def is_mark(cell: Sequence[Line]) -> bool:
    """Whether a bullet, a number or a letter is all that a cell holds."""
    return len(cell) == 1 and _MARK.fullmatch(cell[0].text) is not None


def _is_behind(last: Line, line: Line) -> bool:
    return abs(line.base - last.base) < _ON_A_BASELINE * last.size and line.left > last.right - 1


def plain(row: Row) -> Iterator[Line]:
    """The lines of what is no row after all; words on one baseline are one line again."""
    lines = [line for cell in row.cells for line in cell]
    last = lines[0]
    for line in lines[1:]:
        if _is_behind(last, line):
            last.goes_on_with(line)
        else:
            yield last
            last = line
    yield last
