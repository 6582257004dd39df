"""One DuckDB file of the published run: its tables, keys, comments and views, and what becomes of it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from pipeline import load, view, writer
from pipeline.cli import main
from pipeline.database import DATABASE, VIEWS, _read_view, write_database
from pipeline.schemas import TABLES
from pipeline.vocabularies import MONEY_ROLE
from pipeline.writer import OutputError, new_version, publish

each_table = pytest.mark.parametrize("name", TABLES)
RUN = {"schema_version": "1.0", "input": {"sha256": "0" * 64, "files": 1}}


@pytest.fixture(scope="module")
def out(corpus_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of `corpus/` with their database."""
    out = tmp_path_factory.mktemp("database") / "out"
    shutil.copytree(corpus_out, out, symlinks=True)
    write_database(out)
    return out


@pytest.fixture
def connection(out: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(out / DATABASE), read_only=True) as connection:
        yield connection


def row(table: str, **values: object) -> tuple[Any, ...]:
    """A row of nothing but `values`."""
    columns = TABLES[table].columns
    return tuple(values.get(column.name, () if column.type == "list<string>" else None) for column in columns)


def made(out: Path, **rows: list[tuple[Any, ...]]) -> Path:
    """A run of these rows, published."""
    with new_version(out) as version:
        version.write_part(0, rows)
        publish(version, [], RUN)
    return out


def money(start: int, **values: object) -> tuple[Any, ...]:
    """A sum that may be added up, but for `values`."""
    usual = {
        "mention_id": f"{values.get('doc_id', 'a.txt')}@{start}:{start + 1}",
        "doc_id": "a.txt",
        "char_start": start,
        "currency": "GBP",
        "amount": 1000.0,
        "period_kind": "for_financial_year",
        "financial_year": "2024-25",
        "role": "funding_past",
        "programme_text": "Fund",
    }
    return row("money", **(usual | values))


@each_table
def test_a_table_has_the_rows_of_the_parquet(name: str, out: Path, connection: duckdb.DuckDBPyConnection) -> None:
    key = list(TABLES[name].key)
    stored = connection.table(name).df().sort_values(key, ignore_index=True)
    published = load(name, out).sort_values(key, ignore_index=True)
    assert list(stored) == list(published)
    for column in TABLES[name].columns:
        if column.type == "list<string>":
            assert list(map(list, stored[column.name])) == list(map(list, published[column.name]))
        else:
            found, expected = stored[column.name].astype(object), published[column.name].astype(object)
            assert found.where(found.notna(), None).tolist() == expected.where(expected.notna(), None).tolist()


@each_table
def test_a_table_has_its_key_and_types(name: str, connection: duckdb.DuckDBPyConnection) -> None:
    keys = connection.execute(
        "SELECT constraint_column_names FROM duckdb_constraints() "
        "WHERE constraint_type = 'PRIMARY KEY' AND table_name = ?",
        [name],
    ).fetchall()
    assert keys == [(list(TABLES[name].key),)]
    types = dict(zip(connection.table(name).columns, map(str, connection.table(name).types), strict=True))
    assert {types[column.name] for column in TABLES[name].columns if column.type == "day"} <= {"DATE"}


@each_table
def test_tables_and_columns_are_described(name: str, connection: duckdb.DuckDBPyConnection) -> None:
    said = connection.execute("SELECT comment FROM duckdb_tables() WHERE table_name = ?", [name]).fetchone()
    assert said == (TABLES[name].description,)
    comments = dict(
        connection.execute("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ?", [name]).fetchall()
    )
    for column in TABLES[name].columns:
        assert comments[column.name].startswith(column.full_description)


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_has_rows_and_a_notebook_sees_the_same(
    name: str, out: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    stored = connection.table(name).df()
    assert len(stored)
    pd.testing.assert_frame_equal(view(name, out), stored)
    (comment,) = connection.execute("SELECT comment FROM duckdb_views() WHERE view_name = ?", [name]).fetchone() or ()
    assert comment.endswith(".") and "--" not in comment


def test_views_have_columns_and_no_rows_in_a_run_without_documents(tmp_path: Path) -> None:
    out = made(tmp_path / "out")
    with duckdb.connect(str(write_database(out)), read_only=True) as connection:
        assert [connection.table(name).fetchall() for name in VIEWS] == [[]] * len(VIEWS)


def test_every_recommendation_is_tracked_once(out: Path) -> None:
    tracker, recommendations = view("recommendation_tracker", out), load("recommendations", out)
    assert tracker["recommendation_id"].tolist() == recommendations["recommendation_id"].tolist()
    assert tracker["verdict"].value_counts().to_dict() == recommendations["verdict"].value_counts().to_dict()
    addressees = load("recommendation_addressees", out).merge(load("organisations", out), on="body_id", how="left")
    addressees["who"] = addressees["name"].fillna(addressees["text"])
    asked = addressees.groupby("recommendation_id")["who"].apply(lambda names: "; ".join(sorted(set(names))))
    assert tracker.set_index("recommendation_id")["addressees"].dropna().to_dict() == asked.to_dict()


def test_the_money_of_a_programme_is_what_pandas_adds_up(out: Path) -> None:
    sums = load("money", out)
    sums = sums[sums["repeat_of"].isna() & sums["amount_max"].isna() & sums["unit_text"].isna()]
    sums = sums[sums["financial_year"].notna() & (sums["period_months"].fillna(12) <= 12)]
    sums = sums[sums["role"].isin(["funding_commitment", "funding_past", "uplift", "saving"])]
    same = ["programme_text", "financial_year", "role", "period_kind", "currency"]
    once = sums.dropna(subset="programme_text").drop_duplicates([*same, "amount", "modifier"])
    expected = once.groupby(same)["amount"].sum()
    assert len(expected)
    found = view("money_by_programme_year", out).set_index(same)["amount"]
    assert found.to_dict() == expected.to_dict()


@pytest.mark.parametrize(
    "other",
    [
        {"repeat_of": "a.txt@0:1"},
        {"amount_max": 3000.0},
        {"financial_year": None},
        {"period_months": 60},
        {"role": "rate_or_threshold"},
        {"unit_kind": "person", "unit_text": "per pupil"},
        {"doc_id": "b.txt"},
    ],
    ids=lambda other: " ".join(other),
)
def test_what_may_not_be_added_is_not_added(other: dict[str, object], tmp_path: Path) -> None:
    amount = {} if "doc_id" in other or "repeat_of" in other else {"amount": 500.0}
    out = made(tmp_path / "out", money=[money(0), money(5, **other, **amount)])
    assert view("money_by_programme_year", out)[["amount", "n_sums"]].to_dict("list") == {
        "amount": [1000.0],
        "n_sums": [1],
    }


@pytest.mark.parametrize("column", ["role", "period_kind", "currency", "financial_year", "programme_text"])
def test_what_differs_is_added_up_apart(column: str, tmp_path: Path) -> None:
    other = {
        "role": "funding_commitment",
        "period_kind": "per_year",
        "currency": "EUR",
        "financial_year": "2025-26",
        "programme_text": "Other Fund",
    }
    out = made(tmp_path / "out", money=[money(0), money(5, **{column: other[column]})])
    assert view("money_by_programme_year", out)["amount"].tolist() == [1000.0, 1000.0]


def test_the_roles_of_the_views_are_of_the_vocabulary() -> None:
    (roles,) = re.findall(r"role IN \((.*?)\)", _read_view("addable_money")[1])
    assert set(re.findall(r"'(\w+)'", roles)) < set(MONEY_ROLE)


def test_a_body_outside_the_register_counts_by_its_name(tmp_path: Path) -> None:
    named = [
        row("bodies", mention_id=f"a.txt@{start}:{start + 1}", doc_id="a.txt", canonical_name="Our Trust", kind="other")
        for start in (0, 5)
    ]
    activity = view("body_activity", made(tmp_path / "out", bodies=named))
    assert activity[["name", "kind", "n_mentions", "n_documents"]].values.tolist() == [["Our Trust", "other", 2, 1]]


def test_everything_that_needs_review_is_listed(tmp_path: Path) -> None:
    out = made(
        tmp_path / "out",
        documents=[row("documents", doc_id="a.txt", flags=["no_grammar", "number_gap"])],
        qa_pairs=[row("qa_pairs", qa_id="a.txt@0:9", doc_id="a.txt", is_question_clipped=True, is_answer_clipped=True)],
        recommendations=[
            row("recommendations", recommendation_id="a.txt@1:2/1", doc_id="a.txt", position_inferred="agrees"),
            row("recommendations", recommendation_id="a.txt@3:4/2", doc_id="a.txt", response_status="not_addressed"),
        ],
        checks=[
            row("checks", check_id="a.txt@7:8/sum", doc_id="a.txt", check_type="sum", status="conflict",
                stated_value=9.0, computed_value=10.5),
            row("checks", check_id="a.txt@9:9/sum", doc_id="a.txt", check_type="sum", status="cannot_check"),
            row("checks", check_id="a.txt@5:6/sum", doc_id="a.txt", check_type="sum", status="agree"),
        ],
        failures=[row("failures", failure_id="b.txt#/read/empty", source_path="b.txt", is_fatal=True)],
    )  # fmt: skip
    found = view("needs_review", out)
    assert sorted(found["reason"]) == [
        "figure that cannot be checked",
        "figures that conflict",
        "file not read",
        "flag of a document",
        "flag of a document",
        "position inferred, no verdict stated",
        "question or answer clipped by the source",
        "recommendation without a response",
    ]
    details = set(found["detail"].dropna())
    assert {"sum: stated 9, found 10.5", "no_grammar", "number_gap", "question, answer"} <= details
    for table, row_id in zip(found["table_name"], found["row_id"], strict=True):
        assert row_id in load(table, out)[TABLES[table].key[0]].tolist()


def test_the_database_says_which_run_it_is_of(out: Path, connection: duckdb.DuckDBPyConnection) -> None:
    (run,) = connection.table("run").fetchall()
    assert run[0] == 1
    assert run[-1] == (out / "run.json").read_text(encoding="utf-8")


def test_a_driver_of_an_earlier_duckdb_can_open_it(connection: duckdb.DuckDBPyConnection) -> None:
    (tags,) = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'ukgov'").fetchone() or ()
    assert tags["storage_version"].startswith("v1.0")


def test_the_next_run_takes_the_database_away(tmp_path: Path) -> None:
    out = made(tmp_path / "out")
    old = write_database(out).resolve()
    made(out)
    assert not (out / DATABASE).is_symlink()
    assert old.exists(), "a dashboard has it open"
    with duckdb.connect(str(write_database(out)), read_only=True) as connection:
        assert connection.table("run").fetchall()[0][0] == 2


def test_a_database_that_fails_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = made(tmp_path / "out")
    before = write_database(out).read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.database._copy_run", fail)
    with pytest.raises(OutputError, match=r"cannot write to .*: No space left on device"):
        write_database(out)
    assert (out / DATABASE).read_bytes() == before
    assert [path.name for path in (out / ".current").resolve().iterdir() if "duckdb" in path.name] == [DATABASE]


def test_what_a_killed_process_left_is_not_taken_for_a_log(tmp_path: Path) -> None:
    out = made(tmp_path / "out")
    left = (out / ".current").resolve() / f".{DATABASE}.new"
    left.mkdir()
    for name in (DATABASE, f"{DATABASE}.wal"):
        (left / name).write_bytes(b"half of it")
    with duckdb.connect(str(write_database(out)), read_only=True) as connection:
        assert connection.table("run").fetchall()
    assert not left.exists()


def test_a_file_of_a_person_is_not_replaced(tmp_path: Path) -> None:
    out = made(tmp_path / "out")
    (out / DATABASE).write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="was not made by a run and would be replaced"):
        write_database(out)
    assert (out / DATABASE).read_text(encoding="utf-8") == "mine"


def test_no_run_publishes_while_the_database_is_written(tmp_path: Path) -> None:
    out = made(tmp_path / "out")
    with writer.added(out, "x") as (_, path):
        path.touch()
        with pytest.raises(OutputError, match="another run is writing"), new_version(out):
            pass


def test_the_command_names_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = made(tmp_path / "out")
    assert main(["database", str(out)]) == 0
    assert capsys.readouterr().out == f"{out / DATABASE}\n"


@pytest.mark.parametrize("command", [["database"], ["export", "--format", "csv"]])
def test_a_run_of_an_earlier_version_is_refused(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = made(tmp_path / "out")
    shutil.rmtree((out / "checks").resolve())
    assert main([*command, str(out)]) == 2
    assert "was written by an earlier version, without checks: run it again" in capsys.readouterr().err
    assert not (out / DATABASE).exists() and not (out / "export").exists()


def test_an_unknown_view_names_those_there_are(corpus_out: Path) -> None:
    with pytest.raises(ValueError, match=r"no view 'tracker'; there are recommendation_tracker, "):
        view("tracker", corpus_out)
