"""Forms of published responses, each as a small document, and what looks like one of them and is none."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from answered import COUNT, MEND, NO, YES

from extractors.layouts.recommendation_delivery import delivery_status, is_delivery


def test_pairs_without_numbers(tables: Any) -> None:
    found = tables(
        "Our piers", f"Recommendation: {MEND}", f"Response: {YES}", f"Recommendation: {COUNT}", f"Reply: {NO}"
    )
    assert found.read == [
        (None, MEND, YES, "accepted", "sentence"),
        (None, COUNT, NO, "rejected", "sentence"),
    ]


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


def test_a_summary_of_the_decisions_is_of_the_answers_below(tables: Any) -> None:
    summary = ("Recommendation 1 – Accepted", "Recommendation 2 – Rejected", "Our answers")
    answer = ("Recommendation 1", MEND, "Work begins in May.", "Recommendation 2", COUNT, "Nobody can count.")
    found = tables("Our piers", *summary, *answer)
    assert found.read == [
        ("1", MEND, "Work begins in May.", "accepted", "label"),
        ("2", COUNT, "Nobody can count.", "rejected", "label"),
    ]


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


def test_a_promise_right_below_the_mark(tables: Any) -> None:
    found = tables("Our piers", "Recommendation 1", MEND, "Government Response", "We will publish a plan in May.")
    assert found.column("position_inferred") == ["agrees"]
    assert found.column("position_text") == ["We will publish"]


def test_what_a_site_prints_below_a_page_is_no_answer(tables: Any) -> None:
    found = tables(
        "Our piers", f"Recommendation 1: {MEND}", YES, f"Recommendation 2: {COUNT}", "Previous Contents Next"
    )
    assert [one.answer for one in found.read] == [YES, None]


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
