"""Responses as letters: how they begin and end, and how they go through recommendations."""

from __future__ import annotations

from typing import Any

import pytest
from answered import COUNT, MEND, YES


def test_a_letter_that_answers_all_at_once(tables: Any) -> None:
    asked = [f"We recommend: {MEND} (Paragraph 4)", f"We recommend: {COUNT} (Paragraph 9)"]
    found = tables(
        "Letter to the Chair",
        "The Government accepts all of the Committee’s recommendations.",
        f"1. {asked[0]}",
        f"2. {asked[1]}",
        "I look forward to the summer.",
    )
    assert found.read == [
        ("1", asked[0], None, "accepted", "document_sentence"),
        ("2", asked[1], None, "accepted", "document_sentence"),
    ]


OPENS = "I am pleased to tell you that the Government accepts all eleven of your recommendations in full."


def test_a_letter_that_goes_through_recommendations(tables: Any) -> None:
    found = tables(
        "GOVERNMENT RESPONSE",
        "Dear Chair,",
        OPENS,
        "On your first recommendation, that every pier, old or new, should be mended, we will spend £2 million.",
        "On recommendation 4 (paragraph 12), the Government will lay regulations.",
        "Work begins in May.",
        "As to your second and third recommendations, that gulls be counted, Natural England has begun.",
        "Yours sincerely,",
        "Ann Rowe MP",
    )
    assert [one[:3] for one in found.read] == [
        ("first", "that every pier, old or new, should be mended", "we will spend £2 million."),
        ("4", None, "the Government will lay regulations. Work begins in May."),
        ("second", "that gulls be counted", "Natural England has begun."),
        ("third", "that gulls be counted", "Natural England has begun."),
    ]
    assert {(one.verdict, one.basis) for one in found.read} == {("accepted", "document_sentence")}
    assert [(one["check_type"], one["stated_value"], one["status"]) for one in found.checks] == [
        ("verdict_count", 11, "conflict"),
        ("recommendation_count", 11, "conflict"),
    ]


def test_a_letter_that_tells_what_was_recommended_in_turn(tables: Any) -> None:
    found = tables(
        "Dear Chair,",
        "HARBOUR WALLS",
        "Thank you for your report. I respond in turn.",
        "First, the Committee recommended that every wall be mended. We agree that many leak. I accept this"
        " recommendation.",
        "Second, you asked for a list of walls. We have published one since 2019.",
        "It has 40 walls.",
        "Finally, the Committee also called for two new cranes. This is a matter for harbours.",
        "Yours sincerely,",
        "Ann Rowe MP",
    )
    assert [one[:4] for one in found.read] == [
        ("First", "every wall be mended.", "We agree that many leak. I accept this recommendation.", "accepted"),
        ("Second", "a list of walls.", "We have published one since 2019. It has 40 walls.", None),
        ("Finally", "two new cranes.", "This is a matter for harbours.", None),
    ]
    assert found.column("position_inferred")[1:] == ["already_done", "not_for_government"]


@pytest.mark.parametrize(
    "told",
    [
        ("First, the Committee asked for cranes. Nobody came.", "Second, you asked for more. It rained on the pier."),
        ("First, the Committee recommended cranes. We will buy two.",),
        ("On recommendation 4, nobody spoke.", "On the first recommendation, the room fell silent."),
        ("On your own recommendation, we took a boat.", "On the recommendation of a friend, we went home."),
        ("On the first day, we will walk to the pier.", "On the second, we will swim."),
        ("Recommendations 1 and 2, we think, are old news.", "On recommendations, we are silent."),
        ("On your first recommendation, we will mend the pier.",),
    ],
)
def test_prose_about_recommendations_in_turn_is_no_such_letter(tables: Any, told: tuple[str, ...]) -> None:
    assert tables("A day at the pier", *told, "It rained.").recommendations == []


def test_a_response_that_lists_none_of_its_recommendations(tables: Any) -> None:
    found = tables("GOVERNMENT RESPONSE", "Dear Chair,", OPENS, "Yours ever,", "Ann")
    assert (found.document_type, found.recommendations) == ("government_response", [])
    assert [(one["stated_value"], one["computed_value"], one["status"]) for one in found.checks] == [
        (11, None, "cannot_check"),
        (11, None, "cannot_check"),
    ]


@pytest.mark.parametrize(
    ("title", "document_type"),
    [
        ("Government response to the Sidbury Review", "government_response"),
        ("Piers: the Government’s response", "government_response"),
        ("Government response to floods was slow", "other"),
        ("How the government responded", "other"),
    ],
)
def test_what_a_title_calls_the_document(tables: Any, title: str, document_type: str) -> None:
    assert tables(title, "The review made nine recommendations.", "It rained.").document_type == document_type


@pytest.mark.parametrize(
    "signed",
    [
        ("Yours sincerely,", "Ann Rowe", "Minister for Sport"),
        ("With best wishes", "Ann"),
        ("Ann Rowe-Davies MS", "Deputy First Minister and Cabinet Secretary for Piers"),
        ("The Rt Hon Ann Rowe MP",),
        ("Ann Rowe", "Director General, Piers and Harbours"),
        ("Baroness Rowe of Sidbury", "Chair"),
    ],
)
def test_who_signs_is_no_part_of_the_last_answer(tables: Any, signed: tuple[str, ...]) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, YES, "Work begins in May.", *signed)
    assert found.read[0].answer == f"{YES} Work begins in May."


@pytest.mark.parametrize("last", ["Ann Rowe MP will open the pier.", "Target date: May 2027", "New Work Begins"])
def test_the_last_line_of_an_answer_is_no_signature(tables: Any, last: str) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, YES, last)
    assert found.read[0].answer == f"{YES} {last}"


def test_an_answer_on_the_next_line_in_a_letter_that_accepts_all(tables: Any) -> None:
    found = tables(
        "Letter to the Chair",
        "The Government accepts all of the recommendations.",
        "Recommendation 1: Sport England should mend the pier.\nSport England will mend it in June.",
        f"Recommendation 2: {COUNT}\nThe count begins in May.",
        f"Recommendation 3: {COUNT}",
        "I look forward to the summer.",
    )
    assert [one.answer for one in found.read] == [
        "Sport England will mend it in June.",
        "The count begins in May.",
        None,
    ]


def test_a_response_that_says_recommendation_accepted(tables: Any) -> None:
    found = tables("Recommendation 1", MEND, "Recommendation not accepted.", "Piers are for councils.")
    assert found.document_type == "government_response"
    assert found.column("verdict") == ["rejected"]


NAMED = (
    "2. The Review says that every pier should be mended (recommendation 1). We agree, and will begin in May.",
    "3. It asks for a list of gulls (recommendation 2). One has been kept since 2019.",
    "4. The Review wants a second pier (recommendation 3). The Ministry cannot accept this recommendation.",
)


def test_paragraphs_with_the_number_behind_their_first_sentence(tables: Any) -> None:
    found = tables("Response to the review of piers", *NAMED)
    assert [one[:4] for one in found.read] == [
        (
            "1",
            "The Review says that every pier should be mended (recommendation 1).",
            "We agree, and will begin in May.",
            "accepted",
        ),
        ("2", "It asks for a list of gulls (recommendation 2).", "One has been kept since 2019.", None),
        (
            "3",
            "The Review wants a second pier (recommendation 3).",
            "The Ministry cannot accept this recommendation.",
            "rejected",
        ),
    ]


def test_numbers_behind_sentences_of_an_answer_are_no_labels(tables: Any) -> None:
    labelled = ("Recommendation 7", MEND, *NAMED, "Recommendation 8", COUNT, YES)
    assert tables("Our piers", *labelled).column("number") == ["7", "8"]
    assert tables("Piers", *(line.rpartition(").")[0] + "). It rained." for line in NAMED)).recommendations == []
