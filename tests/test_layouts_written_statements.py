"""Written ministerial statements: Hansard's pages and Parliament's, and what looks like them."""

from __future__ import annotations

import datetime as dt

import pytest
from structure import assert_structure, outline

from extractors.layouts import LAYOUTS, choose, is_close
from extractors.model import Reading

PAGE = """Written statement

Harbour Walls

Statement made on 12 March 2025

Statement UIN HCWS512

Statement made by

Jo Lane

Parliamentary Under-Secretary of State for Environment, Food and Rural Affairs

Labour

Ripon

Commons

Statement

I am today announcing the launch of the £40 million Harbour Walls Fund.

Six towns will receive new walls by 2027.
"""
VOLUME = """12 Mar 2013 : Column 1WS

Written Ministerial Statements

Tuesday 12 March 2013

TREASURY

Coins and Notes

The Financial Secretary to the Treasury (Greg Oak): I am today publishing the rules for coins.

12 Mar 2013 : Column 2WS

They will cost £3 million until May 2013.

Tokens

The Economic Secretary (Ann Rowe) [HCWS12]: My right hon. Friend the Chancellor has made the following statement:

“Tokens are no coins.”

HOME DEPARTMENT

Police Grants

Lord Elm: My right honourable friend the Home Secretary has made the following Written Ministerial Statement.

[HLWS9]
"""


def read(text: str) -> tuple[Reading, list[tuple[str, str]]]:
    name, reading = choose(text)
    assert name == "written_statements"
    assert not is_close(reading.evidence)
    assert reading.document_type == "press"
    assert_structure(text, reading)
    return reading, outline(text, reading)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page(end: str) -> None:
    reading, found = read(PAGE.replace("\n", end))
    assert reading.facts.title == "Harbour Walls"
    assert (reading.facts.published_on, reading.facts.published_precision) == (dt.date(2025, 3, 12), "day")
    assert [words for kind, words in found if kind == "paragraph"] == PAGE.strip().split("\n\n")[-2:]
    assert {kind for kind, _ in found} == {"title", "metadata", "paragraph"}


def test_an_older_page_has_its_title_below_who_makes_it() -> None:
    text = """Department for Piers
Made on: 6 June 2017
Made by: Baroness Lane of Ripon (Parliamentary Under Secretary of State for Piers and Jetties)
Lords

Harbour Walls

My hon. Friend the Minister for Piers (Greg Oak) has today made the following statement.
"""
    reading, found = read(text)
    assert (reading.facts.title, reading.facts.published_on) == ("Harbour Walls", dt.date(2017, 6, 6))
    assert reading.facts.publisher_name == "Department for Piers"
    assert [kind for kind, _ in found] == [*("metadata",) * 4, "title", "paragraph"]


def test_the_word_of_its_type_may_be_missing_and_its_title_short() -> None:
    reading, _ = read(PAGE.partition("\n\n")[2].replace("Harbour Walls", "Walls", 1))
    assert reading.facts.title == "Walls"


def test_a_volume() -> None:
    reading, found = read(VOLUME)
    assert reading.facts.published_on == dt.date(2013, 3, 12)
    assert found == [
        ("boilerplate", "12 Mar 2013 : Column 1WS"),
        ("title", "Written Ministerial Statements"),
        ("metadata", "Tuesday 12 March 2013"),
        ("heading", "TREASURY"),
        ("heading", "Coins and Notes"),
        ("metadata", "The Financial Secretary to the Treasury (Greg Oak):"),
        ("paragraph", "I am today publishing the rules for coins."),
        ("boilerplate", "12 Mar 2013 : Column 2WS"),
        ("paragraph", "They will cost £3 million until May 2013."),
        ("heading", "Tokens"),
        ("metadata", "The Economic Secretary (Ann Rowe) [HCWS12]:"),
        ("paragraph", "My right hon. Friend the Chancellor has made the following statement:"),
        ("paragraph", "“Tokens are no coins.”"),
        ("heading", "HOME DEPARTMENT"),
        ("heading", "Police Grants"),
        ("metadata", "Lord Elm:"),
        (
            "paragraph",
            "My right honourable friend the Home Secretary has made the following Written Ministerial Statement.",
        ),
        ("metadata", "[HLWS9]"),
    ]
    paths = [one.heading_path for one in reading.segments if one.kind == "paragraph"]
    assert paths[0] == ("TREASURY", "Coins and Notes")
    assert paths[-1] == ("HOME DEPARTMENT", "Police Grants")


def test_days_that_differ_are_no_date_of_the_document() -> None:
    later = VOLUME.replace("HOME DEPARTMENT", "Wednesday 13 March 2013\n\nHOME DEPARTMENT")
    assert read(later)[0].facts.published_on is None


@pytest.mark.parametrize(
    "text",
    [
        "Minutes\n\nThe Chair of the Board (Ann Rowe): Welcome to you all.\n\nThe Vice Chair (Bob Lee): Thank you.\n",
        "Harbour walls\n\nThe written statement HCWS512 was made on 12 March 2025.\n\nNothing came of it.\n",
        "Menu\n\nWritten questions\n\nWritten statements\n\nBills\n\nWritten statements\n\nWalls are of stone.\n",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert choose(text)[0] == "plain"


def test_a_question_that_names_a_statement_stays_a_question() -> None:
    text = """Walls
UIN 12345, tabled on 3 March 2025
Question
Ann Rowe
To ask the Secretary of State for Transport, with reference to HCWS512, what walls cost.
Answer
Bob Lee
Answered on 10 March 2025
I refer to this:
HCWS512
"""
    name, reading = choose(text)
    assert (name, len(reading.questions)) == ("question_pages", 1)
    assert set(reading.evidence) == set(LAYOUTS)
