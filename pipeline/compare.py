"""Two outputs against each other: what a change of the rules, the corpus or the configuration gained, lost, changed.

print(comparison_text(compare(Path("before"), Path("after")), limit=10))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.errors import UsageError
from pipeline.parts import columns_of, read_rows
from pipeline.published import version_of
from pipeline.schemas import TABLES

Row = Mapping[str, Any]

LOST, GAINED, CHANGED = "lost", "gained", "changed"
# Which rows belong together in a report: by the rule that made them, else by what they are.
_GROUPED_BY = ("rule", "kind", "stage", "role")
# Its digest is compared instead.
_NOT_COMPARED = ("document_text",)


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that only one output has, or a column of a row that both have; `row` is the row in B, in A if lost."""

    what: str
    group: str
    key: str
    row: Row
    column: str = ""
    old: object = None
    new: object = None


@dataclass(frozen=True, slots=True)
class TableComparison:
    """The differences of a table, in the order of its rows; `columns` are those that only one output has."""

    table: str
    n_before: int
    n_after: int
    differences: tuple[Difference, ...]
    columns: tuple[str, ...]

    def count(self, what: str) -> int:
        """Rows that are lost, gained or changed."""
        return len({one.key for one in self.differences if one.what == what})


@dataclass(frozen=True, slots=True)
class Comparison:
    """All tables that both outputs have; `tables_of_one` are the others, of a later version perhaps."""

    before: Path
    after: Path
    tables: tuple[TableComparison, ...]
    tables_of_one: tuple[str, ...]


def compare(before: Path, after: Path) -> Comparison:
    """Every table of two outputs, row by row: rows with the same key are one row.

    Raises UsageError for a folder that no run has written, or whose tables cannot be read.
    """
    roots = [_version(folder) for folder in (before, after)]
    both = [name for name in TABLES if all((root / name).is_dir() for root in roots)]
    names = {path.parent.name for root in roots for path in root.glob("*/*.parquet")}
    tables = tuple(_compare(name, roots[0] / name, roots[1] / name) for name in both)
    return Comparison(roots[0], roots[1], tables, tuple(sorted(names - set(both))))


def _version(folder: Path) -> Path:
    """One version of an output, even if another is published meanwhile; a version itself will do as well."""
    version = version_of(folder)
    if not (version / "documents").is_dir():
        raise UsageError(f"{folder}: no run has written here")
    return version


def _compare(name: str, before: Path, after: Path) -> TableComparison:
    try:
        old = _rows(name, before)
        if _is_same(before, after):
            return TableComparison(name, len(old), len(old), (), ())
        new = _rows(name, after)
        names = [columns_of(folder) for folder in (before, after)]
    except (OSError, KeyError, pa.ArrowException) as error:
        raise UsageError(f"{before} and {after} cannot be compared: {error}") from error
    compared = [column for column in names[0] if column in names[1] and column not in _NOT_COMPARED]
    found = [_only(LOST, key, row) for key, row in old.items() if key not in new]
    found += [_only(GAINED, key, row) for key, row in new.items() if key not in old]
    for key, row in new.items():
        found += _changes(key, old.get(key, row), row, compared)
    columns = tuple(sorted(set(names[0]) ^ set(names[1])))
    return TableComparison(name, len(old), len(new), tuple(found), columns)


def _rows(name: str, table: Path) -> dict[str, Row]:
    return {" ".join(str(row[column]) for column in TABLES[name].key): row for row in read_rows(table)}


def _is_same(before: Path, after: Path) -> bool:
    parts = [sorted(folder.glob("*.parquet")) for folder in (before, after)]
    return [part.name for part in parts[0]] == [part.name for part in parts[1]] and all(
        cmp(one, other, shallow=False) for one, other in zip(*parts, strict=True)
    )


def _only(what: str, key: str, row: Row) -> Difference:
    return Difference(what, _group(row), key, row)


def _changes(key: str, old: Row, new: Row, columns: Sequence[str]) -> list[Difference]:
    return [
        Difference(CHANGED, _group(new), key, new, column, old[column], new[column])
        for column in columns
        if old[column] != new[column]
    ]


def _group(row: Row) -> str:
    return next((str(row[column]) for column in _GROUPED_BY if row.get(column) is not None), "")
