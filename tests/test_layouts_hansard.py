"""Written answers of Hansard: who asks, who answers, and which questions one answer is for."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest
from structure import assert_structure, outline

from extractors.layouts import choose, hansard
from extractors.model import Question, Reading

COMMONS = """Tuesday 13 March 2012
TRANSPORT
Harbours: Dredging
Ann Rowe (Poole) (Lab): To ask the Secretary of State for Transport what she (a) dredges and (b) fills. [98417]
Bob Lee: Harbours pay for their own dredging.
We pay for none.
Railways
Mr. Al Fox (Leigh) (LD) [R]: To ask the Secretary of State for Transport when trains will run. [98502]
Jo Ng: To ask the Secretary of State for Transport (1) what trains cost; [98611]
(2) how many there are. [98612]
The Parliamentary Under-Secretary of State for Transport (Bob Lee) [holding answer 8 March 2012]: Trains run today.
HOME DEPARTMENT
Horses
Mrs Ada Day: To ask the Secretary of State for the Home Department how many horses she keeps. [97220]
The Solicitor-General: I will write to the hon. Member.
"""
LORDS = """Written Answers
Monday 6 June 2011
Bees
Asked by Baroness Fenn
To ask Her Majesty's Government what bees cost.[HL9301]
The Minister of State, Cabinet Office (Lord Oak): My Lords, they are free.
Ballots
Lord Elm asked Her Majesty's Government:
Whether they will print ballots; and on what paper. [HL9344]
Lord Elm asked Her Majesty's Government what ink they use. [HL9345]
Lord Oak: On white paper, in black.
"""


def read(text: str) -> Reading:
    name, reading = choose(text)
    assert name == "hansard"
    assert_structure(text, reading)
    return reading


def answers(text: str) -> list[str | None]:
    return [one.answer.of(text) if one.answer else None for one in read(text).questions]


def test_who_asks_and_where() -> None:
    questions = read(COMMONS).questions
    assert [(one.asking_member_name, one.asking_constituency, one.asking_party) for one in questions] == [
        ("Ann Rowe", "Poole", "Lab"),
        ("Mr. Al Fox", "Leigh", "LD"),
        ("Jo Ng", None, None),
        ("Jo Ng", None, None),
        ("Mrs Ada Day", None, None),
    ]
    assert [one.uin for one in questions] == ["98417", "98502", "98611", "98612", "97220"]
    assert {one.house for one in questions} == {"Commons"}
    assert {one.date_answered for one in questions} == {dt.date(2012, 3, 13)}
    assert [part.label for part in questions[0].parts] == ["a", "b"]


def test_the_words_of_a_question_are_without_name_and_number() -> None:
    assert [one.question.of(COMMONS) for one in read(COMMONS).questions][2:4] == [
        "To ask the Secretary of State for Transport (1) what trains cost;",
        "(2) how many there are.",
    ]
    assert [one.question.of(LORDS) for one in read(LORDS).questions] == [
        "To ask Her Majesty's Government what bees cost.",
        "asked Her Majesty's Government:\nWhether they will print ballots; and on what paper.",
        "asked Her Majesty's Government what ink they use.",
    ]


def test_questions_above_one_answer_share_it() -> None:
    assert answers(COMMONS) == [
        "Harbours pay for their own dredging.\nWe pay for none.",
        *["Trains run today."] * 3,
        "I will write to the hon. Member.",
    ]
    _, first, second, third, last = read(COMMONS).questions
    assert (first.grouped_uins, last.grouped_uins) == (("98611", "98612"), ())
    assert (third.grouped_uins, third.addressee) == (("98502", "98611"), "Secretary of State for Transport")
    assert [one.end for one in (first, second, third)] == [first.end] * 3
    assert first.start < second.start < third.start
    assert [kind for kind, _ in outline(COMMONS, read(COMMONS))].count("answer") == 3


def test_who_answers_in_which_post() -> None:
    found = [(one.answering_member_name, one.answering_role) for one in read(COMMONS).questions]
    assert found[0] == ("Bob Lee", None)
    assert found[1] == ("Bob Lee", "Parliamentary Under-Secretary of State for Transport")
    assert found[4] == (None, "Solicitor-General")
    assert [one.date_holding_answer for one in read(COMMONS).questions][:2] == [None, dt.date(2012, 3, 8)]
    assert [one.answer_status for one in read(COMMONS).questions][3:] == ["answered", "holding"]


def test_a_department_and_a_topic_stand_above() -> None:
    found = [(one.answering_body_name, one.heading) for one in read(COMMONS).questions]
    assert found[0] == ("TRANSPORT", "Harbours: Dredging")
    assert found[1] == found[3] == ("TRANSPORT", "Railways")
    assert found[4] == ("HOME DEPARTMENT", "Horses")
    assert [(one.answering_body_name, one.heading) for one in read(LORDS).questions] == [
        ("Cabinet Office", "Bees"),
        (None, "Ballots"),
        (None, "Ballots"),
    ]


def test_older_volumes_have_the_names_on_lines_of_their_own() -> None:
    text = """HC Deb 3 June 1984 vol 61 c99W
Mr. Oak

asked the Secretary of State for Transport how many piers are shut.

The Minister of State, Department of Transport (Mrs. Ada Day)

There are nine.
They will open in May.
"""
    (question,) = read(text).questions
    assert (question.asking_member_name, question.house, question.uin) == ("Mr. Oak", "Commons", None)
    assert question.question.of(text) == "asked the Secretary of State for Transport how many piers are shut."
    assert (question.answering_member_name, question.date_answered) == ("Mrs. Ada Day", dt.date(1984, 6, 3))
    assert answers(text) == ["There are nine.\nThey will open in May."]
    assert read(text).facts.published_on == dt.date(1984, 6, 3)


def test_older_answers_that_were_held_and_questions_behind_a_section_sign() -> None:
    text = """Mr. Oak

To ask the President of the Board of Trade how many piers are shut. [15211]

Mrs. Day

[holding answer 11 June 1997]: There are nine.

§ Mr. Al Fox To ask the Secretary of State for Transport when trains will run. [15212]

§ Mr. Lee: Today.
"""
    first, second = read(text).questions
    assert (first.asking_member_name, first.answering_member_name) == ("Mr. Oak", "Mrs. Day")
    assert first.date_holding_answer == dt.date(1997, 6, 11)
    assert (second.asking_member_name, second.answering_member_name) == ("Mr. Al Fox", "Mr. Lee")
    assert answers(text) == ["There are nine.", "Today."]


def test_peers() -> None:
    questions = read(LORDS).questions
    assert [one.asking_member_name for one in questions] == ["Baroness Fenn", "Lord Elm", "Lord Elm"]
    assert {(one.house, one.addressee) for one in questions} == {("Lords", "Her Majesty's Government")}
    assert [one.answering_role for one in questions] == ["Minister of State, Cabinet Office", None, None]


def test_a_list_of_the_lords_own_before_there_are_answers() -> None:
    text = (
        "House of Lords Business\n\nQuestions for Written Answer\n\nTabled on 6 May\n\n"
        "Lord Elm to ask His Majesty's Government how many bells ring. HL7012\n\n"
        "Baroness Fenn of Rye to ask His Majesty's Government what (1) gulls, and (2) terns, cost. HL7013\n"
    )
    questions = read(text).questions
    assert [(one.asking_member_name, one.uin, one.house) for one in questions] == [
        ("Lord Elm", "HL7012", "Lords"),
        ("Baroness Fenn of Rye", "HL7013", "Lords"),
    ]
    assert {(one.answer, one.grouped_uins, one.answer_status) for one in questions} == {(None, (), "unanswered")}
    assert questions[0].question.of(text) == "to ask His Majesty's Government how many bells ring."


@pytest.mark.parametrize("column", ["13 Mar 2012 : Column 146W", "Column WA14", "13 Mar 2012 : Column: 146W—continued"])
def test_columns_are_no_words_of_question_or_answer(column: str) -> None:
    text = COMMONS.replace("what she (a)", f"what she\n{column}\n(a)").replace("We pay", f"{column}\nWe pay")
    reading = read(text)
    assert [one.uin for one in reading.questions] == ["98417", "98502", "98611", "98612", "97220"]
    assert outline(text, reading).count(("boilerplate", column)) == 2
    assert [len(one.parts) for one in reading.questions] == [2, 0, 0, 0, 0]
    assert reading.questions[0].answer is not None
    assert reading.questions[0].answer.of(text).endswith(f"{column}\nWe pay for none.")


def test_a_column_between_question_and_answer_is_in_neither() -> None:
    text = COMMONS.replace(" [98417]\n", "\n13 Mar 2012 : Column 146W\n").replace("fills.", "fills")
    first = read(text).questions[0]
    assert first.question.of(text).endswith("(b) fills")
    assert first.answer is not None
    assert first.answer.of(text).startswith("Harbours pay")


def test_the_day_of_a_column_where_no_other_is_printed() -> None:
    text = COMMONS.replace("Tuesday 13 March 2012", "14 Mar 2012 : Column 145W")
    assert read(text).questions[0].date_answered == dt.date(2012, 3, 14)
    assert read(COMMONS.partition("\n")[2]).questions[0].date_answered is None


def test_daily_reports_print_the_number_beside_the_name() -> None:
    text = (
        "ANSWERS\nCABINET OFFICE\nPensions\nAnn Rowe: [12345]\nTo ask the Minister for the Cabinet Office, how many.\n"
        "Jo Ng: [12346]\nTo ask the Minister for the Cabinet Office, when.\nBob Lee:\nSome 700.\nThey grow.\nCats\n"
    )
    first, second = read(text).questions
    assert (first.uin, first.asking_member_name, first.answering_member_name) == ("12345", "Ann Rowe", "Bob Lee")
    assert (second.uin, second.grouped_uins, second.heading) == ("12346", ("12345",), "Pensions")
    assert first.answer is not None
    assert first.answer.of(text).startswith("Some 700.\nThey grow.")


def test_numbers_inside_one_paragraph_and_on_a_line_of_their_own() -> None:
    text = COMMONS.replace("[98611]\n(2)", "[98611] (2)").replace("fills. [98417]", "fills.\n[98417]")
    assert [one.uin for one in read(text).questions] == ["98417", "98502", "98611", "98612", "97220"]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: "\n\n".join(textwrap.fill(line, 60) for line in text.splitlines()),
    ],
)
@pytest.mark.parametrize("text", [COMMONS, LORDS])
def test_line_ends_spaces_and_wrapping_do_not_matter(text: str, change) -> None:
    def told(question: Question, text: str) -> tuple[object, ...]:
        answer = question.answer.of(text).split() if question.answer else None
        return question.uin, question.asking_member_name, question.answering_role, question.date_answered, answer

    changed = change(text)
    assert [told(one, changed) for one in read(changed).questions] == [told(one, text) for one in read(text).questions]


@pytest.mark.parametrize(
    "text",
    [
        # prose that tells of a question
        "Lord Elm asked Her Majesty's Government what bees cost.\nThe answer came on 6 June 2011.\nThey are free.\n",
        # one quoted by a story
        "Bees\n“To ask Her Majesty's Government what bees cost.”\nThat was the question.\nNobody knew: bees.\n",
        # an oral session, where nobody is asked in these words
        "Ann Rowe (Poole) (Lab): What is the price of bees?\nBob Lee: They are free.\nAnn Rowe: I am grateful.\n",
        # notes for those who table questions
        "How to ask\nBegin with the office: To ask the Secretary of State for Transport, what.\nEnd with a stop.",
        "",
    ],
)
def test_what_only_looks_like_hansard(text: str) -> None:
    assert hansard.explains(text) == 0
    assert choose(text)[0] != "hansard"


LABELLED = """Tuesday 13 March 2012

Q Ann Rowe (Poole): To ask the Secretary of State for Transport, what she dredges.

A Bob Lee: Harbours pay for their own: a list is in the Library.

Q: To ask the Secretary of State for Transport, when trains will run.

A: Trains run today. The Railway Board: it decides.

Q2. To ask the Secretary of State for Transport, what trains cost.

A. Nothing.
"""


def test_a_label_is_no_part_of_a_name() -> None:
    questions = read(LABELLED).questions
    assert [(one.asking_member_name, one.answering_member_name) for one in questions] == [
        ("Ann Rowe", "Bob Lee"),
        (None, None),
        (None, None),
    ]
    assert all(one.question.of(LABELLED).startswith("To ask") for one in questions)
    assert answers(LABELLED) == [
        "Harbours pay for their own: a list is in the Library.",
        "Trains run today. The Railway Board: it decides.",
        "Nothing.",
    ]
