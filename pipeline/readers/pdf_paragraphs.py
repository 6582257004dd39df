"""Lines → paragraphs: which line goes on with the sentence of the one before it.

The distance between two lines decides, then how they look, where they begin, and what they begin with: a bullet, a
number, a label such as `Recommendation 4:`. Over the end of a page or column, where there is no distance, a paragraph
goes on only in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.readers.pdf_lines import Line
from pipeline.readers.pdf_tables import Row

_LABEL = re.compile(r"(?=[A-Z])(?:[\w’'-]+ ){0,3}(?i:recommendations?)(?: \d[\w.]*(?:(?:,| and| to|–|-) ?\d[\w.]*)*)?:")
_LABEL_ALONE = re.compile(r"recommendations? \d[\w.]*", re.IGNORECASE)
_BULLET = re.compile(r"[•●○◦▪■‣·➢►✓]|[*–—-] |o (?=[A-Z])")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\(?(?:\d{1,3}|[a-z]|[ivxl]{2,5})[.)]) (?=\S)")
_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*(?=(?:\d{1,4}|[ivxl]{1,6})$)")
_APART = 1.3
_UNKNOWN = 1.5
_OFTEN = 0.25
_RARE = 0.03
_HEAVIER = 1.3
_OTHER_SIZE = 1.12
_INDENT = 0.8
_HALF_EMPTY = 0.35


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of a paragraph, or of a row of a table cell by cell."""

    cells: list[list[Line]]

    @property
    def lines(self) -> list[Line]:
        return [line for cell in self.cells for line in cell]

    @property
    def pages(self) -> tuple[int, int]:
        """The page on which it begins and that on which it ends."""
        numbers = [line.page for line in self.lines]
        return min(numbers), max(numbers)


class Spacing:
    """How the lines of a document stand below one another, by the size of their letters."""

    def __init__(self, pages: Iterable[Sequence[Line]]) -> None:
        distances: dict[int, Counter[float]] = defaultdict(Counter)
        for lines in pages:
            for one, two in pairwise(lines):
                if _size(one) == _size(two) and 0 < two.base - one.base < 3 * one.size:
                    distances[_size(one)][round((two.base - one.base) * 2) / 2] += 1
        self._steps = {size: _APART * _least(counted) for size, counted in distances.items()}
        self._spaced = {
            size
            for size, counted in distances.items()
            if sum(n for distance, n in counted.items() if distance > self._steps[size]) > _RARE * counted.total()
        }

    def step(self, line: Line) -> float:
        """How far below a line the next of its paragraph may stand: the least distance that is frequent, with room."""
        return self._steps.get(_size(line), _UNKNOWN * line.size)

    def is_spaced(self, line: Line) -> bool:
        """Whether there is more room between paragraphs than between lines."""
        return _size(line) in self._spaced


def paragraphs(pieces: Sequence[Line | Row], spacing: Spacing) -> list[Paragraph]:
    """Paragraphs and rows in order."""
    edges = _edges(pieces)
    found: list[Paragraph] = []
    last: Line | None = None
    for at, piece in enumerate(pieces):
        if isinstance(piece, Row):
            found.append(Paragraph(piece.cells))
            last = None
            continue
        if last is not None and _goes_on(found[-1].cells[0], piece, edges[at - 1], spacing):
            found[-1].cells[0].append(piece)
        else:
            found.append(Paragraph([[piece]]))
        last = piece
    return found


def is_entry(line: Line) -> bool:
    """A line of a contents list: dots lead to the number of a page."""
    return _LEADERS.search(line.text) is not None


def without_leaders(words: str) -> str:
    """Such a line with a tab in the place of its dots."""
    return _LEADERS.sub("\t", words)


def _least(counted: Counter[float]) -> float:
    most = max(counted.values())
    return min(distance for distance, n in counted.items() if n >= _OFTEN * most)


def _size(line: Line) -> int:
    return round(line.size)


def _edges(pieces: Sequence[Line | Row]) -> list[float]:
    """For each piece how far to the right the lines of its column reach."""
    columns: list[list[int]] = []
    last: Line | None = None
    for at, piece in enumerate(pieces):
        if isinstance(piece, Row):
            continue
        if last is None or piece.page != last.page or piece.base <= last.base:
            columns.append([])
        columns[-1].append(at)
        last = piece
    found = [0.0] * len(pieces)
    for column in columns:
        edge = max(piece.right for at in column if isinstance(piece := pieces[at], Line))
        for at in column:
            found[at] = edge
    return found


def _goes_on(lines: Sequence[Line], line: Line, edge: float, spacing: Spacing) -> bool:
    last = lines[-1]
    if is_entry(last):
        return False
    if last.is_hyphened:
        return True
    next_word = len(line.text.split(None, 1)[0]) + 1
    room = edge - last.right
    has_room = room > next_word * (line.right - line.left) / len(line.text) + _INDENT * last.size
    if not _is_alike(last, line) or _begins(lines, line, has_room):
        return False
    is_heavier = not 1 / _HEAVIER < last.end_weight / line.weight < _HEAVIER
    if line.page != last.page or line.base <= last.base:
        return not (last.is_sentence_end or is_heavier) and (line.text[0].islower() or not has_room)
    if line.base - last.base > spacing.step(last):
        return False
    is_short = room > _HALF_EMPTY * (edge - lines[0].left)
    if last.is_sentence_end and (is_short or (has_room and not spacing.is_spaced(last)) or _is_indented(lines, line)):
        return False
    if is_heavier:
        return not (last.is_sentence_end or has_room)
    return line.text[0].islower() or not is_short


def _is_alike(last: Line, line: Line) -> bool:
    return 1 / _OTHER_SIZE < line.size / last.size < _OTHER_SIZE


def _begins(lines: Sequence[Line], line: Line, has_room: bool) -> bool:
    """Whether a line begins with what begins a paragraph wherever it stands."""
    last = lines[-1]
    if _BULLET.match(line.text) or _LABEL.match(line.text):
        return True
    if _LABEL_ALONE.fullmatch(line.text):
        return last.is_sentence_end or has_room
    if not _NUMBER.match(line.text):
        return False
    is_next_item = abs(line.left - lines[0].left) < 1 and _NUMBER.match(lines[0].text) is not None
    return last.is_sentence_end or is_next_item or line.left < last.left - _INDENT * line.size


def _is_indented(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line stands further in than a new line of the paragraph would, or further out."""
    last = lines[-1]
    is_item = _NUMBER.match(lines[0].text) is not None or _BULLET.match(lines[0].text) is not None
    if line.left > last.left + _INDENT * line.size:
        return not (is_item and len(lines) == 1)
    return line.left < last.left - _INDENT * line.size and (is_item or len(lines) > 1)
