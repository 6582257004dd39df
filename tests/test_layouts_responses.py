"""Responses: small documents, each with one way of printing recommendations and their answers."""

from __future__ import annotations

import pytest
from documents import FILES, ROOT, SHARED
from hypothesis import given, settings
from hypothesis import strategies as st
from structure import assert_structure

from extractors.layouts import choose, responses
from extractors.model import Reading, Recommendation, Span

ASKED = "The Department should mend the pier."
ASKED_TOO = "Councils should count the gulls."
ANSWER = "We accept this recommendation. Work begins in May."
ANSWER_TOO = "The government has asked councils for figures."


def document(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


def read(*paragraphs: str, end: str = "\n") -> tuple[str, Reading]:
    text = document(*paragraphs).replace("\n", end)
    reading = responses.read(text)
    assert_structure(text, reading)
    return text, reading


def rows(*paragraphs: str) -> list[tuple[str | None, str | None, str | None]]:
    """Number, words and answer of each recommendation, white space folded."""
    text, reading = read(*paragraphs)
    return [
        (one.number, folded(text, one) if one.has_text else None, one.response and folded(text, one.response))
        for one in reading.recommendations
    ]


def folded(text: str, span: Span | Recommendation) -> str:
    return " ".join(text[span.start : span.end].split())


@pytest.mark.parametrize(
    ("above", "number"),
    [
        (("Recommendation 3", ASKED), "3"),
        ((f"Recommendation 3: {ASKED}",), "3"),
        ((f"Recommendation 3. {ASKED}",), "3"),
        ((f"Recommendation 3\t{ASKED}",), "3"),
        (("Recommendation 3 – The pier", ASKED), "3"),
        ((f"Recommendation 3 – {ASKED}",), "3"),
        (("RECOMMENDATION 3", ASKED), "3"),
        (("Recommendation 3:", ASKED), "3"),
        (("Recommendation 3 (paragraph 24)", ASKED), "3"),
        (("Recommendation 6.41", ASKED), "6.41"),
        (("Recommendation 3a", ASKED), "3a"),
        (("Recommendation No. 3", ASKED), "3"),
        (("Recommendation three", ASKED), "three"),
        (("Recommendation IV", ASKED), "IV"),
        ((f"Recommendation: {ASKED}",), None),
        (("Recommendation", ASKED), None),
    ],
)
def test_labels(above: tuple[str, ...], number: str | None) -> None:
    assert rows(*above, ANSWER) == [(number, ASKED, ANSWER)]


def test_the_label_is_the_word_and_its_number() -> None:
    text, reading = read(f"Recommendation 3: {ASKED}", ANSWER)
    assert reading.recommendations[0].label.of(text) == "Recommendation 3"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text, reading = read("Recommendation 1", ASKED, ANSWER, "Recommendation 2", ASKED_TOO, ANSWER_TOO, end=end)
    assert [one.response and one.response.of(text) for one in reading.recommendations] == [ANSWER, ANSWER_TOO]
    assert reading.document_type == "government_response"


def test_several_numbers_in_one_label() -> None:
    assert rows(f"Recommendations 4 and 5: {ASKED}", ANSWER) == [("4", ASKED, ANSWER), ("5", ASKED, ANSWER)]
    assert [number for number, _, _ in rows("Recommendations 2 to 4", ASKED, ANSWER)] == ["2", "3", "4"]


def test_a_group_its_preamble_and_a_joint_answer() -> None:
    text, reading = read(
        "Piers and gulls (recommendations 1, 2 and 3)",
        "Piers matter to all of us.",
        "Recommendation 1",
        ASKED,
        ANSWER,
        "Recommendation 2",
        ASKED_TOO,
        "Recommendation 3",
        ASKED,
        ANSWER_TOO,
        "Harbours (recommendation 4)",
        "Recommendation 4",
        ASKED,
        ANSWER,
    )
    one, two, three, four = reading.recommendations
    assert {each.group_heading for each in (one, two, three)} == {"Piers and gulls (recommendations 1, 2 and 3)"}
    assert one.preamble and one.preamble.of(text) == "Piers matter to all of us."
    assert (four.group_heading, four.preamble) == ("Harbours (recommendation 4)", None)
    assert two.response and three.response and two.response == three.response
    assert two.response.of(text) == ANSWER_TOO
    assert folded(text, two) == ASKED_TOO


def test_a_label_without_text_is_its_own_place() -> None:
    text, reading = read("Recommendation 1", "Recommendation 2", ASKED, ANSWER)
    one, two = reading.recommendations
    assert (one.has_text, Span(one.start, one.end)) == (False, one.label)
    assert one.label.of(text) == "Recommendation 1"
    assert one.response == two.response


def test_a_label_above_an_answer_alone_has_no_text() -> None:
    assert rows("Recommendation 1", "We accept this recommendation.") == [
        ("1", None, "We accept this recommendation."),
    ]


def test_bullets_and_later_paragraphs_of_the_recommender() -> None:
    text, reading = read(
        "Recommendation 1",
        "The Department should:",
        "• mend the pier;",
        "• count the gulls; and",
        "• feed them.",
        "The count should then be published every year.",
        ANSWER,
        "• in May, the pier",
    )
    (one,) = reading.recommendations
    assert text[one.start : one.end].endswith("published every year.")
    assert [text[part.start : part.end] for part in one.parts] == ["mend the pier", "count the gulls", "feed them"]
    assert one.response and one.response.of(text) == f"{ANSWER}\n\n• in May, the pier"


def test_lettered_parts_of_a_sentence() -> None:
    text, reading = read("Recommendation 1", "Councils should (a) mend piers and (b) count gulls.", ANSWER)
    (one,) = reading.recommendations
    assert [(part.label, text[part.start : part.end]) for part in one.parts] == [
        ("a", "mend piers"),
        ("b", "count gulls"),
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "Government response",
        "Government response:",
        "Response",
        "Response:",
        "MOD response:",
        "Welsh Government response",
    ],
)
def test_marks_above_an_answer(mark: str) -> None:
    below = "The pier needs paint. It was last painted in 1974."  # no words of the recommender show where it ends
    assert rows("Recommendation 1", ASKED, below, mark, ANSWER) == [("1", f"{ASKED} {below}", ANSWER)]


@pytest.mark.parametrize("mark", ["Response: ", "MOD response: ", "Government response: "])
def test_marks_before_an_answer(mark: str) -> None:
    text, reading = read("Recommendation 1", ASKED, f"{mark}Accepted.", "Work begins in May.")
    (one,) = reading.recommendations
    assert one.response and one.response.of(text) == "Accepted.\n\nWork begins in May."
    assert mark.strip() in [text[s.start : s.end] for s in reading.segments if s.kind == "heading"]


@pytest.mark.parametrize("before", [("Contents", "Recommendation 1", "Recommendation 2", "Recommendation 3")])
def test_a_contents_page_adds_nothing(before: tuple[str, ...]) -> None:
    found = rows(
        "Our piers: response",
        *before,
        "Recommendation 1",
        ASKED,
        ANSWER,
        "Recommendation 2",
        ASKED_TOO,
        ANSWER_TOO,
        "Recommendation 3",
        ASKED,
        ANSWER,
    )
    assert [(number, answer) for number, _, answer in found] == [("1", ANSWER), ("2", ANSWER_TOO), ("3", ANSWER)]


def test_a_summary_that_lists_the_recommendations_adds_nothing() -> None:
    asked = [f"The Department should mend pier number {number}." for number in range(1, 6)]
    summary = [f"Recommendation {number}: {words}" for number, words in enumerate(asked, 1)]
    answers = [f"We accept this recommendation and will mend pier {number}." for number in range(1, 6)]
    below = [line for pair in zip(summary, answers, strict=True) for line in pair]
    found = rows("Executive summary", *summary, "Our answers", "Piers are old.", *below)
    assert found == [(str(n), asked[n - 1], answers[n - 1]) for n in range(1, 6)]


WRAPPED = """The Department should mend the pier at Sidbury, and should
count the gulls that live below it before the work begins on
the ironwork, and publish what it finds before the summer."""
WRAPPED_ANSWER = """We accept this recommendation. A survey of the ironwork has
been under way since March, and will be finished before the
gulls return in the spring of next year, as they always do."""


def test_text_wrapped_by_hand() -> None:
    asked, answer = " ".join(WRAPPED.split()), " ".join(WRAPPED_ANSWER.split())
    assert rows("Recommendation 1", WRAPPED, WRAPPED_ANSWER, "Recommendation 2", WRAPPED, WRAPPED_ANSWER) == [
        ("1", asked, answer),
        ("2", asked, answer),
    ]


def test_headings_inside_an_answer_belong_to_it_and_at_its_end_do_not() -> None:
    text, reading = read(
        "Recommendation 1",
        ASKED,
        ANSWER,
        "What we spend",
        "We spend £3 million.",
        "Gulls",
        "Recommendation 2",
        ASKED_TOO,
        ANSWER_TOO,
    )
    one, two = reading.recommendations
    assert one.response and one.response.of(text).endswith("We spend £3 million.")
    assert [heading.of(text) for heading in one.headings] == ["What we spend"]
    assert (two.headings, two.response and two.response.of(text)) == ((), ANSWER_TOO)


@pytest.mark.parametrize(
    "after",
    [
        ("Conclusion", "We thank the Committee."),
        ("Next steps", "A bill will follow."),
        ("Annex A: the piers", "There are nine of them."),
        ("© Crown copyright 2025",),
        ("Footnotes", "1. Counted in June."),
        ("[1] Counted in June.",),
    ],
)
def test_the_last_answer_ends_before_what_closes_the_document(after: tuple[str, ...]) -> None:
    assert rows("Recommendation 1", ASKED, ANSWER, *after) == [("1", ASKED, ANSWER)]


def test_number_gap() -> None:
    assert read("Recommendation 1", ASKED, ANSWER, "Recommendation 3", ASKED, ANSWER)[1].flags == ("number_gap",)
    assert read("Recommendation 2", ASKED, ANSWER, "Recommendation 1", ASKED, ANSWER)[1].flags == ()
    assert read("Recommendation 6.41", ASKED, ANSWER)[1].flags == ()


def test_bare_numbers_of_a_report_that_answers_some_leave_no_gap() -> None:
    some = [f"{number}. We recommend more piers. (Paragraph {number + 20})" for number in (4, 5, 8, 11, 15)]
    most = [f"{number}. We recommend more piers. (Paragraph {number + 20})" for number in (1, 2, 3, 5)]
    assert read(*(line for one in some for line in (one, ANSWER)))[1].flags == ()
    assert read(*(line for one in most for line in (one, ANSWER)))[1].flags == ("number_gap",)


def test_recommendations_that_nobody_answers_are_a_report() -> None:
    text, reading = read("Our piers", "Recommendation 1", ASKED, "Recommendation 2", ASKED_TOO)
    assert reading.document_type == "report"
    assert [(folded(text, one), one.response) for one in reading.recommendations] == [(ASKED, None), (ASKED_TOO, None)]


PROSE = (
    "Recommendation 6 of the review asks for a national register of lidos.",
    "We have accepted the recommendation of the pay body, and wages will rise in April.",
    "In 2019 the Committee made twelve recommendations.",
    "Recommendation 4 was met in March.",
    "Recommendation 3 is about the trustees and not the trust.",
    "Recommendations 2 to 5 were accepted by the board last year, the chair said.",
    "The recommendation: a new roof, a new floor and a new landlord, in that order.",
    "Recommendations from coroners must be answered within 56 days.",
    "His first recommendation is a walk before breakfast, his second is breakfast.",
    "Recommendation 12 has cost us more than the other eleven together, she said.",
    "Their recommendation? More buses.",
    "Recommendation letters should be sent to the college by Friday.",
    "Recommendation 7, on lighting, drew most of the letters.",
    "Recommendation 9 – the one about otters – was dropped in the final draft.",
    "The report’s recommendations (1, 4 and 9) have been carried out.",
    "Recommendations are not orders, as the minister likes to say.",
    "Under Recommendation 8: Trees, the council was asked for an oak.",
    "Recommendation 5 and Recommendation 6 overlap, according to the auditors.",
    "We respond to recommendations 3 and 5 in the letter that went to the Committee in June.",
    "Recommendation 10 calls on the government to pay for it, which it will not.",
    "Recommendation 2(b) came too late for this year’s budget.",
    "On the recommendation of the board, the pool will be closed on Mondays.",
    "Recommendation 1 remains open, and so does the question of who pays.",
    "On recommendation 2, nobody spoke, and on the first recommendation, few did.",
    "Recommendation A and the others were dropped.",
    "Rec 4 was dropped too, the bosun said.",
)


@pytest.mark.parametrize("line", PROSE)
def test_prose_about_recommendations_has_none(line: str) -> None:
    _, reading = choose(document("Lidos in the news", "The water is cold this year.", line, "So says the review."))
    assert reading.recommendations == ()


def test_a_page_of_prose_about_recommendations_has_none() -> None:
    text = document("Lidos in the news", *PROSE)
    reading = choose(text)[1]
    assert_structure(text, reading)
    assert reading.recommendations == ()
    assert responses.read(text).recommendations == ()


OTHERS = [path for path in FILES if path.parent.name in ("press", "written-questions")]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_press_and_listings_have_none(path: object) -> None:
    reading = choose(path.read_bytes().decode())[1]  # type: ignore[attr-defined]
    assert reading.recommendations == ()


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared texts")
def test_the_shared_press_and_listings_are_among_them() -> None:
    assert any(SHARED in path.parents for path in OTHERS)
    assert any(ROOT / "corpus" in path.parents for path in OTHERS)


LINES = st.sampled_from(
    [
        *("Recommendation 1", f"Recommendation 2: {ASKED}", "RECOMMENDATION 3", "Recommendation 4 – Gulls"),
        *(
            "Recommendations 5 and 6",
            f"Recommendation: {ASKED}",
            "Recommendation",
            "Recommendation 7 was met in March.",
        ),
        *(ASKED, ANSWER, ANSWER_TOO, "The Department should:", "• a pier;", "(a) a gull", "What we spend"),
        *("Government response", "Response: Accepted.", "Gulls (recommendations 2 and 3)", "Conclusion", "Annex A"),
        *("© Crown copyright", "[1] A footnote.", "Contents", "1\tMet", "Position: Accept", ":", "Recommendation 8:"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\n\n", "\r\n\r\n"]))
def test_any_row_of_lines_is_read(lines: list[str], between: str) -> None:
    text = between.join(lines)
    reading = responses.read(text)
    assert_structure(text, reading)
    assert len(reading.recommendations) <= sum(
        1 + line.count(" and ") for line in lines if "ecommendation" in line.lower()
    )


def test_numbered_paragraphs_below_a_bare_label_are_recommendations_that_share_the_answer() -> None:
    assert rows(
        *("Committee Recommendation", f"8.1. {ASKED}", "8.2 We find that gulls are not counted.", ANSWER, ANSWER_TOO),
        *("Committee Recommendation", "Gulls", f"8.2 {ASKED_TOO}", "- hourly", "Government response", ANSWER_TOO),
    ) == [
        ("8.1", ASKED, f"{ANSWER} {ANSWER_TOO}"),
        ("8.2", "We find that gulls are not counted.", f"{ANSWER} {ANSWER_TOO}"),
        ("8.2", f"{ASKED_TOO} - hourly", ANSWER_TOO),
    ]


def test_where_all_paragraphs_are_numbered_the_answer_is_the_first_that_answers() -> None:
    numbered = ("Inquiry recommendation:", f"2.1 {ASKED}", f"2.2 {ANSWER}", f"2.3 {ANSWER_TOO}")
    assert rows(*numbered) == [("2.1", ASKED, f"2.2 {ANSWER} 2.3 {ANSWER_TOO}")]


def test_a_label_in_the_plural_is_one_where_it_is_printed_again() -> None:
    above = ("Committee recommendations", f"4.1 {ASKED}", ANSWER)
    below = ("Committee recommendations", f"4.2 {ASKED_TOO}", ANSWER_TOO)
    assert choose(document("Gulls on piers", *above, *below))[0] == "responses"
    assert rows("Gulls on piers", *above, *below) == [("4.1", ASKED, ANSWER), ("4.2", ASKED_TOO, ANSWER_TOO)]
    assert rows("Recommendation 1", ASKED, ANSWER, *above) == [("1", ASKED, f"{ANSWER} {' '.join(above)}")]
