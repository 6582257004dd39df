"""What every table's rows are made with: ids, spans, and the order of the columns."""

from __future__ import annotations

from typing import Any

from extractors.model import Placed, Segment, Span
from pipeline.documents import Document
from pipeline.schemas import TABLES

Row = tuple[Any, ...]

_COLUMNS = {name: {column.name: None for column in table.columns} for name, table in TABLES.items()}


def row(table: str, values: dict[str, Any]) -> Row:
    """The values in the order of the table's columns, None where there is none; `ValueError` for no column."""
    columns = _COLUMNS[table]
    if not columns.keys() >= values.keys():
        raise ValueError(f"{table} has no column {', '.join(name for name in values if name not in columns)}")
    return tuple(map(values.get, columns))


def span_id(document: Document, place: Placed) -> str:
    """`<doc_id>@<char_start>:<char_end>`, for a segment with `/<kind>`."""
    kind = f"/{place.kind}" if isinstance(place, Segment) else ""
    return f"{document.doc_id}@{place.start}:{place.end}{kind}"


def words(text: str, name: str, span: Placed | None) -> dict[str, Any]:
    """The columns of a span that may be absent: its words and both ends."""
    if span is None:
        return {}
    return {
        f"{name}_text": text[span.start : span.end],
        f"{name}_char_start": span.start,
        f"{name}_char_end": span.end,
    }


def text_of(document: Document, span: Span | None) -> str | None:
    """The words of a span, None for none."""
    return None if span is None else span.of(document.text)
