"""Parts of the output → processes. A worker is sent the files of a part and writes that part of every table itself;
only counts come back, since sending rows between processes costs more than a second core gives."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat

from pipeline.config import Config
from pipeline.documents import Failure, Source
from pipeline.garbage import put_off
from pipeline.readers import cut
from pipeline.stages import Part, work_through
from pipeline.tables import register_rows, rows_of
from pipeline.writer import Version

# Starting a process costs about as much as working through this much text.
_WORTH_A_PROCESS = 8_000_000


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one part: the counts and times that `run.json` is made of."""

    n_bytes: int
    n_documents: int
    n_characters: int
    licences: tuple[tuple[str, str], ...]
    digest: bytes
    rows: Counter[str]
    failures: tuple[Failure, ...]
    in_no_layout: tuple[str, ...]
    seconds: dict[str, float]
    rules: dict[str, Counter[str]]
    layouts: dict[str, Counter[str]]


def parts(sources: Sequence[Source], config: Config) -> list[tuple[Source, ...]]:
    """The sources, long ones in pieces, as parts by their sizes alone: the number of workers changes nothing."""
    found: list[list[Source]] = []
    filled = config.part_bytes
    for source in sources:
        for piece in cut(source, config.part_bytes, config.max_document_bytes):
            if filled >= config.part_bytes:
                found.append([])
                filled = 0
            found[-1].append(piece)
            filled += piece.n_bytes
    return [tuple(part) for part in found]


def work(version: Version, jobs: Sequence[tuple[Source, ...]], config: Config, workers: int | None) -> Iterator[Report]:
    """Works through all parts and gives their reports in order; `workers` None = as many as are worth starting."""
    numbers = range(len(jobs))
    if workers is None:
        n_bytes = sum(source.n_bytes for part in jobs for source in part)
        workers = min(os.cpu_count() or 1, 1 + n_bytes // _WORTH_A_PROCESS)
    if min(workers, len(jobs)) <= 1:
        yield from map(_work_one, numbers, jobs, repeat(version), repeat(config))
        return
    # Spawned, not forked: a fork copies locks of threads that numpy and pyarrow hold.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=context) as pool:
        try:
            yield from pool.map(_work_one, numbers, jobs, repeat(version), repeat(config))
        except BaseException:  # else Ctrl-C, or one part that fails, would wait until the others are done
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _work_one(number: int, sources: Sequence[Source], version: Version, config: Config) -> Report:
    with put_off():  # what is found in a part lives until it is written
        return _written(number, sources, version, config)


def _written(number: int, sources: Sequence[Source], version: Version, config: Config) -> Report:
    part = work_through(sources, config)
    with part.stage("link"):
        rows = rows_of(part.documents, part.failures)
        rows |= register_rows() if number == 0 else {}
    with part.stage("write"):
        version.write_part(number, rows)
    return Report(
        n_bytes=sum(source.n_bytes for source in sources),
        n_documents=len(part.documents),
        n_characters=sum(len(worked.document.text) for worked in part.documents),
        licences=tuple(sorted(_licences(part))),
        digest=_digest(part),
        rows=Counter({name: len(table) for name, table in rows.items()}),
        failures=tuple(part.failures),
        in_no_layout=tuple(one.document.doc_id for one in part.documents if "no_grammar" in one.reading.flags),
        seconds=part.seconds,
        rules=part.rules,
        layouts=part.layouts,
    )


def _licences(part: Part) -> set[tuple[str, str]]:
    stated = (worked.document.stated for worked in part.documents)
    return {(one["licence"], one.get("publisher_name", "")) for one in stated if one.get("licence")}


def _digest(part: Part) -> bytes:
    """A digest of what was read: the names and texts of the documents, the names of the files that failed."""
    digest = hashlib.sha256()
    for worked in part.documents:
        digest.update(f"{worked.document.doc_id}\0{worked.document.text}\0".encode("utf-8", "surrogatepass"))
    for failure in part.failures:
        digest.update(f"{failure.source_path}\0{failure.error_type}\0".encode("utf-8", "surrogatepass"))
    return digest.digest()
