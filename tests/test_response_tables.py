"""Responses as tables: what the headings of their columns tell, and tables that are none."""

from __future__ import annotations

from typing import Any

import pytest
from answered import COUNT, MEND, NO, YES


def test_table_with_every_column(tables: Any) -> None:
    found = tables(
        "Our piers",
        "No.\tRecommendation\tPosition\tGovernment response\tTarget date\tStatus\n"
        f"1\t{MEND}\tAccept in part\tWork begins in May.\tSpring 2027\tIn progress\n"
        f"2\t{COUNT}\tReject\t\t\t",
        "The table ends here.",
    )
    assert found.read == [
        ("1", MEND, "Work begins in May.", "accepted_in_part", "table_cell"),
        ("2", COUNT, "Reject", "rejected", "table_cell"),
    ]
    assert found.column("target_text") == ["Spring 2027", None]
    assert found.column("delivery_status") == ["in_progress", None]
    assert ("paragraph", "The table ends here.") in found.segments
    assert [kind for kind, words in found.segments if words.startswith("1\t")] == ["table_row", "recommendation"]


@pytest.mark.parametrize(
    ("heading", "row", "number"),
    [
        ("Recommendation\tResponse", f"1. {MEND}\t{YES}", "1"),
        ("Recommendation\tResponse", f"Recommendation 3a: {MEND}\t{YES}", "3a"),
        ("Recommendation\tResponse", f"{MEND}\t{YES}", None),
        ("Rec. no.\tThe Committee’s recommendation\tOur reply", f"R4\t{MEND}\t{YES}", "4"),
        ("Ref\tTheme\tRecommendation\tGovernment response", f"6.41\tPiers\t{MEND}\t{YES}", "6.41"),
        ("| No | Recommendation | Response |", f"| 5 | {MEND} | {YES} |", "5"),
        ("| No | Recommendation | Response |\n|---|:---:|---|", f"| 5 | {MEND} | {YES} |", "5"),
        ("|No|Recommendation|Response|\n|--|--|--|", f"|5|{MEND}|{YES}|", "5"),
        ("No | Recommendation | Response\n--- | --- | ---", f"5 | {MEND} | {YES}", "5"),
        ("| No | Recommendation | Response |\n+====+====+====+", f"| 5 | {MEND} | {YES} |\n+----+----+----+", "5"),
        ("Rec\tText of recommendation\tResponse", f"5\t{MEND}\t{YES}", "5"),
        ("ID\tProposal\tOur response\tOwner", f"5\t{MEND}\t{YES}\tParks", "5"),
        ("1. Ref\t2. Recommendation\t3. Response", f"5\t{MEND}\t{YES}", "5"),
        ("Reference\tRecommendation\tResponse", f"PR-05\t{MEND}\t{YES}", "PR-05"),
        ("Para\tRecommendation\tResponse", f"88-90\t{MEND}\t{YES}", "88-90"),
        ("Para\tRec no\tRecommendation\tResponse", f"88-90\t5\t{MEND}\t{YES}", "5"),
        ("Recommendation\tResponse", f"5.{MEND}\t{YES}", "5"),
        ("No.\tRecommendation\tResponse\tCommittee response", f"5\t{MEND}\t{YES}\tWe reject this.", "5"),
    ],
)
def test_columns(tables: Any, heading: str, row: str, number: str | None) -> None:
    assert tables("Our piers", f"{heading}\n{row}").read == [(number, MEND, YES, "accepted", "sentence")]


@pytest.mark.parametrize(
    ("heading", "cell", "verdict"),
    [
        ("Accepted?", "Yes", "accepted"),
        ("Accepted?", "No", "rejected"),
        ("Accept/Reject", "Y", "accepted"),
        ("Agree?", "N", "rejected"),
        ("Supported (yes/no)", "Yes, with further work", "accepted"),
        ("Decision", "No", "rejected"),
        ("Government position", "Partially", "accepted_in_part"),
        ("Accepted?", "In part", "accepted_in_part"),
        ("Accepted?", "In principle", "accepted_in_principle"),
        ("Accepted?", "Yes, in part", "accepted_in_part"),
        ("Accepted?", "Yes (in principle)", "accepted_in_principle"),
        ("Accepted?", "Yes and no", None),
        ("Accepted?", "Nobody knows", None),
        ("Status", "Yes", None),
        ("Outcome", "No", None),
        ("Response", "Yes", None),
        ("Action taken", "No", None),
    ],
)
def test_yes_and_no_below_a_question(tables: Any, heading: str, cell: str, verdict: str | None) -> None:
    found = tables("Our piers", f"Ref\tRecommendation\t{heading}\n4\t{MEND}\t{cell}")
    assert [(one.number, one.verdict, one.basis) for one in found.read] == [("4", verdict, verdict and "table_cell")]


def test_the_action_beside_a_response_is_part_of_it(tables: Any) -> None:
    heading = "| Ref | Recommendation | Response | Action | Lead | By when |\n|---|---|---|---|---|---|"
    rows = (
        f"| 1 | {MEND} | Accepted | We will spend £3 million. | Parks | May 2027 |\n| 2 | {COUNT} | Rejected | | | - |"
    )
    found = tables("Our piers", f"{heading}\n{rows}")
    assert found.read == [
        ("1", MEND, "Accepted | We will spend £3 million.", "accepted", "table_cell"),
        ("2", COUNT, "Rejected", "rejected", "table_cell"),
    ]
    assert found.column("target_text") == ["May 2027", None]


def test_rows_for_several_recommendations_and_without_an_answer(tables: Any) -> None:
    table = f"No.\tRecommendation\tResponse\tRAG\n1-2\t{MEND}\t{YES}\tOn track\n3\t{COUNT}\t\t"
    found = tables("Our piers", table)
    assert [(one.number, one.answer, one.verdict) for one in found.read] == [
        ("1", YES, "accepted"),
        ("2", YES, "accepted"),
        ("3", None, None),
    ]
    assert found.column("delivery_status") == ["in_progress", "in_progress", None]
    assert found.column("response_status")[2] == "not_addressed"


def test_a_date_before_the_recommendation_is_no_target(tables: Any) -> None:
    table = f"Date\tRecommendation\tResponse\tDue\n3 March 2025\t{MEND}\t{YES}\tMay 2027"
    assert tables("Our piers", table).column("target_text") == [None]
    table = f"Date\tRecommendation\tResponse\tTarget date\n3 March 2025\t{MEND}\t{YES}\tMay 2027"
    assert tables("Our piers", table).column("target_text") == ["May 2027"]


def test_an_answer_ends_before_what_closes_the_document_above_a_table(tables: Any) -> None:
    table = f"No.\tRecommendation\tResponse\n2\t{COUNT}\t{NO}"
    found = tables("Piers", "Recommendation 1", MEND, YES, "Conclusion", "Piers are old.", "Annex: the rest", table)
    assert [(one.number, one.answer) for one in found.read] == [("1", YES), ("2", NO)]


@pytest.mark.parametrize(
    "table",
    [
        "Name\tAge\nAnn\t40",
        "Recommendation\tPage\nMend the pier\t4",
        "Pier\tRecommendation letters\nSidbury\t12",
        "Response time\tPlace\n4 minutes\tSidbury",
    ],
)
def test_other_tables_have_no_recommendations(tables: Any, table: str) -> None:
    assert tables("Our piers", table).recommendations == []


def test_a_table_of_the_decisions_behind_the_answers(tables: Any) -> None:
    answer = ("Recommendation 1", MEND, YES, "Recommendation 2", COUNT, "Nobody can count.")
    table = "Recommendation\tDo we agree?\tWhat is next\n1. The pier\tIn part\tPaint\n2. Gulls\tNo\tNothing"
    found = tables("Our piers", *answer, "Annex: at a glance", table)
    assert found.read == [
        ("1", MEND, YES, "accepted", "sentence"),
        ("2", COUNT, "Nobody can count.", "rejected", "label"),
    ]


def test_a_table_of_other_decisions_is_kept(tables: Any) -> None:
    table = f"Recommendation\tDo we agree?\n1. {MEND}\tYes\n2. {COUNT}\tNo"
    found = tables("Our piers", "Recommendation 1", MEND, YES, "Annex: the Lords report", table)
    assert found.column("number") == ["1", "1", "2"]


@pytest.mark.parametrize(
    ("cell", "target", "status"),
    [
        ("May 2027", "May 2027", None),
        ("Complete", None, "implemented"),
        ("Completed. Head of Piers", None, "implemented"),
        ("Done", None, "implemented"),
        ("n/a", None, None),
        ("–", None, None),
    ],
)
def test_what_stands_below_a_due_date(tables: Any, cell: str, target: str | None, status: str | None) -> None:
    found = tables("Our piers", f"No\tRecommendation\tResponse\tDue date\n1\t{MEND}\tAgreed\t{cell}")
    assert (found.column("target_text"), found.column("delivery_status")) == ([target], [status])


@pytest.mark.parametrize("mark", ["{})", "({})", "{}."])
def test_letters_in_the_cell_of_the_recommendation(tables: Any, mark: str) -> None:
    rows = (f"{mark.format('a')} {MEND}\tAccepted\tIn May.", f"{mark.format('b')} {COUNT}\tRejected\tToo many.")
    found = tables("Our piers", "Recommendation\tPosition\tActions", *rows)
    assert [(one.number, one.words, one.verdict) for one in found.read] == [
        ("a", MEND, "accepted"),
        ("b", COUNT, "rejected"),
    ]
