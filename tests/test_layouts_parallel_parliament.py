"""Listings of written questions: every field of a block, in the forms in which such listings are saved."""

from __future__ import annotations

import datetime as dt

import pytest
from structure import assert_structure, outline

from extractors.layouts import choose, parallel_parliament
from extractors.model import Question, Reading

BLOCK = """Asked by: Ann Rowe (Labour - Stoke-on-Trent North)
Question to the Department for Education:
To ask the Secretary of State for Education, what steps she is taking to (a) open and (b) mend school libraries.
Answered by Bob Lee - Vice Chamberlain (HM Household) (Whip, House of Commons)
School libraries matter.
We will mend forty of them by the summer."""
HEADED = """Written Question
School Libraries: Repairs
Thursday 20th March 2025

Asked by: Baroness Wren of Pellow (Green Party - Life peer)

Question to the Department for Education:

To ask His Majesty's Government what steps they are taking to mend school libraries. [HL4321]

Answered by Lord Quill - Baron in Waiting (HM Household)

We will mend forty of them by the summer."""


def read(text: str) -> Reading:
    name, reading = choose(text)
    assert name == "parallel_parliament"
    assert_structure(text, reading)
    return reading


def only(text: str) -> Question:
    (question,) = read(text).questions
    return question


def test_every_field_of_a_block() -> None:
    text = f"{BLOCK}\n{BLOCK}\n"
    question, second = read(text).questions
    assert text[question.start : question.end] == text[second.start : second.end] == BLOCK
    assert question.question.of(text).startswith("To ask the Secretary")
    assert question.answer is not None
    assert question.answer.of(text) == BLOCK[BLOCK.index("School libraries matter") :]
    assert question.asking_member_name == "Ann Rowe"
    assert (question.asking_party, question.asking_constituency) == ("Labour", "Stoke-on-Trent North")
    assert question.addressee == "Secretary of State for Education"
    assert question.answering_body_name == "Department for Education"
    assert question.answering_member_name == "Bob Lee"
    assert question.answering_role == "Vice Chamberlain (HM Household) (Whip, House of Commons)"
    assert [part.label for part in question.parts] == ["a", "b"]
    assert (question.house, question.answer_status, question.rule) == (
        "Commons",
        "answered",
        "parallel_parliament.block",
    )
    assert (question.heading, question.uin, question.date_answered) == (None, None, None)


def test_lines_above_and_number_at_the_end() -> None:
    text = f"Questions about libraries\nResults 1 to 2\n\n{HEADED}\n\n\n{HEADED}\n\nPrivacy policy\n"
    reading = read(text)
    question = reading.questions[1]
    assert text[question.start : question.end] == HEADED
    assert question.heading == "School Libraries: Repairs"
    assert (question.date_answered, question.date_tabled) == (dt.date(2025, 3, 20), None)
    assert (question.house, question.uin) == ("Lords", "HL4321")
    assert question.question.of(text).endswith("libraries.")
    assert (question.addressee, question.asking_constituency) == ("His Majesty's Government", "Life peer")
    assert reading.facts.title == "Questions about libraries"
    answer = next(s for s in reading.segments if s.kind == "answer")
    assert answer.heading_path == ("School Libraries: Repairs",)
    assert outline(text, reading)[-1] == ("boilerplate", "Privacy policy")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "  \n\n"),
        lambda text: text.replace("\n", "\n\t"),
        lambda text: text.replace("Asked by: ", "Asked by ").replace("Answered by ", "Answered by: "),
        lambda text: text.replace(" - ", " – "),
    ],
)
def test_line_ends_blank_lines_and_marks_do_not_matter(change) -> None:
    text = change(f"{BLOCK}\n{BLOCK}")
    plain, changed = read(BLOCK).questions[0], read(text).questions[1]
    for name in ("asking_member_name", "asking_party", "asking_constituency", "addressee", "answering_role"):
        assert getattr(changed, name) == getattr(plain, name)
    assert changed.answer is not None
    assert changed.answer.of(text).split() == BLOCK.split("Commons)")[1].split()


@pytest.mark.parametrize(
    ("line", "name", "party", "seat", "house"),
    [
        (
            "Asked by: Sir Al D'Arcy-Fox (Labour (Co-op) - Poole)",
            "Sir Al D'Arcy-Fox",
            "Labour (Co-op)",
            "Poole",
            "Commons",
        ),
        ("Asked by: Ann Rowe (Poole)", "Ann Rowe", None, "Poole", "Commons"),
        ("Asked by: Ann Rowe (Independent)", "Ann Rowe", "Independent", None, None),
        ("Asked by: Ann Rowe", "Ann Rowe", None, None, None),
        (
            "Asked by: Earl Oak (Conservative - Excepted Hereditary)",
            "Earl Oak",
            "Conservative",
            "Excepted Hereditary",
            "Lords",
        ),
        ("Asked by: Lord Bishop of Ely (Bishops - Bishops)", "Lord Bishop of Ely", "Bishops", "Bishops", "Lords"),
    ],
)
def test_who_asks(line: str, name: str, party: str | None, seat: str | None, house: str | None) -> None:
    """The seat shows the House; without one only the words of the question could, and these do not."""
    put = "Question to the Leader of the House:\nTo ask the Leader of the House, when she will rise."
    question = only(f"{line}\n{put}\nAnswered by Jo Ng - Leader of the House\nSoon.")
    assert (question.asking_member_name, question.asking_party, question.asking_constituency) == (name, party, seat)
    assert question.house == house


@pytest.mark.parametrize(
    ("put", "addressee"),
    [
        (
            "To ask the Secretary of State for Environment, Food and Rural Affairs, pursuant to the Answer of 3 March",
            "Secretary of State for Environment, Food and Rural Affairs",
        ),
        ("To ask the Chancellor of  the Exchequer, (a) how and (b) when", "Chancellor of the Exchequer"),
        ("To ask the Minister for the Cabinet Office; for what reason", "Minister for the Cabinet Office"),
        ("To ask the Secretary of State for Defence how many boats", "Secretary of State for Defence"),
        ("To ask the Secretary of State for Defence, Pursuant to the Answer", "Secretary of State for Defence"),
        ("To ask His Majesty’s Government, further to the Answer", "His Majesty’s Government"),
        (
            "To ask the hon. Member for Poole and Oak, representing the Church Commissioners, how many",
            "hon. Member for Poole and Oak, representing the Church Commissioners",
        ),
    ],
)
def test_who_is_asked(put: str, addressee: str) -> None:
    assert only(f"{put} there are.\nAnswered by Jo Ng\nFour.").addressee == addressee


def test_a_question_may_stand_without_asker_header_or_answer() -> None:
    text = (
        "Question to the HM Treasury:\nTo ask the Chancellor of the Exchequer, how much.\n"
        "Answered by Jo Ng - Exchequer Secretary (HM Treasury)\nFive pounds.\n"
        "Asked by: Ann Rowe (Labour - Poole)\nQuestion to the Home Office:\n"
        "To ask the Secretary of State for the Home Department, when.\n"
        "Asked by: Ann Rowe (Labour - Poole)\nQuestion to the Home Office:\nWhat steps she is taking.\n"
        "This question has been withdrawn.\n"
    )
    first, second, third = read(text).questions
    assert (first.asking_member_name, first.answering_body_name) == (None, "HM Treasury")
    assert (second.answer, second.answer_status, second.answering_member_name) == (None, "unanswered", None)
    assert text[second.start : second.end].endswith("when.")
    assert (third.question.of(text), third.addressee) == ("What steps she is taking.", None)
    assert third.answer_status == "withdrawn"


def test_a_day_or_the_company_of_others_shows_a_heading() -> None:
    dated = f"{BLOCK}\nLibraries: Roofs\nMonday 3 March 2025\n{BLOCK}"
    first, second = read(dated).questions
    assert (first.heading, second.heading) == (None, "Libraries: Roofs")
    assert first.answer is not None
    assert first.answer.of(dated).endswith("summer.")
    undated = f"Libraries: Roofs\n{BLOCK}\nLibraries: Floors\n{BLOCK}"
    assert [question.heading for question in read(undated).questions] == ["Libraries: Roofs", "Libraries: Floors"]


def test_details_between_the_lines() -> None:
    text = BLOCK.replace("To ask", "UIN 54321, tabled on 3 March 2025\nTo ask").replace(
        "School libraries matter", "Answered on: 10 March 2025\nSchool libraries matter"
    )
    question = only(f"{text}\nGrouped Questions: 54322")
    assert (question.uin, question.date_tabled) == ("54321", dt.date(2025, 3, 3))
    assert question.date_answered == dt.date(2025, 3, 10)
    assert question.answer is not None
    assert question.answer.of(f"{text}\n").endswith("summer.")


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (
            "It has not proved possible to respond to the hon. Member in the time available before Prorogation.",
            "holding",
        ),
        ("I will answer this question as soon as possible.", "holding"),
        (
            "An error has been identified in the written answer given on 3 March. It should have been: four.",
            "corrected",
        ),
        (
            "It was not possible for schools to answer every letter in the time they had, so we asked them again.",
            "answered",
        ),
    ],
)
def test_how_a_question_was_dealt_with(answer: str, status: str) -> None:
    assert only(f"{BLOCK.rsplit('School libraries matter', 1)[0]}{answer}").answer_status == status


def test_an_answer_keeps_its_lists_and_tables() -> None:
    text = f"{BLOCK}\nThis includes:\n• forty roofs\n  – ten of slate\n• six doors\n1. First\nYear | Roofs\n2024 | 7"
    kinds = [(kind, words) for kind, words in outline(text, read(text)) if kind in ("list_item", "table_row")]
    assert [kind for kind, _ in kinds] == ["list_item"] * 4 + ["table_row"] * 2
    assert only(text).end == len(text)


def test_a_listing_wrapped_by_hand() -> None:
    text = (
        "Asked by: Ann Rowe (Labour - Poole)\n"
        "To ask the Secretary of State for Education, what steps she is taking to make\n"
        "sure that the school libraries of Poole are open to every child who wants to\n"
        "read a book there.\n"
        "UIN 12345\n"
        "Answered by Bob Lee - Minister of State\n"
        "Libraries are open to every child who wants to read. We have asked the schools\n"
        "of Poole to write down when their libraries are open, and to send the list to\n"
        "the council by the end of May.\n"
    )
    reading = read(text)
    assert reading.questions[0].question.of(text).endswith("a book there.")
    assert [kind for kind, _ in outline(text, reading)].count("paragraph") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Asked by reporters whether schools would open, the minister said they would.\n“Soon,” she said.\n",
        "To ask the Secretary of State for Education was the committee's first idea.\nIt was dropped.\n",
        "Question to the panel: what now?\nAnswered by nobody.\n",
        "",
    ],
)
def test_what_only_looks_like_a_listing(text: str) -> None:
    assert parallel_parliament.explains(text) == 0
    assert choose(text)[0] != "parallel_parliament"


def test_days_beside_who_asks_and_who_answers() -> None:
    text = (
        "Asked by Ann Rowe (Leigh) on 1 May 2025\nQuestion to the Home Office\nTo ask the Home Secretary, who asks.\n"
        "Answered by Bob Lee - Minister of State (Home Office), 6 May 2025\nNobody does.\n"
    )
    (question,) = read(text).questions
    assert (question.asking_member_name, question.asking_constituency) == ("Ann Rowe", "Leigh")
    assert (question.answering_member_name, question.answering_role) == ("Bob Lee", "Minister of State (Home Office)")
    assert (question.date_tabled, question.date_answered) == (dt.date(2025, 5, 1), dt.date(2025, 5, 6))
