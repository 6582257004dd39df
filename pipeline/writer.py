"""Tables → files, published all at once.

    OUT/money            → .current/money          a link a table, and for datapackage.json and run.json
    OUT/.current         → .versions/7             the one link that changes: renaming it publishes every table
    OUT/.versions/7/money/part-00000.parquet …     complete before anything leads to it
    OUT/.versions/6/                               the run before, for readers that have it open
    OUT/ukgov.duckdb       → .current/ukgov.duckdb  what `added` gives a version later is shown and goes with it
    OUT/.lock                                      one run at a time

A run that fails leaves a version that nothing leads to; the next run removes it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from pipeline.columns import table_from_rows
from pipeline.datapackage import datapackage
from pipeline.published import CURRENT, RUN, published
from pipeline.schemas import TABLES

Rows = Mapping[str, Sequence[tuple[Any, ...]]]

VERSIONS = ".versions"
DATAPACKAGE = "datapackage.json"

# Spelled out, so that a new pyarrow with other defaults does not change the bytes of a run.
_PARQUET = {
    "version": "2.6",
    "data_page_version": "1.0",
    "compression": "zstd",
    "compression_level": 3,
    "use_dictionary": True,
    "write_statistics": True,
    "row_group_size": 1 << 20,
    "store_schema": True,
}


class OutputError(Exception):
    """The output folder cannot be written; the message is one line for the person who named it."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version being written. A worker needs nothing else to write its parts."""

    out: Path
    number: int

    @property
    def path(self) -> Path:
        return self.out / VERSIONS / str(self.number)

    def write_part(self, part: int, rows: Rows) -> None:
        """Part `part` of every table; a table that is not in `rows` has none there, and is written all the same."""
        if unknown := rows.keys() - TABLES.keys():
            raise ValueError(f"no such table: {', '.join(sorted(unknown))}")
        self._write(part, {name: rows.get(name, ()) for name in TABLES})

    def write_whole(self, rows: Rows) -> None:
        """All rows of some tables that are made over the whole corpus, in place of the first part, which has none."""
        self._write(0, rows)

    def _write(self, part: int, rows: Rows) -> None:
        with _explained(self.out):
            for name, its in rows.items():
                arrow = table_from_rows(TABLES[name], its)
                with (self.path / name / f"part-{part:05}.parquet").open("wb") as file:
                    pq.write_table(arrow, file, **_PARQUET)
                    _sync(file)


@contextmanager
def new_version(out: Path) -> Iterator[Version]:
    """A version to write, with `out` locked until the end. What readers see changes with `publish` alone."""
    with _explained(out):
        if out.exists() and not out.is_dir():
            raise OutputError(f"cannot write to {out}: it is not a folder")
        out.mkdir(parents=True, exist_ok=True)
    with _locked(out):
        with _explained(out):
            _refuse_strangers(out, CURRENT, *_names())
            _tidy(out)
            version = Version(out, _current(out) + 1)
            for name in TABLES:
                (version.path / name).mkdir(parents=True)
        yield version


def publish(version: Version, sources: Iterable[Mapping[str, str]], run: Mapping[str, object]) -> None:
    """Make the version what readers see, with its `datapackage.json` and `run.json`; all of it or nothing."""
    out, path = version.out, version.path
    tables = [path / name for name in TABLES]
    with _explained(out):
        if not any(tables[0].iterdir()):
            version.write_part(0, {})
        parts = sorted(part.name for part in tables[0].iterdir())
        _write_json(path / DATAPACKAGE, datapackage(parts, sources))
        _write_json(path / RUN, run)
        for folder in (*tables, path, path.parent):
            _sync_folder(folder)

        # Links to new tables come first: they lead nowhere until the rename, which then brings every table at once.
        for name in _names():
            _link(out, name)
        new = out / f"{CURRENT}.new"
        new.unlink(missing_ok=True)
        new.symlink_to(Path(VERSIONS, str(version.number)))
        new.replace(out / CURRENT)
        _sync_folder(out)
        _tidy(out)


@contextmanager
def added(out: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """For a file or folder more in the version that is published, shown as `out/name`: the version, to read from, and
    the path to write, which takes the place of an earlier one when the block ends without an error.

    `name` may be in a folder, `export/csv`. Raises FileNotFoundError where nothing is published.
    """
    published(out)
    with _locked(out):
        version = published(out)
        top = Path(name).parts[0]
        target = version / name
        work = target.with_name(f".{target.name}.new")  # a folder, for what else may be left beside the path
        with _explained(out):
            _refuse_strangers(out, top)
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir(parents=True)
            try:
                yield version, work / target.name
                if target.is_dir():
                    shutil.rmtree(target)
                (work / target.name).replace(target)
            finally:
                shutil.rmtree(work)
            _sync_folder(target.parent)
            _link(out, top)


def _names() -> tuple[str, ...]:
    return (*TABLES, DATAPACKAGE, RUN)


def _current(out: Path) -> int:
    """Number of the published version, 0 before the first."""
    link = out / CURRENT
    return int(link.readlink().name) if link.is_symlink() else 0


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    lock = FileLock(out / ".lock", timeout=0)
    with _explained(out):
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _link(out: Path, name: str) -> None:
    if not (out / name).is_symlink():
        (out / name).symlink_to(Path(CURRENT, name))


def _is_ours(path: Path) -> bool:
    """Whether it is a link that a run made. Nothing else in the output folder is ever replaced or removed."""
    if not path.is_symlink():
        return False
    target = path.readlink()
    if path.name == CURRENT:
        return target.parent == Path(VERSIONS) and target.name.isdecimal()
    return target == Path(CURRENT, path.name)


def _refuse_strangers(out: Path, *names: str) -> None:
    for path in (out / name for name in names):
        if (path.exists() or path.is_symlink()) and not _is_ours(path):
            raise OutputError(f"{path} was not made by a run and would be replaced: move it away")


def _tidy(out: Path) -> None:
    """Keep the published version and the one before; remove others, and links to tables that are no longer written."""
    current = _current(out)
    versions = {int(path.name): path for path in (out / VERSIONS).glob("*") if path.name.isdecimal()}
    before = max((number for number in versions if number < current), default=current)
    for number, path in versions.items():
        if number not in (before, current):
            shutil.rmtree(path)
    for path in out.iterdir():
        if path.name != CURRENT and _is_ours(path) and not path.exists():
            path.unlink()


def _write_json(path: Path, value: Mapping[str, object]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(value, file, ensure_ascii=False, indent=2, sort_keys=True)
        file.write("\n")
        _sync(file)


def _sync(file: IO[Any]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _explained(out: Path) -> Iterator[None]:
    """What the operating system says, as one line about the output folder."""
    try:
        yield
    except Timeout as error:
        raise OutputError(f"another run is writing to {out}: wait until it ends") from error
    except OSError as error:
        raise OutputError(f"cannot write to {out}: {error.strerror or error}") from error
