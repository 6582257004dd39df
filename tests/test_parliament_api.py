"""Records of Parliament's written-questions API: every field in its column, every form of file, every kind of fault."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from documents import ROOT
from structure import assert_structure

from extractors.layouts.parliament_api import is_answer_clipped, is_question_clipped, read_record
from extractors.members_register import members
from extractors.model import Question
from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.documents import Document, Failure
from pipeline.errors import Unreadable
from pipeline.readers import read

Record = dict[str, Any]
PUT = "To ask the Secretary of State for Transport, what colour the new buffers are."
GOLD = ROOT / "corpus" / "gold" / "qa_pairs.jsonl"


def record(number: int = 1, **fields: Any) -> Record:
    return {"id": number, "uin": f"{number:05}", "house": "Commons", "questionText": PUT, **fields}


def question(**fields: Any) -> Question:
    text, reading = read_record(record(**fields))
    assert_structure(text, reading)
    (found,) = reading.questions
    return found


def found_in(path: Path, value: Any) -> tuple[list[Document], list[Failure]]:
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    (source,) = find_sources([path]).sources
    found = read(source, Config())
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Failure)]


def test_the_records_of_our_own_page_are_as_annotated() -> None:
    (source,) = find_sources([ROOT / "corpus" / "written-questions" / "tabled-in-january.json"]).sources
    documents = {one.doc_id: one for one in read(source, Config()) if isinstance(one, Document)}
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    gold = [row for row in gold if ".json#" in row["doc_id"]]
    assert [row["doc_id"].rpartition("/")[2] for row in gold] == list(documents)
    for row in gold:
        document = documents[row["doc_id"].rpartition("/")[2]]
        assert document.read_as is not None
        layout, reading = document.read_as
        assert_structure(document.text, reading)
        (asked,) = reading.questions
        columns = row.keys() & set(Question.__slots__) - {"start", "end", "question", "answer", "parts"}
        assert {name: plain(getattr(asked, name)) for name in columns} == {name: row[name] for name in columns}
        assert (layout, document.record_key) == ("parliament_api", str(row["parliament_question_id"]))
        assert document.text[asked.question.start : asked.question.end] == row["question_text"]
        assert (asked.answer and asked.answer.of(document.text)) == row["answer_text"]
        assert ("text_clipped" in reading.flags) == (row["is_question_clipped"] or row["is_answer_clipped"])


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else list(value) if isinstance(value, tuple) else value


def test_the_text_is_heading_question_and_answer_between_blank_lines() -> None:
    text, reading = read_record(record(heading="Buffers:\n Colour", answerText="<p>Red.</p><p>Or green.</p>"))
    assert text == f"Buffers: Colour\n\n{PUT}\n\nRed.\nOr green."
    assert [segment.kind for segment in reading.segments] == ["heading", "question", "answer", "paragraph", "paragraph"]
    assert reading.segments[2].heading_path == ("Buffers: Colour",)
    assert read_record(record())[0] == PUT


def test_a_member_is_as_printed_or_as_listed_or_unknown() -> None:
    listed = next(iter(members().values()))
    asked = question(askingMemberId=listed.member_id, answeringMemberId=listed.member_id)
    assert (asked.asking_member_id, asked.asking_member_name) == (listed.member_id, listed.name)
    assert (asked.asking_party, asked.asking_constituency) == (listed.party, listed.constituency)
    assert (asked.answering_member_name, asked.answering_role) == (listed.name, None)
    printed = {"id": 7, "name": "Ann Rowe", "party": "Independent", "memberFrom": "Leigh"}
    asked = question(askingMemberId=listed.member_id, askingMember=printed)
    assert (asked.asking_member_name, asked.asking_party, asked.asking_constituency) == (
        "Ann Rowe",
        "Independent",
        "Leigh",
    )
    assert question(askingMember=printed).asking_member_id == 7
    unknown = question(askingMemberId=2**40)
    assert (unknown.asking_member_id, unknown.asking_member_name, unknown.asking_party) == (2**40, None, None)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, "unanswered"),
        ({"answerText": "", "dateAnswered": None}, "unanswered"),
        ({"answerText": "Red.", "answerIsHolding": False, "dateHoldingAnswer": "2025-01-02"}, "answered"),
        ({"answerText": "It is not known yet.", "answerIsHolding": True}, "holding"),
        ({"dateHoldingAnswer": "2025-01-02T00:00:00"}, "holding"),
        ({"answerText": "Red.", "answerIsHolding": False, "answerIsCorrection": True}, "corrected"),
        ({"answerText": "Red.", "dateAnswerCorrected": "2025-01-02T00:00:00"}, "corrected"),
        ({"isWithdrawn": True, "answerText": "Red."}, "withdrawn"),
        ({"answerText": "It has not been possible to answer in time."}, "holding"),
        ({"answerText": "It has not been possible to answer in time.", "answerIsHolding": False}, "answered"),
    ],
)
def test_what_became_of_a_question(fields: Record, status: str) -> None:
    assert question(**fields).answer_status == status


@pytest.mark.parametrize(
    ("end", "clipped"),
    [
        (" and the buf", True),
        (" by a rise to 1.", True),
        (" in the case of St.", True),
        (" as set out on www.", True),
        (" and (b) the Cit", True),
        (" in each of the last five years.", False),
        (" since 14 October 2024.", False),
        (" in (a) 2022-23 and (b) 2023-24.", False),
        (" what the (a) cost and (b) delay is.", False),
        (" of the plan (second edition).", False),
        (" whether she will meet the EU?", False),
    ],
)
def test_a_question_of_255_characters_is_whole_only_where_a_sentence_ends(end: str, clipped: bool) -> None:
    text = "x" * (255 - len(end)) + end
    assert is_question_clipped(text) is clipped
    assert not is_question_clipped(text[1:])
    assert not is_question_clipped("x" + text)


@pytest.mark.parametrize(
    ("answer", "clipped"),
    [
        ("x" * 255 + "...", True),
        ("x" * 252 + "...", True),
        ("x" * 255 + "... ", True),
        ("x" * 258, False),
        ("And so on...", False),
        ("x" * 400 + "...", False),
    ],
)
def test_an_answer_of_255_characters_and_dots_is_clipped(answer: str, clipped: bool) -> None:
    assert is_answer_clipped(answer) is clipped
    _, reading = read_record(record(answerText=answer))
    assert reading.questions[0].is_answer_clipped is clipped
    assert reading.flags == (("text_clipped",) if clipped else ())


ONE, TWO = record(1), record(2)


@pytest.mark.parametrize(
    "value",
    [
        {"totalResults": 2, "results": [{"value": ONE, "links": []}, {"value": TWO}]},
        {"results": [ONE, TWO], "totalResults": 2},
        [ONE, TWO],
        [{"value": ONE, "links": []}, TWO],
        [{"results": [{"value": ONE}]}, {"results": [{"value": TWO}]}],
    ],
)
def test_every_form_of_file_gives_the_same_documents(tmp_path: Path, value: Any) -> None:
    documents, failures = found_in(tmp_path / "a.json", value)
    assert [one.doc_id for one in documents] == ["a.json#1", "a.json#2"]
    assert failures == []


@pytest.mark.parametrize("value", [ONE, {"value": ONE, "links": []}, b"\xef\xbb\xbf" + json.dumps(ONE).encode()])
def test_a_single_question(tmp_path: Path, value: Any) -> None:
    (document,), _ = found_in(tmp_path / "a%b.json", value)
    assert (document.doc_id, document.record_key, document.media_type) == ("a%25b.json#1", "1", "application/json")


@pytest.mark.parametrize(
    ("value", "error_type", "reason"),
    [
        (b'{"results": [', "malformed_json", "line 1 column"),
        (b"", "malformed_json", "Expecting value"),
        (b'{"id": 1, "questionText": "\xff"}', "malformed_json", "utf-8"),
        (b"[" * 200_000, "malformed_json", "nested too deeply"),
        ({"name": "Ann"}, "unknown_form", "written-questions API"),
        ([1, "two", None], "unknown_form", "written-questions API"),
        ("text", "unknown_form", "written-questions API"),
        ({"totalResults": 0, "results": []}, "empty", "no questions"),
    ],
)
def test_a_file_that_gives_nothing(tmp_path: Path, value: Any, error_type: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"a\.json: .*{reason}") as raised:
        found_in(tmp_path / "a.json", value)
    assert raised.value.error_type == error_type


@pytest.mark.parametrize(
    ("bad", "key", "error_type", "reason"),
    [
        (record(9, questionText=None), "9", "bad_record", "questionText is empty"),
        (record(9, questionText="<p> </p>"), "9", "bad_record", "questionText is empty"),
        (record(9, questionText=["To ask"]), "9", "bad_record", "questionText is .*not a text"),
        (record(9, dateTabled="last week"), "9", "bad_record", "dateTabled is 'last week': not a day"),
        (record(9, house="Senate"), "9", "bad_record", "house is 'Senate'"),
        (record(9, askingMemberId="12"), "9", "bad_record", "askingMemberId is '12'"),
        (record(9, answeringBodyId=2**70), "9", "bad_record", "answeringBodyId is .*63 bits"),
        (record(9, answeringMemberId=True), "9", "bad_record", "answeringMemberId is True"),
        (record(9, isWithdrawn="no"), "9", "bad_record", "isWithdrawn is 'no'"),
        (record(9, groupedQuestions=[3]), "9", "bad_record", "groupedQuestions"),
        (record(9, askingMember="Ann"), "9", "bad_record", "askingMember is 'Ann'"),
        (record(9, answerText="half \ud83d"), "9", "bad_record", "answerText holds half"),
        ({"questionText": PUT}, "1", "no_id", "record 1 has no id"),
        (record(True), "1", "no_id", "record 1 has no id"),
        (3, "1", "no_id", "record 1 has no id"),
        (record(1), "1", "repeated_id", "record 1 repeats the id 1"),
    ],
)
def test_a_bad_record_is_named_and_the_others_are_kept(
    tmp_path: Path, bad: Any, key: str, error_type: str, reason: str
) -> None:
    documents, failures = found_in(tmp_path / "a.json", {"results": [{"value": ONE}, bad, {"value": TWO}]})
    assert [one.record_key for one in documents] == ["1", "2"]
    (failure,) = failures
    assert (failure.source_path, failure.record_key, failure.error_type) == ("a.json", key, error_type)
    assert not failure.is_fatal
    with pytest.raises(AssertionError, match=reason):
        raise AssertionError(failure.message)
