"""What stands on a page apart from its text: running heads, page numbers, printed addresses, footnotes.

A height at the edge of the page belongs to furniture where most of what stands there says the same on several pages,
but for the number of the page; so a running head that names a chapter of one page is known by its place. In smaller
print above the text it may say something else on each. Footnotes are smaller than the text, below all of it or of its
column, and begin with a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.readers.pdf_lines import Line, Sheet

_EDGE = 0.12
_TOP = 0.09  # text begins an inch down the page: below that a head is known by its smaller print
_OUTERMOST = 4
_ALIKE = 0.5
_PAGES = 0.25
_NUMBER = re.compile(r"\d+|\b[ivxl]+\b")
_OF_PAGE = re.compile(r"\bpage \d+(?: of \d+)?|^\d+\s*[|–—-]|[|–—-]\s*\d+$", re.IGNORECASE)
_BESIDE_TITLE = re.compile(
    r"^\d{1,4}(?=(?:\s+\S+){3})|(?<!recommendation)(?<!recommendations)\s\d{1,4}$", re.IGNORECASE
)
_OF_A_PAGE = re.compile(
    r"(?:page )?[–—|-]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[–—|-]?(?: of \d+)?|\d+\s*/\s*\d+|(?:https?://|www\.)\S+\s+\d+/\d+",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\[?(?P<label>\d{1,3})\]?[.)]?(?:\s|$)")
_OPENS_A_NOTE = re.compile(r"\[?\d{1,3}\]?[.)]?\s+\S+\s+\S+\s+\S")
_SMALLER = 0.93
_SEVERAL = 3  # pages
_SHORT_TITLE = 2  # the number behind so few words may be that of a heading


def furniture(sheets: Sequence[Sheet]) -> list[set[int]]:
    """For each page the indexes of its lines that are furniture."""
    body = body_size(sheets)
    outer = [_outermost(sheet, body) for sheet in sheets]
    said = [{(_height(line), _words(line, body)) for line in edge.values()} for edge in outer]
    pages: dict[tuple[int, str], int] = Counter(one for of_page in said for one in of_page)
    own = _heights_of_furniture(pages, len(sheets)) | _heights_of_heads(sheets, outer, body)
    found = []
    for sheet, edge in zip(sheets, outer, strict=True):
        apart = {index for index, line in enumerate(sheet.lines) if line.is_turned}
        for index, line in edge.items():
            is_alike = pages[_height(line), _words(line, body)] > 1
            if _height(line) in own and (is_alike or line.size <= body):
                apart.add(index)
        found.append(apart | set(_numbers(sheet.lines, edge, apart)))
    return found


def footnotes(lines: Sequence[Line], apart: set[int], body: float) -> list[list[int]]:
    """The footnotes of a page, each as the indexes of its lines; none where smaller lines have no number."""
    by_height = sorted(set(range(len(lines))) - apart, key=lambda index: lines[index].base)
    small = []
    while by_height and lines[by_height[-1]].size < _SMALLER * body:
        small.append(by_height.pop())
    small.sort()
    tops = [two for one, two in pairwise(small) if lines[two].base < lines[one].base - body / 2]
    is_table = any(_are_cells(lines[one], lines[two]) for one, two in pairwise(small))
    if is_table or not all(_OPENS_A_NOTE.match(lines[index].text) for index in tops):
        return []
    found: list[list[int]] = []
    left = 0.0
    for index in small:
        if not found or index in tops:
            left = lines[index].left + body
        if lines[index].left <= left and number_of_note(lines[index].text):
            found.append([index])
        elif found:
            found[-1].append(index)
    return found


def _are_cells(one: Line, two: Line) -> bool:
    """Whether two lines on one baseline are cells of a table, and no number of a note with its words."""
    is_beside = abs(one.base - two.base) < 1 and one.left < two.left
    return is_beside and not (number_of_note(one.text) and two.text[0].isalpha())


def number_of_note(words: str) -> str | None:
    """The number that a footnote begins with, None where it is no footnote."""
    found = _NOTE.match(words)
    return found["label"] if found else None


def body_size(sheets: Sequence[Sheet]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _outermost(sheet: Sheet, body: float) -> dict[int, Line]:
    """The first and the last few lines of a page by height, as far as they stand at its edges, by their index."""
    by_height = sorted(range(len(sheet.lines)), key=lambda index: sheet.lines[index].base)
    bottom = (1 - _EDGE) * sheet.height

    def is_at_the_edge(line: Line) -> bool:
        top = _EDGE if line.size < _SMALLER * body else _TOP
        return line.base <= top * sheet.height or line.base >= bottom

    edges = {*by_height[:_OUTERMOST], *by_height[-_OUTERMOST:]}
    return {index: sheet.lines[index] for index in edges if is_at_the_edge(sheet.lines[index])}


def _heights_of_furniture(pages: dict[tuple[int, str], int], n_pages: int) -> set[int]:
    """Where more than half of the lines, and those of a quarter of the pages, say what another page says there."""
    all_of, alike = Counter[int](), Counter[int]()
    for (height, _), n in pages.items():
        all_of[height] += n
        alike[height] += n if n > 1 else 0
    return {height for height, n in alike.items() if n > _ALIKE * all_of[height] and n >= _PAGES * n_pages}


def _heights_of_heads(sheets: Sequence[Sheet], outer: Sequence[dict[int, Line]], body: float) -> set[int]:
    """Where the first line of most pages stands, in print smaller than the text."""
    first = (min(edge.values(), key=lambda line: line.base, default=None) for edge in outer)
    heads = Counter(
        _height(line)
        for line, sheet in zip(first, sheets, strict=True)
        if line and line.base <= _TOP * sheet.height and line.size < _SMALLER * body
    )
    return {height for height, n in heads.items() if n >= _SEVERAL and n > _ALIKE * len(sheets)}


def _words(line: Line, body: float) -> str:
    """What must be the same on two pages: all but the numbers, in print as large as the text, where they may be those
    of headings, all but the number of the page."""
    if line.size < _SMALLER * body:
        return _NUMBER.sub("#", line.text)
    pattern = _BESIDE_TITLE if line.text.count(" ") > _SHORT_TITLE else _OF_PAGE
    return pattern.sub("#", line.text)


def _height(line: Line) -> int:
    return round(line.base / 2)


def _numbers(lines: Sequence[Line], edge: dict[int, Line], apart: set[int]) -> Iterator[int]:
    """The number of a page: its highest or lowest line, with nothing on its baseline but what is apart."""
    heights = [line.base for line in lines]
    for index, line in edge.items():
        beside = (at for at, other in enumerate(lines) if at != index and abs(other.base - line.base) < 1)
        if line.base in (min(heights), max(heights)) and _OF_A_PAGE.fullmatch(line.text) and apart.issuperset(beside):
            yield index
