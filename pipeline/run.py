"""A run from the corpus to the published tables, with the record of it that becomes `run.json`."""

from __future__ import annotations

import hashlib
import os
import platform
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.corpus import Inputs
from pipeline.dedupe import Deduped, dedupe
from pipeline.documents import Failure
from pipeline.garbage import put_off
from pipeline.schemas import SCHEMA_VERSION
from pipeline.workers import Report, parts, work
from pipeline.writer import new_version, publish

STAGES = ("read", "segment", "extract", "link", "dedupe", "checks", "write", "total")
_VERSIONED = ("ukgov-extract", "spacy", "pyarrow", "numpy", "ahocorasick-rs", "rapidfuzz", "rensa")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. `in_no_layout` are the documents with the flag `no_grammar`; `seconds` a stage are summed over
    workers, `total` is by the clock; `rules` are counts a group: `cues`, `windows`, `matches`, and `share_tokenised` of
    the characters read, each counted anew for every rule that tokenises it; `layouts` a layout: `documents`, the lines
    of them that it explains and that the next best does, and how many were close calls."""

    version: int
    n_documents: int
    n_characters: int
    rows: dict[str, int]
    n_answers_again: int
    failures: tuple[Failure, ...]
    in_no_layout: tuple[str, ...]
    left_out: dict[str, int]
    seconds: dict[str, float]
    rules: dict[str, dict[str, float]]
    layouts: dict[str, dict[str, int]]


def run(
    inputs: Inputs, out: Path, config: Config, workers: int | None, progress: Callable[[int, int], None]
) -> Outcome:
    """Reads, extracts, writes and publishes; `progress` is told the bytes done and in all, after each part."""
    begun = time.perf_counter()
    jobs = parts(inputs.sources, config)
    n_bytes = sum(source.n_bytes for job in jobs for source in job)
    reports: list[Report] = []
    progress(0, n_bytes)
    with new_version(out) as version:
        for report in work(version, jobs, config, workers):
            reports.append(report)
            progress(sum(one.n_bytes for one in reports), n_bytes)
        at = time.perf_counter()
        with put_off():
            deduped = dedupe(version, config.near_identical_from)
        seconds = {"dedupe": time.perf_counter() - at, "total": time.perf_counter() - begun}
        outcome = _outcome(inputs, version.number, reports, deduped, seconds)
        publish(version, _sources(reports), _record(inputs, config, workers, reports, outcome))
    return outcome


def _outcome(
    inputs: Inputs, number: int, reports: Sequence[Report], deduped: Deduped, seconds: dict[str, float]
) -> Outcome:
    n_characters = sum(report.n_characters for report in reports)
    spent = {stage: sum(report.seconds.get(stage, 0.0) for report in reports) for stage in STAGES} | seconds
    rules = _summed([report.rules for report in reports])
    layouts = _summed([report.layouts for report in reports])
    return Outcome(
        version=number,
        n_documents=sum(report.n_documents for report in reports),
        n_characters=n_characters,
        rows=dict(sum((report.rows for report in reports), Counter[str]()) + deduped.n_rows),
        n_answers_again=deduped.n_again,
        failures=tuple(failure for report in reports for failure in report.failures),
        in_no_layout=tuple(doc_id for report in reports for doc_id in report.in_no_layout),
        left_out=dict(inputs.left_out),
        seconds={stage: round(spent[stage], 3) for stage in STAGES},
        rules={name: _share(counts, n_characters) for name, counts in sorted(rules.items())},
        layouts={name: dict(counts) for name, counts in sorted(layouts.items())},
    )


def _summed(found: Sequence[Mapping[str, Counter[str]]]) -> dict[str, Counter[str]]:
    """The counts of all parts, a name each."""
    sums: dict[str, Counter[str]] = {}
    for counts_of in found:
        for name, counts in counts_of.items():
            sums.setdefault(name, Counter()).update(counts)
    return sums


def _share(counts: Counter[str], n_characters: int) -> dict[str, float]:
    share = counts["tokenised"] / n_characters if n_characters else 0.0
    return {name: counts[name] for name in ("cues", "windows", "matches")} | {"share_tokenised": round(share, 4)}


def _sources(reports: Sequence[Report]) -> list[dict[str, str]]:
    """The licences that the manifest states, for the data package."""
    return [
        {"title": publisher or licence, "licence": licence}
        for licence, publisher in sorted({one for report in reports for one in report.licences})
    ]


def _record(
    inputs: Inputs, config: Config, workers: int | None, reports: Sequence[Report], outcome: Outcome
) -> dict[str, Any]:
    """`run.json`: equal for equal input and configuration, but for `seconds` and `machine`."""
    digest = hashlib.sha256(b"".join(report.digest for report in reports))
    rows = outcome.rows
    return {
        "schema_version": SCHEMA_VERSION,
        "versions": {name: version_of(name) for name in _VERSIONED},
        "configuration": config.model_dump(),
        "input": {"sha256": digest.hexdigest(), "files": len(inputs.sources), "left_out": outcome.left_out},
        "counts": {
            "read": {"in": len(inputs.sources), "out": outcome.n_documents, "failed": rows.get("failures", 0)},
            "segment": {"in": outcome.n_documents, "out": rows.get("segments", 0)},
            "extract": {"in": outcome.n_characters, "out": rows.get("money", 0)},
            "dedupe": {"in": rows.get("answer_cluster_members", 0), "out": rows.get("answer_clusters", 0)},
            "write": {"in": sum(rows.values()), "out": rows},
        },
        "rules": outcome.rules,
        "layouts": outcome.layouts,
        "seconds": outcome.seconds,
        "machine": {
            "python": platform.python_version(),
            "platform": platform.platform(),
            "cpus": os.cpu_count(),
            "workers": workers,
        },
        "failures": [asdict(failure) for failure in outcome.failures],
    }
