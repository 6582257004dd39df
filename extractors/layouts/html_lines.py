"""HTML, or text that may hold some of it, as lines of plain text: one a paragraph, list item or table row.

    <p>Two rates apply:</p><ul><li>a full one</li></ul>  → `Two rates apply:`, `- a full one`
    <tr><th>Year</th><td>Cost&nbsp;&amp; fees</td></tr>  → `Year | Cost & fees`

The marks are those by which `extractors.layouts.body` knows an item and a row; an item of an inner list is indented.
Character references are decoded, a number in `sup` becomes one in raised figures: `£5 million<sup>1</sup>` is no
£5 million1. White space is folded as a browser folds it; no-break spaces stay. `<` that opens no tag is a character.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_TAG = re.compile(r"<[a-zA-Z/!]")
_MARKED = re.compile(r"<!\[(?!CDATA\[)")  # Python's parser stops at a section it does not know
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,32});")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LISTS = ("ul", "ol")
_CELLS = ("td", "th")
_UNSEEN = ("script", "style")
_BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "p", "pre", "section", "table"),
        *("tbody", "tfoot", "thead"),
    )
)


def html_lines(source: str) -> list[str]:
    """The lines that hold more than white space. Where there is no tag, the lines are those of the text itself."""
    if "<" in source and _TAG.search(source):
        parser = _Lines()
        parser.feed(_MARKED.sub("&lt;![", source))
        parser.close()
        return parser.lines
    if "&" in source:
        source = _REFERENCE.sub(lambda found: unescape(found[0]), source)
    folded = (_folded(line) for line in source.splitlines())
    return [line for line in folded if line]


def _folded(words: str) -> str:
    is_folded = words.isprintable() and "  " not in words  # most are: no need to look for what is not there
    return (words if is_folded else _SPACE.sub(" ", words)).strip()


class _Lines(HTMLParser):
    """What is open: words not yet a line, the cells of a row, whether a cell or an item has begun, lists."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._words: list[str] = []
        self._cells: list[str] | None = None
        self._depth = 0
        self._in_cell = False
        self._in_item = False
        self._is_raised = False
        self._is_unseen = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self._end_line()
            self._cells = []
        elif tag in _CELLS:
            if self._cells is None:
                self._end_line()
                self._cells = []
            self._end_cell()
            self._in_cell = True
        elif self._cells is None and tag in (*_LISTS, "li"):
            self._end_line()
            self._in_item = tag == "li"
            self._depth += tag in _LISTS
        elif tag in _UNSEEN:
            self._is_unseen = True
        elif tag == "sup":
            self._is_raised = True
        else:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS:
            if self._cells is not None:
                self._end_cell()
        elif tag in ("tr", "table") or (self._cells is None and tag in (*_LISTS, "li")):
            self._end_line()
            self._depth = max(self._depth - (tag in _LISTS), 0)
        elif tag in _UNSEEN:
            self._is_unseen = False
        elif tag == "sup":
            self._is_raised = False
        else:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._is_unseen:
            is_number = self._is_raised and data.isascii() and data.strip().isdigit()
            self._words.append(data.translate(_RAISED) if is_number else data)

    def close(self) -> None:
        super().close()
        self._end_line()

    def _break(self, tag: str) -> None:
        """A block ends the line, but for one inside an item or a cell, which stays one line."""
        if tag in _BLOCKS or tag in (*_LISTS, "li"):
            if self._in_item or self._cells is not None:
                self._words.append(" ")
            else:
                self._end_line()

    def _end_cell(self) -> None:
        """An empty cell is one too; words between two cells are taken for one."""
        words = _folded("".join(self._words))
        if self._cells is not None and (words or self._in_cell):
            self._cells.append(words)
        self._words.clear()
        self._in_cell = False

    def _end_line(self) -> None:
        if self._cells is not None:
            self._end_cell()
            line = " | ".join(self._cells).strip() if any(self._cells) else ""
        else:
            line = _folded("".join(self._words))
            if line and self._in_item:
                line = "  " * (self._depth - 1) + "- " + line
        if line:
            self.lines.append(line)
        self._words.clear()
        self._cells, self._in_item = None, False
