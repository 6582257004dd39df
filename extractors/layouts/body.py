"""Running text as headings, paragraphs, list items, table rows, footnotes and notices.

Nothing marks a heading in plain text. A line is taken for one where it is short, does not end like a sentence and
text follows it; its level is the depth of its number (`2.1 Where the money goes`), else that below `Chapter 3`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layouts.furniture import is_notice
from extractors.model import Segment, Span

_ITEM = re.compile(
    r"(?P<bullet>[•●○◦▪■‣·➢►✓]|[*–—-](?=\s)|o(?=[ \t]{2,}))\s*"
    r"|\(?(?P<number>\d{1,3})[.)]\s+"
    r"|\(?(?P<roman>[ivxl]{2,5}|i)[.)]\s+"
    r"|\(?(?P<letter>[a-z])[.)]\s+"
    r"|\((?P<capital>[A-Z])\)\s+"
)
_FOOTNOTE = re.compile(r"\[(?P<label>\d{1,3})\]\s*\S|(?P<raised>[¹²³⁰⁴-⁹]+)\s*\S")
_NOTE_MARK = re.compile(r"\s*\[(?:foot|end)?(?:note )?\d{1,3}\]$")
_BRACKET = re.compile(r"\s*\([^()]*\)$")  # They should be mended. (Paragraph 12)
_FOOTNOTES = {"footnotes", "footnote", "endnotes"}
_SECTION = re.compile(r"(?P<label>\d{1,3}(?:\.\d{1,3})+)\.?\s+")
_NUMBERED = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}(?=[.)]))[.)]?\s+(?=[A-Z‘“])")
_PART = re.compile(r"(?i:chapter|part|annex|appendix|section) (?:\d+|[A-Z]{1,4})\b")
_LONGEST_HEADING = 120
_LONGEST_ROW = 400
_LONGEST_SPACED_ROW = 160
_MOST_HEADINGS_IN_A_ROW = 3  # a longer row of short lines is a table, its cells one a line


def body(text: str, paragraphs: Sequence[Span], *, headings: bool = True, path: tuple[str, ...] = ()) -> list[Segment]:
    """One segment a paragraph, below the headings of `path`; with `headings=False` no heading is looked for."""
    levels = _heading_levels(text, paragraphs) if headings else {}
    found: list[Segment] = []
    above: list[tuple[int, str]] = []
    below = path
    nesting: list[tuple[str, int]] = []
    in_footnotes = False
    for index, span in enumerate(paragraphs):
        if index in levels:
            level, label = levels[index]
            above = [one for one in above if one[0] < level]
            below = (*path, *(words for _, words in above))
            found.append(Segment("heading", span.start, span.end, level=level, label=label, heading_path=below))
            words = " ".join(span.of(text).split())
            above.append((level, words))
            below = (*below, words)
            in_footnotes = words.casefold() in _FOOTNOTES
            nesting.clear()
        else:
            found.append(_piece(text, span, below, nesting, in_footnotes))
    return found


def words_of_item(text: str, item: Segment) -> int:
    """Where the words of a list item begin, behind its mark."""
    mark = _ITEM.match(text, item.start, item.end)
    return mark.end() if mark else item.start


def _piece(
    text: str, span: Span, below: tuple[str, ...], nesting: list[tuple[str, int]], in_footnotes: bool
) -> Segment:
    start, end = span.start, span.end
    item = _ITEM.match(text, start, end)
    footnote = item if item and in_footnotes else _FOOTNOTE.match(text, start, end)
    if footnote:
        return Segment("footnote", start, end, label=_label(footnote), heading_path=below)
    if item:
        level = _level(nesting, item, start - text.rfind("\n", 0, start))
        return Segment("list_item", start, end, level=level, label=_label(item), heading_path=below)
    nesting.clear()
    section = _SECTION.match(text, start, end)
    is_short = end - start <= _LONGEST_ROW
    kind = _kind(text[start:end]) if is_short or _is_tabbed(text, span, section) else "paragraph"
    return Segment(kind, start, end, label=section["label"] if section else None, heading_path=below)


def _kind(line: str) -> str:
    return "boilerplate" if is_notice(line) else "table_row" if _is_row(line) else "paragraph"


def _is_row(line: str) -> bool:
    """Cells between tabs or upright bars, or in a line too short to be text, between wide gaps."""
    return "\t" in line or " | " in f" {line} " or ("   " in line and len(line) <= _LONGEST_SPACED_ROW)


def _is_tabbed(text: str, span: Span, section: re.Match[str] | None) -> bool:
    """Cells between tabs, whatever their length; a tab behind the number of a paragraph makes no cell."""
    return text.find("\t", section.end() if section else span.start, span.end) >= 0


def _label(found: re.Match[str]) -> str | None:
    """What is printed between the brackets; None for a bullet."""
    return next((text for name, text in found.groupdict().items() if text and name != "bullet"), None)


def _level(nesting: list[tuple[str, int]], item: re.Match[str], indent: int) -> int:
    """1 for the outermost list. Another kind of mark, or the same further in, opens a list inside the last one."""
    kind = item["bullet"] or item.lastgroup or ""
    for depth in range(len(nesting), 0, -1):
        if nesting[depth - 1][0] == kind and indent <= nesting[depth - 1][1] + 1:
            del nesting[depth:]
            return depth
    while nesting and nesting[-1][1] > indent:
        nesting.pop()
    nesting.append((kind, indent))
    return len(nesting)


def _heading_levels(text: str, paragraphs: Sequence[Span]) -> dict[int, tuple[int, str | None]]:
    """Index of each heading → its level, 1 for the highest there is, and the number printed before it."""
    found: dict[int, tuple[int, str | None]] = {}
    row: list[int] = []
    for index, span in enumerate(paragraphs):
        if may_be_heading(text, span):
            row.append(index)
            continue
        after_colon = len(row) > 1 and row[0] and text[paragraphs[row[0] - 1].end - 1] == ":"
        if len(row) <= _MOST_HEADINGS_IN_A_ROW and not after_colon:
            found |= {at: _depth(paragraphs[at].of(text)) for at in row}
        row = []
    top = min((level for level, _ in found.values()), default=1)
    return {index: (level - top + 1, label) for index, (level, label) in found.items()}


def may_be_heading(text: str, span: Span) -> bool:
    """A short line that does not end like a sentence and is no item, table row or notice."""
    if span.end - span.start > _LONGEST_HEADING:
        return False
    line = span.of(text)
    words = _NOTE_MARK.sub("", line)
    ends = (words.rstrip('”’")')[-1:], _BRACKET.sub("", words)[-1:])
    if any(end in tuple(".,;:…") for end in ends) or not (line[0].isupper() or line[0] in "0123456789‘“'£"):
        return False
    if _is_row(line) or is_notice(line) or not any(character.isalpha() for character in line):
        return False
    return not _ITEM.match(line) or _NUMBERED.match(line) is not None


def _depth(line: str) -> tuple[int, str | None]:
    if numbered := _NUMBERED.match(line):
        return numbered["label"].count(".") + 1, numbered["label"]
    return (1 if _PART.match(line) else 2), None
