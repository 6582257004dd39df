"""Gold rows, and how one value of them is held against a predicted one.

A gold row need not have every field: what it leaves out is not scored. null in it is a value, and `X_alt` lists
further values of `X` that are as right as the first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError

Row = Mapping[str, Any]
Read = Callable[[str], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a gold row, where the output has it, and the form in which two values are compared."""

    name: str
    found: str | Callable[[Row], object] = ""
    form: Callable[[Any], object] = lambda value: value

    def of_found(self, row: Row) -> object:
        return self.found(row) if callable(self.found) else row[self.found or self.name]

    def formed(self, value: object) -> object:
        return None if value is None else self.form(value)


@dataclass(frozen=True, slots=True)
class Spec:
    """How one table is scored.

    A matched row is right if every field of `value` is; those of `fields` are only counted. `joint` names fields
    whose other readings hang together: `{"period_alt": ("period_start", "period_end")}`. `joined` adds to the rows
    what stands in another table, with the function that reads one. A table without documents and spans has `found`,
    which makes rows with them, and `placed`, which gives a gold row its span.
    """

    table: str
    value: tuple[Field, ...]
    fields: tuple[Field, ...] = ()
    joint: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    joined: Callable[[list[dict[str, Any]], Read], None] | None = None
    found: Callable[[Read], list[dict[str, Any]]] | None = None
    placed: Callable[[Row], Row] = lambda row: row

    @property
    def all_fields(self) -> tuple[Field, ...]:
        return (*self.value, *self.fields)


def read_gold(folder: Path) -> dict[str, list[Row]]:
    """`money.jsonl` → the rows of `money`, and so on for every such file of the folder. Raises FileNotFoundError where
    there is none, UsageError for a line that is no JSON."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise FileNotFoundError(f"no gold (*.jsonl) in {folder}")
    return {path.stem: _rows(path) for path in files}


def _rows(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").split("\n")  # splitlines() would cut a row at a U+2028 in its text
    return [_row(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _row(path: Path, number: int, line: str) -> Row:
    try:
        row: Row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(f"{path}, line {number}: not JSON ({error.msg})") from error
    return row


def _further(values: Any) -> list[Any]:
    """The other values that are as right: a list, a single one, or none."""
    return values if isinstance(values, list) else [] if values is None else [values]


def right_fields(gold: Row, found: Row, spec: Spec) -> dict[str, bool]:
    """For every field that the gold row has: is the predicted value the first one, or another that is allowed?"""
    scored = {each.name: each for each in spec.all_fields if each.name in gold}
    values = {name: each.formed(each.of_found(found)) for name, each in scored.items()}
    right = {}
    for name, each in scored.items():
        allowed = [gold[name], *_further(gold.get(f"{name}_alt"))]
        right[name] = values[name] in [each.formed(value) for value in allowed]
    for key, names in spec.joint.items():
        readings = [[gold[name] for name in names], *gold[key]] if key in gold else []
        if any(not isinstance(r, list) or len(r) != len(names) for r in readings):
            raise UsageError(f"gold of {gold['doc_id']}, {gold['text']!r}: {key} is no list of [{', '.join(names)}]")
        held = [[values[n] == scored[n].formed(value) for n, value in zip(names, r, strict=True)] for r in readings]
        right |= dict(zip(names, max(held, key=sum), strict=True)) if held else {}
    return right
