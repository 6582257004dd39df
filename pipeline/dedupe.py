"""Near-identical answers over the whole corpus: the tables `answer_clusters` and `answer_cluster_members`.

It reads the parts that the workers have written, and only the columns it needs; the order of the answers, the cut
into parts and the number of workers change nothing. Nothing is dropped: an answer that is like no other is a cluster.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from extractors.records import record
from pipeline.clusters.changes import Value, changed_values, date_value, money_value, numbers
from pipeline.clusters.near import near_identical, normalised, similarities
from pipeline.clusters.statements import Answer, kind_of
from pipeline.parts import read_rows
from pipeline.tables.base import Row, row
from pipeline.writer import Version

_NOT_COMPARED = ("unanswered", "holding")
_VALUES = {"money": ("currency", "amount", "amount_max"), "dates": ("value_start", "value_end")}
_MAKE = {"money": money_value, "dates": date_value}


@record()
class Cluster:
    """Near-identical answers, the canonical one first."""

    kind: str
    n_statements: int
    answers: tuple[Answer, ...]
    texts: tuple[str, ...]
    similarities: tuple[float, ...]

    @property
    def is_clipped(self) -> bool:
        return bool(self.answers[0].is_answer_clipped)

    @property
    def n_distinct(self) -> int:
        return len(set(self.texts))


@record()
class Deduped:
    """How many rows were written a table, and how many statements had been made before."""

    n_rows: Counter[str]
    n_again: int


def dedupe(version: Version, threshold: float) -> Deduped:
    """Compares all answers that the version holds and writes its two tables."""
    clusters = clusters_of(list(_answers(version)), threshold)
    changing = {one.qa_id: one for cluster in clusters if cluster.n_distinct > 1 for one in cluster.answers}
    rows = _rows(clusters, _values(version, changing))
    version.write_whole(rows)
    n_rows = Counter({name: len(table) for name, table in rows.items()})
    return Deduped(n_rows, sum(cluster.n_statements - 1 for cluster in clusters))


def clusters_of(answers: Sequence[Answer], threshold: float) -> list[Cluster]:
    """The clusters by their ids; clipped answers, of which only the beginning is known, are held against their like."""
    groups: dict[tuple[bool, int], list[tuple[Answer, str]]] = defaultdict(list)
    for is_clipped in (False, True):
        texts: dict[str, list[Answer]] = defaultdict(list)
        for one in answers:
            if bool(one.is_answer_clipped) == is_clipped:
                texts[normalised(one.answer_text)].append(one)
        for (text, same), group in zip(texts.items(), near_identical(list(texts), threshold), strict=True):
            groups[is_clipped, int(group)] += [(one, text) for one in same]
    return sorted(map(_cluster, groups.values()), key=lambda cluster: cluster.answers[0].qa_id)


def _cluster(members: Sequence[tuple[Answer, str]]) -> Cluster:
    answers, texts = zip(*sorted(members, key=lambda member: member[0].order), strict=True)
    alike = similarities([texts[0]] * len(texts), texts).tolist() if len(texts) > 1 else [100.0]
    return Cluster(*kind_of(answers), answers, texts, tuple(alike))


def _answers(version: Version) -> Iterator[Answer]:
    columns = [field.name for field in fields(Answer) if field.name != "place"]
    for place, read in enumerate(read_rows(version.path / "qa_pairs", [*columns, "answer_status"])):
        if read.pop("answer_status") not in _NOT_COMPARED and read["answer_text"] is not None:
            yield Answer(place=place, **read)


def _values(version: Version, answers: Mapping[str, Answer]) -> dict[str, list[Value]]:
    """The amounts, dates and numbers in each of some answers."""
    found: dict[str, list[Value]] = {qa_id: [] for qa_id in answers}
    for table, columns in _VALUES.items():
        for read in (
            read_rows(version.path / table, ["qa_id", "char_start", "char_end", "text", *columns]) if answers else ()
        ):
            answer = answers.get(read["qa_id"])
            if answer and read["char_start"] >= answer.answer_char_start:
                found[answer.qa_id].append(_MAKE[table](read))
    for qa_id, one in answers.items():
        found[qa_id] += [*numbers(one.answer_text, one.answer_char_start, found[qa_id])]
    return found


def _rows(clusters: Sequence[Cluster], values: Mapping[str, Sequence[Value]]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {"answer_clusters": [], "answer_cluster_members": []}
    for cluster in clusters:
        members = _members(cluster, values)
        has_change = any(member["changed_values"] for member in members)
        rows["answer_clusters"].append(_cluster_row(cluster, has_change))
        rows["answer_cluster_members"] += [row("answer_cluster_members", member) for member in members]
    return rows


def _members(cluster: Cluster, values: Mapping[str, Sequence[Value]]) -> list[dict[str, Any]]:
    canonical = cluster.answers[0]
    members = []
    for one, text, similarity in zip(cluster.answers, cluster.texts, cluster.similarities, strict=True):
        is_same = text == cluster.texts[0]
        members.append(
            {
                "answer_cluster_id": canonical.qa_id,
                "qa_id": one.qa_id,
                "similarity": similarity,
                "is_canonical": one is canonical,
                "is_exact": None if cluster.is_clipped else is_same,
                "changed_values": [] if is_same else changed_values(values[canonical.qa_id], values[one.qa_id]),
            }
        )
    return sorted(members, key=lambda member: str(member["qa_id"]))


def _cluster_row(cluster: Cluster, has_change: bool) -> Row:
    answers = cluster.answers
    days = [one.date_answered for one in answers if one.date_answered]
    values = {
        "answer_cluster_id": answers[0].qa_id,
        "kind": cluster.kind,
        "canonical_qa_id": answers[0].qa_id,
        "n_members": len(answers),
        "n_statements": cluster.n_statements,
        "n_distinct_texts": cluster.n_distinct,
        "n_clipped": len(answers) if cluster.is_clipped else 0,
        "min_similarity": min(cluster.similarities),
        "first_answered_on": min(days, default=None),
        "last_answered_on": max(days, default=None),
        "answering_body_names": sorted({one.answering_body_name for one in answers if one.answering_body_name}),
        "has_material_change": has_change,
    }
    return row("answer_clusters", values)
