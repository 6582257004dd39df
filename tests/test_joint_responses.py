"""Several governments or bodies that answer together: whose words and whose verdict each is."""

from __future__ import annotations

from pathlib import Path

import pytest
from answered import COUNT, MEND, Tables, tables_of

YES = "We accept this recommendation."
NO = "We do not accept this recommendation."


def said(found: Tables) -> list[tuple[str | None, str | None, str | None]]:
    """Number, who answers and verdict, a row each."""
    numbers = {one["recommendation_id"]: one["number"] for one in found.recommendations}
    return [(numbers[row["recommendation_id"]], row["responder_name"], row["verdict"]) for row in found.verdicts]


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        (("UK Government response", "Welsh Government response"), ("UK Government", "Welsh Government")),
        (("Response from the Home Office", "Response from the Police"), ("Home Office", "Police")),
        (("Home Office", "CPS"), ("Home Office", "CPS")),
        (("UK Government position", "Scottish Government’s position"), ("UK Government", "Scottish Government")),
        (("Northern Ireland Executive", "Welsh Government reply"), ("Northern Ireland Executive", "Welsh Government")),
    ],
)
def test_a_column_for_each(tmp_path: Path, headings: tuple[str, str], names: tuple[str, str]) -> None:
    found = tables_of(
        tmp_path,
        f"Our piers\n\nNo.\tRecommendation\t{headings[0]}\t{headings[1]}\n1\t{MEND}\tAccept\t{NO}\n2\t{COUNT}\t\tNoted",
    )
    assert said(found) == [("1", names[0], "accepted"), ("1", names[1], "rejected"), ("2", names[1], "noted")]
    assert found.column("response_text") == [f"Accept\t{NO}", "Noted"]
    assert {row["basis"] for row in found.verdicts} == {"table_cell", "sentence"}


def test_a_name_that_nothing_knows_between_two_that_are_known(tmp_path: Path) -> None:
    table = f"Recommendation\tHome Office\tPolice\tCPS\tNotes\n1. {MEND}\tAccept. In May.\t{NO}\tNoted\tIt is tall."
    found = tables_of(tmp_path, "Our piers", table)
    assert said(found) == [("1", "Home Office", "accepted"), ("1", "Police", "rejected"), ("1", "CPS", "noted")]
    assert found.column("response_text") == [f"Accept. In May.\t{NO}\tNoted"]


@pytest.mark.parametrize("heading", ["Respondent", "Responding organisation", "Response from"])
def test_a_column_that_names_who_answers(tmp_path: Path, heading: str) -> None:
    table = (
        f"No.\tRecommendation\t{heading}\tResponse\n1\t{MEND}\tHome Office\t{YES}\n2\t{COUNT}\tSidbury Council\t{NO}"
    )
    found = tables_of(tmp_path, "Our piers", table)
    assert said(found) == [("1", "Home Office", "accepted"), ("2", "Sidbury Council", "rejected")]
    assert found.column("response_text") == [YES, NO]


def test_four_governments_in_one_heading(tmp_path: Path) -> None:
    names = ["UK Government", "Scottish Government", "Welsh Government", "Northern Ireland Executive"]
    heading = f"Response from the {names[0]}, {names[1]}, {names[2]} and {names[3]}"
    found = tables_of(tmp_path, "Piers", "Recommendation 1", MEND, heading, YES, "Recommendation 2", COUNT, heading, NO)
    assert said(found)[:4] == [("1", name, "accepted") for name in names]
    assert said(found)[4:] == [("2", name, "rejected") for name in names]


def test_one_who_is_named_beside_the_government(tmp_path: Path) -> None:
    table = f"Recommendation\tGovernment response\tWelsh Government response\n1. {MEND}\t{YES}\t{NO}"
    assert said(tables_of(tmp_path, "Our piers", table)) == [
        ("1", None, "accepted"),
        ("1", "Welsh Government", "rejected"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        f"Recommendation\tHome Office\tCPS\n1. {MEND}\tLead\tSupport\n2. {COUNT}\t✓\t",
        f"Recommendation\tOwner\tTheme\n1. {MEND}\tHome Office\tPiers by the sea",
    ],
)
def test_who_is_to_act_is_no_answer(tmp_path: Path, table: str) -> None:
    assert tables_of(tmp_path, "Our piers", table).recommendations == []


def test_earlier_and_later_are_no_bodies(tmp_path: Path) -> None:
    table = f"Recommendation\tInitial response\tUpdated response\n1. {MEND}\t{YES}\tThe work is done."
    assert said(tables_of(tmp_path, "Our piers", table)) == [("1", None, "accepted")]


def test_a_cell_that_is_a_sentence_is_no_heading(tmp_path: Path) -> None:
    table = f"No\tRecommendation\tDecision\tResponse\n1\t{MEND}\tAccept\tWe agree with the recommendation"
    found = tables_of(tmp_path, "Our piers", f"{table}\n2\t{COUNT}\tReject\t{NO}")
    assert found.column("verdict") == ["accepted", "rejected"]


@pytest.mark.parametrize(
    "answer",
    [
        ("UK Government response", YES, "Response from the Welsh Government", NO),
        ("Response of the UK Government:", YES, "Welsh Government", "Not accepted."),
        (f"UK Government: {YES}", f"Welsh Government – {NO}"),
        (f"The UK Government response: {YES}", f"The Welsh Government response: {NO}"),
        (f"UK Government response\t{YES}", f"Welsh Government response\t{NO}"),
    ],
)
def test_sub_headings_under_one_recommendation(tmp_path: Path, answer: tuple[str, ...]) -> None:
    found = tables_of(tmp_path, "Our piers", "Recommendation 1", MEND, *answer)
    assert said(found) == [("1", "UK Government", "accepted"), ("1", "Welsh Government", "rejected")]


def test_two_governments_in_one_heading_each_state_it(tmp_path: Path) -> None:
    heading = "UK Government and Welsh Government response"
    found = tables_of(tmp_path, "Piers", "Recommendation 1", MEND, heading, YES, "Scottish Government response", NO)
    assert said(found) == [
        ("1", "UK Government", "accepted"),
        ("1", "Welsh Government", "accepted"),
        ("1", "Scottish Government", "rejected"),
    ]


def test_a_department_with_and_in_its_name_is_one(tmp_path: Path) -> None:
    heading = "Department of Health and Social Care response"
    found = tables_of(tmp_path, "Piers", "Recommendation 1", MEND, heading, YES, "NHS England response", NO)
    assert said(found) == [
        ("1", "Department of Health and Social Care", "accepted"),
        ("1", "NHS England", "rejected"),
    ]


def test_one_who_answers_below_the_government(tmp_path: Path) -> None:
    below = ("Government response", YES, "College of Policing response", NO)
    assert said(tables_of(tmp_path, "Piers", "Recommendation 1", MEND, *below)) == [
        ("1", None, "accepted"),
        ("1", "College of Policing", "rejected"),
    ]


def test_topics_of_an_answer_are_no_bodies(tmp_path: Path) -> None:
    below = ("Government response", YES, "Emergency response", "Gulls are fast.", "Flood response", "Water is wet.")
    assert said(tables_of(tmp_path, "Piers", "Recommendation 1", MEND, *below)) == [("1", None, "accepted")]


def test_a_mark_in_the_first_of_two_cells(tmp_path: Path) -> None:
    card = (f"Recommendation 1\t{MEND}", f"Government response\t{YES}", f"Recommendation 2\t{COUNT}")
    found = tables_of(tmp_path, "Our piers", *card, f"Government response\t{NO}")
    assert [one[:4] for one in found.read] == [("1", MEND, YES, "accepted"), ("2", COUNT, NO, "rejected")]
