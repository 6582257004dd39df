"""Where each question of a listing begins and ends: the lines of a known shape that frame it.

The frame is `Written Question`, `Asked by`, `Question to`, `To ask` and `Answered by`, in about that order; any of
them but the question may be missing. Lines about a question, its heading and its day, may stand above its frame.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractors.layouts.lines import lines
from extractors.layouts.written_questions import detail
from extractors.model import Span

_NAMES = ("header", "asked", "put_to", "question", "answered")
FRAME = re.compile(
    r"(?P<header>(?i:(?:(?:commons|lords|answered|unanswered) )?written question)(?: \d+)?\Z|Question \d{1,3}\Z)"
    r"|(?P<asked>(?i:asked by)\b:?\s+(?P<asker>[A-Z].{1,160})(?<![.,;:?!”])\Z)"
    r"|(?P<put_to>(?i:question (?:to|for)) (?:the )?(?P<body>[A-Z].{1,140}?):?(?<![.,;?!])\Z)"
    r"|(?P<question>(?i:to ask)\s+(?:the\s|[A-Z]|[Rr]ight hon|[Rr]t\.? hon|hon\b))"
    r"|(?P<answered>(?i:answered(?: on:? (?P<answered_on>[^,.]{6,40}))?,? by)\b:?\s+"
    r"(?P<answerer>[A-Z].{1,200})(?<![.,;:?!])\Z)"
)
_PARTY_AND_SEAT = re.compile(r"\(.+ [-–—] .+\)\Z")
_FIRST_LETTERS = frozenset("AQTWCLUaqtwclu")  # of the lines of a frame: most lines begin otherwise
_FURTHEST = 6  # lines from one line of a frame to the next, but for a question of many lines
_LONGEST_HEADING = 120


@dataclass(slots=True)
class Block:
    """One question: the indexes of its first line, of the lines of its frame by name, and of the line after it."""

    first: int
    frame: dict[str, int]
    end: int


@lru_cache(maxsize=1)
def question_blocks(text: str) -> tuple[Block, ...]:
    """The questions of a listing, in order and without a gap between them. Kept for the text asked about last."""
    spans = lines(text)
    blocks = [block for block in _framed(text, spans) if _has_question(text, spans, block.frame)]
    _take_lines_above(text, spans, blocks)
    for block, following in pairwise(blocks):
        block.end = following.first
    return tuple(blocks)


def is_listed(text: str, block: Block) -> bool:
    """Whether a line of the frame is one that no other print of a question has: `(Labour - Leigh)`, `Question to …`."""
    frame = {name: lines(text)[index].of(text) for name, index in block.frame.items()}
    put_to = frame.get("put_to", "")
    is_put = put_to.casefold().startswith("question to ") or put_to.endswith(":")
    return is_put or "header" in frame or _PARTY_AND_SEAT.search(frame.get("asked", "")) is not None


def _may_be_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and line[0].isupper() and line[-1] not in ".,;:?!"


def _framed(text: str, spans: Sequence[Span]) -> list[Block]:
    """A question begins with a line of the frame that the one before has already, or that its order forbids."""
    blocks: list[Block] = []
    for index, span in enumerate(spans):
        if text[span.start] not in _FIRST_LETTERS or not (found := FRAME.match(span.of(text))):
            continue
        name = next(name for name in _NAMES if found[name] is not None)
        frame = blocks[-1].frame if blocks else {}
        is_open = bool(frame) and name not in frame and "answered" not in frame
        is_near = is_open and "question" not in frame and index - max(frame.values()) <= _FURTHEST
        if is_near or (is_open and name == "answered"):
            frame[name] = index
        elif name != "answered":
            blocks.append(Block(index, {name: index}, len(spans)))
    return blocks


def _has_question(text: str, spans: Sequence[Span], frame: dict[str, int]) -> bool:
    """Whether there is one in the frame; one that does not begin with `To ask` is the line below `Question to`."""
    if "question" not in frame and "put_to" in frame:
        below = frame["put_to"] + 1
        while below < len(spans) and detail(spans[below].of(text)):
            below += 1
        if below < len(spans) and not FRAME.match(spans[below].of(text)):
            frame["question"] = below
    return "question" in frame and len(frame) > 1


def _take_lines_above(text: str, spans: Sequence[Span], blocks: Sequence[Block]) -> None:
    """Where no `Written Question` does it, a day or a number begins a question, and the heading above it.

    A heading without a day is known only by its company: each question has one.
    """

    def has_heading(index: int, floor: int) -> bool:
        return index > floor and _may_be_heading(spans[index - 1].of(text))

    floors = [0, *(max(block.frame.values()) + 1 + ("answered" in block.frame) for block in blocks[:-1])]
    bare = []
    for block, floor in zip(blocks, floors, strict=False):
        first = block.first
        while first > floor and "header" not in block.frame and _begins_a_question(spans[first - 1].of(text)):
            first -= 1
        if first < block.first:
            block.first = first - has_heading(first, floor)
        elif "header" not in block.frame:
            bare.append((block, floor))
    if 1 < len(bare) == len(blocks) and all(has_heading(block.first, floor) for block, floor in bare):
        for block, _ in bare:
            block.first -= 1


def _begins_a_question(line: str) -> bool:
    known = detail(line)
    return known is not None and bool(known.day or known.uin or known.house or known.tabled)
