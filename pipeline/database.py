"""The published tables in DuckDB: as one file for dashboards, or in place for a notebook, with the same views in both.

A view is a file of `pipeline/views/`: SQL over the tables and the views before it, headed by its description.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import duckdb
import pyarrow.dataset as ds

from pipeline.errors import UsageError
from pipeline.published import RUN
from pipeline.schemas import TABLES, Table, Type
from pipeline.writer import added

DATABASE = "ukgov.duckdb"
# In the order they are made: a view may read those before it.
VIEWS = (
    "recommendation_tracker",
    "addable_money",
    "money_by_programme_year",
    "answer_reuse",
    "body_activity",
    "needs_review",
)
# DuckDB 2 writes files that drivers of DuckDB 1, which dashboards still come with, cannot open, unless it is told.
_STORAGE = "v1.0.0"
_TYPES: dict[Type, str] = {
    "string": "VARCHAR",
    "large_string": "VARCHAR",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "bool": "BOOLEAN",
    "day": "DATE",
    "list<string>": "VARCHAR[]",
}


def write_database(out: Path) -> Path:
    """`out/ukgov.duckdb`: the tables of the run that `out` shows, with keys and comments, the views, and the table
    `run`. It belongs to that run: the next one takes it away, so that no dashboard shows two runs at once.

    Gives its path. Raises FileNotFoundError where there is no run, UsageError for a run of an earlier version,
    OutputError where the file cannot be written.
    """
    with added(out, DATABASE) as (version, path), duckdb.connect() as connection:
        connection.execute(f"ATTACH {_quoted(path)} AS ukgov (STORAGE_VERSION '{_STORAGE}')")
        connection.execute("USE ukgov")
        connection.begin()  # else each of some 300 comments is written to the disk on its own
        for table in _tables(version):
            _copy(connection, version, table)
        _copy_run(connection, version)
        connection.commit()
        _create_views(connection, "VIEW")
        connection.execute("USE memory")
        connection.execute("DETACH ukgov")  # which also moves what is left of the log into the file
    return out / DATABASE


def connect(version: Path) -> duckdb.DuckDBPyConnection:
    """A connection that has the tables of a version, read where they stand, and the views."""
    connection = duckdb.connect()
    for table in _tables(version):
        connection.register(f"parquet_{table.name}", ds.dataset(version / table.name))
        connection.execute(f"CREATE TEMP VIEW {table.name} AS SELECT {_typed(table)} FROM parquet_{table.name}")
    _create_views(connection, "TEMP VIEW")
    return connection


def description(name: str) -> str:
    """What a table or view has, in a sentence or two."""
    return TABLES[name].description if name in TABLES else _read_view(name)[0]


def _tables(version: Path) -> Iterable[Table]:
    if missing := [name for name in TABLES if not (version / name).is_dir()]:
        raise UsageError(f"the run was written by an earlier version, without {', '.join(missing)}: run it again")
    return TABLES.values()


def _typed(table: Table) -> str:
    return ", ".join(f'"{column.name}"::{_TYPES[column.type]} AS "{column.name}"' for column in table.columns)


def _copy(connection: duckdb.DuckDBPyConnection, version: Path, table: Table) -> None:
    columns = [
        f'"{column.name}" {_TYPES[column.type]}{" NOT NULL" if table.is_required(column) else ""}'
        for column in table.columns
    ]
    key = ", ".join(table.key)
    connection.execute(f"CREATE TABLE {table.name} ({', '.join(columns)}, PRIMARY KEY ({key}))")
    connection.register("parquet", ds.dataset(version / table.name))
    connection.execute(f"INSERT INTO {table.name} SELECT {_typed(table)} FROM parquet")
    connection.unregister("parquet")
    refers_to = {key.column: f" Refers to {key.table}." for key in table.foreign_keys}
    connection.execute(f"COMMENT ON TABLE {table.name} IS {_quoted(table.description)}")
    for column in table.columns:
        comment = column.full_description + refers_to.get(column.name, "")
        connection.execute(f'COMMENT ON COLUMN {table.name}."{column.name}" IS {_quoted(comment)}')


def _copy_run(connection: duckdb.DuckDBPyConnection, version: Path) -> None:
    record = (version / RUN).read_text(encoding="utf-8")
    facts = json.loads(record)
    connection.execute(
        "CREATE TABLE run (run BIGINT, schema_version VARCHAR, input_sha256 VARCHAR, n_files BIGINT, record VARCHAR)"
    )
    values = (int(version.name), facts["schema_version"], facts["input"]["sha256"], facts["input"]["files"], record)
    connection.execute("INSERT INTO run VALUES (?, ?, ?, ?, ?)", values)
    connection.execute("COMMENT ON TABLE run IS 'The run that the tables are of; record is its run.json.'")


def _create_views(connection: duckdb.DuckDBPyConnection, kind: Literal["VIEW", "TEMP VIEW"]) -> None:
    for name in VIEWS:
        comment, sql = _read_view(name)
        connection.execute(f"CREATE {kind} {name} AS {sql}")
        connection.execute(f"COMMENT ON VIEW {name} IS {_quoted(comment)}")


def _read_view(name: str) -> tuple[str, str]:
    """Its description, without the marks of a comment, and its SQL."""
    lines = (Path(__file__).parent / "views" / f"{name}.sql").read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("--")]
    return " ".join(line.removeprefix("--").strip() for line in head), "\n".join(lines[len(head) :])


def _quoted(text: str | Path) -> str:
    return "'" + str(text).replace("'", "''") + "'"
