"""An element of HTML → the text that a reader of the page sees: the one path of HTML, DOCX, ODT and the Content API.

    <h2>What it costs</h2><p>It costs <b>£5</b>.</p>   → `What it costs`, `It costs £5.`, a blank line between blocks
    <ul><li>one<ol><li>two</li></ol></li></ul>         → `- one`, `  1. two`; an item that prints its own mark keeps it
    <tr><th>Number</th><td>Verdict</td></tr>           → `Number`, a tab, `Verdict`; a cell that spans leaves gaps
    <dt>From:</dt><dd>Home Office</dd>                 → `From: Home Office`
    £5<sup><a href="#fn:1">1</a></sup>                 → `£5 [1]`, and the note as `[1] …` behind everything else

White space is folded as a browser folds it; no-break spaces stay, soft hyphens and other unseen marks go. What is no
part of the document is dropped: see `furniture`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.readers.furniture import is_dropped

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]")
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font"),
        *("i", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_NOTE = re.compile(r"_?(?:fn|ftn|edn|(?:foot|end)-?note)(?:[-:_.]?\d+|[-:_.][\w.:-]+)", re.IGNORECASE)
_NUMBERED_NOTE = re.compile(r"_?(?:fn|ftn|edn|(?:foot|end)-?note)[-:_.]?(\d{1,4})", re.IGNORECASE)
_HOLDS_A_NOTE = {"div", "p", "aside", "section"}
_BACK = re.compile(r"#_?(?:fn|ftn|edn|(?:foot|end)-?note)[-:_.]?ref", re.IGNORECASE)
_OWN_MARK = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxl]{2,5})[.)]|[•●○◦▪■‣·–—-])\s")
_MOST_CELLS = 100


def text_of(root: _Element) -> str:
    """The text of an element and all in it, "" where there is none."""
    writer = _Writer()
    writer.walk(root)
    writer.end_block()
    notes = "\n".join(f"[{number}] {words}" for number, words in writer.notes)
    return "\n\n".join(part for part in (writer.text(), notes) if part)


class _Writer:
    """Blocks so far, and what is open: its words, the mark to print before them, whether it goes on a list."""

    def __init__(self) -> None:
        self.notes: list[tuple[int, str]] = []
        self._blocks: list[tuple[int, str]] = []  # with the number of the list or table it stands in, 0 for none
        self._words: list[str] = []
        self._mark = ""
        self._depth = 0
        self._n_groups = 0
        self._is_preformatted = False

    def text(self) -> str:
        """A blank line between blocks, none between those of one list or table."""
        pieces, last = [], 0
        for group, block in self._blocks:
            pieces += ["\n" if group and group == last else "\n\n", block]
            last = group
        return "".join(pieces).strip()

    def words_of(self, element: _Element) -> str:
        """All in an element on one line; its notes are this writer's."""
        inner = _Writer()
        inner.notes = self.notes
        inner.walk(element)
        inner.end_block()
        return re.sub(r"\s*\n\s*", " ", inner.text())

    def walk(self, element: _Element) -> None:
        self._say(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child)
            self._say(child.tail)

    def end_block(self) -> None:
        """Closes what is open; two line breaks in a row part it in two."""
        words = "".join(self._words)
        self._words.clear()
        for block in re.split(r"\n\n+", "\n".join(line.strip() for line in words.split("\n")).strip("\n")):
            if block and self._depth:
                mark = "" if _OWN_MARK.match(block) else self._mark
                self._blocks.append((self._n_groups, f"{'  ' * (self._depth - 1)}{mark}{block.replace(chr(10), ' ')}"))
            elif block:
                self._blocks.append((0, f"{self._mark}{block}"))
            self._mark = "" if block else self._mark

    def _say(self, words: str | None) -> None:
        if words:
            words = _UNSEEN.sub("", words)
            folded = words.expandtabs(4) if self._is_preformatted else _SPACE.sub(" ", words)
            is_double = folded[:1] == " " and self._words and self._words[-1][-1:] in (" ", "\n")
            self._words.append(folded[1:] if is_double else folded)

    def _element(self, element: _Element) -> None:
        tag = element.tag
        if tag in _HOLDS_A_NOTE and (number := _NUMBERED_NOTE.fullmatch(element.get("id", ""))):
            self._note(element, int(number[1]))
        elif is_dropped(element):
            pass
        elif tag == "br":
            self._words.append("\n")
        elif tag == "a":
            self._link(element)
        elif tag in _INLINE:
            self.walk(element)
        else:
            self.end_block()
            self._block(tag, element)
            self.end_block()

    def _block(self, tag: str, element: _Element) -> None:
        if tag in ("ul", "ol"):
            self._list(element)
        elif tag == "table" and (rows := _rows(element)):
            self._table(element, rows)
        elif tag == "dt":
            term = self.words_of(element)
            self._mark = term + (" " if term.endswith(":") else ": ") if term else ""
        elif tag == "pre":
            self._is_preformatted = True
            self.walk(element)
            self._is_preformatted = False
        else:
            self.walk(element)

    def _link(self, element: _Element) -> None:
        """A mark of a note is no part of the word before it: `£5 million [1]`."""
        href = element.get("href", "")
        is_mark = href.startswith("#") and _NOTE.fullmatch(href[1:])
        words = "".join(element.itertext()).strip()
        if is_mark and words:
            self._say(" ")
            self._words.append(f"[{words}]" if words.isdigit() else words)
        else:
            self.walk(element)

    def _list(self, element: _Element) -> None:
        self._n_groups += not self._depth
        self._depth += 1
        number = _whole(element.get("start"), 1)
        for child in element:
            if not isinstance(child.tag, str) or is_dropped(child):
                continue
            if child.tag != "li":
                self._element(child)
            elif _NOTE.fullmatch(child.get("id", "")):
                self._note(child, number)
                number += 1
            else:
                number = _whole(child.get("value"), number)
                self._mark = _mark(number, element.get("type", "1")) if element.tag == "ol" else "- "
                self.walk(child)
                self.end_block()
                self._mark = ""
                number += 1
        self._depth -= 1

    def _note(self, note: _Element, number: int) -> None:
        """Without the way back to its mark, and the number that may be printed before it."""
        for link in note.iter("a"):
            if _BACK.match(link.get("href", "")) or "reversefootnote" in link.get("class", ""):
                link.text = None
                link[:] = []
        words = self.words_of(note).strip()
        words = re.sub(rf"^\[?{number}(?:\]|[.)])?\s+(?=\D)", "", words)
        if words:
            self.notes.append((number, words))

    def _table(self, element: _Element, rows: list[list[_Element | None]]) -> None:
        for caption in element.iterchildren("caption"):
            self._say(self.words_of(caption))
            self.end_block()
        self._n_groups += 1
        for row in rows:
            cells = ["" if cell is None else self.words_of(cell).replace("\t", " ") for cell in row]
            if any(cells):
                self._blocks.append((self._n_groups, "\t".join(cells).rstrip("\t")))
        self._n_groups += 1


def _rows(table: _Element) -> list[list[_Element | None]]:
    """The cells of a table row by row, None where one above or to the left reaches; none for a table of layout."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return []
    rows: list[list[_Element | None]] = []
    reaching: dict[int, int] = {}  # column → rows that a cell above still takes
    for line in table.iter("tr"):
        row: list[_Element | None] = []
        for cell in line.iterchildren("td", "th"):
            while reaching.get(len(row), 0):
                reaching[len(row)] -= 1
                row.append(None)
            n_columns = min(max(_whole(cell.get("colspan"), 1), 1), _MOST_CELLS)
            for column in range(len(row), len(row) + n_columns):
                reaching[column] = max(_whole(cell.get("rowspan"), 1) - 1, 0)
            row += [cell, *[None] * (n_columns - 1)]
        while reaching.get(len(row), 0):
            reaching[len(row)] -= 1
            row.append(None)
        rows.append(row)
    return rows if any(len(row) > 1 for row in rows) else []


def _mark(number: int, kind: str) -> str:
    if kind in ("a", "A") and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    numerals = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    if kind in ("i", "I") and 1 <= number <= len(numerals):
        return f"{numerals[number - 1]}. "
    return f"{number}. "


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"\d{1,4}", written) else otherwise
