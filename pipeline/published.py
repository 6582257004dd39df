"""What a folder of outputs shows now: who reads it reads one run, whatever is published meanwhile."""

from __future__ import annotations

from pathlib import Path

CURRENT = ".current"
RUN = "run.json"


def published(out: str | Path) -> Path:
    """The folder of the run that `out` shows. Raises FileNotFoundError where there is none yet."""
    try:
        return Path(out, CURRENT).resolve(strict=True)
    except FileNotFoundError:
        raise FileNotFoundError(f"no run in {out} yet: `make extract` writes one") from None


def version_of(folder: Path) -> Path:
    """The same for a folder that may be a version itself, which is then given."""
    return published(folder) if (folder / CURRENT).exists() else folder
