"""The fallback, the front of a document, and what holds for every grammar on any text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structure import assert_structure, outline

from extractors.layouts import LAYOUTS, choose
from extractors.layouts.frontmatter import read_front
from extractors.layouts.lines import lines
from extractors.model import Reading, Segment

REPORT = """Independent report
Libraries in England: who reads, where and what

Updated 13 June 2024
This was published under the 2022 to 2024 Sunak Conservative government
Applies to England and Wales
March 2023

Introduction

There are three thousand libraries in England. This report counts their readers, and asks what they read.

What readers told us

Readers want:

  • longer hours
     – on Sundays
     – in the evening
  • warmer rooms

2.1 Half of all readers come by bus.

Town	Readers
Poole	400

(a) Kent has most readers.[footnote 1]
(b) Essex has fewest.
    (i) in towns
    (ii) in villages

Footnotes

  1. Not counting schools.

© Crown copyright 2023
This publication is licensed under the terms of the Open Government Licence v3.0.
"""


def read(text: str) -> tuple[Reading, list[tuple[str, str]]]:
    name, reading = choose(text)
    assert name == "plain"
    assert_structure(text, reading)
    return reading, outline(text, reading)


def segment(text: str, reading: Reading, words: str) -> Segment:
    return next(one for one in reading.segments if text[one.start : one.end].startswith(words))


def test_a_report() -> None:
    reading, found = read(REPORT)
    assert (reading.document_type, reading.flags) == ("report", ("no_grammar",))
    assert [kind for kind, _ in found] == [
        *("metadata", "title", "metadata", "metadata", "metadata", "metadata"),
        *("heading", "paragraph", "heading", "paragraph"),
        *("list_item",) * 4,
        *("paragraph", "table_row", "table_row"),
        *("list_item",) * 4,
        *("heading", "footnote", "boilerplate", "boilerplate"),
    ]


def test_the_front_of_a_report() -> None:
    facts = read(REPORT)[0].facts
    assert facts.title == "Libraries in England: who reads, where and what"
    assert (facts.published_on, facts.published_precision) == (dt.date(2023, 3, 31), "month")
    assert (facts.updated_on, facts.jurisdiction) == (dt.date(2024, 6, 13), "England and Wales")


@pytest.mark.parametrize("join", ["\n", "\n\n", "\r\n", "\r"])
def test_line_ends_and_blank_lines_do_not_matter(join: str) -> None:
    text = join.join(line for line in REPORT.split("\n") if line.strip())
    assert read(text)[1] == read(REPORT)[1]


def test_levels_labels_and_paths() -> None:
    reading, _ = read(REPORT)
    levels = {one.label: one.level for one in reading.segments if one.kind == "list_item" and one.label}
    assert levels == {"a": 1, "b": 1, "i": 2, "ii": 2}
    assert segment(REPORT, reading, "– on Sundays").level == 2
    assert segment(REPORT, reading, "• warmer").level == 1
    assert segment(REPORT, reading, "2.1").label == "2.1"
    assert segment(REPORT, reading, "• warmer").heading_path == ("What readers told us",)
    assert segment(REPORT, reading, "1. Not").heading_path == ("Footnotes",)


def test_numbered_headings_have_the_depth_of_their_number() -> None:
    text = (
        "A title\n\n1. Books\n\nText.\n\n1.2 Old books\n\nText.\n\n1.2.1 Very old\n\nText.\n\n2. Films\n\nMore text.\n"
    )
    reading, _ = read(text)
    headings = [(one.level, one.label, len(one.heading_path)) for one in reading.segments if one.kind == "heading"]
    assert headings == [(1, "1", 0), (2, "1.2", 1), (3, "1.2.1", 2), (1, "2", 0)]
    assert segment(text, reading, "More").heading_path == ("2. Films",)


def test_text_wrapped_by_hand_is_put_together() -> None:
    text = """Libraries of the coast

The libraries of the coast were built for the men who fished there, and for
the women who waited. Few of them have been mended since, and the wind takes
a slate from one or another of them every night of the winter.
There are nine of them.

What to do
- mend the roofs that can be mended, before the winter, with slate from the
  quarry at Delabole
- close the others
"""
    assert read(text)[1] == [
        ("title", "Libraries of the coast"),
        ("paragraph", " ".join(text.split("\n\n")[1].rpartition("There")[0].split())),
        ("paragraph", "There are nine of them."),
        ("heading", "What to do"),
        ("list_item", "- mend the roofs that can be mended, before the winter, with slate from the quarry at Delabole"),
        ("list_item", "- close the others"),
    ]


def test_a_row_of_short_lines_is_a_table_and_no_heading() -> None:
    text = "Readers by town in the year\n\nWe counted them.\n\nTown\nReaders\nPoole\n400 men\nThat is all there are.\n"
    assert "heading" not in [kind for kind, _ in read(text)[1]]


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\f"])
def test_no_text_no_segments(text: str) -> None:
    assert read(text)[0].segments == ()


@pytest.mark.parametrize(
    ("line", "fact", "value"),
    [
        ("10–21 March 2025", "published_on", None),
        ("Published 19 March 2025", "published_on", dt.date(2025, 3, 19)),
        ("Published: 12:15, 19 March 2025", "published_on", dt.date(2025, 3, 19)),
        ("First published on 19 March 2025", "published_on", dt.date(2025, 3, 19)),
        ("Published 2024", "published_on", dt.date(2024, 12, 31)),
        ("Posted on 3 March 2025 by Jo Li", "published_on", dt.date(2025, 3, 3)),
        ("Jo Li | 3 March 2025 | 4 min read", "published_on", dt.date(2025, 3, 3)),
        ("Published 19 March 2025 Last updated 3 April 2025", "updated_on", dt.date(2025, 4, 3)),
        ("Updated: 3 April 2025", "updated_on", dt.date(2025, 4, 3)),
        ("Updated 3 April 2025", "published_on", None),
        ("Applies to England, Scotland and Wales", "jurisdiction", "England, Scotland and Wales"),
        ("From: Home Office and The Rt Hon Sir Ned Lee MP", "publisher_name", "Home Office"),
        ("The report of 19 March 2025 is out", "published_on", None),
        ("March 2025 budgets for libraries", "published_on", None),
        ("In 2025", "published_on", None),
        ("2025", "published_on", None),
        ("Applies to schools in England", "jurisdiction", None),
    ],
)
def test_facts_are_whole_lines(line: str, fact: str, value: object) -> None:
    text = f"A title that is one\n{line}\nText of the document.\n"
    assert getattr(read_front(text, lines(text)).facts, fact) == value


def test_a_date_in_the_text_is_not_the_documents() -> None:
    text = "A title\n" + "A long paragraph about libraries and what people read in them. " * 4
    text = "\n".join([text, *[text.split("\n")[1]] * 3, "3 March 2025", "More."])
    assert read_front(text, lines(text)).facts.published_on is None


LINES = st.sampled_from(
    [
        *(
            "Asked by: Ann Rowe (Labour - Poole)",
            "Question to the Home Office:",
            "Written Question",
            "UIN 123",
            "Lords",
        ),
        *(
            "To ask the Prime Minister, (a) if and (b) when.",
            "Answered by Jo Ng - Minister",
            "3 March 2025",
            "Withdrawn",
        ),
        *("By Jo Li", "Jo said:", "“We will", "we will”", "“We will,” she said.", "Related news", "ENDS", "Share"),
        *(
            "Press release",
            "• item",
            "  – item",
            "(a) item",
            "1. Books",
            "1.1 Old books",
            "Footnotes",
            "[1] note",
            "a\tb",
        ),
        *("Dear Ann", "London SW1A 2BQ", "HC 12", "Dame Ann Rowe"),
        *("Published", "From:", "Home Office", "Applies to England", "© Crown copyright", "Recommendation 1", "(HL12)"),
        *(
            "A sentence that ends.",
            "and goes on in the next line without a",
            "",
            "  ",
            "\u200b",
            "\x1c",
            "\u2028x",
            "\ufeff",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=12)), max_size=25).map("\n".join)))
def test_every_grammar_covers_any_text(text: str) -> None:
    for grammar in LAYOUTS.values():
        assert grammar.explains(text) >= 0
        assert_structure(text, grammar.read(text))


def test_cells_of_any_length_are_a_row_but_a_numbered_paragraph_is_none() -> None:
    cell = "The council has looked at each of the piers in turn and would mend them all. " * 6
    text = f"7\t{cell}\tAgreed\n\n3.1\t{cell}\n"
    _, reading = choose(text)
    assert [one.kind for one in reading.segments] == ["table_row", "paragraph"]
