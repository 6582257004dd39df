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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.layouts.addressees import addressee_of, house_of
from extractors.layouts.body import body
from extractors.layouts.furniture import is_notice
from extractors.layouts.lines import lines, paragraphs
from extractors.layouts.members import Asker, answerer, asker
from extractors.layouts.outline import nested
from extractors.layouts.question_parts import question_parts
from extractors.layouts.written_questions import Detail, detail, status_of, uin_at_end
from extractors.model import Facts, Question, Reading, Segment, Span

RULE = "parallel_parliament.block"

_FRAME = re.compile(
    r"(?P<header>(?i:(?:(?:commons|lords|answered|unanswered) )?written question)(?: \d+)?\Z)"
    r"|(?P<asked>(?i:asked by)\b:?\s+(?P<asker>[A-Z].{1,160})(?<![.,;:?!”])\Z)"
    r"|(?P<put_to>(?i:question (?:to|for)) (?:the )?(?P<body>[A-Z].{1,140}?):?(?<![.,;?!])\Z)"
    r"|(?P<question>(?i:to ask)\s+(?:the\s|[A-Z]|[Rr]ight hon|[Rr]t\.? hon|hon\b))"
    r"|(?P<answered>(?i:answered by)\b:?\s+(?P<answerer>[A-Z].{1,200})(?<![.,;:?!])\Z)"
)
_NAMES = ("header", "asked", "put_to", "question", "answered")
_LABELLED = re.compile(r"\(?(?:[a-z]|[ivx]+)\)\s")
_LONGEST_HEADING = 120


@dataclass(slots=True)
class _Block:
    """One question: the indexes of its first line, of the line after it, and of the lines of its frame by name."""

    first: int
    frame: dict[str, int]
    end: int = 0


def explains(text: str) -> int:
    """The lines of the frames of all questions."""
    return sum(len(block.frame) for block in _blocks(text, lines(text)))


def read(text: str) -> Reading:
    """Questions in their order; what stands above the first of them is the page's."""
    spans = lines(text)
    blocks = _blocks(text, spans)
    _take_lines_above(text, spans, blocks)
    for block, following in pairwise(blocks):
        block.end = following.first
    segments, title = _preamble(text, spans[: blocks[0].first if blocks else len(spans)])
    questions = []
    for block in blocks:
        question, found = _question(text, spans, block)
        questions.append(question)
        segments += found
    return Reading(
        document_type="written_questions",
        segments=nested(segments),
        questions=tuple(questions),
        facts=Facts(title=title),
    )


def _blocks(text: str, spans: Sequence[Span]) -> list[_Block]:
    """A question begins with a line of the frame that the one before has already, or that its order forbids."""
    blocks: list[_Block] = []
    for index, span in enumerate(spans):
        if not (found := _FRAME.match(span.of(text))):
            continue
        name = next(name for name in _NAMES if found[name] is not None)
        frame = blocks[-1].frame if blocks else {}
        if name == "answered":
            if frame and name not in frame:
                frame[name] = index
        elif frame and name not in frame and "answered" not in frame and (name == "question" or "question" not in frame):
            frame[name] = index
        else:
            blocks.append(_Block(index, {name: index}, len(spans)))
    return [block for block in blocks if _has_question(text, spans, block.frame)]


def _has_question(text: str, spans: Sequence[Span], frame: dict[str, int]) -> bool:
    """Whether there is one in the frame; one that does not begin with `To ask` is the line below `Question to`."""
    if "question" not in frame and "put_to" in frame:
        below = frame["put_to"] + 1
        while below < len(spans) and detail(spans[below].of(text)):
            below += 1
        if below < len(spans) and not _FRAME.match(spans[below].of(text)):
            frame["question"] = below
    return "question" in frame and len(frame) > 1


def _take_lines_above(text: str, spans: Sequence[Span], blocks: Sequence[_Block]) -> None:
    """Where no `Written Question` does it, a day begins a question, with the heading above the day.

    A heading without a day is known only by its company: each question has one.
    """

    def heads(index: int, floor: int) -> bool:
        return index > floor and _may_be_heading(spans[index - 1].of(text))

    floors = [0, *(max(block.frame.values()) + 1 + ("answered" in block.frame) for block in blocks[:-1])]
    bare = []
    for block, floor in zip(blocks, floors, strict=False):
        first = block.first
        while first > floor and "header" not in block.frame and _begins_a_question(spans[first - 1].of(text)):
            first -= 1
        if first < block.first:
            block.first = first - heads(first, floor)
        elif "header" not in block.frame:
            bare.append((block, floor))
    if 1 < len(bare) == len(blocks) and all(heads(block.first, floor) for block, floor in bare):
        for block, _ in bare:
            block.first -= 1


def _begins_a_question(line: str) -> bool:
    known = detail(line)
    return known is not None and bool(known.day or known.uin or known.house or known.tabled)


def _may_be_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and line[0].isupper() and line[-1] not in ".,;:?!"


def _preamble(text: str, spans: Sequence[Span]) -> tuple[list[Segment], str | None]:
    """The page above the first question; its first line is the title if it can be one."""
    kinds = ["boilerplate" if is_notice(span.of(text)) else "metadata" for span in spans]
    at = next((index for index, kind in enumerate(kinds) if kind == "metadata"), None)
    title = None
    if at is not None and _may_be_heading(spans[at].of(text)) and detail(spans[at].of(text)) is None:
        kinds[at], title = "title", spans[at].of(text)
    return [Segment(kind, span.start, span.end) for kind, span in zip(kinds, spans, strict=True)], title


def _question(text: str, spans: Sequence[Span], block: _Block) -> tuple[Question, list[Segment]]:
    frame = block.frame
    asked_at = min(index for name, index in frame.items() if name != "header")
    answered_at = frame.get("answered", block.end)
    above = [(index, spans[index]) for index in range(block.first, frame["question"])]
    heading = next(
        (span for index, span in above if index < asked_at and index not in frame.values() and not detail(span.of(text))),
        None,
    )
    path = (heading.of(text),) if heading else ()
    put, beside = _put(text, paragraphs(text, spans[frame["question"] : answered_at]), "answered" in frame)
    answer, after = _answer(text, paragraphs(text, spans[answered_at + 1 : block.end]))
    told = [span for _, span in above if span != heading] + beside + after
    segments = [Segment("metadata", span.start, span.end) for span in told]
    segments += [Segment("heading", heading.start, heading.end, level=1)] if heading else []
    segments.append(Segment("question", put.start, put.end, heading_path=path))
    return None, segments
