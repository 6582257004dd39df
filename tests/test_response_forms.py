"""Forms of published responses, each as a small document, and what looks like one of them and is none."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from answered import tables_of

from extractors.layouts import choose
from extractors.layouts.recommendation_delivery import delivery_status, is_delivery


@pytest.fixture
def tables(tmp_path: Path) -> Any:
    return partial(tables_of, tmp_path)


MEND = "Ministers should mend the pier."
COUNT = "Ministers should count the gulls."
YES = "The government accepts this recommendation."
NO = "The government rejects this recommendation."


def test_pairs_without_numbers(tables: Any) -> None:
    found = tables(
        "Our piers", f"Recommendation: {MEND}", f"Response: {YES}", f"Recommendation: {COUNT}", f"Reply: {NO}"
    )
    assert found.read == [
        (None, MEND, YES, "accepted", "sentence"),
        (None, COUNT, NO, "rejected", "sentence"),
    ]


def test_numbered_quotations_of_a_report(tables: Any) -> None:
    old, new = (
        "Piers are old. Most were built before 1900. (Paragraph 12)",
        "They should be mended. (Paragraphs 14 and 15)",
    )
    found = tables(
        "Response to the Committee", f"1. {old}", f"2. {new}", YES, "3. We recommend that gulls be counted.", NO
    )
    assert [(one.number, one.words, one.answer) for one in found.read] == [
        ("1", old, YES),
        ("2", new, YES),
        ("3", "We recommend that gulls be counted.", NO),
    ]
    assert found.column("group_id")[0] == found.column("group_id")[1] is not None


def test_what_a_committee_asks_for_is_recommended_too(tmp_path: Path) -> None:
    asked = [
        "The Committee asks the Scottish Government to mend the pier.",
        "The Committee invites ministers to count.",
    ]
    found = tables_of(tmp_path, "Response to the Committee", f"1. {asked[0]}", YES, f"2. {asked[1]}", NO)
    assert [(one.number, one.words, one.verdict) for one in found.read] == [
        ("1", asked[0], "accepted"),
        ("2", asked[1], "rejected"),
    ]


def test_quotations_without_a_number(tables: Any) -> None:
    asked = [f"{MEND} (Paragraph 4)", f"{COUNT} (Paragraphs 6 to 8)"]
    found = tables("Response to the Committee", asked[0], YES, asked[1], NO)
    assert [(one.number, one.words, one.verdict) for one in found.read] == [
        (None, asked[0], "accepted"),
        (None, asked[1], "rejected"),
    ]


def test_the_committees_recommendation_above_its_number(tables: Any) -> None:
    label, mark = "The Committee’s recommendation", "Government response"
    first, second = f"We recommend: {MEND}", f"We recommend: {COUNT}"
    found = tables("Our piers", label, f"12. {first}", mark, YES, label, f"13. {second}", mark, NO)
    assert [one[:4] for one in found.read] == [("12", first, YES, "accepted"), ("13", second, NO, "rejected")]


@pytest.mark.parametrize(
    "between",
    [
        ("1. The pier is old (paragraph 12).", "2. It was built in 1900 (paragraph 14)."),
        ("1. We recommend the chips.", "We accept cards."),
        ("The pier is old. (Paragraph 12)", "It rained. (Paragraph 13)", "So it goes."),
    ],
)
def test_numbers_and_places_in_prose_are_no_quotations(tables: Any, between: tuple[str, ...]) -> None:
    assert tables("A day at the pier", *between, "We went home.").recommendations == []


MINUTE = (
    "Treasury Minute on piers",
    "Published 12 February 2026",
    "1: PAC conclusion: Nobody knows how many piers there are, and somebody should.",
    f"1a: PAC recommendation: {MEND}",
    "1.1 The government agrees with the Committee’s recommendation.",
    "Target implementation date: Spring 2027",
    "1.2 Work begins in May.",
    f"1b: PAC recommendation: {COUNT}",
    "1.3 The government disagrees with the Committee’s recommendation.",
    "2: PAC conclusion: Piers cost too much.",
    "2: PAC recommendation: Ministers should say why.",
    "2.1 The government agrees with the Committee’s recommendation.",
    "Recommendation implemented",
    "2.2 It said so in January 2026.",
)


def test_treasury_minute(tables: Any) -> None:
    found = tables(*MINUTE)
    assert [(one.number, one.words, one.verdict) for one in found.read] == [
        ("1a", MEND, "accepted"),
        ("1b", COUNT, "rejected"),
        ("2", "Ministers should say why.", "accepted"),
    ]
    assert found.read[0].answer == " ".join(MINUTE[4:7])
    assert found.read[1].answer == MINUTE[8]
    assert found.column("verdict_text")[0] == "The government agrees with the Committee’s recommendation"
    assert found.column("target_text") == ["Spring 2027", None, None]
    assert (found.column("target_start")[0], found.column("target_end")[0]) == (
        dt.date(2027, 3, 1),
        dt.date(2027, 5, 31),
    )
    assert found.column("delivery_status") == [None, None, "implemented"]
    assert found.column("response_headings") == [(), (), ()]


def test_paragraphs_of_the_answer_with_numbers(tables: Any) -> None:
    first, second = "1. The government accepts this recommendation.", "2. The government rejects this recommendation."
    found = tables("Piers", f"Recommendation 1: {MEND}", first, f"Recommendation 2: {COUNT}", second)
    assert [one[:4] for one in found.read] == [("1", MEND, first, "accepted"), ("2", COUNT, second, "rejected")]


def test_a_minute_on_two_reports(tables: Any) -> None:
    second = (
        "Eighth report of Session 2024-25",
        "Department for Transport",
        "Gulls",
        "Introduction",
        "Gulls are many.",
    )
    conclusion = "1: PAC conclusion: Gulls are costly."
    found = tables(*MINUTE, *second, conclusion, f"1: PAC recommendation: {COUNT}", "1.1 The government agrees.")
    assert found.column("number") == ["1a", "1b", "2", "1"]
    assert found.column("series") == [None, None, None, "Eighth report of Session 2024-25"]
    assert found.read[2].answer == " ".join(MINUTE[-3:])


@pytest.mark.parametrize(
    ("lines", "target"),
    [
        (("Target date: 31 March 2030.",), "31 March 2030"),
        (("By when: Spring 2030",), "Spring 2030"),
        (("By: 1 May 2030",), "1 May 2030"),
        (("By: Ann Rowe",), None),
        (
            ("Original target implementation date: May 2024", "Revised target implementation date: June 2026"),
            "June 2026",
        ),
        (("Expected completion date: by the end of 2027",), "the end of 2027"),
        (("Deadline: summer 2026",), "summer 2026"),
        (("Target: 95 per cent of piers",), None),
        (("The target date is 2030.",), None),
    ],
)
def test_targets(tables: Any, lines: tuple[str, ...], target: str | None) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, YES, *lines, "It will be blue.")
    assert found.column("target_text") == [target]
    assert all(line in found.recommendations[0]["response_text"] for line in lines)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Recommendation implemented", "implemented"),
        ("Status: Completed (May 2025)", "implemented"),
        ("Delivery status: work in progress", "in_progress"),
        ("Work in progress", "in_progress"),
        ("Work in progress on the pier is slow.", None),
        ("Status: Not yet started.", "not_started"),
        ("Recommendation status: closed", "closed"),
        ("Recommendation is no longer being implemented", "closed"),
        ("The recommendation was implemented in full and we moved on.", None),
        ("Status: Grade II listed", None),
        ("Implemented with care, this could work", None),
        ("Closed on Mondays", None),
    ],
)
def test_delivery_status(line: str, status: str | None) -> None:
    assert delivery_status(line) == status
    assert is_delivery(line) == (status is not None)


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


@pytest.mark.parametrize(
    ("label", "number"),
    [("B", "B"), ("3(b)", "3(b)"), ("4a) iv.", "4a) iv"), ("8.1.", "8.1"), ("6.41", "6.41")],
)
def test_numbers_of_parts(tables: Any, label: str, number: str) -> None:
    assert tables("Our piers", f"Recommendation {label}", MEND, YES).column("number") == [number]


EARLIER = "We reject this recommendation."


@pytest.mark.parametrize(
    "answer",
    [
        ("Previous response", EARLIER, "Update", YES),
        ("Previous response", EARLIER, f"Update: {YES}"),
        ("Government response", "Previous response", EARLIER, "Update 2025", YES),
        ("2023 response", EARLIER, "2025 update", YES),
        ("Government response (2023)", EARLIER, "Government response (May 2025)", YES),
        (f"In its response of June 2023 the government said: “{EARLIER}”", YES),
        ("In our 2022 response to the Committee we said:", f"“{EARLIER}”", YES),
    ],
)
def test_an_earlier_answer_is_no_verdict(tables: Any, answer: tuple[str, ...]) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, *answer)
    assert found.read == [("1", MEND, YES, "accepted", "sentence")]
    assert [row["verdict"] for row in found.verdicts] == ["accepted"]
    assert any(kind == "previous_response" and EARLIER in words for kind, words in found.segments)


def test_an_update_below_an_answer_leaves_it_as_it_is(tables: Any) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, "Government response", YES, "Update", "The pier is mended.")
    assert found.column("verdict") == ["accepted"]
    assert found.recommendations[0]["response_text"].endswith("The pier is mended.")
    assert "previous_response" not in {kind for kind, _ in found.segments}


@pytest.mark.parametrize("heading", ["The Lords report", "Part 2: the Lords report"])
def test_a_second_series(tables: Any, heading: str) -> None:
    said = "The Lords reported in May."
    below = ("Recommendation 1", COUNT, NO, "Recommendation 2", MEND, NO)
    found = tables("Two reports", "Recommendation 1", MEND, YES, "Recommendation 2", COUNT, YES, heading, said, *below)
    assert found.column("number") == ["1", "2", "1", "2"]
    assert found.column("series") == [None, None, heading, heading]
    assert found.column("verdict") == ["accepted", "accepted", "rejected", "rejected"]
    assert found.read[1].answer == YES


def test_a_number_printed_twice_is_no_series(tables: Any) -> None:
    found = tables("Piers", "Recommendation 1", MEND, YES, "Gulls", "Recommendation 1", COUNT, NO)
    assert found.column("series") == [None, None]


@pytest.mark.parametrize("mark", ["", " response", " response:"])
def test_several_governments(tables: Any, mark: str) -> None:
    found = tables(
        "Our piers",
        "Published 4 March 2026",
        "From: Welsh Government",
        "Recommendation 1",
        MEND,
        f"UK Government{mark}",
        "Accepted. Work begins in May.",
        f"Scottish Government{mark}",
        "We do not accept this recommendation.",
        f"Welsh Government{mark}",
        "We accept this recommendation in principle.",
    )
    assert [(row["responder_name"], row["verdict"]) for row in found.verdicts] == [
        ("UK Government", "accepted"),
        ("Scottish Government", "rejected"),
        ("Welsh Government", "accepted_in_principle"),
    ]
    assert found.column("verdict") == ["accepted_in_principle"]


def test_the_publisher_is_not_the_first_who_answers(tables: Any) -> None:
    found = tables(
        "Our piers",
        "Published 4 March 2026",
        "From: Department for Transport",
        "Recommendation 1",
        MEND,
        "Scottish Government response",
        "We do not accept this recommendation.",
        "UK Government response",
        "We accept this recommendation.",
    )
    assert found.column("verdict") == ["accepted"]
    assert [row["verdict"] for row in found.verdicts] == ["rejected", "accepted"]


def test_one_government_is_no_joint_answer(tables: Any) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, "MOD response:", "We accept this recommendation.")
    assert [row["responder_name"] for row in found.verdicts] == [None]


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


@pytest.mark.parametrize("label", [f"Recommendation 1: {MEND}", f"Recommendation 1\n\n{MEND}"])
def test_a_lone_recommendation_with_its_answer(label: str) -> None:
    layout, reading = choose(f"Letter\n\n{label}\n\n{YES}\n")
    assert (layout, len(reading.recommendations)) == ("responses", 1)


def test_a_lone_label_in_a_story_is_prose() -> None:
    layout, reading = choose(f"Letter\n\nRecommendation 1\n\n{MEND}\n\nIt rained on Monday, and nobody answered.\n")
    assert (layout, reading.recommendations) == ("plain", ())


@pytest.mark.parametrize(
    ("label", "verdict"),
    [
        ("Recommendation accepted", "accepted"),
        ("Recommendation partially accepted.", "accepted_in_part"),
        ("Recommendation not accepted", "rejected"),
    ],
)
def test_label_lines(tables: Any, label: str, verdict: str) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, "Response", label, "It will be blue.")
    assert [(one.verdict, one.basis) for one in found.read] == [(verdict, "label")]


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


@pytest.mark.parametrize("frame", ["Key concern {}: ", "Finding {}. ", "Concern {} – ", "Issue: "])
def test_what_a_recommendation_follows_from_is_no_answer(tables: Any, frame: str) -> None:
    found = tables(
        "Inspection of the pier",
        f"{frame.format(1)}The pier was cold.\nRecommendation: {MEND} (To ministers)",
        f"{frame.format(2)}The gulls were many.\nRecommendation: {COUNT}",
        f"{frame.format(3)}It rained.",
    )
    assert found.read == [(None, f"{MEND} (To ministers)", None, None, None), (None, COUNT, None, None, None)]
    assert (found.document_type, found.column("response_status")) == ("report", ["not_addressed", "not_addressed"])


def test_a_finding_in_an_answer_is_part_of_it(tables: Any) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, YES, "Finding 1: it is old.", "Work begins in May.")
    assert found.read[0].answer == f"{YES} Finding 1: it is old. Work begins in May."


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


def test_a_lone_recommendation_that_who_is_asked_answers() -> None:
    asked = "Recommendation 1: Sport England should mend the pier."
    assert choose(f"Letter\n\n{asked}\n\nSport England has mended it.\n")[0] == "responses"
    assert choose(f"Letter\n\n{asked}\n\nSport Wales has mended another.\n")[0] == "plain"


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ((f"Recommendation 3: {YES}",), (None, YES, "accepted", "sentence")),
        (
            ("Recommendation 3: Accepted. Work begins in May.",),
            (None, "Accepted. Work begins in May.", "accepted", "label"),
        ),
        (("Recommendation 3: Rejected", "It is too dear."), (None, "It is too dear.", "rejected", "label")),
        (("Recommendation 3 – Accepted in principle",), (None, None, "accepted_in_principle", "label")),
        (("Recommendation 3 – Accepted", MEND, "It is blue."), (MEND, "It is blue.", "accepted", "label")),
        (("Recommendation 3 (not accepted)", MEND, "It is blue."), (MEND, "It is blue.", "rejected", "label")),
        (("Rec 3: " + MEND, YES), (MEND, YES, "accepted", "sentence")),
        (
            ("Recommendation 3: We accept that piers are old. They should be mended.", YES),
            ("We accept that piers are old. They should be mended.", YES, "accepted", "sentence"),
        ),
        (
            ("Recommendation 3: Support, advice and paint should be given.", YES),
            ("Support, advice and paint should be given.", YES, "accepted", "sentence"),
        ),
        (("Recommendation 3 – Support", MEND, YES), (MEND, YES, "accepted", "sentence")),
    ],
)
def test_an_answer_or_a_verdict_right_behind_a_label(
    tables: Any, lines: tuple[str, ...], read: tuple[Any, ...]
) -> None:
    found = tables("Response to the recommendations", *lines, f"Recommendation 4: {COUNT}", NO)
    assert found.read == [("3", *read), ("4", COUNT, NO, "rejected", "sentence")]


def test_a_section_about_recommendations_is_no_label(tables: Any) -> None:
    found = tables("Our piers", "2. Our response to each recommendation", "Recommendation 1", MEND, YES)
    assert found.column("number") == ["1"]


def test_a_summary_of_the_decisions_is_of_the_answers_below(tables: Any) -> None:
    summary = ("Recommendation 1 – Accepted", "Recommendation 2 – Rejected", "Our answers")
    answer = ("Recommendation 1", MEND, "Work begins in May.", "Recommendation 2", COUNT, "Nobody can count.")
    found = tables("Our piers", *summary, *answer)
    assert found.read == [
        ("1", MEND, "Work begins in May.", "accepted", "label"),
        ("2", COUNT, "Nobody can count.", "rejected", "label"),
    ]


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


_NEXT = ("Recommendation 2", COUNT, "We met in June.")


def test_lines_that_open_with_who_answers(tables: Any) -> None:
    found = tables(
        "Our piers", "Recommendation 1", MEND, "Defra: Accepted.\nThe Crown Estate – Not accepted: it is dear.", *_NEXT
    )
    assert [(row["responder_name"], row["verdict"], row["basis"]) for row in found.verdicts] == [
        ("Defra", "accepted", "label"),
        ("Crown Estate", "rejected", "label"),
    ]


@pytest.mark.parametrize("line", ["Outcome: Accepted.", "Sidbury: Accepted.", "Defra: Accepted wisdom has it so."])
def test_lines_that_open_with_something_else(tables: Any, line: str) -> None:
    assert tables("Our piers", "Recommendation 1", MEND, "It rained.", line, *_NEXT).verdicts == []


def test_lines_that_open_with_a_part(tables: Any) -> None:
    asked = "Ministers should (a) mend piers and (b) count gulls."
    found = tables(
        "Our piers", f"Recommendation 1: {asked}", "We met in May.", "(a) Accepted.", "(b) Rejected – too dear.", *_NEXT
    )
    assert [(row["part_label"], row["verdict"]) for row in found.verdicts] == [("a", "accepted"), ("b", "rejected")]
    assert found.column("verdict") == ["mixed", None]


@pytest.mark.parametrize("sign", [".", ":", " –", "\t"])
def test_labels_of_a_letter_and_a_number(tables: Any, sign: str) -> None:
    found = tables("Response to the recommendations", f"R1{sign} {MEND}", YES, f"R2{sign} {COUNT}", NO)
    assert [one[:4] for one in found.read] == [("1", MEND, YES, "accepted"), ("2", COUNT, NO, "rejected")]


def test_letters_and_numbers_of_other_things_are_no_labels(tables: Any) -> None:
    lines = ("R1. Houses near the pier.", "R2. Shops.", "R3: Roads should be mended.")
    assert tables("Zones that the plan recommends", *lines, "It rained.").recommendations == []


def test_paragraphs_of_a_report_with_what_they_recommend(tables: Any) -> None:
    asked = ("The Committee recommends that piers be mended.", "The Committee asks that gulls be counted.")
    found = tables("Response to the report", f"Paragraph 14: {asked[0]}", YES, f"Paragraph 4.2: {asked[1]}", NO)
    assert [one[:4] for one in found.read] == [("14", asked[0], YES, "accepted"), ("4.2", asked[1], NO, "rejected")]


def test_numbered_lines_above_a_verdict(tables: Any) -> None:
    found = tables("Action plan", f"1. {MEND}\nAgreed - Harbour master - May 2027", f"2. {COUNT}\nNot agreed")
    assert [one[:4] for one in found.read] == [
        ("1", MEND, "Agreed - Harbour master - May 2027", "accepted"),
        ("2", COUNT, "Not agreed", "rejected"),
    ]


def test_numbered_lines_above_other_words_are_no_recommendations(tables: Any) -> None:
    lines = (f"1. {MEND}\nWe talked all night.", f"2. {COUNT}\nAgreed sums were paid.", "3. We met.\nAgreed.")
    assert tables("Minutes", *lines).recommendations == []


@pytest.mark.parametrize(
    "label",
    [
        "Recommendation 1, paragraph 22",
        "Recommendation 1: paragraphs 22 and 23",
        "Recommendation 1 – para. 4.2",
        "Safety recommendation 1",
        "Overarching recommendation 1:",
        "Harbour Watch recommendation 1:",
        "Recommendation 1 (Home Office and Harbour Board)",
    ],
)
def test_a_label_with_its_place_or_its_sort(tables: Any, label: str) -> None:
    found = tables("Our piers", label, MEND, "Government response", YES)
    assert found.read == [("1", MEND, YES, "accepted", "sentence")]


def test_labels_and_answers_with_the_numbers_of_paragraphs(tables: Any) -> None:
    found = tables(
        "Response to the Committee",
        f"5. Recommendation 1 (paragraph 34): {MEND}",
        f"6. {YES}",
        f"7. Recommendation 2. {COUNT}",
        "8. The gulls are counted each May.",
    )
    assert [(one.number, one.words, one.answer) for one in found.read] == [
        ("1", MEND, f"6. {YES}"),
        ("2", COUNT, "8. The gulls are counted each May."),
    ]


def test_a_number_that_runs_on_is_no_list_of_the_recommendation(tables: Any) -> None:
    paragraphs, items = ("9. Piers are mended each May.", "10. They cost £2 million."), ("1. the pier", "2. the jetty")
    found = tables(
        "Piers", "Recommendation 1", MEND, *paragraphs, "Recommendation 2", "Ministers should mend:", *items, YES
    )
    assert [one[:3] for one in found.read] == [
        ("1", MEND, " ".join(paragraphs)),
        ("2", f"Ministers should mend: {' '.join(items)}", YES),
    ]


def test_a_paragraph_with_its_place_belongs_to_the_recommendation(tables: Any) -> None:
    why = "Piers are old, and most were built before 1900. (Paragraph 12)"
    what = "A count would show how many. (Paragraph 13)"
    found = tables(
        "Our piers", "Recommendations 1, 2", why, what, "Piers make this coast.", f"Recommendation 3: {MEND}", YES
    )
    assert [one[:3] for one in found.read] == [
        ("1", f"{why} {what}", "Piers make this coast."),
        ("2", f"{why} {what}", "Piers make this coast."),
        ("3", MEND, YES),
    ]


@pytest.mark.parametrize("mark", ["The Government’s Response", "Harbour Board response:"])
def test_numbers_in_brackets_above_a_mark(tables: Any, mark: str) -> None:
    found = tables("Our piers", "Conclusions", f"(5) {MEND}", mark, YES, f"(8) {COUNT}", mark, NO)
    assert [(one.number, one.words, one.verdict) for one in found.read] == [
        ("5", MEND, "accepted"),
        ("8", COUNT, "rejected"),
    ]


def test_numbers_inside_quotation_marks(tables: Any) -> None:
    asked = ("We recommend that the pier be mended.” (paragraph 50)", "Gulls should be counted.” (paragraph 76)")
    found = tables("Our piers", f"“50. {asked[0]}", YES, f"“76. {asked[1]}", NO)
    assert [one[:4] for one in found.read] == [("50", asked[0], YES, "accepted"), ("76", asked[1], NO, "rejected")]


def test_quotations_below_the_number_of_their_paragraph(tables: Any) -> None:
    found = tables(
        "Letter to the Committee", f"Paragraph 112: “{MEND}”", "We will do so.", f"Paragraph 140: “{COUNT}”", NO
    )
    assert [one[:3] for one in found.read] == [("112", f"“{MEND}”", "We will do so."), ("140", f"“{COUNT}”", NO)]


def test_the_number_behind_the_words(tables: Any) -> None:
    label, mark = "Committee recommendation", "Government response"
    asked = [f"{MEND} (Recommendation 1)", f"{COUNT} (Recommendation 2, paragraph 9)"]
    found = tables("Our piers", label, asked[0], mark, YES, label, asked[1], mark, NO)
    assert [one[:4] for one in found.read] == [("1", asked[0], YES, "accepted"), ("2", asked[1], NO, "rejected")]


@pytest.mark.parametrize("decision", ["Accepted", "accepted in part", "Not accepted"])
def test_a_decision_in_brackets_is_no_body(tables: Any, decision: str) -> None:
    found = tables(
        "Our piers", f"Recommendation 1 ({decision})", MEND, "Work begins in May.", "Recommendation 2", COUNT, NO
    )
    assert found.read[0].verdict is not None


def test_answers_with_bullets(tables: Any) -> None:
    found = tables(
        "Response to the Committee",
        f"1. {MEND} (Paragraph 4)",
        "· We agree. The Harbour Board has begun.",
        f"2. {COUNT} (Paragraph 6)",
        f"· {NO}",
    )
    assert [(one.number, one.verdict) for one in found.read] == [("1", "accepted"), ("2", "rejected")]


def test_a_verdict_behind_the_mark_and_a_dash(tables: Any) -> None:
    found = tables(
        "Our piers", "Recommendation 1 – The pier", MEND, "Our response – Accept in part", "Work begins in May."
    )
    assert found.read == [("1", MEND, "Accept in part Work begins in May.", "accepted_in_part", "label")]


def test_lines_that_open_with_two_governments(tables: Any) -> None:
    found = tables(
        "Joint response on piers",
        f"Recommendation 1: {MEND}",
        "UK Government and Welsh Government: Accepted in full.",
        f"Recommendation 2: {COUNT}",
        "UK Government: Accepted.",
        "Welsh Government: Rejected.",
    )
    assert [(one["responder_name"], one["verdict"]) for one in found.verdicts] == [
        ("UK Government", "accepted"),
        ("Welsh Government", "accepted"),
        ("UK Government", "accepted"),
        ("Welsh Government", "rejected"),
    ]


def test_a_response_that_says_recommendation_accepted(tables: Any) -> None:
    found = tables("Recommendation 1", MEND, "Recommendation not accepted.", "Piers are for councils.")
    assert found.document_type == "government_response"
    assert found.column("verdict") == ["rejected"]


@pytest.mark.parametrize("numbers", [("1", "2a", "2b", "3"), ("1", "2(a)", "2(b)")])
def test_lettered_numbers_leave_no_gap(numbers: tuple[str, ...]) -> None:
    text = "\n\n".join(["Our piers", *(f"Recommendation {number}\n\n{MEND}\n\n{YES}" for number in numbers)])
    assert choose(text)[1].flags == ()


def test_a_promise_right_below_the_mark(tables: Any) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, "Government Response", "We will publish a plan in May.")
    assert found.column("position_inferred") == ["agrees"]
    assert found.column("position_text") == ["We will publish"]


def test_what_a_site_prints_below_a_page_is_no_answer(tables: Any) -> None:
    found = tables(
        "Our piers", f"Recommendation 1: {MEND}", YES, f"Recommendation 2: {COUNT}", "Previous Contents Next"
    )
    assert [one.answer for one in found.read] == [YES, None]


def test_labels_and_places_in_text_wrapped_by_hand(tables: Any) -> None:
    found = tables(
        "Appendix: Government response",
        "Recommendation 1. We urge the Harbour Board to change\nthe name of the pier so that it has the word\n"
        "‘pier’ in it and visitors can find it.\n(Paragraph 5)\nThe Board knows what visitors look for when they\n"
        "come and has put up nine signs, all of which can be\nread from the station and from the beach below.\n"
        "Recommendation 2. We recommend that the\nHarbour Board count its visitors each May. (Paragraph\n7)\n"
        "The Board counts them already and will publish what it\nfinds.",
    )
    assert [(one.number, one.words.split()[-1]) for one in found.read] == [("1", "5)"), ("2", "7)")]
    assert found.read[0].answer.startswith("The Board knows")
    assert found.read[1].words.startswith("We recommend that the Harbour Board count")


def test_a_status_alone_below_a_recommendation_is_its_verdict_or_its_delivery(tables: Any) -> None:
    found = tables(
        "Weir Inquiry: progress",
        "Recommendation 1",
        "Mend the weir.",
        "Status: Not accepted",
        "It would cost too much.",
        "Recommendation 2",
        "Paint the weir.",
        "Status: Accepted",
        "We will paint it.",
    )
    assert [(one.number, one.verdict, one.basis) for one in found.read] == [
        ("1", "rejected", "label"),
        ("2", "accepted", "label"),
    ]


def test_numbers_of_chapters_above_a_status_are_recommendations(tables: Any) -> None:
    found = tables(
        "Weir Inquiry: progress",
        "Of the 3 recommendations, 1 was not accepted.",
        "2.1 Keepers should live near their weirs",
        "Status: Complete",
        "Nine houses have been built.",
        "2.2 Each weir should have a keeper",
        "Status: In progress",
        "We accept this recommendation.",
        "3.1 Weirs should be closed in winter",
        "Status: Not accepted",
        "They are needed.",
    )
    assert [(one.number, one.verdict) for one in found.read] == [
        ("2.1", None),
        ("2.2", "accepted"),
        ("3.1", "rejected"),
    ]
    assert found.column("delivery_status") == ["implemented", "in_progress", None]
    assert [one["status"] for one in found.checks] == ["agree", "agree"]


def test_what_inspectors_ask_for_has_labels_of_its_own(tables: Any) -> None:
    found = tables(
        "Response to an inspection of harbour policing",
        "Area for improvement 1",
        "The force should count its boats.",
        "We accept this area for improvement. We have counted nine.",
        "Cause of concern 2",
        "The force should mend its boats.",
        "We partly accept this. Four will be mended.",
    )
    assert [(one.number, one.words, one.verdict) for one in found.read] == [
        ("1", "The force should count its boats.", "accepted"),
        ("2", "The force should mend its boats.", "accepted_in_part"),
    ]
    assert tables("An inspection", "There is one area for improvement: boats.", "It rained.").recommendations == []
