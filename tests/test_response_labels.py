"""How recommendations are labelled and numbered, and what looks like a label and is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from answered import COUNT, MEND, NO, YES, tables_of

from extractors.layouts import choose


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


@pytest.mark.parametrize(
    ("label", "number"),
    [("B", "B"), ("3(b)", "3(b)"), ("4a) iv.", "4a) iv"), ("8.1.", "8.1"), ("6.41", "6.41")],
)
def test_numbers_of_parts(tables: Any, label: str, number: str) -> None:
    assert tables("Our piers", f"Recommendation {label}", MEND, YES).column("number") == [number]


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


@pytest.mark.parametrize("numbers", [("1", "2a", "2b", "3"), ("1", "2(a)", "2(b)")])
def test_lettered_numbers_leave_no_gap(numbers: tuple[str, ...]) -> None:
    text = "\n\n".join(["Our piers", *(f"Recommendation {number}\n\n{MEND}\n\n{YES}" for number in numbers)])
    assert choose(text)[1].flags == ()


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


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("Recommendation (a)", "a"),
        ("Recommendation b:", "b"),
        ("Recommendation (3)", "3"),
        ("Safety recommendation R/2025/061:", "R/2025/061"),
        ("Recommendation 2025/17", "2025/17"),
        ("Learning Recommendation 4", "4"),
        ("Matter of concern 2", "2"),
    ],
)
def test_letters_and_codes_as_numbers(tables: Any, label: str, number: str) -> None:
    assert tables("Our piers", label, MEND, YES).read[0][:4] == (number, MEND, YES, "accepted")


def test_sections_with_a_letter_and_a_number(tables: Any) -> None:
    found = tables("Response to the recommendations", f"A1. {MEND}", "Accept. Work begins in May.", f"B1. {COUNT}", NO)
    assert [(one.number, one.words, one.verdict) for one in found.read] == [
        ("A1", MEND, "accepted"),
        ("B1", COUNT, "rejected"),
    ]


@pytest.mark.parametrize("label", ["Concern {}", "Concern ({}):", "CONCERN {} –"])
def test_concerns_of_a_coroner(tables: Any, label: str) -> None:
    asked = ("No notice was at the pier.", "Nobody had a list of gulls.")
    found = tables(
        "Dear Coroner",
        f"{label.format(1)} {asked[0]}",
        "We share this concern. A notice will be put up in May.",
        f"{label.format(2)} {asked[1]}",
        "We will publish one.",
        "I hope that this reply is helpful. Thank you for your report.",
        "Yours sincerely",
        "Ann Rowe",
    )
    assert [one[:3] for one in found.read] == [
        ("1", asked[0], "We share this concern. A notice will be put up in May."),
        ("2", asked[1], "We will publish one."),
    ]
    assert found.column("position_inferred") == ["agrees", "agrees"]
    assert tables("A walk", "Concern 1 was the rain.", "We went home.").recommendations == []
    assert tables("A report", "Concern 1", asked[0], "Concern 2", asked[1]).recommendations == []


def test_motions_of_a_council(tables: Any) -> None:
    asked = ("That the Council mends the pier.", "That gulls be counted.")
    found = tables(
        "Minutes on the recommendations",
        f"1. {asked[0]}",
        "Decision: Agreed.",
        f"2. {asked[1]}",
        "Decision: Not agreed.",
    )
    assert [(*one[:2], one.verdict) for one in found.read] == [
        ("1", asked[0], "accepted"),
        ("2", asked[1], "rejected"),
    ]


def test_headings_of_groups_where_nothing_else_is_a_label(tables: Any) -> None:
    found = tables(
        "Government response to the review of piers",
        "Old piers (recommendations 1 and 2)",
        "We accept these recommendations. Work begins in May.",
        "Gulls (recommendation 3)",
        "There are many gulls. They are counted each year.",
    )
    heading = "Old piers (recommendations 1 and 2)"
    answer = "We accept these recommendations. Work begins in May."
    assert found.read == [
        ("1", None, answer, "accepted", "sentence"),
        ("2", None, answer, "accepted", "sentence"),
        ("3", None, "There are many gulls. They are counted each year.", None, None),
    ]
    assert found.column("group_heading") == [heading, heading, "Gulls (recommendation 3)"]
    assert tables("A review of piers", heading, "They are old.", "It rained.").recommendations == []


def test_a_mark_that_asks(tables: Any) -> None:
    found = tables(
        "Our piers",
        "Recommendation 1",
        MEND,
        "Do you accept the recommendation? Yes",
        "Work begins in May.",
        "Recommendation 2",
        COUNT,
        "Accepted: No",
        "There are too many.",
    )
    assert [one[2:4] for one in found.read] == [
        ("Yes Work begins in May.", "accepted"),
        ("No There are too many.", "rejected"),
    ]


def test_a_decision_with_whose_it_is(tables: Any) -> None:
    found = tables(
        "Our piers",
        f"Recommendation: {MEND}",
        "Executive decision: Accepted",
        f"Recommendation: {COUNT}",
        "Cabinet’s decision: Rejected",
    )
    assert [one[1:4] for one in found.read] == [(MEND, "Accepted", "accepted"), (COUNT, "Rejected", "rejected")]
