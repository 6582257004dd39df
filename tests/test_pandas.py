"""What analysts do with the tables in pandas, on every table that has a column for it: it works, without a warning."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from pipeline import load
from pipeline.schemas import TABLES, Type

Operation = Callable[[pd.DataFrame, str], None]
OPERATIONS: dict[str, tuple[tuple[Type, ...], Operation]] = {}


def on(*types: Type) -> Callable[[Operation], Operation]:
    """Registers an operation for every column of these types."""

    def register(operation: Operation) -> Operation:
        OPERATIONS[operation.__name__] = (types, operation)
        return operation

    return register


@on("day")
def dt(table: pd.DataFrame, column: str) -> None:
    days = table[column].dropna()
    assert table[column].dt.year.notna().sum() == len(days)
    assert (days.dt.normalize() == days).all()
    assert (days.dt.strftime("%Y-%m-%d").str.len() == 10).all()


@on("day")
def compared_with_a_string_date(table: pd.DataFrame, column: str) -> None:
    after, before = (table[column] >= "2024-07-01"), (table[column] < "2024-07-01")
    assert after.sum() + before.sum() == table[column].notna().sum()
    assert table[table[column].between("2024-07-01", "2999-12-31")][column].notna().all()


@on("day")
def resample(table: pd.DataFrame, column: str) -> None:
    months = table.dropna(subset=column).set_index(column).resample("MS").size()
    assert months.sum() == table[column].notna().sum()


@on("int64", "float64")
def nlargest(table: pd.DataFrame, column: str) -> None:
    top = table.nlargest(5, column)[column].dropna()
    assert top.tolist() == sorted(table[column].dropna(), reverse=True)[:5]


@on("string")
def groupby(table: pd.DataFrame, column: str) -> None:
    sizes = table.groupby(column, dropna=False).size()
    assert sizes.sum() == len(table)


@on("string", "bool")
def value_counts(table: pd.DataFrame, column: str) -> None:
    assert table[column].value_counts(dropna=False).sum() == len(table)


@on("string")
def merge(table: pd.DataFrame, column: str) -> None:
    values = pd.DataFrame({column: table[column].dropna().unique()}).assign(found=1)
    merged = table.merge(values, on=column, how="left", validate="many_to_one")
    assert merged["found"].sum() == table[column].notna().sum()


@on("list<string>")
def explode(table: pd.DataFrame, column: str) -> None:
    assert table.explode(column)[column].notna().sum() == table[column].str.len().sum()


@on("string", "int64", "float64", "bool", "day")
def fillna(table: pd.DataFrame, column: str) -> None:
    kind = table[column].dtype
    fill = {"Int64": -1, "float64": -1.0, "boolean": False}.get(str(kind), "?")
    filled = table[column].fillna(pd.Timestamp("1900-01-01") if kind.kind == "M" else fill)
    assert filled.notna().all()
    assert filled.dtype == kind


@on("string", "int64", "float64", "bool", "day")
def sort_values(table: pd.DataFrame, column: str) -> None:
    ordered = table.sort_values(column, ascending=False, na_position="last")[column].dropna()
    assert ordered.is_monotonic_decreasing


@on("int64", "float64")
def pivot_table(table: pd.DataFrame, column: str) -> None:
    words = next(name for name in table.columns if isinstance(name, str) and table[name].dtype.kind in "OT")
    pivoted = table.dropna(subset=column).pivot_table(index=words, values=column, aggfunc="count", observed=True)
    assert (pivoted[column].sum() if len(pivoted) else 0) == table[column].notna().sum()


@on("string", "int64", "float64", "bool", "day")
def query(table: pd.DataFrame, column: str) -> None:
    known = table.query(f"`{column}`.notna()")
    assert len(known) == table[column].notna().sum()
    if len(known):
        first = known[column].iloc[0]
        assert len(table.query(f"`{column}` == @first", local_dict={"first": first})) >= 1


@on("string", "large_string", "int64", "float64", "bool", "day", "list<string>")
def isna(table: pd.DataFrame, column: str) -> None:
    assert table[column].isna().sum() + table[column].notna().sum() == len(table)
    assert not table[column].dropna().astype(str).isin(["", "None", "nan", "NaT", "<NA>"]).any()


@on("int64", "bool", "float64", "day", "string")
def astype(table: pd.DataFrame, column: str) -> None:
    known = table[column].dropna()
    match str(known.dtype):
        case "Int64":
            assert known.astype("int64").astype(str).str.fullmatch(r"-?\d+").all()
        case "boolean":
            assert known.astype(bool).astype(int).isin([0, 1]).all()
        case "float64":
            assert np.isfinite(known.astype("float32")).all()
        case "datetime64[ms]":
            assert (known.astype("datetime64[ns]") == known).all()
        case _:
            assert known.astype("category").astype(str).tolist() == known.tolist()


@on("bool")
def boolean_mask(table: pd.DataFrame, column: str) -> None:
    """A null neither selects nor raises."""
    yes, no = table[table[column]], table[~table[column]]
    assert len(yes) + len(no) + table[column].isna().sum() == len(table)
    assert yes[column].all()


@on("string", "large_string")
def str_methods(table: pd.DataFrame, column: str) -> None:
    known = table[column].dropna()
    assert (known.str.len() > 0).all()
    assert known.str.contains(r"\S").all()
    assert table[table[column].str.contains("the", case=False, na=False)][column].notna().all()


COLUMNS = [
    pytest.param(name, operation, id=f"{name}-{operation}")
    for name, table in TABLES.items()
    for operation, (types, _) in OPERATIONS.items()
    if any(column.type in types for column in table.columns)
]
read = cache(load)


@pytest.mark.parametrize(("name", "operation"), COLUMNS)
def test_an_operation_works_on_every_column_of_its_types(name: str, operation: str, corpus_out: Path) -> None:
    types, operate = OPERATIONS[operation]
    table = read(name, corpus_out)
    for column in TABLES[name].columns:
        if column.type in types:
            operate(table.copy(), column.name)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_goes_to_parquet_and_back(name: str, corpus_out: Path, tmp_path: Path) -> None:
    table = read(name, corpus_out)
    table.to_parquet(tmp_path / "table.parquet")
    back = pd.read_parquet(tmp_path / "table.parquet")
    pd.testing.assert_frame_equal(back, table)


@pytest.mark.parametrize("name", TABLES)
def test_foreign_keys_merge(name: str, corpus_out: Path) -> None:
    table = read(name, corpus_out)
    for key in TABLES[name].foreign_keys:
        (to,) = TABLES[key.table].key
        other = read(key.table, corpus_out)[[to]].rename(columns={to: "theirs"})
        merged = table.merge(other, left_on=key.column, right_on="theirs", how="left", validate="many_to_one")
        assert (merged["theirs"].notna() == merged[key.column].notna()).all(), key.column


def test_there_are_sixteen_operations_and_a_round_trip() -> None:
    assert len(OPERATIONS) == 16
    assert {name for types, _ in OPERATIONS.values() for name in types} == {
        column.type for table in TABLES.values() for column in table.columns
    }
