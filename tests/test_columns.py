"""Rows go in and the same values come out; what does not fit its column is an error that names it."""

import datetime as dt
import io
import subprocess
import sys
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.columns import _offsets, table_from_rows
from pipeline.schemas import TABLES, Column, Table

STRANGE = Table(
    name="strange",
    description="A column of every type, and a vocabulary of each kind.",
    key=("key",),
    columns=(
        Column("key", "string", "Never null."),
        Column("text", "large_string", "Text."),
        Column("whole", "int64", "Number."),
        Column("real", "float64", "Number."),
        Column("is_so", "bool", "Truth."),
        Column("day", "day", "Day."),
        Column("list", "list<string>", "Strings."),
        Column("colour", "string", "Colour.", ("red", "blue")),
        Column("colours", "list<string>", "Colours.", ("red", "blue")),
    ),
)
GOOD = ("k", "t", 1, 1.5, True, dt.date(2024, 3, 31), ["a"], "red", ["red", "blue"])

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = {
    "string": st.none() | texts,
    "large_string": st.none() | texts,
    "int64": st.none() | st.integers(-(2**63), 2**63 - 1),
    "float64": st.none() | st.floats(allow_nan=False),
    "bool": st.none() | st.booleans(),
    "day": st.none() | st.dates(),
    "list<string>": st.lists(texts, max_size=3),
}


def a_value(table: Table, column: Column) -> st.SearchStrategy[Any]:
    one = st.sampled_from(column.values) if column.values else texts
    if column.type == "list<string>":
        return st.lists(one, max_size=3)
    if column.name in table.key:
        return texts
    return st.none() | one if column.values else values[column.type]


def round_trip(table: Table, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    file = io.BytesIO()
    arrow = table_from_rows(table, rows)
    arrow.validate(full=True)
    pq.write_table(arrow, file)
    read = pq.read_table(file)
    assert read.schema.equals(arrow.schema, check_metadata=True)
    return [tuple(row.values()) for row in read.to_pylist()]


def at_midnight(value: Any) -> Any:
    return dt.datetime.combine(value, dt.time()) if isinstance(value, dt.date) else value


@given(st.lists(st.tuples(*(a_value(STRANGE, column) for column in STRANGE.columns)), max_size=20))
def test_every_value_comes_back(rows: list[tuple[Any, ...]]) -> None:
    assert round_trip(STRANGE, rows) == [tuple(map(at_midnight, row)) for row in rows]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_rows_are_an_empty_table_of_the_same_schema(table: Table) -> None:
    assert round_trip(table, []) == []


def test_more_rows_than_bits_in_a_byte() -> None:
    rows = [(str(n), None, n if n % 3 else None, None, n % 2 == 0, None, (), None, ()) for n in range(1000)]
    assert [row[:5] for row in round_trip(STRANGE, rows)] == [row[:5] for row in rows]


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("key", None, "a null where there is never one"),
        ("key", 1, "expected str instance, int found"),
        ("text", "\ud800", "surrogates not allowed"),
        ("whole", 1.5, "cannot be interpreted as an integer"),
        ("whole", 2**63, "too big"),
        ("real", "1.5", "must be real number, not str"),
        ("is_so", "False", "cannot be interpreted as an integer"),
        ("day", "2024-03-31", "doesn't apply to a 'str' object"),
        ("list", None, "a null where there is never one"),
        ("list", "ab", "a string where a list of strings belongs"),
        ("colour", "green", "not in the vocabulary: 'green'"),
        ("colours", ["red", "green"], "not in the vocabulary: 'green'"),
    ],
)
def test_what_does_not_fit_is_an_error_that_names_the_column(column: str, value: object, message: str) -> None:
    row = tuple(value if ours.name == column else good for ours, good in zip(STRANGE.columns, GOOD, strict=True))
    with pytest.raises(ValueError, match=rf"^strange\.{column}: .*{message}"):
        table_from_rows(STRANGE, [row])


@pytest.mark.parametrize("rows", [[GOOD[1:]], [(*GOOD, 1)], [GOOD, GOOD[1:]]])
def test_rows_of_another_length_are_an_error(rows: list[tuple[Any, ...]]) -> None:
    with pytest.raises(ValueError, match=r"rows of 8|rows of 10|shorter"):
        table_from_rows(STRANGE, rows)


def test_more_text_than_a_string_column_can_hold_is_an_error_not_garbage() -> None:
    with pytest.raises(OverflowError):
        _offsets("i", [range(2**31)])  # a range has a length, and needs no room


def test_writing_does_not_import_pandas(tmp_path: Any) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from pipeline.writer import new_version, publish\n"
        "from pipeline.schemas import TABLES\n"
        "row = tuple(() if column.type == 'list<string>' else None for column in TABLES['documents'].columns)\n"
        "with new_version(Path(sys.argv[1])) as version:\n"
        "    version.write_part(0, {'documents': [('a.txt', *row[1:])]})\n"
        "    publish(version, [], {})\n"
        "assert 'pandas' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "out")], check=True)
