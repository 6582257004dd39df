"""What the head of its column, or the heading over its list, says of an amount: "Town | Award", "The largest awards".

Rules: `patterns/money_columns.jsonl`. Rows of a table are blocks with a tab or a bar in them. A list that a sentence
with a colon leads in is not read here: `money_roles.py` takes what that says.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.matching import Scan, group
from extractors.model import Span
from extractors.sums import Sentence, Sum

_MARKS = ("\t", "|")
_BULLETS = "-•*–"
_LONGEST_HEADING = 80


def find(scan: Scan, sentences: Sequence[Sentence]) -> dict[Sum, str]:
    """The role that a head gives to each amount under it; an amount without one is left out."""
    tops: dict[int, int | None] = {}
    heads: dict[Sum, Span] = {}
    for sentence in sentences:
        top = _top(scan, sentence.block, tops)
        for one in sentence.sums:
            head = None if top is None else _head(scan, top, sentence.block, one)
            heads |= {} if head is None else {one: head}
    matches = scan.find(group("money_columns"), sorted({(head.start, head.end) for head in heads.values()}))
    said = {one: [m for m in matches if head.start <= m.start and m.end <= head.end] for one, head in heads.items()}
    return {one: max(found, key=lambda match: match.end).rule.value for one, found in said.items() if found}


def _top(scan: Scan, number: int, tops: dict[int, int | None]) -> int | None:
    """The first row of the table that a block is in, or the heading over its list; None where there is neither."""
    mark, passed = _mark(scan, number), []
    while mark and number not in tops:
        passed.append(number)
        before = scan.block_before(number)
        if before is None or _mark(scan, before) != mark:
            tops[number] = number if mark in _MARKS else _heading(scan, before)
        else:
            number = before
    for one in passed:
        tops[one] = tops[number]
    return tops.get(number)


def _mark(scan: Scan, number: int) -> str:
    """What makes a block a row or an item, empty where it is neither."""
    text = scan.block_spans[number].of(scan.text)
    return next((mark for mark in _MARKS if mark in text), _BULLETS[0] if text[:1] in _BULLETS else "")


def _heading(scan: Scan, number: int | None) -> int | None:
    if number is None:
        return None
    span = scan.block_spans[number]
    is_heading = span.end - span.start <= _LONGEST_HEADING and scan.text[span.end - 1].isalnum()
    return number if is_heading else None


def _head(scan: Scan, top: int, number: int, one: Sum) -> Span | None:
    """The cell of the first row in the column of the amount, or the heading."""
    span, mark = scan.block_spans[top], _mark(scan, number)
    if mark not in _MARKS:
        return span
    column = scan.text[scan.block_spans[number].start : one.span.start].count(mark)
    cells = span.of(scan.text).split(mark)
    if top == number or column >= len(cells):
        return None
    start = span.start + sum(len(cell) + len(mark) for cell in cells[:column])
    return Span(start, start + len(cells[column]))
