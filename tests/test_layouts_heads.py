"""The first lines of documents: what is the title, who publishes, which report is answered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from structure import assert_structure, outline

from extractors.layouts import choose
from extractors.layouts.answered_report import AnsweredReport, answered_report, is_response
from extractors.layouts.frontmatter import read_front
from extractors.layouts.lines import lines
from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.schemas.documents import DOCUMENTS
from pipeline.stages import work_through
from pipeline.tables.documents import document_row

TEXT = "The piers of this coast were built for people who wished to walk on water without wetting their feet."


@pytest.mark.parametrize(
    "above",
    [
        "Ministry of Defence",
        "MINISTRY OF DEFENCE",
        "Department for Culture, Media & Sport",
        "House of Commons\nSeaside Towns Committee",
        "Seaside Towns Committee\nFourth Special Report of Session 2024–25",
        "HC 412\nOrdered by the House of Commons to be printed 3 March 2025",
        "CP 1234",
        "His Majesty’s Inspectorate of Prisons\n10–21 March 2025",
        "Inspection dates: 3 to 14 March 2025",
        "Rt Hon Rachel Cobb MP\nMinister of State for Piers",
        "Dame Margery Holt\nChair, Committee on Piers",
        "Home Office\n2 Marsham Street\nLondon\nSW1P 4DF\n\nOur ref: TO/4711\nTel: 020 7946 0000\n3 March 2025",
        "OFFICIAL-SENSITIVE\nBy email: chair@piers.example",
        "Session 2024-25\n12th Report",
        "Llywodraeth Cymru / Welsh Government",
        "Seaside Towns Committee, House of Commons\nApril to June 2024",
        "To: all harbour masters\nCc: Dame Margery Holt",
        "Correspondence",
        "Select Committee on Piers Third Special Report\nAPPENDIX B",
        "ANNEX 2",
        "Home Office and Welsh Government",
        "Sidbury Council\nCabinet\n11 January 2024",
    ],
)
def test_what_stands_above_a_title_is_none(above: str) -> None:
    text = f"{above}\n\nMending the piers of the coast\n\nIntroduction\n\n{TEXT}\n"
    assert read_front(text, lines(text)).facts.title == "Mending the piers of the coast"


@pytest.mark.parametrize(
    "title",
    [
        "Mending the Environment Agency",
        "Dame Margery Holt’s Review of Piers",
        "Lord Holt Review: the last pier",
        "Response to the Seaside Towns Committee",
        "Reform of the Office for Piers and Jetties",
        "COVID-19",
        "Phone boxes on piers in 2024",
        "First steps",
        "Harbour Pilots Inquiry",
        "Universal Credit: March 2025",
    ],
)
def test_what_only_looks_like_a_letterhead_is_a_title(title: str) -> None:
    text = f"{title}\n\nIntroduction\n\n{TEXT}\n"
    assert read_front(text, lines(text)).facts.title == title


@pytest.mark.parametrize("section", ["Introduction", "Executive summary", "Foreword by the Minister", "1. Background"])
def test_no_document_is_called_after_its_first_section(section: str) -> None:
    text = f"Home Office\n\n{section}\n\n{TEXT}\n"
    assert read_front(text, lines(text)).facts.title is None


def test_a_letter_has_its_subject_for_a_title_and_its_sender_for_a_publisher() -> None:
    text = f"""Department for Piers
100 Tide Street
Wharf Buildings
Poole BH15 1AA

Dame Margery Holt
The Old Customs House
Sidbury SD1 2AB

17 January 2025

Dear Margery,

GOVERNMENT RESPONSE TO THE INDEPENDENT REVIEW OF PIERS

{TEXT}
"""
    name, reading = choose(text)
    assert_structure(text, reading)
    assert (name, reading.document_type) == ("plain", "government_response")
    assert reading.facts.title == "GOVERNMENT RESPONSE TO THE INDEPENDENT REVIEW OF PIERS"
    assert (reading.facts.publisher_name, reading.facts.published_on) == ("Department for Piers", dt.date(2025, 1, 17))
    assert [kind for kind, _ in outline(text, reading)] == [*("metadata",) * 9, "title", "paragraph"]


def test_the_label_of_a_subject_is_no_part_of_it() -> None:
    text = f"To: All harbour masters\nFrom: Home Office\nSubject: Mending the piers\n\n{TEXT}\n"
    facts = read_front(text, lines(text)).facts
    assert (facts.title, facts.publisher_name) == ("Mending the piers", "Home Office")


def test_running_text_is_no_title() -> None:
    text = f"{TEXT} They were shut for forty years and will be opened again in the coming spring\n\n{TEXT}\n"
    assert read_front(text, lines(text)).facts.title is None


def test_the_day_of_a_debate_is_that_of_its_page() -> None:
    text = f"Piers\n\nVolume 712: debated on Tuesday 8 March 2022\n\n{TEXT}\n"
    facts = read_front(text, lines(text)).facts
    assert (facts.title, facts.published_on) == ("Piers", dt.date(2022, 3, 8))


def test_who_a_letter_goes_to_does_not_publish_it() -> None:
    text = f"Rachel Cobb MP\nChair, Piers Committee\nPiers Office\n\nDear Rachel\n\nMending the piers\n\n{TEXT}\n"
    assert read_front(text, lines(text)).facts.publisher_name is None


@pytest.mark.parametrize(
    "line", ["10–21 March 2025", "10 to 21 March 2025", "10 and 11 March 2025", "Visited on 3 March 2025"]
)
def test_the_days_of_a_visit_are_not_that_of_publication(line: str) -> None:
    text = f"A report on HMP Sidbury\n{line}\n{TEXT}\n"
    assert read_front(text, lines(text)).facts.published_on is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Government response to ‘Piers: a plan’ (accessible version)", ("Piers: a plan", None, None)),
        ("Government response to 'The boats' return'", ("The boats' return", None, None)),
        ("Piers Ahoy: the government’s reply to the Sidbury Inquiry", ("Piers Ahoy", "Sidbury Inquiry", None)),
        ("Government response to the Piers Committee report: Jetties", ("Jetties", "Piers Committee", None)),
        ("Government response to the Piers Committee’s report on jetties", (None, "Piers Committee", None)),
        (
            "The Government's Response to the Piers Committee Fifth Report of Session 2023-24, Jetties and Slips",
            ("Jetties and Slips", "Piers Committee", None),
        ),
        (
            "The Government’s response to the Joint Committee on Piers’ Third Report of Session 2023–24, ‘Jetties’",
            ("Jetties", "Joint Committee on Piers", None),
        ),
        (
            "Written Response by the Welsh Government to the report of the Slate, Coast and Wool Committee: Jetties",
            ("Jetties", "Slate, Coast and Wool Committee", "Welsh Government"),
        ),
        (
            "Joint response from the Home Office and the Ministry of Justice to the Bell Commission’s report on bells",
            (None, "Bell Commission", "Home Office and the Ministry of Justice"),
        ),
        (
            "Treasury Minutes: government responses to the Committee of Public Accounts on piers",
            (None, "Committee of Public Accounts", None),
        ),
        ("Response to the recommendations of the Sidbury Inquiry: Progress update", (None, "Sidbury Inquiry", None)),
        ("UK Government Response to the Sidbury Inquiry Phase 2 Report", (None, "Sidbury Inquiry", "UK Government")),
        (
            "Government Response to the Independent Review of Children’s Piers",
            (None, "Independent Review of Children’s Piers", None),
        ),
        (
            "Response to the rapid review into data on piers in winter",
            (None, "rapid review into data on piers in winter", None),
        ),
        ("Government response to Dame Margery Holt’s review of piers", (None, "Dame Margery Holt", None)),
        (
            "The Government Reply to the Third Report from the Piers Committee Session 2005-06 HC 775: Jetties",
            ("Jetties", "Piers Committee", None),
        ),
        (
            "Response by the Welsh Government to the findings of the report of the Slate Committee entitled Jetties",
            ("Jetties", "Slate Committee", "Welsh Government"),
        ),
        (
            "Government response to the Joint Committee on the Draft Piers Bill",
            (None, "Joint Committee on the Draft Piers Bill", None),
        ),
        ("Government response to the Sidbury Inquiry: phase 1 recommendations", (None, "Sidbury Inquiry", None)),
        (
            "Government response to the report of the Independent Inquiry into Sea Frets",
            (None, "Independent Inquiry into Sea Frets", None),
        ),
        ("Government response to the independent panel report on piers", (None, None, None)),
        ("Action plan: response to the Pier Review", (None, "Pier Review", None)),
        ("Piers: Government Response to the Committee's Third Report", ("Piers", None, None)),
    ],
)
def test_the_title_of_a_response_names_the_report(title: str, expected: tuple[str | None, ...]) -> None:
    assert answered_report(title) == AnsweredReport(*expected)


def test_the_committee_is_the_one_that_publishes() -> None:
    title = "Piers: Government Response to the Committee’s Third Report of Session 2023–24"
    assert answered_report(title, "Piers Committee") == AnsweredReport("Piers", "Piers Committee")
    assert answered_report(title, "Home Office") == AnsweredReport("Piers")


@pytest.mark.parametrize(
    "title",
    ["Our response to climate change", "Floods: response to the storms", "Response to flooding: Lessons", "Piers"],
)
def test_other_responses_answer_no_report(title: str) -> None:
    assert answered_report(title) is None
    assert not is_response(title)


def test_a_report_with_recommendations_that_nobody_answers_is_a_report() -> None:
    asked = [f"Recommendation {n}\n\nThe governor should mend pier {n}.\n\nPier {n} was shut in May." for n in (1, 2)]
    text = "\n\n".join(["Report on the piers of Sidbury", TEXT, *asked])
    assert choose(text)[1].document_type == "report"
    answered = text.replace("Pier 1 was shut in May.", "We accept this recommendation.")
    assert choose(answered)[1].document_type == "government_response"
    titled = text.replace("Report on the piers of Sidbury", "Government response to the Pier Review")
    assert choose(titled)[1].document_type == "government_response"


def test_what_a_title_says_is_in_the_row_unless_the_manifest_says_otherwise(tmp_path: Path) -> None:
    title = "Written Response by the Welsh Government to the report of the Slate Committee: Jetties"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{title}\n\n{TEXT}\n", encoding="utf-8")
    manifest = "path,publisher_name,report_title,recommender_name\nb.txt,Home Office,Piers,Transport Committee\n"
    (tmp_path / "manifest.csv").write_text(manifest, encoding="utf-8")
    columns = ("report_title", "recommender_name", "recommender_body_id", "publisher_name", "publisher_body_id")
    found = work_through(find_sources([tmp_path]).sources, Config()).documents
    names = [column.name for column in DOCUMENTS.columns]
    rows = [dict(zip(names, document_row(one), strict=True)) for one in found]
    assert [[row[name] for name in columns] for row in rows] == [
        ["Jetties", "Slate Committee", None, "Welsh Government", "welsh-government"],
        ["Piers", "Transport Committee", "transport-committee", "Home Office", "home-office"],
    ]


@pytest.mark.parametrize(
    ("first", "title", "publisher"),
    [
        (
            "Select Committee on Piers Third Special Report\n\nMending the jetties",
            "Mending the jetties",
            "Select Committee on Piers",
        ),
        (
            "Old jetties: Government Response to the Committee's Third Report - Seaside Towns Committee Contents",
            "Old jetties: Government Response to the Committee's Third Report",
            "Seaside Towns Committee",
        ),
        ("Mending the jetties\n\nAuthor: Seaside Towns Committee", "Mending the jetties", "Seaside Towns Committee"),
        ("Mending the jetties\n\nAuthor: Rachel Cobb", "Mending the jetties", None),
        ("3 March 2025\n\nDear Lady Holt,\n\nTHE OFFICE OF HARBOUR MASTER", "THE OFFICE OF HARBOUR MASTER", None),
    ],
)
def test_pages_of_committees_and_subjects_of_letters(first: str, title: str, publisher: str | None) -> None:
    text = f"{first}\n\nIntroduction\n\n{TEXT}\n"
    facts = read_front(text, lines(text)).facts
    assert (facts.title, facts.publisher_name) == (title, publisher)
