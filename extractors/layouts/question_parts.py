"""The lettered parts of a question: `whether she will (a) publish and (b) review it` → `a` publish, `b` review it.

A label goes on with the innermost list in which it comes next, or opens a list inside the part it stands in: `(i)`
after `(b)` is `b/i`. A label that its own list has used cannot be its own sibling; it goes on with the innermost open
list, or, where its successor follows, opens one. A new clause (`; and what …`) ends the list before it.
No label: a single `(a)`, `section 3(a)`, `school(s)`, `(BSF)`, `(a)` that nothing follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.model import Span, TextPart
from extractors.records import record

_FOLLOWED = r"\s*(?=[^\s.,;:)])"
_LABEL = re.compile(  # not `school(s)`, `19(a)`, `(1)(a)`; the space forgotten in `and(b)` is forgiven
    r"\((?:(?<![\w)]\()|(?<=\band\()|(?<=\bor\()|(?<=\bfor\()|(?<=\bin\())"
    r"\s?(?P<label>[a-z]|[ivx]{2,5}|[A-Z]|[IVX]{2,4}|\d{1,2})\s?\)+" + _FOLLOWED
)
_HALF_LABEL = re.compile(r"(?<![\w(])(?<!\(\s)(?P<label>[a-z]|[ivx]{2,5})\)" + _FOLLOWED)
_LAW = re.compile(  # in lower case
    r"\b(?:ss?\.|(?:sub-?)?sections?|paras?\.?|(?:sub-?)?paragraphs?|reg(?:ulation)?s?\.?|art(?:icle)?s?\.?|clauses?"
    r"|schedules?|rules?|parts?|chapters?)\s+(?P<number>\d+)[\w.]*\s*(?:\(\w+\)\s*)*\Z"
    r"|\b(?:sub-?)?(?:section|paragraph|article|clause|regulation)\s+\Z"
)
_OF_A_LAW = re.compile(r"(?:of|above|below)\b")
_LONGEST_REFERENCE = 60
_NEW_CLAUSE = re.compile(
    r";\s*(?:and\s+)?(?=(?:(?:for|on|in|to|at|by|from|with|of)\s+)?"
    r"(?:what|whether|if|how|when|why|who|whom|whose|which|where)\b)"
)
_CONNECTION = re.compile(r"(?:\s*[,;])*(?:\s*\b(?:and/or|and|or))?\s*\Z")
_LONGEST_CONNECTION = 12
_MOST = 100  # labels: what has more is no question

_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_ALPHABETS: dict[str, dict[str, int]] = {
    "letters": {chr(ord("a") + n): n + 1 for n in range(26)},
    "roman": {numeral: n for n, numeral in enumerate(_ROMAN, 1)},
    "capitals": {chr(ord("A") + n): n + 1 for n in range(26)},
    "capital_roman": {numeral.upper(): n for n, numeral in enumerate(_ROMAN, 1)},
    "digits": {str(n): n for n in range(1, 21)},
}


@record()
class _Mark:
    """A label where it stands: `start` of the bracket, `body` the first character of its words."""

    label: str
    start: int
    body: int
    is_half: bool = False


@dataclass(slots=True, eq=False)
class _List:
    """A row of labels of one alphabet inside the part `inside`; `last` is the place of the last one in it."""

    alphabet: str
    inside: _Item | None
    last: int = 0
    items: list[_Item] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Item:
    mark: _Mark
    row: _List


def question_parts(text: str, question: Span) -> tuple[TextPart, ...]:
    """The parts in order of their start; a part holds those inside it, and ends without `and`, comma or full stop."""
    if text.count(")", question.start, question.end) < 2:  # most questions have no parts
        return ()
    marks = _marks(text, question)
    if not 2 <= len(marks) <= _MOST:
        return ()
    clauses = [found.start() for found in _NEW_CLAUSE.finditer(text, question.start, question.end)]
    items = _without_lone_labels(_items(marks, clauses))
    parts = []
    for index, item in enumerate(items):
        end = _end(item, items[index + 1 :], clauses, question.end)
        words = text[item.mark.body : end]
        words = words.rstrip().rstrip(".?") if end == question.end else words
        tail = words[-_LONGEST_CONNECTION:]
        words = words[: len(words) - len(tail)] + _CONNECTION.sub("", tail)
        if words:
            label = "/".join(one.mark.label for one in _line(item))
            parts.append(TextPart(label, item.mark.body, item.mark.body + len(words)))
    return tuple(parts)


def _marks(text: str, question: Span) -> list[_Mark]:
    start, end = question.start, question.end
    found = [_Mark(match["label"], match.start(), match.end()) for match in _LABEL.finditer(text, start, end)]
    found = [mark for mark in found if not _is_of_a_law(text, question, mark)]
    if text.count(")", start, end) > text.count("(", start, end):
        halves = _HALF_LABEL.finditer(text, start, end)
        found += [_Mark(match["label"], match.start(), match.end(), is_half=True) for match in halves]
    return sorted(found, key=lambda mark: mark.start)


def _is_of_a_law(text: str, question: Span, mark: _Mark) -> bool:
    """`section 3 (a)`, `subsection (2) of`, but not `section (i) 12 and (ii) 14`."""
    before = text[max(question.start, mark.start - _LONGEST_REFERENCE) : mark.start].lower()
    law = _LAW.search(before)
    return law is not None and bool(law["number"] or _OF_A_LAW.match(text, mark.body))


def _items(marks: list[_Mark], clauses: list[int]) -> list[_Item]:
    items: list[_Item] = []
    open_rows: list[_List] = []
    for index, mark in enumerate(marks):
        is_new_clause = bool(items) and any(items[-1].mark.start < at < mark.start for at in clauses)
        places = {name: places[mark.label] for name, places in _ALPHABETS.items() if mark.label in places}
        row = _row(open_rows, mark, places, {later.label for later in marks[index + 1 :]}, is_new_clause)
        if row is not None:
            del open_rows[open_rows.index(row) + 1 :]
            row.last = max(row.last + 1, places.get(row.alphabet, 0))
            row.items.append(_Item(mark, row))
            items.append(row.items[-1])
    return items


def _row(
    open_rows: list[_List], mark: _Mark, places: dict[str, int], later: set[str], is_new_clause: bool
) -> _List | None:
    """The list that a label belongs to, a new one among them; None where it is no label."""
    for row in reversed(open_rows):
        is_roman = mark.label == "i" and row.alphabet == "letters" and "ii" in later
        if places.get(row.alphabet) == row.last + 1 and not is_roman:
            return row
    if mark.is_half:
        return None
    first = next((name for name, place in places.items() if place == 1), None)
    if first and is_new_clause:
        open_rows.clear()
    is_used = any(row.alphabet == first for row in open_rows)
    if first and (not is_used or list(_ALPHABETS[first])[1] in later):
        open_rows.append(_List(first, open_rows[-1].items[-1] if open_rows else None))
        return open_rows[-1]
    for row in reversed(open_rows):
        if places.get(row.alphabet) == row.last + 2:  # one label was forgotten
            return row
    is_repeated = any(places.get(row.alphabet, row.last + 1) <= row.last for row in open_rows)
    return open_rows[-1] if is_repeated else None


def _without_lone_labels(items: list[_Item]) -> list[_Item]:
    """The items of lists that have a second one, and those around them: a single `(a)` is no list."""
    in_lists = [one for item in items if len(item.row.items) > 1 for one in _line(item)]
    return [item for item in items if item in in_lists]


def _line(item: _Item) -> list[_Item]:
    """The parts around a part, outermost first, and itself."""
    line = [item]
    while (around := line[0].row.inside) is not None:
        line.insert(0, around)
    return line


def _end(item: _Item, later: list[_Item], clauses: list[int], end: int) -> int:
    """Where the next part of the same or a higher level begins, or the new clause after the whole list."""
    line = _line(item)
    last = item
    for other in later:
        other_line = _line(other)
        if other_line[0].row is not line[0].row:
            break
        if len(other_line) <= len(line):
            return other.mark.start
        last = other
    return next((at for at in clauses if at > last.mark.start), end)
