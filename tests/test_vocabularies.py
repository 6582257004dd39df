"""Every value of every closed vocabulary, and the document of our corpus that exercises it: `docs/vocabularies.md`.

The page is written by hand. It may name any document in which the value is found; of a value that no document has, it
says why, and it says so only as long as that is true.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from documents import ROOT

from pipeline.schemas import TABLES

PAGE = ROOT / "docs" / "vocabularies.md"
_HEADING = re.compile(r"## `(?P<table>\w+)\.(?P<column>\w+)`")
_LINE = re.compile(r"\| `(?P<value>\w+)` \| (?:`(?P<document>[^`]+)`|none: (?P<reason>.+)) \|")
CLOSED = {
    (name, column.name): column.values for name, table in TABLES.items() for column in table.columns if column.values
}

Value = tuple[str, str, str]


def _page() -> dict[Value, re.Match[str]]:
    found: dict[Value, re.Match[str]] = {}
    table = column = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if heading := _HEADING.fullmatch(line):
            table, column = heading["table"], heading["column"]
        elif entry := _LINE.fullmatch(line):
            found[table, column, entry["value"]] = entry
        else:
            assert not line.startswith("| `"), f"not understood: {line}"
    return found


def _document(row: dict[str, Any]) -> str:
    """The document that a row is of; rows of the register are of none."""
    return row.get("doc_id") or row.get("canonical_qa_id", "the register").partition("@")[0]


def test_every_value_is_exercised_or_the_page_says_why_not(corpus_out: Path) -> None:
    exercised: dict[Value, set[str]] = defaultdict(set)
    for table, column in CLOSED:
        for row in pq.read_table(corpus_out / table).to_pylist():
            values = row[column] if isinstance(row[column], list) else [row[column]]
            for value in values:
                exercised[table, column, value].add(_document(row))
    page = _page()
    assert list(page) == [(*column, value) for column, values in CLOSED.items() for value in values]
    wrong = []
    for value, entry in page.items():
        there = exercised.get(value)
        if entry["document"] and entry["document"] not in (there or ()):
            wrong.append(f"{'.'.join(value)} is not found in {entry['document']}")
        elif entry["reason"] and there:
            wrong.append(f"{'.'.join(value)} is found in {min(there)}, and the page says in none")
    assert not wrong, f"{PAGE.name}: {'; '.join(wrong)}"
