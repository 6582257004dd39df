"""The questions of an assembly that numbers them in a way of its own: where each begins, and what the lines around
it state.

    Question reference: S6W-31234            AQW 1234/22-27
    Asked by: Ann Rowe, MSP for …            Tabled by: Mr Bob Lee (East Antrim)
    Date lodged: 3 March 2025                Tabled Date: 03/03/2025
    Current status: Answered by … on …       Question
    Question                                 To ask the Minister of Health …
    To ask the Scottish Government …         Answered by: Minister of Health
    Answer                                   Answer
    …                                        …

A label may stand alone above its value, and most lines may be missing; an answer has a mark or a line that says who
gave it or when.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from extractors.calendar import stated_date
from extractors.layouts.assembly_numbers import Form, numbers
from extractors.layouts.furniture import is_notice
from extractors.layouts.lines import lines, spaced
from extractors.model import Span

_STATUS = re.compile(r"(?:current )?status:\s*", re.IGNORECASE)
_LINE = re.compile(
    r"(?:asked|tabled|lodged|question|submitted) by:?\s+(?P<asked>\S.*)(?<![.?])"
    r"|(?:date (?:lodged|tabled|submitted)|(?:lodged|tabled)(?: on| date)?):?\s+(?P<tabled>.+)"
    r"|(?:expected answer date|answer expected|due(?: date)?|(?:date )?for answer(?: on)?):?\s+(?P<for_answer>.+)"
    r"|holding answer(?: issued| received)?(?: on)?:?\s+(?P<holding>.+)"
    r"|answered by:?\s+(?P<by>\S.*?)(?<!\.)(?:(?:,?\s+|\s*\|\s*answered\s+)on:?\s+(?P<by_on>[^|]{6,40}))?"
    r"|(?:answered(?: on| date)?|date (?:of answer|answered)|answer date):?\s+(?P<answered>.+)|date:\s+(?P<day>.+)"
    r"|(?:department|answering body):\s+(?P<body>[A-Z].*)|party:\s+(?P<party>.+)|constituency:\s+(?P<seat>.+)"
    r"|(?P<withdrawn>(?:question )?withdrawn(?: on .{6,40})?\.?)"
    r"|(?P<other>(?:registered interest|priority(?: written)?|meeting(?: date)?|session|category|topic|language"
    r"|answered|(?:linked|related|grouped) (?:questions?|documents?)|attachments?|supplementary):.{0,120})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:(?:asked|tabled|lodged|question|answered) by|date (?:lodged|tabled|answered)"
    r"|(?:lodged|tabled|answered)(?: on)?|(?:tabled|answered|expected answer) date|(?:current )?status|department):?",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"question(?: text)?\s*(?::\s*(?P<said>\S.*)?)?", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:(?:written |oral )?(?:answer|response)(?: text)?"
    r"(?: (?:from|by) (?:the )?(?P<who>(?-i:[A-Z]).{2,80}?)| for (?-i:[A-Z]).{2,120}?)?)"
    r"\s*(?::\s*(?P<said>\S.*)?)?",
    re.IGNORECASE,
)
_PUT = re.compile(
    r"To ask\b|(?:Will|What|When|Why|Which|Who|How|Where|Has|Have|Does|Do|Did|Is|Are|Can|Could|Would) [a-z]"
)
_LABELLED = re.compile(r"(?:[A-Z]\w*)(?: \w+){0,2}:\s")
_DAYS = ("tabled", "for_answer", "holding", "answered", "day")
_SHORT = 140


@dataclass(slots=True)
class Block:
    """One question: its lines from `first` to `end`, and what they state; `others` are lines that only their place
    explains: who asks, then a party, a seat or a body."""

    first: int
    uin: str
    end: int
    heading: Span | None = None
    question: Span | None = None
    answer: int | None = None
    question_end: int = 0
    is_question: bool = False
    stated: dict[str, Any] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    n_explained: int = 1

    @property
    def is_whole(self) -> bool:
        """Whether a question is printed and more with it than a number, which a letter may have too."""
        is_told = bool({"asked", "tabled"} & self.stated.keys()) or (self.answer is not None and bool(self.others))
        return self.is_question and is_told

    def state(self, name: str, value: Any) -> None:
        """Keeps what is stated first."""
        self.stated.setdefault(name, value)


@lru_cache(maxsize=4)
def assembly_blocks(text: str, form: Form) -> tuple[Block, ...]:
    """The questions with numbers of this form, in order. Kept for the text asked about last."""
    if not any(hint in text for hint in form.hints):
        return ()
    spans = lines(text)
    said = spaced(text)
    page = [span.of(said) for span in spans]
    begins = numbers(page, form)
    found = _blocks(page, spans, begins, form)
    whole = [begin for begin, block in zip(begins, found, strict=True) if block.is_whole]
    return tuple(found if len(whole) == len(begins) else _blocks(page, spans, whole, form))


def _blocks(
    page: Sequence[str], spans: Sequence[Span], begins: Sequence[tuple[int, re.Match[str]]], form: Form
) -> list[Block]:
    """A question below each number, up to the next; what else has a number, as a row of a table, opens none."""
    firsts = _with_headings(page, begins)
    blocks = []
    for n, (at, number) in enumerate(begins):
        block = Block(firsts[n], number["uin"], firsts[n + 1] if n + 1 < len(begins) else len(page))
        named = number.groupdict()
        if block.first < at:
            block.heading = spans[block.first]
            block.n_explained += 1
        elif named.get("heading"):
            start = spans[at].start + number.start("heading")
            block.heading = Span(start, start + len(named["heading"]))
        if tabled := _day(named.get("tabled")):
            block.state("tabled", tabled)
            block.n_explained += 1
        _fill(block, page, spans, at + 1, form)
        blocks.append(block)
    return blocks


def _with_headings(page: Sequence[str], begins: Sequence[tuple[int, re.Match[str]]]) -> list[int]:
    """The first line of each question: the heading above its number, if most have one there and none behind it."""
    headed = [at > 0 and _is_heading(page[at - 1]) and not number.groupdict().get("heading") for at, number in begins]
    is_used = 2 * sum(headed) >= len(headed)
    return [at - (is_used and has_one) for (at, _), has_one in zip(begins, headed, strict=True)]


def _is_heading(line: str) -> bool:
    if _STATUS.match(line):
        return False
    is_known = any(shape.fullmatch(line) for shape in (_LINE, _ALONE, _QUESTION, _ANSWER)) or is_notice(line)
    return (
        len(line) <= _SHORT and line[0].isalnum() and line[-1] not in ".,;:?!" and not (is_known or stated_date(line))
    )


def _fill(block: Block, page: Sequence[str], spans: Sequence[Span], at: int, form: Form) -> None:
    """Reads what stands between the number and the next question."""
    first = at
    while at < block.end:
        mark = _QUESTION.fullmatch(page[at])
        if mark or form.number.fullmatch(page[at]):
            block.n_explained += 1
            at += 1
            if mark and mark["said"]:
                at -= 1
                break
        elif taken := _take(block, page, at):
            at += taken
        elif _PUT.match(page[at]) or page[at][-1] in ".?" or len(page[at]) > _SHORT:
            break
        else:
            if not _LABELLED.match(page[at]):
                block.others.append(page[at])
            at += 1
    block.stated.pop("day", None)  # of the meeting
    begin = at
    is_marked = at > first and _QUESTION.fullmatch(page[at - 1]) is not None
    while at < block.end and (at == begin or not (_ANSWER.fullmatch(page[at]) or _take(Block(0, "", 0), page, at))):
        at += 1
    if begin == block.end:
        return
    mark = _QUESTION.fullmatch(page[begin])
    start = spans[begin].start + (mark.start("said") if mark and mark["said"] else 0)
    block.question, block.question_end = Span(start, spans[at - 1].end), at
    words = " ".join(page[begin:at])
    block.is_question = is_marked or bool(mark) or words.endswith("?") or _PUT.match(words) is not None
    block.n_explained += 1
    _answer(block, page, at)


def _answer(block: Block, page: Sequence[str], at: int) -> None:
    """The lines above an answer, and the first of its own where a mark or a line about it is printed."""
    is_marked = False
    while at < block.end:
        if mark := _ANSWER.fullmatch(page[at]):
            is_marked = True
            block.n_explained += 1
            if mark["who"]:
                block.state("by", mark["who"])
            if mark["said"]:
                break
            at += 1
        elif taken := _take(block, page, at):
            at += taken
        else:
            break
    is_marked |= bool({"by", "answered", "day"} & block.stated.keys())
    block.answer = at if is_marked and at < block.end else None


def answer_begins(line: str) -> int:
    """Where the words of an answer begin on its first line, behind a mark."""
    mark = _ANSWER.fullmatch(line)
    return mark.start("said") if mark and mark["said"] else 0


def _take(block: Block, page: Sequence[str], at: int) -> int:
    """How many lines from here state something, a label above its value or both on one; keeps what they state."""
    line = page[at]
    if len(line) > _SHORT:
        return 0
    if _ALONE.fullmatch(line) and at + 1 < len(page) and len(page[at + 1]) <= _SHORT:
        if _one(block, f"{line.rstrip(':')}: {page[at + 1]}"):
            block.n_explained += 1
            return 2
        return 0
    return int(_one(block, line))


def _one(block: Block, line: str) -> bool:
    status = _STATUS.match(line)
    found = _LINE.fullmatch(line, status.end() if status else 0)
    if found is None:
        block.n_explained += status is not None
        return status is not None
    days = {name: _day(found[name]) for name in _DAYS if found[name]}
    if None in days.values():
        return False
    for name, day in days.items():
        block.state(name, day)
    for name in ("asked", "by", "body", "party", "seat"):
        if found[name]:
            block.state(name, found[name])
    if day := _day(found["by_on"]):
        block.state("answered", day)
    if found["withdrawn"]:
        block.state("withdrawn", True)
    block.n_explained += 1
    return True


def _day(words: str | None) -> dt.date | None:
    date = stated_date(words) if words else None
    return date.last if date and date.precision == "day" else None
