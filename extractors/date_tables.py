"""What the heading of its column says a date is for: "By when", "Target date", "Published"."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.matching import Scan
from extractors.model import Span
from extractors.token_classes import token_classes

_MARKS = ("\t", " | ")  # between the cells of a row
_ROLES = {"heads_deadlines": "deadline_or_plan", "heads_publications": "publication"}


class Tables:
    """The tables of a text: rows that stand below one another, the first of them with the headings."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._heads: dict[int, int] = {}

    def role_below(self, span: Span) -> str | None:
        """The role of a date by the heading of its column; None where it is in no table, or the heading tells none."""
        number = self._scan.block_at(span.start)
        head = self._head(number)
        if head == number:
            return None
        column = len(self._cells(number, until=span.start)) - 1
        headings = self._cells(head)
        words = headings[column].lower().split() if column < len(headings) else []
        found = (role for name, role in _ROLES.items() if any(word in token_classes()[name] for word in words))
        return next(found, None)

    def _head(self, number: int) -> int:
        """The first of the rows that a row stands below without a gap."""
        rows: list[int] = []
        while number not in self._heads:
            rows.append(number)
            above = self._scan.block_before(number)
            if above is None or len(self._cells(number)) < 2 or len(self._cells(above)) < 2:
                break
            number = above
        head = self._heads.get(number, number)
        self._heads |= dict.fromkeys(rows, head)
        return head

    def _cells(self, number: int, until: int | None = None) -> Sequence[str]:
        block = self._scan.block_spans[number]
        text = self._scan.text[block.start : until or block.end]
        mark = next((one for one in _MARKS if one in self._scan.text[block.start : block.end]), None)
        return text.split(mark) if mark else [text]
