"""Written questions as Parliament's own pages print them: a list of results, or one question with its answer.

    Q                                          School Libraries: Repairs
    Asked by Ann Rowe                          Question for Department for Education
    (Calder Valley)                            UIN 12345, tabled on 3 March 2025
    Asked on: 03 March 2025                    Question
    Department for Education                   Ann Rowe
    School Libraries: Repairs                  Labour
    Commons                                    Calder Valley
    12345                                      Commons
    To ask the Secretary of State …            To ask the Secretary of State …
    A                                          Answer
    Answered by: Bob Lee                       Bob Lee
    Answered on: 10 March 2025                 Answered on
    The answer.                                10 March 2025
    Grouped Questions: 12346                   The answer.

A label may stand before its value or alone above it, and most lines may be missing; a line between a name and the
question is known by what it is (a party, a seat in brackets, a House, a day, a body of the register) or by its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.layouts.addressees import addressee_of, house_of
from extractors.layouts.assembly_numbers import is_of_an_assembly
from extractors.layouts.lines import lines, paragraphs
from extractors.layouts.question_outline import listing, outlined
from extractors.layouts.question_page_blocks import Block, page_blocks
from extractors.layouts.question_parts import question_parts
from extractors.layouts.written_questions import merged, number_at_end, status_of
from extractors.model import Question, Reading, Segment, Span

RULE = "question_pages.block"


def explains(text: str) -> int:
    """The lines around the questions and answers, and each question; 0 where an assembly has numbered them."""
    blocks = page_blocks(text)
    if blocks and is_of_an_assembly([span.of(text) for span in lines(text)]):
        return 0
    return sum(block.n_explained for block in blocks)


def read(text: str) -> Reading:
    """Questions in their order; what stands above the first of them is the page's."""
    spans = lines(text)
    blocks = page_blocks(text)
    above = paragraphs(text, spans[: blocks[0].first if blocks else len(spans)])
    reading = listing(text, above, (_read_block(text, spans, block) for block in blocks))
    (only,) = reading.questions if len(reading.questions) == 1 else (None,)
    if only is None or only.heading is None:
        return reading
    title = " ".join(only.heading.split())  # its page has no other
    return replace(reading, facts=replace(reading.facts, title=title))


def _read_block(text: str, spans: Sequence[Span], block: Block) -> tuple[list[Question], list[Segment]]:
    asked, answerer = block.asked, block.answerer
    found = paragraphs(text, spans[block.question : block.question_end])
    put = Span(found[0].start, found[-1].end)
    number = number_at_end(put.of(text))
    put = Span(put.start, put.start + number[0]) if number else put
    answers = paragraphs(text, spans[block.answer : block.answer_end])
    answer = Span(answers[0].start, answers[-1].end) if answers else None
    headings = [asked.heading] if asked.heading else []
    segments = outlined(text, spans[block.first : block.end], [put], answers, headings)
    details = merged([*asked.details, *answerer.details, *block.below])
    addressee = addressee_of(put.of(text))
    house = details.house or asked.house or (house_of(addressee) if addressee else None)
    question = Question(
        start=spans[block.first].start,
        end=(answer or put).end,
        rule=RULE,
        question=put,
        answer=answer,
        house=house,
        uin=details.uin,
        heading=asked.heading.of(text) if asked.heading else None,
        date_tabled=details.tabled,
        date_for_answer=details.for_answer,
        date_answered=details.answered or (merged(answerer.details).day if answer else None),
        date_holding_answer=details.holding,
        date_answer_corrected=details.corrected,
        is_named_day=details.is_named_day or None,
        is_withdrawn=details.is_withdrawn or None,
        asking_member_name=asked.name,
        asking_party=asked.party,
        asking_constituency=asked.seat,
        addressee=addressee,
        answering_body_name=asked.body or answerer.body,
        answering_member_name=answerer.name,
        answering_role=answerer.role,
        answer_status=details.status or (status_of(answer.of(text)) if answer else "unanswered"),
        grouped_uins=details.grouped,
        parts=question_parts(text, put),
    )
    return [question], segments
