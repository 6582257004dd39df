"""A page of a PDF as the lines that are printed on it, in the order of the file, with what tells one from another.

The order is that in which the page was typeset, which is the order of reading in all but a few files. A wide gap
inside a line ends it: what follows is a line of its own with the same baseline, a cell of a table or the words behind
a list's number. PDFium writes U+FFFE for a hyphen that ends a line.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium

_PRINTED = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_SPACES = re.compile(r"\s+")
_CONTROL = dict.fromkeys((*range(10), 11, 12, *range(14, 32), 127), " ")
_RAISED = re.compile(r"(?<=[^\W\d_])\d{1,3}(?!\w)|(?<=[.,;:’”)])\d{1,3}(?!\w)")
_APOSTROPHE = re.compile(r"(?<=\w)‘(?=\w)")  # as files of an older Word have it
_TINY, _FAR = 0.1, 1e5  # what a damaged file says of a letter is held within them
_MOST_RAISED = 0.8
_GAP = 1.2
_JOINED = 0.15
_BULLETS = str.maketrans("\uf0b7\uf0a7\uf0d8\uf0fc\uf02d", "•▪➢✓–")


@dataclass(slots=True)
class Line:
    """One printed line, or one cell of it.

    Points from the left and from the top of the page as it is seen; `size` and `weight` are those of its first letter,
    `end_weight` that of its last. `is_hyphened`: a hyphen at its end is left out of `text`. `is_beside`: it stands on
    the baseline of the line before it. `is_turned`: it runs in another direction than the page.
    """

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    weight: int
    end_weight: int
    is_hyphened: bool
    is_beside: bool
    is_turned: bool

    def goes_on_with(self, line: Line, between: str = " ") -> None:
        """Puts what stands further right on the same baseline behind it; a bullet looks like its words."""
        if len(self.text) == 1:
            self.size, self.weight = line.size, line.weight
        self.text += f"{between}{line.text}"
        self.right, self.end_weight, self.is_hyphened = line.right, line.end_weight, line.is_hyphened

    @property
    def is_sentence_end(self) -> bool:
        return not self.is_hyphened and re.search(r"[.?!:;][’”'\")\]]*(?:\[\d+\])?$", self.text) is not None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page and its height."""

    lines: list[Line]
    height: float


def sheet(page: Any, number: int) -> Sheet:
    """The page, numbered from 1; without lines where it has no text."""
    text_page = page.get_textpage()
    try:
        return Sheet(_mended(_Letters(page, text_page).lines(number)), page.get_height())
    finally:
        text_page.close()


def _mended(lines: Iterator[Line]) -> list[Line]:
    """The lines, those in one again that PDFium breaks at a raised number or `th`, and goes on with behind it."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last is None or line.is_beside or not -1 < line.left - last.right < _GAP * last.size:
            found.append(line)
        elif line.size < _MOST_RAISED * last.size and 0 < last.base - line.base < last.size:
            last.text += f"[{line.text}]" if line.text.isdigit() else line.text
            last.right = line.right
        elif abs(line.base - last.base) < 0.1 * last.size:
            last.goes_on_with(line, "" if line.left - last.right < _JOINED * last.size else " ")
        else:
            found.append(line)
    return found


def _letter(code: int) -> str:
    return chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd"


class _Letters:
    """The letters of a page by their place in its text: where each stands and how it looks."""

    def __init__(self, page: Any, text_page: Any) -> None:
        self._raw = text_page.raw
        self.text: str = text_page.get_text_range()
        n_letters = pdfium.FPDFText_CountChars(self._raw)
        if len(self.text) != n_letters:  # a letter without a known character, or one of two code units
            self.text = "".join(_letter(pdfium.FPDFText_GetUnicode(self._raw, at)) for at in range(n_letters))
        self.text = self.text.translate(_CONTROL)
        self._turn = page.get_rotation()
        self._box = page.get_bbox()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at_x, self._at_y = ctypes.byref(self._x), ctypes.byref(self._y)
        self._name = ctypes.create_string_buffer(100)
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def lines(self, page: int) -> Iterator[Line]:
        for found in _PRINTED.finditer(self.text):
            words = found.group().rstrip("\ufffe")
            start = found.start() + len(words) - len(words.lstrip())
            end = found.start() + len(words.rstrip())
            if start < end:
                is_hyphened = self.text[found.end() - 1] == "\ufffe"
                yield from self._cells(page, start, end, is_hyphened)

    def _cells(self, page: int, start: int, end: int, is_hyphened: bool) -> Iterator[Line]:
        size, weight = self._size(start), self._weight(start)
        begin = start
        for space in _SPACES.finditer(self.text, start, end):
            after, before = self._place(space.end())[0], self._place(space.start())[0]
            if after - before > _GAP * size and after - self._right(space.start() - 1) > _GAP * size:
                yield self._line(page, begin, space.start(), size, weight, False, begin > start)
                begin = space.end()
                size, weight = self._size(begin), self._weight(begin)
        yield self._line(page, begin, end, size, weight, is_hyphened, begin > start)

    def _line(
        self, page: int, start: int, end: int, size: float, weight: int, is_hyphened: bool, is_beside: bool
    ) -> Line:
        left, base = self._place(start)
        right, is_turned = self._right(end - 1), self._is_turned(start)
        text = _SPACES.sub(" ", self._with_marks(start, end, size)).translate(_BULLETS)
        text = _APOSTROPHE.sub("’", text)
        end_weight = self._weight(end - 1)
        return Line(page, text, left, right, base, size, weight, end_weight, is_hyphened, is_beside, is_turned)

    def _with_marks(self, start: int, end: int, size: float) -> str:
        """The words, a raised number that refers to a footnote in square brackets, so that it is part of no other."""
        pieces, at = [], start
        for mark in _RAISED.finditer(self.text, start, end):
            if self._size(mark.start()) < _MOST_RAISED * size:
                pieces += [self.text[at : mark.start()], f"[{mark.group()}]"]
                at = mark.end()
        return "".join([*pieces, self.text[at:end]])

    def _place(self, at: int) -> tuple[float, float]:
        """Where the baseline of a letter begins."""
        pdfium.FPDFText_GetCharOrigin(self._raw, at, self._at_x, self._at_y)
        return self._seen(self._x.value, self._y.value)

    def _right(self, at: int) -> float:
        """Where a letter ends, its box with the room that belongs to it."""
        pdfium.FPDFText_GetLooseCharBox(self._raw, at, self._rect)
        corners = (self._rect.left, self._rect.bottom), (self._rect.right, self._rect.top)
        return max(self._seen(*corner)[0] for corner in corners)

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        """A place in the file → points from the left and the top of the page as it is turned for the reader."""
        x, y = max(-_FAR, min(x, _FAR)), max(-_FAR, min(y, _FAR))
        left, bottom, right, top = self._box
        if self._turn == 90:
            return y - bottom, x - left
        if self._turn == 180:
            return right - x, y - bottom
        return (top - y, right - x) if self._turn == 270 else (x - left, top - y)

    def _size(self, at: int) -> float:
        pdfium.FPDFText_GetMatrix(self._raw, at, self._matrix)
        size: float = pdfium.FPDFText_GetFontSize(self._raw, at) * hypot(self._matrix.c, self._matrix.d)
        return max(_TINY, min(size, _FAR))

    def _weight(self, at: int) -> int:
        """That of the font, from 100 to 900; by its name where the file does not hold the font."""
        weight: int = pdfium.FPDFText_GetFontWeight(self._raw, at)
        if weight <= 0:
            pdfium.FPDFText_GetFontInfo(self._raw, at, self._name, len(self._name), None)
            weight = 700 if re.search(rb"bold|black|heavy", self._name.value, re.IGNORECASE) else 400
        return weight

    def _is_turned(self, at: int) -> bool:
        pdfium.FPDFText_GetMatrix(self._raw, at, self._matrix)
        along, across = (self._matrix.a, self._matrix.b) if self._turn in (0, 180) else (self._matrix.b, self._matrix.a)
        return bool(abs(across) > abs(along))
