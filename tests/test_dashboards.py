"""Every SQL statement of docs/dashboards.md runs against the database of `corpus/` and has rows."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline.database import VIEWS, write_database

PAGE = (Path(__file__).parent.parent / "docs" / "dashboards.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sql\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.fixture(scope="module")
def connection(corpus_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    out = tmp_path_factory.mktemp("dashboards") / "outputs"
    shutil.copytree(corpus_out, out, symlinks=True)
    with duckdb.connect(str(write_database(out)), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("sql", BLOCKS, ids=lambda sql: " ".join(sql.split()[:6]))
def test_a_statement_has_rows(
    sql: str, connection: duckdb.DuckDBPyConnection, corpus_out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus_out.parent)
    assert connection.execute(sql).fetchall()


def test_every_view_is_on_the_page() -> None:
    assert all(f"| `{name}` |" in PAGE for name in VIEWS)
    assert len(BLOCKS) > 8
