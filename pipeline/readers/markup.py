"""An element of HTML → the text that a reader of the page sees: the one path of HTML, DOCX, ODT and the Content API.

    <h2>What it costs</h2><p>It costs <b>£5</b>.</p>   → `What it costs`, `It costs £5.`, a blank line between blocks
    <ul><li>one<ol><li>two</li></ol></li></ul>         → `- one`, `  1. two`; an item that prints its own mark keeps it
    <tr><th>Number</th><td>Verdict</td></tr>           → `Number`, a tab, `Verdict`; a cell that spans leaves gaps
    <dt>From:</dt><dd>Home Office</dd>                 → `From: Home Office`
    <sup><a href="#fn:1">1</a></sup>                   → `[1]`, and the note as `[1] …` behind everything else

White space is folded as a browser folds it; no-break spaces stay, soft hyphens and other unseen marks go. Dropped is
what is no part of the document: menus, breadcrumbs, cookie banners, links to related pages, invitations to share or
to comment, contents lists, pictures, controls, what is hidden, and deletions (`del`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
_DROPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "title", "nav", "button", "input", "select"),
        *("option", "textarea", "iframe", "object", "embed", "svg", "math", "audio", "video", "canvas"),
        *("map", "area", "picture", "img", "footer", "aside", "del", "dialog", "rp", "rt"),
    )
)
_CONTAINERS = {"div", "section", "ul", "ol", "form", "header"}
_DROPPED_ROLES = {"navigation", "search", "complementary", "contentinfo", "alert", "dialog", "doc-backlink"}
_FURNITURE = re.compile(  # a word of a class or an id, such as `gem-c-contents-list` or `cookie-banner`
    r"(?:^|[-_])(?:cookies?|breadcrumbs?|share|social-(?:links|media)|related|contents-list|toc|feedback|skip-?link"
    r"|pagination|print-link|back-to-top|sidebar|published-dates|visually-hidden|sr-only|phase-banner)(?:$|[-_])"
)
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_NOTE = re.compile(r"_?(?:fn|ftn|edn|(?:foot|end)-?note)(?:[-:_.]?\d+|[-:_.][\w.:-]+)", re.IGNORECASE)
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
        self._blocks: list[str] = []
        self._words: list[str] = []
        self._mark = ""
        self._depth = 0
        self._is_preformatted = False

    def text(self) -> str:
        return "".join(self._blocks).strip()

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
            if isinstance(child.tag, str) and not _is_dropped(child):
                self._element(child)
            self._say(child.tail)

    def end_block(self) -> None:
        """Closes what is open; two line breaks in a row part it in two."""
        words = "".join(self._words)
        self._words.clear()
        lines = [" ".join(line.split(" ")).strip(" ") for line in words.split("\n")]
        for block in re.split(r"\n\n+", "\n".join(lines).strip("\n")):
            if block and self._depth:
                mark = "" if _OWN_MARK.match(block) else self._mark
                self._blocks.append(f"\n{'  ' * (self._depth - 1)}{mark}{block.replace(chr(10), ' ')}")
            elif block:
                self._blocks.append(f"\n\n{self._mark}{block}")
            self._mark = "" if block else self._mark

    def _say(self, words: str | None) -> None:
        if words:
            words = _UNSEEN.sub("", words)
            folded = words.expandtabs(4) if self._is_preformatted else _SPACE.sub(" ", words)
            is_double = folded[:1] == " " and self._words and self._words[-1][-1:] in (" ", "\n")
            self._words.append(folded[1:] if is_double else folded)

    def _element(self, element: _Element) -> None:
        tag = element.tag
        if tag == "br":
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
        href = element.get("href", "")
        words = "".join(element.itertext()).strip()
        if href.startswith("#") and words.isdigit() and _NOTE.fullmatch(href[1:]):
            self._words.append(f"[{words}]")
        else:
            self.walk(element)

    def _list(self, element: _Element) -> None:
        begins = not self._depth
        self._depth += 1
        if begins:
            self._blocks.append("\n")  # with the line end of the first item, a blank line
        number = _whole(element.get("start"), 1)
        for child in element:
            if not isinstance(child.tag, str) or _is_dropped(child):
                continue
            if child.tag != "li":
                self._element(child)
            elif _NOTE.fullmatch(child.get("id", "")):
                self.notes.append((number, _without_way_back(self, child)))
                number += 1
            else:
                number = _whole(child.get("value"), number)
                self._mark = _mark(number, element.get("type", "1")) if element.tag == "ol" else "- "
                self.walk(child)
                self.end_block()
                self._mark = ""
                number += 1
        self._depth -= 1

    def _table(self, element: _Element, rows: list[list[_Element | None]]) -> None:
        for caption in element.iterchildren("caption"):
            self._blocks.append(f"\n\n{self.words_of(caption)}")
        self._blocks.append("\n")
        for row in rows:
            cells = ["" if cell is None else self.words_of(cell).replace("\t", " ") for cell in row]
            if any(cells):
                self._blocks.append("\n" + "\t".join(cells).rstrip("\t"))


def _is_dropped(element: _Element) -> bool:
    tag = element.tag
    if tag in _DROPPED or element.get("role") in _DROPPED_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _NO_DISPLAY.search(element.get("style", "")):
        return True
    # The id of a heading or a paragraph is made of its words: `related-costs` is the document's.
    names = f"{element.get('class', '')} {element.get('id', '') if tag in _CONTAINERS else ''}".lower().split()
    is_furniture = any(_FURNITURE.search(name) for name in names)
    return is_furniture and element.find(".//h1") is None  # a wrapper of the whole page is none


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


def _without_way_back(writer: _Writer, note: _Element) -> str:
    for link in note.iter("a"):
        if _BACK.match(link.get("href", "")) or "reversefootnote" in link.get("class", ""):
            link.text = None
            link[:] = []
    return writer.words_of(note).strip()


def _mark(number: int, kind: str) -> str:
    if kind in ("a", "A") and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    numerals = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    if kind in ("i", "I") and 1 <= number <= len(numerals):
        return f"{numerals[number - 1]}. "
    return f"{number}. "


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"\d{1,4}", written) else otherwise
