"""A published table as a pandas data frame, for notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def load(table: str, out: str | Path = "outputs") -> pd.DataFrame:
    """The rows of one table of the run that `out` shows now: `load("money")`."""
    import pandas as pd  # here and not above: `import pipeline` is for the command line too

    from pipeline.writer import CURRENT

    try:
        version = Path(out, CURRENT).resolve(strict=True)
    except FileNotFoundError:
        raise FileNotFoundError(f"no run in {out} yet: `make extract` writes one") from None
    tables = sorted(path.name for path in version.iterdir() if path.is_dir())
    if table not in tables:
        raise ValueError(f"no table {table!r} in {out}; there are {', '.join(tables)}")
    return pd.read_parquet(version / table)
