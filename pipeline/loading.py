"""The published tables and views as pandas data frames, for notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.published import published
from pipeline.schemas import TABLES

if TYPE_CHECKING:
    import pandas as pd


def load(table: str, out: str | Path = "outputs") -> pd.DataFrame:
    """The rows of one table of the run that `out` shows now: `load("money")`."""
    import pandas as pd  # here and not above: `import pipeline` is for the command line too

    version = published(out)
    tables = sorted(path.name for path in version.iterdir() if path.name in TABLES)
    if table not in tables:
        raise ValueError(f"no table {table!r} in {out}; there are {', '.join(tables)}")
    return pd.read_parquet(version / table)


def view(name: str, out: str | Path = "outputs") -> pd.DataFrame:
    """The rows of one view, as the database has it, of the run that `out` shows now: `view("needs_review")`.

    The views and what each has are in `pipeline/views/`. Raises ValueError for a view that is not one of them,
    UsageError for a run of an earlier version, which wrote fewer tables.
    """
    from pipeline.database import VIEWS, connect

    if name not in VIEWS:
        raise ValueError(f"no view {name!r}; there are {', '.join(VIEWS)}")
    with connect(published(out)) as connection:
        rows: pd.DataFrame = connection.table(name).df()
    return rows
