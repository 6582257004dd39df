"""What an analyst gets from `load` and from a plain `pandas.read_parquet`: columns that work."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline import load
from pipeline.schemas import TABLES
from pipeline.writer import new_version, publish


def row(table: str, **values: object) -> tuple[Any, ...]:
    """A row of nothing but `values`."""
    columns = TABLES[table].columns
    return tuple(values.get(column.name, () if column.type == "list<string>" else None) for column in columns)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two parts, the second without questions, so that a column of nothing but nulls meets one of values."""
    out = tmp_path_factory.mktemp("run") / "out"
    a = row("documents", doc_id="a.txt", n_chars=10, published_on=dt.date(2024, 3, 31), flags=["text_clipped"])
    b = row("documents", doc_id="b.txt", n_chars=20)
    asked = row("qa_pairs", qa_id="a.txt@0:5", doc_id="a.txt", house="Lords", asking_member_id=4514, is_withdrawn=False)
    more = row("qa_pairs", qa_id="a.txt@5:9", doc_id="a.txt", house="Lords", date_tabled=dt.date(2024, 3, 1))
    with new_version(out) as version:
        version.write_part(0, {"documents": [a], "qa_pairs": [asked, more]})
        version.write_part(1, {"documents": [b]})
        publish(version, [], {})
    return out


@pytest.mark.parametrize("name", TABLES)
def test_load_is_a_plain_read_parquet(name: str, out: Path) -> None:
    pd.testing.assert_frame_equal(load(name, out), pd.read_parquet(out / name))


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_a_type_that_works_even_in_an_empty_table(name: str, out: Path) -> None:
    text = str(pd.Series(["a"]).dtype)  # `object` in pandas 2, `str` in pandas 3
    expected = {
        "string": text,
        "large_string": text,
        "int64": "Int64",
        "float64": "float64",
        "bool": "boolean",
        "day": "datetime64[ms]",
        "list<string>": "object",
    }
    dtypes = {column: str(dtype) for column, dtype in load(name, str(out)).dtypes.items()}
    assert dtypes == {column.name: expected[column.type] for column in TABLES[name].columns}


def test_days_are_days(out: Path) -> None:
    documents = load("documents", out)
    assert documents["published_on"].dt.year.iloc[0] == 2024
    assert (documents["published_on"] >= "2024-01-01").tolist() == [True, False]
    assert pd.isna(documents["published_on"].iloc[1])


def test_whole_numbers_stay_whole_beside_nulls(out: Path) -> None:
    questions = load("qa_pairs", out)
    assert questions["asking_member_id"].iloc[0] == 4514
    assert questions["asking_member_id"].isna().tolist() == [False, True]
    assert questions["asking_member_id"].sum() == 4514


def test_truths_select_rows_beside_nulls(out: Path) -> None:
    questions = load("qa_pairs", out)
    assert questions[~questions["is_withdrawn"].fillna(True)]["qa_id"].tolist() == ["a.txt@0:5"]


def test_counting_and_merging(out: Path) -> None:
    questions, documents = load("qa_pairs", out), load("documents", out)
    assert questions["house"].value_counts().to_dict() == {"Lords": 2}
    merged = questions.merge(documents, on="doc_id", validate="many_to_one")
    assert merged["n_chars"].tolist() == [10, 10]


def test_lists_can_be_exploded(out: Path) -> None:
    flags = load("documents", out).explode("flags")["flags"]
    assert flags.dropna().tolist() == ["text_clipped"]


def test_an_unknown_table_names_those_there_are(out: Path) -> None:
    with pytest.raises(
        ValueError,
        match=r"no table 'monney' in .*; there are answer_cluster_members, answer_clusters, bodies, ",
    ):
        load("monney", out)


def test_a_folder_without_a_run_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no run in .* yet: `make extract` writes one"):
        load("money", tmp_path)


def test_importing_the_package_imports_neither_pandas_nor_pyarrow() -> None:
    program = (
        "import sys, pipeline; assert callable(pipeline.load); assert not {'pandas', 'pyarrow'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
