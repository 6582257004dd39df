"""Every annotated question of every text, read exactly: each field that its gold row has."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from structure import assert_structure

from extractors.layouts import choose
from extractors.model import Question

OWN, SEEDS = Path(__file__).parents[1] / "corpus", Path(__file__).parents[2] / "shared"
no_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed corpus with its gold is not beside the project")


@pytest.mark.parametrize(
    ("folder", "gold"),
    [
        pytest.param(OWN, OWN / "gold", id="own"),
        pytest.param(SEEDS / "corpus", SEEDS / "gold", id="seed", marks=no_seeds),
    ],
)
def test_annotated_questions_are_exact(folder: Path, gold: Path) -> None:
    lines = (gold / "qa_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["doc_id"].endswith(".txt")]
    assert rows
    for row in rows:
        text = (folder / row["doc_id"]).read_bytes().decode()
        _, reading = choose(text)
        assert_structure(text, reading)
        question = reading.questions[row["ordinal"]]
        assert [(part.label, part.start, part.end) for part in question.parts] == [
            (part["label"], part["start"], part["end"]) for part in row["question_parts"]
        ]
        spans = {"": question, "question_": question.question, "answer_": question.answer}
        for name, span in spans.items():
            assert (row[f"{name}start"], row[f"{name}end"]) == ((span.start, span.end) if span else (None, None))
        for name in row.keys() & set(Question.__slots__) - {"start", "end", "question", "answer", "parts"}:
            found = getattr(question, name)
            found = (
                found.isoformat() if isinstance(found, dt.date) else list(found) if isinstance(found, tuple) else found
            )
            assert found in [row[name], *row.get(f"{name}_alt", [])], (row["doc_id"], row["ordinal"], name)
