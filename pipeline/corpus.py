"""What is to be read: the files of a run in order, with what `manifest.csv` states of them.

The rules are the contract's rows "input", "manifest" and "ids". A folder is read with everything below it; what is
left out is counted by reason, a folder that is left out as one. A file that is named by itself is always read.
"""

from __future__ import annotations

import csv
import fnmatch
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from extractors.calendar import iso_date
from pipeline.documents import Source
from pipeline.errors import UsageError
from pipeline.vocabularies import DOCUMENT_TYPE

MANIFEST = "manifest.csv"
STATED = (
    "title",
    "published_on",
    "publisher_name",
    "source_url",
    "licence",
    "document_type",
    "report_title",
    "recommender_name",
)
# The first that fits counts. Capitals matter, so that the same files are read on every machine.
_LEFT_OUT_NAMES = {
    "hidden": (".*", "_*"),
    "about_the_corpus": ("README*", "LICENCE*", "NOTICE*"),
    "manifest": (MANIFEST,),
    "corrections": ("corrections.csv",),
    "configuration": ("*.toml",),
}


@dataclass(frozen=True, slots=True)
class Inputs:
    """The sources in code-point order of their `source_path`, and what was left out, counted by reason."""

    sources: tuple[Source, ...]
    left_out: Mapping[str, int]


def find_sources(paths: Sequence[Path]) -> Inputs:
    """The sources under folders and in single files; `UsageError` for a path, a manifest or two names that clash."""
    sources: list[Source] = []
    left_out: Counter[str] = Counter()
    for path in paths:
        if path.is_dir():
            found = [_source(file, file.relative_to(path).as_posix()) for file in _files(path, left_out)]
            sources += _with_manifest(path, found)
        elif path.is_file():
            sources.append(_source(path, path.name))
        else:
            raise UsageError(f"{path}: no such file or folder")
    sources.sort(key=lambda source: source.source_path)
    for one, next_one in pairwise(sources):
        if one.doc_id == next_one.doc_id:
            raise UsageError(f"{one.path} and {next_one.path} would both be the document {one.doc_id}")
    return Inputs(tuple(sources), dict(sorted(left_out.items())))


def identity(path: str) -> str:
    """A relative path as an id: NFC, with `#`, `@`, `%` and bytes that are no UTF-8 percent-encoded."""

    def encoded(found: re.Match[str]) -> str:
        return "".join(f"%{byte:02X}" for byte in os.fsencode(found[0]))

    return unicodedata.normalize("NFC", re.sub(r"[#@%\ud800-\udfff]", encoded, path))


def _files(folder: Path, left_out: Counter[str]) -> Iterator[Path]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        raise UsageError(f"{folder}: the folder cannot be listed ({error.strerror})") from error
    for entry in entries:
        if reason := _reason_to_leave_out(entry):
            left_out[reason] += 1
        elif entry.is_dir():
            yield from _files(Path(entry.path), left_out)
        else:
            yield Path(entry.path)


def _reason_to_leave_out(entry: os.DirEntry[str]) -> str | None:
    for reason, patterns in _LEFT_OUT_NAMES.items():
        if any(fnmatch.fnmatchcase(entry.name, pattern) for pattern in patterns):
            return reason
    if entry.is_symlink():
        return "symbolic_link"
    if entry.is_dir():
        return "gold" if entry.name == "gold" else None
    return None if entry.is_file() else "not_a_file"  # a pipe or a socket would never end


def _source(path: Path, relative: str) -> Source:
    return Source(identity(relative), identity(relative), path, path.stat().st_size)


def _with_manifest(folder: Path, sources: list[Source]) -> list[Source]:
    """The sources with the filled cells of the manifest; of two rows for one file the later one wins."""
    stated: dict[str, dict[str, str]] = {source.source_path: {} for source in sources}
    manifest = folder / MANIFEST
    if manifest.is_file():
        for where, row in _rows(manifest):
            for source_path in _named(folder, row, stated, where):
                stated[source_path] |= {column: row[column] for column in STATED if row.get(column)}
    return [replace(source, stated=stated[source.source_path]) for source in sources]


def _named(folder: Path, row: Mapping[str, str], known: Container[str], where: str) -> list[str]:
    """The source paths that the row's `path` or `glob` stands for, at least one."""
    if row.get("path"):
        asked, named = row["path"], [identity(row["path"])]
    elif row.get("glob"):
        asked, named = row["glob"], _matching(folder, row["glob"], where)
    else:
        raise UsageError(f"{where}: neither path nor glob is filled")
    if not (found := [path for path in named if path in known]):
        raise UsageError(f"{where}: no document is called {asked}")
    return found


def _matching(folder: Path, glob: str, where: str) -> list[str]:
    try:
        return [identity(path.relative_to(folder).as_posix()) for path in folder.glob(glob)]
    except (ValueError, NotImplementedError) as error:  # an empty pattern; one from the root, which pathlib refuses
        raise UsageError(f"{where}: {glob} is no pattern of relative paths ({error})") from error


def _rows(manifest: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with its place (file and line) for messages; cells trimmed and checked."""
    try:
        with manifest.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _check_header(reader.fieldnames or (), f"{manifest}, line 1")
            for row in reader:
                where = f"{manifest}, line {reader.line_num}"
                if None in row:
                    raise UsageError(f"{where}: more cells than columns")
                cells = {column: (cell or "").strip() for column, cell in row.items()}
                _check(cells, where)
                yield where, cells
    except UnicodeDecodeError as error:
        raise UsageError(f"{manifest}: not UTF-8 (save it as UTF-8)") from error
    except csv.Error as error:
        raise UsageError(f"{manifest}, line {reader.reader.line_num}: {error}") from error
    except OSError as error:
        raise UsageError(f"{manifest}: cannot be read ({error.strerror})") from error


def _check_header(columns: Sequence[str], where: str) -> None:
    for column in columns:
        if column not in {"path", "glob", *STATED}:
            raise UsageError(f"{where}: unknown column {column!r}")
        if columns.count(column) > 1:
            raise UsageError(f"{where}: two columns are called {column!r}")


def _check(cells: Mapping[str, str], where: str) -> None:
    published_on, document_type = cells.get("published_on"), cells.get("document_type")
    if published_on and iso_date(published_on) is None:
        raise UsageError(f"{where}: published_on {published_on!r} is not 2025-03-19, 2025-03 or 2025")
    if document_type and document_type not in DOCUMENT_TYPE:
        raise UsageError(f"{where}: document_type {document_type!r} is none of {', '.join(DOCUMENT_TYPE)}")
