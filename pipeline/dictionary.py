"""The data dictionary: every table and column as Markdown, for `ukgov-extract schema` and `docs/data-dictionary.md`."""

from __future__ import annotations

from pipeline.schemas import SCHEMA_VERSION, TABLES, Column, Table

_HEAD = f"""# Data dictionary

Schema version {SCHEMA_VERSION}. Made by `ukgov-extract schema` from `pipeline/schemas.py`: change it there.

Null means that the text does not state it. Lists are never null. Days are at 00:00 without a zone.
Spans are half-open and count Unicode code points of `documents.document_text`.
"""


def data_dictionary() -> str:
    """The whole document, tables in the order they are written."""
    return "\n".join([_HEAD, *map(_section, TABLES.values())])


def _section(table: Table) -> str:
    refers_to = {key.column: key.table for key in table.foreign_keys}
    rows = [_row(column, refers_to.get(column.name)) for column in table.columns]
    key = ", ".join(f"`{name}`" for name in table.key)
    head = (
        f"## {table.name}\n\n{table.description} Key: {key}.\n\n| column | type | description |\n| --- | --- | --- |\n"
    )
    return head + "".join(rows)


def _row(column: Column, refers_to: str | None) -> str:
    description = column.description
    if refers_to:
        description += f" → [{refers_to}](#{refers_to})"
    if column.values:
        description += "<br>" + " · ".join(f"`{value}`" for value in column.values)
    return f"| `{column.name}` | `{column.type}` | {description.replace('|', chr(92) + '|')} |\n"
