"""Questions as Parliament's pages print them: every field, in the forms in which such pages are saved."""

from __future__ import annotations

import datetime as dt

import pytest
from structure import assert_structure, outline

from extractors.layouts import choose, question_pages
from extractors.model import Question, Reading

PUT = "To ask the Secretary of State for Education, what steps she is taking to (a) open and (b) mend school libraries."
ANSWER = "School libraries matter.\nWe will mend forty of them by the summer."
OF_A_LIST = f"""Q
Asked by Ann Rowe
(Stoke-on-Trent North)
[N]
Asked on: 03 March 2025
Department for Education
School Libraries: Repairs
Commons
12345
{PUT}
A
Answered by: Bob Lee
Answered on: 10 March 2025
{ANSWER}
Grouped Questions: 12346 | 12347"""
DETAIL = f"""School Libraries: Repairs
Question for Department for Education
UIN 12345, tabled on 3 March 2025
Question
Ann Rowe
Labour
Stoke-on-Trent North
Commons
{PUT}
Answer
Bob Lee
Labour
Poole
Commons
Answered on
10 March 2025
{ANSWER}
Named day
This question was grouped with the following question(s) for answer:
12346
12347"""
LABELLED = f"""Asked by Ann Rowe (Stoke-on-Trent North)
Labour
Asked on: 3 March 2025
UIN 12345
Named day
Department for Education
School Libraries: Repairs
{PUT}
Answered by
Bob Lee
Minister of State, Department for Education
Answered on: 10 March 2025
{ANSWER}
Grouped questions: 12346, 12347"""
UNMARKED = f"""Ann Rowe
Labour
Stoke-on-Trent North
Commons
Department for Education
School Libraries: Repairs
UIN 12345, tabled on 3 March 2025
[N]
{PUT}
Answered
10 March 2025
{ANSWER}
Grouped questions:
12346
12347"""
FORMS = [
    pytest.param(OF_A_LIST, id="list"),
    pytest.param(DETAIL, id="detail"),
    pytest.param(LABELLED, id="labelled"),
    pytest.param(UNMARKED, id="unmarked"),
]


def read(text: str) -> Reading:
    name, reading = choose(text)
    assert name == "question_pages"
    assert_structure(text, reading)
    return reading


def only(text: str) -> Question:
    (question,) = read(text).questions
    return question


@pytest.mark.parametrize("form", FORMS)
def test_every_field_of_every_form(form: str) -> None:
    text = f"Written questions\n\n{form}\n{form}\nPrivacy policy\n"
    reading = read(text)
    assert len(reading.questions) == 2
    for question in reading.questions:
        assert question.answer is not None
        assert (question.question.of(text), question.answer.of(text)) == (PUT, ANSWER)
        assert (question.uin, question.heading, question.house) == ("12345", "School Libraries: Repairs", "Commons")
        assert (question.date_tabled, question.date_answered) == (dt.date(2025, 3, 3), dt.date(2025, 3, 10))
        assert (question.asking_member_name, question.asking_constituency) == ("Ann Rowe", "Stoke-on-Trent North")
        assert question.asking_party == (None if form is OF_A_LIST else "Labour")
        assert question.answering_member_name == (None if form is UNMARKED else "Bob Lee")
        assert question.answering_role == ("Minister of State, Department for Education" if form is LABELLED else None)
        assert question.answering_body_name == "Department for Education"
        assert question.addressee == "Secretary of State for Education"
        assert (question.is_named_day, question.grouped_uins) == (True, ("12346", "12347"))
        assert [part.label for part in question.parts] == ["a", "b"]
        assert question.answer_status == "answered"
    assert outline(text, reading)[-1] == ("boilerplate", "Privacy policy")
    assert outline(text, reading).count(("heading", "School Libraries: Repairs")) == 2


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "  \n\n"),
        lambda text: text.replace("\n", "\n\t"),
        lambda text: text.replace(" ", "\u00a0"),
    ],
)
def test_line_ends_blank_lines_and_spaces_do_not_matter(form: str, change) -> None:
    text = change(f"{form}\n{form}")
    for question in read(text).questions:
        assert (question.uin, question.asking_member_name, question.date_answered) == (
            "12345",
            "Ann Rowe",
            dt.date(2025, 3, 10),
        )
        assert question.answer is not None
        assert question.answer.of(text).split() == ANSWER.split()


def test_the_page_of_one_question_has_its_heading_for_a_title() -> None:
    assert read(f"UK Parliament\n{DETAIL}").facts.title == "School Libraries: Repairs"
    assert read(f"Libraries\n{DETAIL}\n{DETAIL}").facts.title == "Libraries"


def test_what_the_page_explains_of_its_signs_is_no_heading() -> None:
    signs = "Q\n(Poole)\n[N]\nClose\n\nNamed Day\n\n'Named day' questions only occur in the Commons.\n\n"
    question = "To ask the Secretary of State for Transport, when he will mend Poole pier."
    found = only(f"{signs}Asked on: 03 March 2015\nDepartment for Transport\nPiers: Poole\nCommons\n{question}\n")
    assert (found.heading, found.asking_constituency, found.is_named_day) == ("Piers: Poole", "Poole", True)


def test_a_question_of_a_peer_and_one_that_does_not_begin_with_to_ask() -> None:
    peers = OF_A_LIST.replace("Ann Rowe\n(Stoke-on-Trent North)", "Lord Oak").replace("Commons\n12345", "Lords\nHL12")
    first, second = read(f"{peers}\n{OF_A_LIST.replace(PUT, 'What steps she is taking.')}").questions
    assert (first.house, first.uin, first.asking_constituency) == ("Lords", "HL12", None)
    assert (second.house, second.addressee, second.asking_member_name) == ("Commons", None, "Ann Rowe")


@pytest.mark.parametrize(
    ("old", "new", "name", "value"),
    [
        ("Answered on: 10 March 2025\n", "Answered on: 10 March 2025\nCorrected\n", "answer_status", "corrected"),
        ("Answered on: 10", "Corrected answer: 12 March 2025\nAnswered on: 10", "answer_status", "corrected"),
        ("Answered on: 10", "Holding answer received on 6 March 2025\nAnswered on: 10", "answer_status", "answered"),
        (ANSWER, "I will write to the hon. Member.", "answer_status", "holding"),
        (ANSWER, "We spent £5 million. I will write to the hon. Member with the rest.", "answer_status", "answered"),
        (
            "Asked on: 03 March 2025",
            "Asked on: 03 March 2025\nDue for answer: 7 March 2025",
            "answer_status",
            "answered",
        ),
    ],
)
def test_how_a_question_was_dealt_with(old: str, new: str, name: str, value: str) -> None:
    assert getattr(only(OF_A_LIST.replace(old, new)), name) == value


@pytest.mark.parametrize(
    "line",
    [
        "Answered by Bob Lee on 10 March 2025",
        "Answered on 10 March 2025 by Bob Lee",
        "Answered by: Bob Lee, 10 March 2025",
        "Answered by Bob Lee (Monday 10 March 2025)",
    ],
)
def test_a_day_beside_who_answers(line: str) -> None:
    question = only(OF_A_LIST.replace("Answered by: Bob Lee\nAnswered on: 10 March 2025", line))
    assert (question.answering_member_name, question.answering_role) == ("Bob Lee", None)
    assert question.date_answered == dt.date(2025, 3, 10)


def test_days_of_holding_answers_corrections_and_for_answer() -> None:
    text = OF_A_LIST.replace("Asked on", "Due for answer: 7 March 2025\nAsked on").replace(
        "Answered on", "Holding answer received on 6 March 2025\nCorrected answer: 12 March 2025\nAnswered on"
    )
    question = only(text)
    assert (question.date_for_answer, question.date_holding_answer) == (dt.date(2025, 3, 7), dt.date(2025, 3, 6))
    assert question.date_answer_corrected == dt.date(2025, 3, 12)


def test_unanswered_and_withdrawn_questions() -> None:
    head = OF_A_LIST[: OF_A_LIST.index("\nA\n")]
    first, second, third = read(f"{head}\n{head}\nUnanswered\n{head}\nThis question has been withdrawn.").questions
    assert [one.answer for one in (first, second, third)] == [None] * 3
    assert [one.answer_status for one in (first, second, third)] == ["unanswered", "unanswered", "withdrawn"]
    assert (second.is_withdrawn, third.is_withdrawn, first.date_answered) == (None, True, None)


def test_an_answer_keeps_its_lists_tables_and_short_lines() -> None:
    answer = "This includes:\n- forty roofs\n- six doors\nYear | Roofs\n2024 | 7\nNotes\nRoofs of slate only."
    text = f"{OF_A_LIST.replace(ANSWER, answer)}\n{DETAIL}"
    first, second = read(text).questions
    assert first.answer is not None
    assert first.answer.of(text) == answer
    assert second.heading == "School Libraries: Repairs"


@pytest.mark.parametrize(
    "text",
    [
        # a page of answers to frequent questions
        "Question\nWho may borrow a book?\nAnswer\nAll of Poole.\nQuestion\nWhat does it cost?\nAnswer\nNothing.",
        # a story about a question
        "3 March 2025\nAsked by Ann Rowe, the minister said: “Soon.”\nTo ask the Secretary of State was her idea.\n",
        # an article that quotes one, with its number
        "UIN 12345 was tabled on 3 March 2025.\nIt reads:\n“To ask the Secretary of State, what.”\nNobody did.\n",
        # a form
        "Name\nAnn Rowe\nAsked by\nBob Lee\nDate\n3 March 2025\nOpen on Mondays.\n",
        "",
    ],
)
def test_what_only_looks_like_a_page_of_questions(text: str) -> None:
    assert question_pages.explains(text) == 0
    assert choose(text)[0] != "question_pages"
