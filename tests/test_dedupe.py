"""Clusters of answers: what is one statement, which answer is the canonical one, what is written of it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from documents import SHARED

from pipeline.clusters.statements import Answer, kind_of
from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.dedupe import clusters_of, dedupe
from pipeline.run import run
from pipeline.schemas import TABLES
from pipeline.writer import new_version, publish

WORDS = (
    "The Minister will write to the hon. Member with £19 million for 27 areas, and will place a copy in the Library."
)
MONDAY, TUESDAY = dt.date(2025, 3, 3), dt.date(2025, 3, 4)
numbered = count()


def answer(text: str = WORDS, **its: Any) -> Answer:
    """An answer to a question like no other, but for what is given."""
    number = next(numbered)
    values: dict[str, Any] = {
        "place": number,
        "qa_id": f"{number}.txt@0:9",
        "doc_id": f"{number}.txt",
        "house": "Commons",
        "uin": str(number),
        "parliament_question_id": None,
        "date_tabled": MONDAY,
        "date_answered": TUESDAY,
        "asking_member_name": "Ann Rowe",
        "answering_body_name": "Home Office",
        "question_text": "To ask the Home Secretary, what steps she is taking.",
        "answer_text": text,
        "answer_char_start": 0,
        "grouped_uins": [],
        "is_answer_clipped": False,
    }
    assert its.keys() <= values.keys()
    return Answer(**{**values, **its})


def clusters(answers: Sequence[Answer]) -> list[list[str]]:
    return [[one.qa_id for one in cluster.answers] for cluster in clusters_of(answers, 90)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ({}, {}, ("repeated", 2)),
        ({"uin": "7"}, {"uin": "8", "grouped_uins": ["7", "9"]}, ("grouped", 1)),
        ({"uin": "7", "grouped_uins": ["9"]}, {"uin": "8", "grouped_uins": ["9"]}, ("grouped", 1)),
        ({"uin": "7"}, {"uin": "8", "grouped_uins": ["7"], "house": "Lords"}, ("repeated", 2)),
        ({"uin": "7"}, {"uin": "8", "grouped_uins": ["7"], "date_answered": MONDAY}, ("repeated", 2)),
        ({"doc_id": "a", "answer_char_start": 5}, {"doc_id": "a", "answer_char_start": 5}, ("grouped", 1)),
        ({"doc_id": "a", "answer_char_start": 5}, {"doc_id": "a", "answer_char_start": 9}, ("repeated", 2)),
        ({"uin": "7"}, {"uin": "7"}, ("single", 1)),
        ({"uin": "7"}, {"uin": "7", "date_tabled": dt.date(2019, 1, 7), "date_answered": MONDAY}, ("repeated", 2)),
        ({"parliament_question_id": 5}, {"parliament_question_id": 5}, ("single", 1)),
        ({"uin": None}, {"uin": None}, ("single", 1)),
        ({"uin": None}, {"uin": None, "asking_member_name": "Bo Hill"}, ("repeated", 2)),
        ({"uin": None}, {"uin": None, "question_text": "To ask, how many."}, ("repeated", 2)),
        ({"uin": None, "house": None}, {"uin": None, "house": None, "question_text": "Why?"}, ("repeated", 2)),
    ],
)
def test_one_statement_or_two(one: dict[str, Any], other: dict[str, Any], kind: tuple[str, int]) -> None:
    assert kind_of([answer(**one), answer(**other)]) == kind
    assert kind_of([answer(**other), answer(**one)]) == kind


def test_groups_and_separate_answers_are_counted_apart() -> None:
    group = [answer(uin=uin, grouped_uins=[other]) for uin, other in (("7", "8"), ("8", "7"))]
    assert kind_of([*group, answer(uin="7", grouped_uins=["8"]), answer(), answer()]) == ("repeated", 3)
    assert kind_of([answer()]) == ("single", 1)


def test_the_canonical_answer_is_the_earliest_and_without_a_day_the_last() -> None:
    undated, late, early, first = (answer(date_answered=day) for day in (None, TUESDAY, MONDAY, MONDAY))
    assert clusters([first, undated, late, early]) == [[early.qa_id, first.qa_id, late.qa_id, undated.qa_id]]


def test_clipped_answers_are_held_against_their_like_only() -> None:
    whole, clipped = [answer() for _ in range(2)], [answer(is_answer_clipped=True) for _ in range(2)]
    found = clusters_of([whole[0], clipped[0], whole[1], clipped[1]], 90)
    assert [[one.qa_id for one in cluster.answers] for cluster in found] == sorted(
        [[one.qa_id for one in its] for its in (whole, clipped)]
    )


def test_order_changes_nothing() -> None:
    texts = [WORDS, WORDS.upper(), WORDS.replace("27", "28"), "Not held centrally.", "Not held\ncentrally."]
    answers = [answer(chance_text, date_answered=None) for chance_text in texts * 3]
    expected = clusters_of(answers, 90)
    assert len(expected) == 2
    for seed in range(5):
        assert clusters_of(random.Random(seed).sample(answers, len(answers)), 90) == expected


def row(table: str, **values: object) -> tuple[Any, ...]:
    columns = TABLES[table].columns
    assert values.keys() <= {column.name for column in columns}
    return tuple(values.get(column.name, () if column.type == "list<string>" else None) for column in columns)


def question(number: int, text: str | None, **its: object) -> tuple[Any, ...]:
    values: dict[str, object] = {
        "qa_id": f"a.txt@{number}:{number + 99}",
        "doc_id": "a.txt",
        "uin": str(number),
        "answering_body_name": "Home Office",
        "question_text": "Why?",
        "answer_text": text,
        "answer_char_start": number,
        "answer_status": "answered",
        "is_answer_clipped": False,
    }
    return row("qa_pairs", **{**values, **its})


def money(number: int, words: str, text: str, amount: float) -> tuple[Any, ...]:
    at = number + words.index(text)
    place = {"mention_id": f"{number}{text}", "qa_id": f"a.txt@{number}:{number + 99}", "doc_id": "a.txt"}
    span = {"char_start": at, "char_end": at + len(text), "text": text}
    return row("money", **place, **span, currency="GBP", amount=amount)


def test_both_tables_are_written_in_place_of_empty_ones(tmp_path: Path) -> None:
    changed = WORDS.replace("£19 million for 27", "£21 million for 28")
    questions = [
        question(1000, WORDS, date_answered=TUESDAY),
        question(2000, changed, date_answered=MONDAY, answering_body_name="Treasury"),
        question(3000, WORDS, answer_status="holding"),
        question(4000, None, answer_status="unanswered"),
        question(5000, "No.", answer_status="corrected"),
        question(6000, WORDS[:60] + "...", is_answer_clipped=True),
    ]
    sums = [money(1000, WORDS, "£19 million", 19e6), money(2000, changed, "£21 million", 21e6)]
    with new_version(tmp_path) as version:
        version.write_part(0, {"qa_pairs": questions[:2], "money": sums[:1]})
        version.write_part(1, {"qa_pairs": questions[2:], "money": sums[1:]})
        deduped = dedupe(version, 90)
        publish(version, [], {})
    assert deduped.n_again == 1
    assert deduped.n_rows == {"answer_clusters": 3, "answer_cluster_members": 4}
    found = {one["answer_cluster_id"]: one for one in pq.read_table(tmp_path / "answer_clusters").to_pylist()}
    assert list(found) == ["a.txt@2000:2099", "a.txt@5000:5099", "a.txt@6000:6099"]
    assert [one["n_clipped"] for one in found.values()] == [0, 0, 1]
    repeated = found["a.txt@2000:2099"]
    assert 90 <= repeated.pop("min_similarity") < 100
    assert repeated == {
        "answer_cluster_id": "a.txt@2000:2099",
        "canonical_qa_id": "a.txt@2000:2099",
        "kind": "repeated",
        "n_members": 2,
        "n_statements": 2,
        "n_distinct_texts": 2,
        "n_clipped": 0,
        "first_answered_on": dt.datetime(2025, 3, 3),
        "last_answered_on": dt.datetime(2025, 3, 4),
        "answering_body_names": ["Home Office", "Treasury"],
        "has_material_change": True,
    }
    members = pq.read_table(tmp_path / "answer_cluster_members").to_pylist()
    assert [(one["qa_id"], one["is_canonical"], one["is_exact"], one["changed_values"]) for one in members] == [
        ("a.txt@1000:1099", False, False, ["money:21000000→19000000", "number:28→27"]),
        ("a.txt@2000:2099", True, True, []),
        ("a.txt@5000:5099", True, True, []),
        ("a.txt@6000:6099", True, None, []),
    ]


def test_amounts_in_the_question_are_no_part_of_the_answer(tmp_path: Path) -> None:
    texts = [WORDS, WORDS.replace("Library", "library room")]
    questions = [question(1000 * n, text, char_start=1000 * n - 50) for n, text in enumerate(texts, start=1)]
    place = {"mention_id": "asked", "qa_id": "a.txt@1000:1099", "doc_id": "a.txt", "text": "£5"}
    asked = row("money", **place, char_start=960, char_end=962, currency="GBP", amount=5.0)
    with new_version(tmp_path) as version:
        version.write_part(0, {"qa_pairs": questions, "money": [asked]})
        dedupe(version, 90)
        publish(version, [], {})
    (cluster,) = pq.read_table(tmp_path / "answer_clusters").to_pylist()
    assert (cluster["n_distinct_texts"], cluster["has_material_change"]) == (2, False)


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared texts")
def test_the_identical_answers_of_the_shared_listing(tmp_path: Path) -> None:
    run(find_sources([SHARED]), tmp_path, Config(), 1, lambda done, total: None)
    ordinal = {one["qa_id"]: one["ordinal"] for one in pq.read_table(tmp_path / "qa_pairs").to_pylist()}
    found: dict[str, list[int]] = {}
    for one in pq.read_table(tmp_path / "answer_cluster_members").to_pylist():
        found.setdefault(one["answer_cluster_id"], []).append(ordinal[one["qa_id"]])
    assert sorted(sorted(its) for its in found.values() if len(its) > 1) == [[2, 3], [4, 5, 6]]
