"""The gold of `corpus/`: as rows of an output it is all right, so that every field of it has its column."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from test_evaluate import write_gold

from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.documents import Document
from pipeline.evaluation.evaluate import evaluate
from pipeline.evaluation.gold_specs import SPECS
from pipeline.readers import read
from pipeline.schemas import TABLES
from pipeline.writer import new_version, publish

ROOT = Path(__file__).parent.parent
Row = dict[str, Any]


def test_our_own_gold_held_against_itself_is_all_right(tmp_path: Path) -> None:
    """Published as a run publishes, links and all: every field of the gold has its column."""
    folder = ROOT / "corpus" / "gold"
    names = [spec.table for spec in SPECS if (folder / f"{spec.table}.jsonl").exists()]
    rows = {name: _lines(folder / f"{name}.jsonl") for name in names}
    documents = sorted({row["doc_id"] for table in rows.values() for row in table})
    read_in = [one for source in find_sources([ROOT / "corpus"]).sources for one in read(source, Config())]
    texts = {one.doc_id: one.text for one in read_in if isinstance(one, Document) and one.doc_id in documents}
    tables: dict[str, list[Row]] = {
        "documents": [{"doc_id": name, "document_text": text} for name, text in texts.items()],
        "money": [_as_money(row) for row in rows["money"]],
        "dates": [_as_mention(row) for row in rows["dates"]],
        "bodies": [_as_mention(row) for row in rows["bodies"]],
        "qa_pairs": [_as_question(row) for row in rows["qa_pairs"]],
        "question_parts": [part for row in rows["qa_pairs"] for part in _as_parts(row)],
        "recommendations": [_as_recommendation(row) for row in rows["recommendations"]],
        "recommendation_addressees": [one for row in rows["recommendations"] for one in _as_addressees(row)],
        "recommendation_parts": [part for row in rows["recommendations"] for part in _as_parts_of_one(row)],
    }
    with new_version(tmp_path / "out") as version:
        version.write_part(0, {name: [_tuple(name, row) for row in found] for name, found in tables.items()})
        publish(version, [], {})
    report = evaluate(tmp_path / "out", write_gold(tmp_path / "gold", **rows))
    assert report.misses() == []
    assert {score.table: score.criteria["exact span + value"].f1 for score in report.tables} == dict.fromkeys(rows, 1)


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _as_money(row: Row) -> Row:
    first = row["repeat_of_start"]
    numbers = {name: None if row[name] is None else float(row[name]) for name in ("amount", "amount_max")}
    days = {name: row[name] and dt.date.fromisoformat(row[name]) for name in ("period_start", "period_end")}
    span = {"char_start": row["start"], "char_end": row["end"], "mention_id": f"{row['doc_id']}@{row['start']}"}
    repeat = None if first is None else f"{row['doc_id']}@{first}:{first + 1}"
    return {**row, **numbers, **days, **span, "repeat_of": repeat, "rule": "gold"}


def _as_mention(row: Row) -> Row:
    days = {name: row[name] and dt.date.fromisoformat(row[name]) for name in row.keys() & {"value_start", "value_end"}}
    span = {"char_start": row["start"], "char_end": row["end"], "mention_id": f"{row['doc_id']}@{row['start']}"}
    return {**row, **days, **span, "rule": "gold"}


def _as_question(row: Row) -> Row:
    spans = {
        "char_start": row["start"],
        "char_end": row["end"],
        **{f"{part}_char_{end}": row[f"{part}_{end}"] for part in ("question", "answer") for end in ("start", "end")},
    }
    days = {name: day and dt.date.fromisoformat(day) for name, day in row.items() if name.startswith("date_")}
    return {"grouped_uins": (), **row, **spans, **days, "qa_id": _qa_id(row), "rule": "gold"}


def _as_parts(row: Row) -> list[Row]:
    return [
        {"question_part_id": f"{row['doc_id']}@{part['start']}", "qa_id": _qa_id(row), "doc_id": row["doc_id"]}
        | {"label": part["label"], "char_start": part["start"], "char_end": part["end"]}
        for part in row["question_parts"]
    ]


def _as_recommendation(row: Row) -> Row:
    spans = {
        f"{part}char_{end}": row[f"{part}{end}"] for part in ("", "response_", "verdict_") for end in ("start", "end")
    }
    days = {name: row[name] and dt.date.fromisoformat(row[name]) for name in ("target_start", "target_end")}
    return {**row, **spans, **days, "recommendation_id": _recommendation_id(row), "rule": "gold"}


def _as_addressees(row: Row) -> list[Row]:
    return [_of_one(row, "addressee", at) | {"role": "lead", "text": text} for at, text in enumerate(row["addressees"])]


def _as_parts_of_one(row: Row) -> list[Row]:
    return [
        _of_one(row, "part", part["start"])
        | {"label": part["label"], "char_start": part["start"], "char_end": part["end"]}
        for part in row["parts"]
    ]


def _of_one(row: Row, what: str, place: int) -> Row:
    key = _recommendation_id(row)
    return {f"recommendation_{what}_id": f"{key}@{place}", "recommendation_id": key, "doc_id": row["doc_id"]}


def _recommendation_id(row: Row) -> str:
    return f"{row['doc_id']}@{row['start']}:{row['end']}/{row['number']}"


def _qa_id(row: Row) -> str:
    return f"{row['doc_id']}@{row['start']}:{row['end']}"


def _tuple(table: str, row: Row) -> tuple[Any, ...]:
    columns = TABLES[table].columns
    return tuple(row.get(column.name, () if column.type == "list<string>" else None) for column in columns)
