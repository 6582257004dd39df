"""Where each question on Parliament's pages begins, where its answer does, and where both end.

A question has lines of its own above it, of which one says when it was tabled, its number or whom it is for; without
them a line such as `Asked by Ann Rowe` is only what any text may hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.layouts.furniture import is_notice
from extractors.layouts.lines import lines, paragraphs, spaced
from extractors.layouts.question_blocks import FRAME, is_listed, question_blocks
from extractors.layouts.question_page_heads import (
    ANSWERS,
    ASKS,
    PUT_TO,
    Head,
    answered_by,
    asked_by,
    is_party,
    is_short,
)
from extractors.layouts.written_questions import Detail, details
from extractors.model import Span
from extractors.register import resolve

_HINTS = ("Asked", "ASKED", "Question for", "QUESTION FOR", "UIN", "uin", "Tabled", "tabled on")
_FURTHEST = 20  # lines from the first of a head to the question
_LONGEST_HEAD = 8  # lines that a head without a mark may have
_FURTHEST_DAY = 6  # lines from the mark of an answer to the day on which it was given


@dataclass(slots=True)
class Block:
    """Indexes of lines: the first, those of the question, those of the answer (equal if none), that after all."""

    first: int
    question: int
    question_end: int
    asked: Head
    answerer: Head
    answer: int = 0
    answer_end: int = 0
    end: int = 0
    below: tuple[Detail, ...] = ()

    @property
    def n_explained(self) -> int:
        """How many lines are as they are because they frame a question or an answer."""
        return self.question + 1 - self.first + self.answer - self.question_end + len(self.below)


@lru_cache(maxsize=1)
def page_blocks(text: str) -> tuple[Block, ...]:
    """The questions of a page, in order and without a gap between them. Kept for the text asked about last."""
    if not any(hint in text for hint in _HINTS):
        return ()
    text = spaced(text)
    spans = lines(text)
    page = [span.of(text) for span in spans]
    known = details(page)
    listed = {block.frame["question"] for block in question_blocks(text) if is_listed(text, block)}
    begins = {span.start for span in paragraphs(text, spans)}
    firsts = [span.start in begins for span in spans]
    heads = [(first, question) for first, question in _heads(page, known, firsts) if question not in listed]
    blocks = []
    for at, (first, question) in enumerate(heads):
        end = heads[at + 1][0] if at + 1 < len(heads) else len(page)
        blocks.append(_block(text, spans, page, known, first, question, end))
    return tuple(blocks)


def _heads(page: Sequence[str], known: Sequence[Detail | None], firsts: Sequence[bool]) -> list[tuple[int, int]]:
    """The first line of each head, and the line on which the question below it begins."""
    found: list[tuple[int, int]] = []
    floor = at = 0
    while at < len(page):
        question = _question_below(page, known, firsts, at) if _begins(page[at]) or _numbers(known[at]) else None
        if question is None:
            at += 1
            continue
        found.append((_first(page, known, at, floor), question))
        floor = at = question + 1
    return found


def _begins(line: str) -> bool:
    framed = FRAME.match(line)
    return bool(ASKS.fullmatch(line) or PUT_TO.fullmatch(line) or (framed and framed["asked"]))


def _numbers(known: Detail | None) -> bool:
    return known is not None and bool(known.uin or known.tabled)


def _question_below(page: Sequence[str], known: Sequence[Detail | None], firsts: Sequence[bool], at: int) -> int | None:
    """None where what follows is no head: it states nothing that these pages state."""
    is_page = False
    for index in range(at, min(at + _FURTHEST, len(page))):
        line = page[index]
        framed = FRAME.match(line)
        if _is_mark(line):
            return None
        is_page |= _numbers(known[index]) or PUT_TO.fullmatch(line) is not None
        if framed and framed["question"]:
            return index if is_page else None
        if known[index] is None and not is_notice(line) and line[-1] in ".?" and not ASKS.fullmatch(line):
            while index > at and not (firsts[index] and " " in page[index] and page[index][0].isupper()):
                index -= 1
            return index if is_page and index > at else None
    return None


def _first(page: Sequence[str], known: Sequence[Detail | None], at: int, floor: int) -> int:
    """A head goes up over numbers and days; without a mark, to the name above a party or to one heading."""
    first = at
    while first > floor and _numbers(known[first - 1]):
        first -= 1
    framed = FRAME.match(page[at])
    if ASKS.fullmatch(page[at]) or (framed and framed["asked"]):
        return first
    for index in range(first - 1, max(first - _LONGEST_HEAD, floor) - 1, -1):
        if not is_short(page[index]):
            break
        if is_party(page[index]) and index > floor:
            return index - 1
    return first - (first > floor and is_short(page[first - 1]))


def _block(
    text: str,
    spans: Sequence[Span],
    page: Sequence[str],
    known: Sequence[Detail | None],
    first: int,
    question: int,
    end: int,
) -> Block:
    question_end = question + 1
    while question_end < end and known[question_end] is None and not _is_mark(page[question_end]):
        question_end += 1
    answer = _answer_below(page, known, question_end, end)
    answer_end = end if answer is not None else question_end
    answer = question_end if answer is None else answer
    while answer_end > answer and (known[answer_end - 1] is not None or is_notice(page[answer_end - 1])):
        answer_end -= 1
    return Block(
        first,
        question,
        question_end,
        asked_by(text, spans[first:question], known[first:question]),
        answered_by(text, spans[question_end:answer], known[question_end:answer]),
        answer,
        answer_end,
        end,
        tuple(one for one in known[answer_end:end] if one is not None),
    )


def _is_mark(line: str) -> bool:
    framed = FRAME.match(line)
    return bool(ANSWERS.fullmatch(line) or (framed and framed["answered"]))


def _answer_below(page: Sequence[str], known: Sequence[Detail | None], at: int, end: int) -> int | None:
    """The first line of the answer, `end` where only its head is printed; None where there is none."""
    head = None
    for index in range(at, min(at + _FURTHEST_DAY + 2, end)):
        detail = known[index]
        if _is_mark(page[index]) or (detail and (detail.answered or detail.day)):
            head = index
        elif detail is None and not (is_short(page[index]) or is_notice(page[index])):
            break
    if head is None:
        return None
    index = head + 1 + (known[head] is None and ANSWERS.fullmatch(page[head]) is not None)
    while index < end and (known[index] is not None or is_notice(page[index]) or _is_about_a_member(page, index)):
        index += 1
    return min(index, end)


def _is_about_a_member(page: Sequence[str], index: int) -> bool:
    """A party, a seat below one, a body or a post: what stands below a name."""
    line = page[index]
    is_seat = is_party(page[index - 1]) and is_short(line)
    return is_seat or is_party(line) or (is_short(line) and resolve(line, None) is not None)
