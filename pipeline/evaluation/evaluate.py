"""An output folder against gold: how much is right, and what exactly is not.

report = evaluate(Path("outputs"), Path("corpus/gold"))
print(report)
print(misses_text(report.misses()))
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.evaluation.gold import Row, Spec, read_gold, right_fields
from pipeline.evaluation.gold_specs import SPECS
from pipeline.evaluation.misses import Miss, misses
from pipeline.evaluation.pairing import paired
from pipeline.evaluation.score_text import details_text, summary_text
from pipeline.evaluation.scores import Pair, TableScore, ends
from pipeline.published import version_of
from pipeline.schemas import TABLES


@dataclass(frozen=True, slots=True)
class Report:
    """Scores of the tables that have gold and are in the output; what could not be scored is named."""

    tables: tuple[TableScore, ...]
    documents: Mapping[str, str]
    missing_documents: tuple[str, ...]
    missing_tables: tuple[str, ...]

    def misses(self) -> list[Miss]:
        return [miss for score in self.tables for miss in misses(score, SPECS_BY_TABLE[score.table], self.documents)]

    def summary(self) -> str:
        return summary_text(self.tables, len(self.documents), self.missing_documents, self.missing_tables)

    def details(self) -> str:
        return details_text(self.tables)

    def __str__(self) -> str:
        return "\n\n".join(filter(None, (self.summary(), self.details())))


SPECS_BY_TABLE = {spec.table: spec for spec in SPECS}


def evaluate(out: Path, gold: Path) -> Report:
    """Scores over every document that a gold file names and the output holds.

    A document named in one gold file counts for all of them: the press story without a question has no row in
    `qa_pairs.jsonl`, and a question found in it is wrong.
    """
    annotated = read_gold(gold)
    out = version_of(out)
    names = sorted({row["doc_id"] for rows in annotated.values() for row in rows})
    texts = {row["doc_id"]: row["document_text"] for row in _read(out, names, "documents")}
    wanted = [spec for spec in SPECS if spec.table in annotated]
    for spec in wanted:
        _check_text(annotated[spec.table], texts)
    built = [spec for spec in wanted if (out / spec.table).exists()]
    ignored = annotated.get("ignore", [])
    return Report(
        tables=tuple(_score(spec, annotated[spec.table], ignored, texts, out) for spec in built),
        documents=texts,
        missing_documents=tuple(name for name in names if name not in texts),
        missing_tables=tuple(spec.table for spec in wanted if spec not in built),
    )


def _score(spec: Spec, gold: Sequence[Row], ignored: Sequence[Row], docs: Collection[str], out: Path) -> TableScore:
    read = partial(_read, out, docs)
    found = spec.found(read) if spec.found else read(spec.table)
    gold = [spec.placed(row) for row in gold]
    if spec.joined:
        spec.joined(found, read)
    found_in, gold_in, ignored_in = _by_document(found), _by_document(gold), _by_document(ignored)
    pairs: list[Pair] = []
    n_optional = n_ignored = 0
    for doc in sorted(docs):
        for pair in _pairs(doc, spec, found_in[doc], gold_in[doc]):
            if pair.gold is not None and pair.gold.get("optional"):
                n_optional += 1
            elif pair.gold is None and pair.found is not None and _is_inside(pair.found, ignored_in[doc]):
                n_ignored += 1
            else:
                pairs.append(pair)
    return TableScore(spec.table, tuple(pairs), n_optional, n_ignored)


def _pairs(doc: str, spec: Spec, found: Sequence[Row], gold: Sequence[Row]) -> list[Pair]:
    matched = paired([ends(row) for row in found], [ends(row) for row in gold])
    pairs = []
    for i, j in matched:
        right = right_fields(gold[j], found[i], spec)
        is_value_right = all(right.get(field.name, True) for field in spec.value)
        pairs.append(Pair(doc, gold[j], found[i], right, is_value_right))
    used_found, used_gold = {i for i, _ in matched}, {j for _, j in matched}
    pairs += [Pair(doc, None, row, {}) for i, row in enumerate(found) if i not in used_found]
    pairs += [Pair(doc, row, None, {}) for j, row in enumerate(gold) if j not in used_gold]
    return sorted(pairs, key=lambda pair: ends(pair.gold or pair.found or {}))


def _is_inside(row: Row, spans: Sequence[Row]) -> bool:
    start, end = ends(row)
    return any(span["start"] <= start and end <= span["end"] for span in spans)


def _by_document(rows: Sequence[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["doc_id"]].append(row)
    return groups


def _read(out: Path, docs: Collection[str], table: str) -> list[dict[str, Any]]:
    if not docs:
        return []
    has_documents = any(column.name == "doc_id" for column in TABLES[table].columns)
    filters = [("doc_id", "in", list(docs))] if has_documents else None
    rows: list[dict[str, Any]] = pq.read_table(out / table, filters=filters).to_pylist()
    return rows


def _check_text(rows: Sequence[Row], texts: Mapping[str, str]) -> None:
    """A document that is not the one that was annotated would score near nothing, and look like bad rules."""
    for row in rows:
        text = texts.get(row["doc_id"])
        if text is not None and "text" in row and text[row["start"] : row["end"]] != row["text"]:
            raise ValueError(
                f"{row['doc_id']} is not the text that was annotated: no {row['text']!r} at {row['start']}"
            )
