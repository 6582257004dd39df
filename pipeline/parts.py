"""The rows of a written table, read part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq


def read_rows(table: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of all parts in their order, as dicts of all columns or of some. (`pq.read_table` imports pandas.)"""
    for part in sorted(table.glob("*.parquet")):
        with pq.ParquetFile(part) as file:
            for batch in file.iter_batches(columns=None if columns is None else list(columns)):
                yield from batch.to_pylist()


def columns_of(table: Path) -> list[str]:
    """The names of the columns of a table that is written, none where it has no part."""
    return [str(name) for part in sorted(table.glob("*.parquet"))[:1] for name in pq.read_schema(part).names]
