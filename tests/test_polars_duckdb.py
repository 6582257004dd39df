"""The same tables in Polars and in DuckDB, read from the Parquet by a plain path: same rows, values and answers."""

from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from pipeline import load
from pipeline.schemas import TABLES, Type

each_table = pytest.mark.parametrize("name", TABLES)
POLARS: dict[Type, pl.DataType | type[pl.DataType]] = {
    "string": pl.String,
    "large_string": pl.String,
    "int64": pl.Int64,
    "float64": pl.Float64,
    "bool": pl.Boolean,
    "day": pl.Datetime("ms"),
    "list<string>": pl.List(pl.String),
}
DUCKDB: dict[Type, str] = {
    "string": "VARCHAR",
    "large_string": "VARCHAR",
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "bool": "BOOLEAN",
    "day": "TIMESTAMP",
    "list<string>": "VARCHAR[]",
}


def columns(name: str, *types: Type) -> list[str]:
    return [column.name for column in TABLES[name].columns if column.type in types]


def plain(values: pd.Series) -> list[object]:
    """The values as Python has them, None for a null."""
    return [None if value is pd.NA or value is pd.NaT or value != value else value for value in values.tolist()]


@pytest.fixture
def frame(name: str, corpus_out: Path) -> pl.DataFrame:
    return pl.read_parquet(corpus_out / name)


@pytest.fixture
def relation(name: str, corpus_out: Path) -> duckdb.DuckDBPyRelation:
    return duckdb.sql(f"FROM read_parquet('{corpus_out / name}/*.parquet')")


@each_table
def test_both_see_the_columns_with_their_types(
    name: str, frame: pl.DataFrame, relation: duckdb.DuckDBPyRelation
) -> None:
    assert dict(frame.schema) == {column.name: POLARS[column.type] for column in TABLES[name].columns}
    assert relation.columns == [column.name for column in TABLES[name].columns]
    types = [str(kind).removesuffix("_MS") for kind in relation.types]
    assert types == [DUCKDB[column.type] for column in TABLES[name].columns]


@each_table
def test_both_see_the_values_that_pandas_sees(
    name: str, frame: pl.DataFrame, relation: duckdb.DuckDBPyRelation, corpus_out: Path
) -> None:
    table = load(name, corpus_out)
    rows = relation.fetchall()
    for number, column in enumerate(TABLES[name].columns):
        if column.type == "list<string>":
            expected: list[object] = [list(value) for value in table[column.name]]
        else:
            expected = plain(table[column.name])
        assert frame[column.name].to_list() == expected, column.name
        assert [row[number] for row in rows] == expected, column.name


@each_table
def test_usual_operations_in_polars(name: str, frame: pl.DataFrame, corpus_out: Path, tmp_path: Path) -> None:
    table = load(name, corpus_out)
    for column in columns(name, "string"):
        counts = frame[column].value_counts()
        assert counts["count"].sum() == len(table)
        assert frame.group_by(column).len()["len"].sum() == len(table)
        assert frame.join(frame.select(column).unique().drop_nulls(), on=column, how="semi").height == (
            table[column].notna().sum()
        )
    for column in columns(name, "day"):
        late = frame.filter(pl.col(column) >= pl.date(2024, 7, 1))
        assert late.height == (table[column] >= "2024-07-01").sum()
        months = frame.drop_nulls(column).sort(column).group_by_dynamic(column, every="1mo").agg(pl.len())
        assert months["len"].sum() == table[column].notna().sum()
        assert frame[column].cast(pl.Date).null_count() == table[column].isna().sum()
    for column in columns(name, "int64", "float64"):
        assert frame[column].sum() == pytest.approx(table[column].sum())
        assert frame[column].fill_null(0).len() == len(table)
        top = frame.drop_nulls(column).top_k(3, by=column)[column].to_list()
        assert top == table.nlargest(3, column)[column].dropna().to_list()
    for column in columns(name, "bool"):
        assert frame.filter(pl.col(column)).height == table[column].sum()
    for column in columns(name, "list<string>"):
        assert frame[column].list.len().sum() == table[column].str.len().sum()
        assert frame.explode(column)[column].drop_nulls().len() == table[column].str.len().sum()
    frame.write_parquet(tmp_path / "back.parquet")
    assert pl.read_parquet(tmp_path / "back.parquet").equals(frame)


@each_table
def test_usual_operations_in_duckdb(name: str, relation: duckdb.DuckDBPyRelation, corpus_out: Path) -> None:
    table = load(name, corpus_out)

    def one(expression: str) -> object:
        return relation.aggregate(expression).fetchall()[0][0]

    assert one("count(*)") == len(table)
    for column in columns(name, "string"):
        groups = relation.aggregate(f'"{column}", count(*) AS n').fetchall()
        assert {value: n for value, n in groups if value is not None} == table[column].value_counts().to_dict()
    for column in columns(name, "day"):
        assert one(f"count(*) FILTER (\"{column}\" >= '2024-07-01')") == (table[column] >= "2024-07-01").sum()
        assert one(f'max("{column}")') == plain(pd.Series([table[column].max()]))[0]
    for column in columns(name, "int64", "float64"):
        assert one(f'coalesce(sum("{column}"), 0)') == pytest.approx(table[column].sum())
    for column in columns(name, "bool"):
        assert one(f'count(*) FILTER ("{column}")') == table[column].sum()
    for column in columns(name, "list<string>"):
        assert one(f'coalesce(sum(len("{column}")), 0)') == table[column].str.len().sum()
