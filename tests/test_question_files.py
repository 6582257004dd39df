"""Questions as rows of CSV and as XML of TheyWorkForYou, documents of the Content API as JSON."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from reading import document_in, read_file

from extractors.layouts import choose
from extractors.model import Question
from pipeline.corpus import find_sources
from pipeline.documents import Document, Failure
from pipeline.errors import Unreadable
from pipeline.readers import cut

ASK = "To ask the Secretary of State for Transport, what (a) buses and (b) trams cost."


def questions(found: list[Document | Failure]) -> list[tuple[Document, Question]]:
    """Each document with its one question; the words of the question are held against the text."""
    asked = []
    for one in found:
        if isinstance(one, Document):
            assert one.read_as
            (question,) = one.read_as[1].questions
            assert one.text[question.question.start : question.question.end].startswith("To ask")
            asked.append((one, question))
    return asked


def failures(found: list[Document | Failure]) -> list[Failure]:
    return [one for one in found if isinstance(one, Failure)]


def test_a_row_of_a_csv_file_is_a_question(tmp_path: Path) -> None:
    rows = (
        "UIN,House,Date tabled,Answered on,Asked by,Party,Constituency,Department,Answered by,Title,Question,Answer,"
        "URL\n"
        f'12,House of Commons,03/02/2025,2025-02-11,Ann Rowe,Labour,Bath,DfT,Bob Lee,Buses,"{ASK}",'
        '"<p>They cost £5.</p><p>Each.</p>",https://x.org/12\n'
    )
    ((document, question),) = questions(read_file(tmp_path, "a.csv", rows))
    assert (document.doc_id, document.record_key, document.media_type) == ("a.csv#1", "1", "text/csv")
    assert document.text == f"Buses\n\n{ASK}\n\nThey cost £5.\nEach."
    assert question.answer and question.answer.of(document.text) == "They cost £5.\nEach."
    assert [part.label for part in question.parts] == ["a", "b"]
    assert (question.uin, question.house, question.heading) == ("12", "Commons", "Buses")
    assert (question.date_tabled, question.date_answered) == (dt.date(2025, 2, 3), dt.date(2025, 2, 11))
    assert (question.asking_member_name, question.asking_party, question.asking_constituency) == (
        "Ann Rowe",
        "Labour",
        "Bath",
    )
    assert (question.answering_body_name, question.answering_member_name) == ("DfT", "Bob Lee")
    assert (question.addressee, question.source_url) == ("Secretary of State for Transport", "https://x.org/12")
    assert (question.answer_status, question.rule) == ("answered", "csv.record")


def test_the_configuration_says_which_column_is_what(tmp_path: Path) -> None:
    rows = f'Title;PQ text;Question\n"Buses";"{ASK}";"not this"\n'
    found = read_file(tmp_path, "a.csv", rows, csv={"question": "pq_text"})
    assert [document.text for document, _ in questions(found)] == [f"Buses\n\n{ASK}"]
    (unread,) = failures(found)
    assert (unread.error_type, unread.is_fatal) == ("unknown_column", False)
    assert unread.message == "a.csv: columns not read: Question ([csv] in the configuration maps them)"


@pytest.mark.parametrize(("answer", "field"), [("It is £5.", "date_answered"), ("", "date_tabled")])
def test_a_date_that_is_only_called_so_is_that_of_the_answer(tmp_path: Path, answer: str, field: str) -> None:
    ((_, question),) = questions(
        read_file(tmp_path, "a.csv", f'date\tquestion\tanswer\n3 March 2025\t"{ASK}"\t{answer}\n')
    )
    dates = {"date_tabled": question.date_tabled, "date_answered": question.date_answered}
    assert {name: day for name, day in dates.items() if day} == {field: dt.date(2025, 3, 3)}


def test_a_row_that_cannot_be_read_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    rows = f'Date,House,Question\nsoon,,"{ASK}"\n,,\n,Senate,"{ASK}"\n,,"{ASK}"\n2025,Lords,""\n2025-01-02,Lords,\n'
    found = read_file(tmp_path, "a.csv", rows)
    assert [document.doc_id for document, _ in questions(found)] == ["a.csv#3"]
    assert [(one.record_key, one.message.partition(": ")[2]) for one in failures(found)] == [
        ("1", "row 1: date is 'soon': not a day"),
        ("2", "question 2: house is 'Senate': not Commons or Lords"),
        ("4", "row 4: date is '2025': not a day"),
        ("5", "question 5: questionText is empty"),
    ]


@pytest.mark.parametrize(
    ("rows", "config", "error_type", "reason"),
    [
        ("Question,Answer\n", {}, "empty", "no rows below the names"),
        (
            "Topic,Text\na,b\n",
            {},
            "unknown_form",
            r"no column of questions or recommendations among Topic, Text: name .* as question in \[csv\]",
        ),
        ("Question\na\n", {"answer": "Reply"}, "unknown_form", r"no column 'Reply' for answer of \[csv\]"),
        ("Question,question \na,b\n", {}, "unknown_form", "two columns are called 'question'"),
        ('Question\n"a', {}, "malformed_csv", "unexpected end of data"),
        ("Question\n\0", {}, "undecodable", "NUL"),
    ],
)
def test_a_csv_file_that_gives_nothing(
    tmp_path: Path, rows: str, config: dict[str, str], error_type: str, reason: str
) -> None:
    with pytest.raises(Unreadable, match=rf"a\.csv: .*{reason}") as raised:
        read_file(tmp_path, "a.csv", rows, csv=config)
    assert raised.value.error_type == error_type


def test_a_csv_file_of_recommendations_is_one_table(tmp_path: Path) -> None:
    rows = 'Number,Recommendation,Response\n1,Mend the roof.,Accepted.\n2,"Mend the\nfloor.","Rejected, for now."\n'
    (document,) = read_file(tmp_path, "a.csv", rows)
    assert isinstance(document, Document)
    assert document.text.splitlines()[1:] == [
        "1 | Mend the roof. | Accepted.",
        "2 | Mend the floor. | Rejected, for now.",
    ]
    layout, reading = choose(document.text)
    assert layout == "responses"
    assert [(one.number, document.text[one.start : one.end]) for one in reading.recommendations] == [
        ("1", "Mend the roof."),
        ("2", "Mend the floor."),
    ]
    assert [one.response and one.response.of(document.text) for one in reading.recommendations] == [
        "Accepted.",
        "Rejected, for now.",
    ]


ID = "uk.org.publicwhip/wrans/2025-01-03.{}"
PAGE = "https://questions-statements.parliament.uk/written-questions/detail/2025-01-03/"
ENTITIES = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE publicwhip [<!ENTITY pound "&#163;">{}]>\n'


def ques(number: str, words: str = f"<p>{ASK}</p>", **attributes: str) -> str:
    written = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f'<ques id="{ID.format(number)}" speakername="Ann Rowe" {written}>{words}</ques>'


def whip(*elements: str, declarations: str = "") -> bytes:
    document = f"{ENTITIES.format(declarations)}<publicwhip>{''.join(elements)}</publicwhip>"
    return document.encode("iso-8859-1")


def test_questions_of_theyworkforyou(tmp_path: Path) -> None:
    reply = '<reply speakername="Bob Lee"><p>It is &pound;5.</p><table><tr><td>a</td><td>b</td></tr></table></reply>'
    data = whip(
        "<major-heading>Transport</major-heading><minor-heading>Buses &amp; Trams</minor-heading>",
        ques("12.q0", f'<p qnum="12">{ASK}</p>', url=f"{PAGE}12"),
        ques("13.q1", "<p>To ask the Secretary of State for Transport, what a café costs. [13]</p>"),
        reply,
        ques("14.q0", f"<p>{ASK}</p>", url=f"{PAGE}HL14"),
    )
    found = questions(read_file(tmp_path, "answers2025-01-09.xml", data))
    assert [document.doc_id for document, _ in found] == [
        f"answers2025-01-09.xml#2025-01-03.{number}" for number in ("12.q0", "13.q1", "14.q0")
    ]
    assert found[0][0].text == f"Buses & Trams\n\n{ASK}\n\nIt is £5.\na | b"
    assert found[1][0].text.split("\n\n")[1] == "To ask the Secretary of State for Transport, what a café costs."
    first, second, third = (question for _, question in found)
    assert (first.uin, first.grouped_uins, second.uin, second.grouped_uins) == ("12", ("13",), "13", ("12",))
    assert (first.house, first.date_tabled, first.date_answered) == (
        "Commons",
        dt.date(2025, 1, 3),
        dt.date(2025, 1, 9),
    )
    assert (first.asking_member_name, first.answering_member_name) == ("Ann Rowe", "Bob Lee")
    assert (first.answering_body_name, first.source_url, first.rule) == (
        "Transport",
        f"{PAGE}12",
        "theyworkforyou.record",
    )
    assert (third.uin, third.house, third.answer_status, third.answer) == ("HL14", "Lords", "unanswered", None)


def test_the_day_in_an_id_is_that_of_the_answer_where_no_address_says_otherwise(tmp_path: Path) -> None:
    data = whip(ques("12.q0"), "<reply><p>No.</p></reply><reply><p>Yes.</p></reply>")
    ((document, question),) = questions(read_file(tmp_path, "a.xml", data))
    assert (question.date_tabled, question.date_answered) == (None, dt.date(2025, 1, 3))
    assert document.text.endswith("\n\nNo.\nYes.")


def test_entities_are_not_expanded_and_nothing_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    declared = f'<!ENTITY a "boom"><!ENTITY b "&a;&a;"><!ENTITY file SYSTEM "{secret.as_uri()}">'
    data = whip(ques("1.q0", f"<p>{ASK}</p><p>&b; &file;</p>"), declarations=declared)
    document = document_in(tmp_path, "a.xml", data)
    assert "boom" not in document.text
    assert "secret" not in document.text


@pytest.mark.parametrize(
    ("data", "error_type", "reason"),
    [
        (b"<publicwhip><ques>", "malformed_xml", "malformed XML"),
        (b"", "malformed_xml", "malformed XML"),
        (b"<?xml version='1.0'?><feed/>", "unknown_form", "XML of an unknown form, <feed>"),
        (whip("<speech><p>Order.</p></speech><reply><p>a</p></reply>"), "empty", "no written questions"),
    ],
)
def test_xml_that_gives_nothing(tmp_path: Path, data: bytes, error_type: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"a\.xml: .*{reason}") as raised:
        read_file(tmp_path, "a.xml", data)
    assert raised.value.error_type == error_type


STORY: dict[str, Any] = {
    "base_path": "/government/news/a-bridge",
    "content_id": "aa-11",
    "document_type": "press_release",
    "title": "A bridge & a road",
    "description": "It will be mended.",
    "details": {"body": "<div class='govspeak'><p>It costs £5.</p><ul><li>one</li></ul></div>"},
    "first_published_at": "2025-07-01T23:30:00Z",
    "public_updated_at": "2025-07-09T10:00:00+01:00",
    "links": {"organisations": [{"title": "Home Office"}, {"title": "HM Treasury"}]},
}
PRINTED = "Press release\n\nA bridge & a road\n\nIt will be mended.\n\nIt costs £5.\n\n- one"


def test_a_document_of_the_content_api(tmp_path: Path) -> None:
    document = document_in(tmp_path, "a.json", json.dumps(STORY))
    assert (document.doc_id, document.record_key, document.text) == ("a.json", None, PRINTED)
    facts = document.facts
    assert (facts.title, facts.publisher_name) == ("A bridge & a road", "Home Office")
    assert facts.source_url == "https://www.gov.uk/government/news/a-bridge"
    assert (facts.published_on, facts.published_precision) == (dt.date(2025, 7, 2), "day")
    assert facts.updated_on == dt.date(2025, 7, 9)


@pytest.mark.parametrize("between", [",\n", "\n"])
def test_several_of_them_in_a_list_or_one_a_line(tmp_path: Path, between: str) -> None:
    records = [STORY, STORY | {"content_id": None, "document_type": "answer"}, STORY, {"a": 1}, STORY | {"title": 3}]
    text = between.join(map(json.dumps, records))
    found = read_file(tmp_path, "a.json", f"[{text}]" if "," in between else text)
    documents = [one for one in found if isinstance(one, Document)]
    assert [(one.doc_id, one.record_key) for one in documents] == [("a.json#aa-11", "aa-11"), ("a.json#1", "1")]
    assert documents[1].text == PRINTED.removeprefix("Press release\n\n")
    assert [one.message for one in failures(found)] == [
        "a.json: record 2: its content_id is that of one before it",
        "a.json: record 3: no document of the Content API",
        "a.json: record 4: its content_id is that of one before it",
    ]


def test_a_long_list_of_them_is_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([STORY, STORY]))
    (source,) = find_sources([path]).sources
    assert cut(source, 10, 10_000) == [source]


@pytest.mark.parametrize(
    ("details", "printed"),
    [
        (
            {
                "body": [
                    {"content_type": "text/govspeak", "content": "x"},
                    {"content_type": "text/html", "content": "<p>a"},
                ]
            },
            "a",
        ),
        ({"parts": [{"title": "One", "body": "<p>a"}, {"title": "Two", "body": "<p>b"}]}, "One\n\na\n\nTwo\n\nb"),
    ],
)
def test_other_forms_of_a_body(tmp_path: Path, details: dict[str, Any], printed: str) -> None:
    record = {"base_path": "/a", "title": "Title", "details": details}
    assert document_in(tmp_path, "a.json", json.dumps(record)).text == f"Title\n\n{printed}"


@pytest.mark.parametrize(
    ("record", "error_type", "reason"),
    [
        ({"base_path": "/a", "details": {}}, "bad_record", "holds no text"),
        (STORY | {"details": {"body": 3}}, "bad_record", "body is not a text"),
        ({"details": {}}, "unknown_form", "JSON of an unknown form"),
    ],
)
def test_json_that_gives_nothing(tmp_path: Path, record: dict[str, Any], error_type: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"a\.json: .*{reason}") as raised:
        read_file(tmp_path, "a.json", json.dumps(record))
    assert raised.value.error_type == error_type
