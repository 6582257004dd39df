"""`datapackage.json`: the tables of a run as a Frictionless Data Package, so that they can be read without this code.

Format: https://datapackage.org/standard/data-package/ and https://datapackage.org/standard/table-schema/
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.schemas import SCHEMA_VERSION, TABLES, Column, ForeignKey, Table, Type

Json = dict[str, object]

_TYPES: dict[Type, str] = {
    "string": "string",
    "large_string": "string",
    "int64": "integer",
    "float64": "number",
    "bool": "boolean",
    "day": "datetime",  # what is in the file; the reference implementation cannot read a null `date` out of Parquet
    "list<string>": "array",
}


def datapackage(parts: Sequence[str], sources: Iterable[Mapping[str, str]]) -> Json:
    """A resource a table, each in files of the names `parts`; `sources` with licence and attribution, each once."""
    distinct = {tuple(sorted(source.items())) for source in sources}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "ukgov-extract",
        "version": SCHEMA_VERSION,
        "resources": [_resource(table, parts) for table in TABLES.values()],
        "sources": [dict(source) for source in sorted(distinct)],
    }


def _resource(table: Table, parts: Sequence[str]) -> Json:
    return {
        "name": table.name,
        "description": table.description,
        "type": "table",
        "path": [f"{table.name}/{part}" for part in parts],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [_field(column, table.is_required(column)) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(table, key) for key in table.foreign_keys],
        },
    }


def _field(column: Column, is_required: bool) -> Json:
    field: Json = {"name": column.name, "type": _TYPES[column.type], "description": column.full_description}
    constraints: Json = {"required": True} if is_required else {}
    if column.type == "list<string>":
        # The standard's `enum` would list whole arrays; `arrayItem` is how its reference implementation says each item.
        field["arrayItem"] = {"type": "string"} | (
            {"constraints": {"enum": list(column.values)}} if column.values else {}
        )
    elif column.values:
        constraints["enum"] = list(column.values)
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_key(table: Table, key: ForeignKey) -> Json:
    reference: Json = {"fields": list(TABLES[key.table].key)}
    if key.table != table.name:  # a table that refers to itself is not named
        reference["resource"] = key.table
    return {"fields": [key.column], "reference": reference}
