"""Which acronyms say what they stand for only in a document that defines them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pipeline.registers.sources import Row

_SAFE_LENGTH = 4


def needing_definition(rows: Iterable[Row], known: Iterable[Row]) -> list[Row]:
    """The rows whose acronym needs a definition.

    That is one of fewer than four letters, or one that two bodies of the same time share, unless `acronyms.jsonl`
    says that it stands alone (and, if shared, for which body); and a longer one that the file says does not.
    """
    said = {row["acronym"]: row for row in known}
    sharing = defaultdict(list)
    for row in rows:
        if row.get("acronym"):
            sharing[row["acronym"].lower()].append(row)
    return [
        row
        for same in sharing.values()
        for row in same
        if not _stands_alone(row, any(_overlap(row, other) for other in same if other is not row), said)
    ]


def _stands_alone(row: Row, is_shared: bool, said: dict[str, Row]) -> bool:
    acronym: str = row["acronym"]
    word = said.get(acronym, {})
    if is_shared or "body_id" in word:
        return bool(word.get("body_id") == row["body_id"])
    return bool(word.get("stands_alone", sum(map(str.isalpha, acronym)) >= _SAFE_LENGTH))


def _overlap(one: Row, other: Row) -> bool:
    return (one.get("valid_from") or "") <= (other.get("valid_to") or "9") and (other.get("valid_from") or "") <= (
        one.get("valid_to") or "9"
    )
