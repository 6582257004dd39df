"""Questions of Scotland, Wales, Northern Ireland and London: their pages and reports, and what looks like them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from structure import assert_structure, outline

from extractors.layouts import choose, is_close
from extractors.model import Question, Reading

SCOTTISH = """Question reference: S6W-31234

Asked by: Ann Rowe, MSP for Leith Walk, Scottish Labour

Date lodged: 3 March 2025

Current status: Answered by Bob Lee on 17 March 2025

Question

To ask the Scottish Government (a) what harbour walls cost and (b) who pays.

Answer

The Scottish Government has provided £4.2 million.

Councils pay the rest.
"""
SCOTTISH_LIST = """Written questions and answers

S6W-31234: Harbour walls
Asked by: Ann Rowe, MSP for North East Fife, Scottish Liberal Democrats
Date lodged: Monday, 3 March 2025
To ask the Scottish Government what harbour walls cost.
Answered by Bob Lee on 17 March 2025
They cost £4.2 million.

S6W-31235: Gulls
Asked by: Cal Moss, MSP for Orkney Isles, Scottish National Party
Date lodged: Monday, 3 March 2025
To ask the Scottish Parliamentary Corporate Body whether it will count gulls.
Current status: Expected answer date 31 March 2025

S6W-31236: Bells
Asked by: Cal Moss, MSP for Orkney Isles, Scottish National Party
Date lodged: Tuesday, 4 March 2025
To ask the Scottish Government how many bells ring.
Withdrawn
"""
SENEDD = """Tabled Written Questions - Answered between 3 and 10 March 2025

WQ95042 (e) Tabled on 24/02/2025
Ann Rowe (Cardiff Bay)
What assessment has the Welsh Government made of harbour walls?
Answered by Cabinet Secretary for Transport and North Wales | Answered on 03/03/2025
They cost £3 million.

More will follow.

WQ95043 (w)
Tabled on 25/02/2025
Cai Moss (Mid and West Wales)
Will the Cabinet Secretary make a statement on gulls?
Answered by Minister for Birds
Answered on 05/03/2025
I refer to these:
WQ90001
Gulls are a matter for councils.
"""
NORTHERN_IRELAND = """AQW 1234/22-27

Tabled by:

Mr Bob Lee (East Antrim)

Party: DUP

Tabled Date: 03/03/2025

Question: To ask the Minister of Health for an update on the harbour clinic

Current Status: Answered

Answered by: Minister of Health

Date Answered: 17/03/2025

Answer: The clinic will open in May 2025
"""
MAYOR = """River piers (2)
Reference: 2025/1234
Question by: Will Smith
Meeting date: 13 February 2025
Date: Thursday 13 February 2025

Question

Has TfL spent money on river piers?

Answer for River piers (2)

Answered by: The Mayor

Date: Wednesday 19 February 2025

TfL has spent £4.5 million.
"""
MAYOR_REPORT = """MAYOR’S QUESTION TIME

River piers

Question No: 2025/1234

Ann Rowe

What has TfL spent on river piers?

Written answer from the Mayor

It has spent £4.5 million.

Gulls

Question No: 2025/1235

Cal Moss

Will you count the gulls of London?

Oral response

No.
"""
NORTHERN_IRELAND_REPORT = """Written Answers
Friday 14 March 2025

Department of Health

Harbour Clinic

Mr Bob Lee asked the Minister of Health for an update on the harbour clinic.
(AQW 1234/22-27)

Mr Ash (The Minister of Health): The clinic will open in May 2025.
"""
SCOTTISH_REPORT = """Monday 17 March 2025

Economy

Ann Rowe (Leith Walk) (Lab): To ask the Scottish Government what harbour walls cost. (S6W-31234)

Bob Lee: They cost £4.2 million.
"""
TEXTS = {
    "scottish_questions": [SCOTTISH, SCOTTISH_LIST],
    "senedd_questions": [SENEDD],
    "northern_ireland_questions": [NORTHERN_IRELAND],
    "mayors_questions": [MAYOR, MAYOR_REPORT],
    "hansard": [NORTHERN_IRELAND_REPORT, SCOTTISH_REPORT],
}


def read(text: str) -> tuple[str, Reading]:
    name, reading = choose(text)
    assert not is_close(reading.evidence), reading.evidence
    assert_structure(text, reading)
    return name, reading


def stated(text: str, question: Question) -> dict[str, Any]:
    """What is not null of a question, its words and those of its answer with spaces folded."""
    names = ("uin", "heading", "asking_member_name", "asking_party", "asking_constituency", "date_tabled")
    names += ("date_for_answer", "date_answered", "is_withdrawn", "addressee", "answering_body_name")
    names += ("answering_member_name", "answering_role", "answer_status", "house")
    found = {name: getattr(question, name) for name in names}
    for name, span in (("question", question.question), ("answer", question.answer)):
        found[name] = " ".join(span.of(text).split()) if span else None
    return {name: value for name, value in found.items() if value is not None}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in TEXTS.items() for text in texts])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_is_read_by_its_own_grammar(name: str, text: str, end: str) -> None:
    found, reading = read(text.replace("\n", end))
    assert found == name
    assert reading.document_type == "written_questions"
    assert {question.house for question in reading.questions} == {None}


def test_a_scottish_page() -> None:
    _, reading = read(SCOTTISH)
    (question,) = reading.questions
    assert stated(SCOTTISH, question) == {
        "uin": "S6W-31234",
        "asking_member_name": "Ann Rowe",
        "asking_party": "Scottish Labour",
        "asking_constituency": "Leith Walk",
        "date_tabled": dt.date(2025, 3, 3),
        "date_answered": dt.date(2025, 3, 17),
        "addressee": "Scottish Government",
        "answering_body_name": "Scottish Government",
        "answering_member_name": "Bob Lee",
        "answer_status": "answered",
        "question": "To ask the Scottish Government (a) what harbour walls cost and (b) who pays.",
        "answer": "The Scottish Government has provided £4.2 million. Councils pay the rest.",
    }
    assert [part.label for part in question.parts] == ["a", "b"]
    assert ("metadata", "Answer") in outline(SCOTTISH, reading)


def test_a_scottish_list() -> None:
    _, reading = read(SCOTTISH_LIST)
    found = [stated(SCOTTISH_LIST, question) for question in reading.questions]
    assert [one["heading"] for one in found] == ["Harbour walls", "Gulls", "Bells"]
    assert [one["answer_status"] for one in found] == ["answered", "unanswered", "withdrawn"]
    assert [one.get("date_for_answer") for one in found] == [None, dt.date(2025, 3, 31), None]
    assert [one.get("answer") for one in found] == ["They cost £4.2 million.", None, None]
    assert found[2]["date_tabled"] == dt.date(2025, 3, 4)


def test_the_senedd() -> None:
    _, reading = read(SENEDD)
    one, other = (stated(SENEDD, question) for question in reading.questions)
    assert (one["uin"], one["asking_constituency"], one["date_tabled"]) == (
        "WQ95042",
        "Cardiff Bay",
        dt.date(2025, 2, 24),
    )
    assert one["answering_role"] == "Cabinet Secretary for Transport and North Wales"
    assert (one["date_answered"], one["answer"]) == (dt.date(2025, 3, 3), "They cost £3 million. More will follow.")
    assert other["question"] == "Will the Cabinet Secretary make a statement on gulls?"
    assert other["answer"] == "I refer to these: WQ90001 Gulls are a matter for councils."


def test_labels_alone_or_before_the_words() -> None:
    _, reading = read(NORTHERN_IRELAND)
    assert [stated(NORTHERN_IRELAND, question) for question in reading.questions] == [
        {
            "uin": "AQW 1234/22-27",
            "asking_member_name": "Mr Bob Lee",
            "asking_party": "DUP",
            "asking_constituency": "East Antrim",
            "date_tabled": dt.date(2025, 3, 3),
            "date_answered": dt.date(2025, 3, 17),
            "addressee": "Minister of Health",
            "answering_role": "Minister of Health",
            "answer_status": "answered",
            "question": "To ask the Minister of Health for an update on the harbour clinic",
            "answer": "The clinic will open in May 2025",
        }
    ]


def test_the_day_of_a_meeting_is_not_that_of_the_answer() -> None:
    _, reading = read(MAYOR)
    assert [stated(MAYOR, question) for question in reading.questions] == [
        {
            "uin": "2025/1234",
            "heading": "River piers (2)",
            "asking_member_name": "Will Smith",
            "date_answered": dt.date(2025, 2, 19),
            "answering_role": "The Mayor",
            "answer_status": "answered",
            "question": "Has TfL spent money on river piers?",
            "answer": "TfL has spent £4.5 million.",
        }
    ]


def test_a_report_of_the_mayors_answers() -> None:
    _, reading = read(MAYOR_REPORT)
    found = [stated(MAYOR_REPORT, question) for question in reading.questions]
    assert [(one["heading"], one["asking_member_name"], one.get("answering_role"), one["answer"]) for one in found] == [
        ("River piers", "Ann Rowe", "Mayor", "It has spent £4.5 million."),
        ("Gulls", "Cal Moss", None, "No."),
    ]


@pytest.mark.parametrize(
    ("text", "uin", "name", "role", "body"),
    [
        (NORTHERN_IRELAND_REPORT, "AQW 1234/22-27", "Mr Ash", "Minister of Health", "Department of Health"),
        (SCOTTISH_REPORT, "S6W-31234", "Bob Lee", None, None),
    ],
)
def test_a_report_with_the_number_behind_the_question(
    text: str, uin: str, name: str, role: str | None, body: str | None
) -> None:
    _, reading = read(text)
    (question,) = reading.questions
    assert question.uin == uin
    assert not question.question.of(text).endswith(")")
    assert (question.answering_member_name, question.answering_role) == (name, role)
    assert question.answering_body_name == body


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ann\n\nReference: 2025/1234\n\nQuestion: what does the pier cost?\n\nIt costs £4 million.\n",
        "Reference: 2025/1234\n\nDear Ann\n\nWhat does the pier cost?\n\nYours\n",
        "Notes\n\nI refer to WQ95042 and to\n\nWQ95043\n\nwhich asked how many piers there are. It was four.\n",
        "Contents\n\nS6W-31234: Harbour walls\n\nS6W-31235: Gulls\n",
        "Our answers\n\nAQW 1234/22-27\n\nThe clinic is open. It has four beds.\n",
    ],
)
def test_a_number_alone_makes_no_question(text: str) -> None:
    name, reading = read(text)
    assert (name, reading.questions) == ("plain", ())
