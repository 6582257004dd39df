"""Listings of written questions with their answers, as Parallel Parliament prints them.

    Written Question
    Flood Control: Finance
    Monday 3 March 2025
    Asked by: Ann Rowe (Labour - Calder Valley)
    Question to the Home Office:
    To ask the Secretary of State for the Home Department, what steps she is taking.
    Answered by Bob Lee - Minister of State (Home Office)
    The first paragraph of the answer. …

Any line but the question may be missing. The lines of a known shape are the frame; what stands below `Answered by`
up to the next frame is the answer. The day above a question that has an answer is the day of that answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.layouts.addressees import addressee_of, house_of
from extractors.layouts.assembly_numbers import is_of_an_assembly
from extractors.layouts.furniture import is_notice
from extractors.layouts.lines import lines, paragraphs
from extractors.layouts.members import answerer, asker, day_stated
from extractors.layouts.question_blocks import FRAME, Block, is_listed, question_blocks
from extractors.layouts.question_outline import listing, outlined
from extractors.layouts.question_parts import question_parts
from extractors.layouts.written_questions import Detail, detail, merged, number_at_end, status_of
from extractors.model import Question, Reading, Segment, Span

RULE = "parallel_parliament.block"

_LABELLED = re.compile(r"\(?(?:[a-z]|[ivx]+)\)\s")


def explains(text: str) -> int:
    """The lines of the frames of all questions; of one without an answer only if another print could not have it. 0
    where an assembly has numbered them."""
    found = question_blocks(text)
    if found and is_of_an_assembly([span.of(text) for span in lines(text)]):
        return 0
    return sum(len(block.frame) for block in found if "answered" in block.frame or is_listed(text, block))


def read(text: str) -> Reading:
    """Questions in their order; what stands above the first of them is the page's."""
    spans = lines(text)
    blocks = question_blocks(text)
    above = paragraphs(text, spans[: blocks[0].first if blocks else len(spans)])
    return listing(text, above, (_read_block(text, spans, block) for block in blocks))


def _read_block(text: str, spans: Sequence[Span], block: Block) -> tuple[list[Question], list[Segment]]:
    """The question with all that its block states, and the segments of the block."""
    put = _put(text, spans, block)
    answers = _answer(text, spans, block, put)
    answer = Span(answers[0].start, answers[-1].end) if answers else None
    heading = _heading(text, spans, block)
    segments = outlined(text, spans[block.first : block.end], [put], answers, [heading] if heading else [])
    framed = {spans[index].start for name, index in block.frame.items() if name != "header"}
    known = [
        detail(text[one.start : one.end])
        for one in segments
        if one.kind in ("metadata", "boilerplate") and one.start not in framed
    ]
    details = [one for one in known if one]
    said = {name: FRAME.match(spans[index].of(text)) for name, index in block.frame.items()}
    found = {name: match for name, match in said.items() if match}
    return [_as_question(text, spans[block.first].start, found, merged(details), heading, put, answer)], segments


def _put(text: str, spans: Sequence[Span], block: Block) -> Span:
    """The question, without a number printed after it.

    Up to `Answered by` every paragraph is the question's; where that line is missing its first and its lettered ones.
    """
    answered_at = block.frame.get("answered")
    below = spans[block.frame["question"] : answered_at or block.end]
    n_lines = next((n for n, span in enumerate(below) if detail(span.of(text))), len(below))
    found = paragraphs(text, below[:n_lines])
    n = 1
    while n < len(found) and (answered_at or _LABELLED.match(text, found[n].start)):
        n += 1
    put = Span(found[0].start, found[n - 1].end)
    number = number_at_end(put.of(text))
    return Span(put.start, put.start + number[0]) if number else put


def _answer(text: str, spans: Sequence[Span], block: Block, put: Span) -> Sequence[Span]:
    """The paragraphs of the answer without the lines about it, or the page, at either end.

    Where `Answered by` is missing, what reads like text below the question.
    """
    answered_at = block.frame.get("answered", block.frame["question"])
    found = paragraphs(text, [span for span in spans[answered_at + 1 : block.end] if span.start >= put.end])
    first, last = 0, len(found)
    while first < last and detail(found[first].of(text)):
        first += 1
    while first < last and (detail(line := found[last - 1].of(text)) or is_notice(line)):
        last -= 1
    is_text = first < last and ("answered" in block.frame or text[found[first].end - 1] in ".:")
    return found[first:last] if is_text else []


def _heading(text: str, spans: Sequence[Span], block: Block) -> Span | None:
    """The first line above the asker's that states nothing else."""
    frame_begins = min(index for name, index in block.frame.items() if name != "header")
    above = spans[block.first + ("header" in block.frame) : frame_begins]
    return next((span for span in above if not detail(span.of(text))), None)


def _as_question(
    text: str,
    start: int,
    frame: Mapping[str, re.Match[str]],
    details: Detail,
    heading: Span | None,
    put: Span,
    answer: Span | None,
) -> Question:
    who = asker(frame["asked"]["asker"]) if "asked" in frame else None
    answers = answerer(frame["answered"]["answerer"]) if "answered" in frame else None
    answered_on = answers and (answers.day or day_stated(frame["answered"]["answered_on"]))
    addressee = addressee_of(put.of(text))
    house = details.house or (who and who.house) or (house_of(addressee) if addressee else None)
    status = status_of(answer.of(text)) if answer else "unanswered"
    return Question(
        start=start,
        end=(answer or put).end,
        rule=RULE,
        question=put,
        answer=answer,
        house=house,
        uin=details.uin,
        heading=heading.of(text) if heading else None,
        date_tabled=details.tabled or (who.day if who else None),
        date_for_answer=details.for_answer,
        date_answered=details.answered or answered_on or (details.day if answer else None),
        date_holding_answer=details.holding,
        date_answer_corrected=details.corrected,
        is_named_day=details.is_named_day or None,
        is_withdrawn=details.is_withdrawn or None,
        asking_member_name=who.name if who else None,
        asking_party=who.party if who else None,
        asking_constituency=who.seat if who else None,
        addressee=addressee,
        answering_body_name=frame["put_to"]["body"] if "put_to" in frame else None,
        answering_member_name=answers.name if answers else None,
        answering_role=answers.role if answers else None,
        answer_status=details.status or status,
        grouped_uins=details.grouped,
        parts=question_parts(text, put),
    )
