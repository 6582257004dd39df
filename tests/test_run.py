"""A whole run over every document at hand: what the contract promises of each row holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from documents import ROOT, SHARED

from pipeline.config import read_config
from pipeline.corpus import find_sources
from pipeline.run import STAGES, run
from pipeline.schemas import TABLES

Tables = dict[str, list[dict[str, Any]]]
CORPORA = [
    ROOT / "corpus",
    pytest.param(SHARED, marks=pytest.mark.skipif(not SHARED.is_dir(), reason="no shared texts")),
]


@pytest.fixture(scope="module", params=CORPORA, ids=["ours", "shared"])
def out(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    run(find_sources([request.param]), folder, read_config(None), 1, lambda done, total: None)
    return folder


@pytest.fixture(scope="module")
def tables(out: Path) -> Tables:
    return {name: pq.read_table(out / name).to_pylist() for name in TABLES}


@pytest.fixture(scope="module")
def texts(tables: Tables) -> dict[str, str]:
    return {row["doc_id"]: row["document_text"] for row in tables["documents"]}


def test_every_span_of_every_row_holds(tables: Tables, texts: dict[str, str]) -> None:
    """A text column with `char_start` and `char_end` of the same prefix is those characters of the document."""
    n_spans = 0
    for rows in tables.values():
        for row in rows:
            for column in row:
                prefix = column.removesuffix("text")
                start = row.get(f"{prefix}char_start")
                if column.endswith("text") and f"{prefix}char_start" in row and row[column] is not None:
                    assert texts[row["doc_id"]][start : row[f"{prefix}char_end"]] == row[column]
                    n_spans += 1
    assert n_spans > 100


def test_words_of_money_stand_in_its_sentence_or_near(tables: Tables, texts: dict[str, str]) -> None:
    for row in tables["money"]:
        assert row["text"] in row["sentence_text"]
        for column in ("modifier_text", "period_text", "unit_text", "price_basis", "payee_text"):
            assert row[column] is None or row[column] in row["sentence_text"]
        for column in ("programme_text", "payer_text"):
            assert row[column] is None or row[column] in texts[row["doc_id"]][: row["sentence_char_end"]]


def test_keys_are_unique_and_foreign_keys_resolve(tables: Tables) -> None:
    for name, table in TABLES.items():
        keys = [tuple(row[column] for column in table.key) for row in tables[name]]
        assert len(keys) == len(set(keys))
        for foreign in table.foreign_keys:
            known = {row[TABLES[foreign.table].key[0]] for row in tables[foreign.table]}
            assert {row[foreign.column] for row in tables[name]} - {None} <= known
    mentions = {row["mention_id"] for row in tables["money"]}
    assert {row["repeat_of"] for row in tables["money"]} - {None} <= mentions


def test_segments_cover_the_text(tables: Tables, texts: dict[str, str]) -> None:
    covered = {doc_id: bytearray(len(text)) for doc_id, text in texts.items()}
    for row in tables["segments"]:
        covered[row["doc_id"]][row["char_start"] : row["char_end"]] = b"\1" * (row["char_end"] - row["char_start"])
    for doc_id, text in texts.items():
        assert all(character.isspace() or seen for character, seen in zip(text, covered[doc_id], strict=True))


def test_order_of_rows(tables: Tables) -> None:
    order = [row["doc_id"] for row in tables["documents"]]
    assert [row["source_path"] for row in tables["documents"]] == sorted(
        row["source_path"] for row in tables["documents"]
    )
    for name in ("qa_pairs", "money"):
        places = [(order.index(row["doc_id"]), row["char_start"], row["char_end"]) for row in tables[name]]
        assert places == sorted(places)


def test_a_repeat_says_the_same(tables: Tables) -> None:
    by_id = {row["mention_id"]: row for row in tables["money"]}
    repeats = [row for row in tables["money"] if row["repeat_of"]]
    assert repeats
    for row in repeats:
        first = by_id[row["repeat_of"]]
        assert first["char_start"] < row["char_start"]
        assert first["repeat_of"] is None
        assert all(first[name] == row[name] for name in ("doc_id", "currency", "amount", "modifier", "period_kind"))


def test_run_json_tells_what_was_done(out: Path, tables: Tables) -> None:
    record = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert set(record["seconds"]) == set(STAGES)
    assert record["rules"]["money_amounts"]["cues"] > 0
    assert sum(counts["documents"] for counts in record["layouts"].values()) == len(tables["documents"])
    assert record["layouts"]["press"]["explained"] > record["layouts"]["press"]["explained_by_next"]
    assert record["input"]["files"] == len({row["source_path"] for row in tables["documents"]})
    assert record["counts"]["read"]["out"] == len(tables["documents"])
    assert len(record["input"]["sha256"]) == 64


def test_answers_are_said_on_the_day_of_the_answer(tables: Tables) -> None:
    questions = {row["qa_id"]: row for row in tables["qa_pairs"] if row["date_answered"]}
    for row in tables["money"]:
        question = questions.get(row["qa_id"])
        if question and row["char_start"] >= question["answer_char_start"]:
            assert row["said_on"] == question["date_answered"]
