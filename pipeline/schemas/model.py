"""What a table is made of, and its Arrow schema."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pyarrow as pa

Type = Literal["string", "large_string", "int64", "float64", "bool", "day", "list<string>"]

# What pandas is told of each type, so that a plain `read_parquet` gives nullable integers and booleans, not floats
# and objects. `day` is a timestamp because pandas makes objects of Arrow's own dates.
_PANDAS: dict[Type, tuple[str, str]] = {
    "string": ("unicode", "object"),
    "large_string": ("unicode", "object"),
    "int64": ("int64", "Int64"),
    "float64": ("float64", "float64"),
    "bool": ("bool", "boolean"),
    "day": ("datetime", "datetime64[ms]"),
    "list<string>": ("list[unicode]", "object"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `values` is its vocabulary, empty where it is open; null is never a value of a vocabulary."""

    name: str
    type: Type
    description: str
    values: tuple[str, ...] = ()

    @property
    def full_description(self) -> str:
        """The description with its vocabulary: `House. One of: Commons, Lords.`"""
        if not self.values:
            return self.description
        how_many = "Any" if self.type == "list<string>" else "One"
        return f"{self.description} {how_many} of: {', '.join(self.values)}."


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`column` is null or holds the key of a row of `table`, which may be the same table."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table, its columns in the order they are written."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    def is_required(self, column: Column) -> bool:
        """Never null: what makes up the key, and lists, where none is the empty list."""
        return column.name in self.key or column.type == "list<string>"


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema: each field with its `description`, and the metadata that pandas reads."""
    import pyarrow as pa  # a third of a second that `--help` and the dictionary do not need

    types = {
        "string": pa.string(),
        "large_string": pa.large_string(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "day": pa.timestamp("ms"),
        "list<string>": pa.list_(pa.field("element", pa.string())),  # the name that Parquet gives it
    }
    fields = [
        pa.field(
            column.name,
            types[column.type],
            nullable=not table.is_required(column),
            metadata={"description": column.full_description},
        )
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"pandas": _pandas_metadata(table)})


def _pandas_metadata(table: Table) -> str:
    columns = []
    for column in table.columns:
        pandas_type, numpy_type = _PANDAS[column.type]
        names = {"name": column.name, "field_name": column.name}
        columns.append({**names, "pandas_type": pandas_type, "numpy_type": numpy_type, "metadata": None})
    return json.dumps({"index_columns": [], "column_indexes": [], "columns": columns})
