"""The groups of Hansard's written answers: questions that stand in a row, with the answer below them.

A question without an answer below it counts only where its number is printed: prose may quote one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.layouts.addressees import addressee_of
from extractors.layouts.body import may_be_heading
from extractors.layouts.furniture import is_notice
from extractors.layouts.hansard_groups import Answer, Asked, Group
from extractors.layouts.hansard_lines import (
    ASKED_BY,
    ASKED_THE,
    GOES_ON,
    NUMBERED_NAME,
    PUT,
    VOLUME,
    Answers,
    answers,
    asks,
    begins,
    day_of,
    ends,
    house_of_volume,
    names_who_speaks,
    numbers,
)
from extractors.layouts.lines import lines, paragraphs, spaced
from extractors.layouts.written_questions import detail
from extractors.model import Span
from extractors.register import resolve

_ENDS = ".?])"
_LINES_OF_A_POST = 4
_LONGEST = 20  # lines of a question, where a print breaks it into lines


# A number behind the question, a name or a label before it: without any no volume printed it. Each begins with a
# character, since one that begins with a choice takes many times as long.
_NUMBERED = re.compile(r"\[(?:HL ?\d+|\d{3,})\]")
_ASKED = re.compile(r"asked (?:(?:Her|His) Majesty|the )")
_LORDS = re.compile(r" to ask (?:Her|His) Majesty")
_OLD = re.compile(r"§ ?[A-Z][^:\n]{2,60} To ask")
_LABELLED = re.compile(r"Q(?:uestion)? ?\d{0,3}[.)]\s+To ask")
_TO_ASK = re.compile(r":\s+To ask")
_FRAME = "Question to "  # what a listing prints there


@lru_cache(maxsize=1)
def groups(text: str) -> tuple[Group, ...]:
    """In order, without a gap between them. Kept for the text asked about last."""
    text = spaced(text)
    return tuple(_Volume(text, volume_paragraphs(text)).groups()) if _may_be_a_volume(text) else ()


def _may_be_a_volume(text: str) -> bool:
    begins = (text.rfind("\n", 0, found.start()) + 1 for found in _TO_ASK.finditer(text))
    is_named = any(not text.startswith(_FRAME, at) for at in begins)
    return is_named or any(one.search(text) for one in (_NUMBERED, _ASKED, _LORDS, _LABELLED, _OLD))


def volume_paragraphs(text: str) -> list[Span]:
    """Paragraphs: a line that names who asks or who answers begins one, the number of a question ends it."""
    found: list[Span] = []
    run: list[Span] = []
    for span in lines(text):
        line = span.of(text)
        if run and (begins(line) or is_notice(line) or ends(run[-1].of(text)) or is_notice(run[-1].of(text))):
            found += paragraphs(text, run)
            run = []
        run.append(span)
    return found + paragraphs(text, run)


@dataclass(slots=True)
class _Volume:
    """The paragraphs, and what holds until the volume prints another: day, House, department and topic."""

    text: str
    spans: Sequence[Span]
    day: dt.date | None = None
    house: str | None = None
    department: str | None = None
    topic: str | None = None

    def groups(self) -> list[Group]:
        found: list[Group] = []
        at = floor = 0
        while at < len(self.spans):
            questions, below = self._questions(at)
            answer, last = self._who_answers(below) if questions else (None, below)
            if not questions or (answer is None and not any(one.uin for one in questions)):
                self._note(at, is_in_answer=bool(found))
                at += 1
                continue
            group = self._headed(at, floor, questions)
            if found:
                self._close(found[-1], group.first)
            at = below
            if answer:
                self._answer(group, answer, below, last)
                at = last + 1
            group.end = floor = at
            found.append(group)
        if found:
            self._close(found[-1], len(self.spans))
        return found

    def _line(self, at: int) -> str:
        return self.spans[at].of(self.text)

    def _note(self, at: int, *, is_in_answer: bool) -> None:
        """A day and a House stand above the questions that they hold for; in an answer's table a day is another."""
        line = self._line(at)
        if not is_in_answer or is_notice(line) or line[0].isalpha():
            self.day = day_of(line) or self.day
        known = detail(line)
        self.house = (known and known.house) or house_of_volume(line) or self.house

    def _questions(self, at: int) -> tuple[list[Asked], int]:
        """The questions that stand in a row from here, and the paragraph below them."""
        found: list[Asked] = []
        while at < len(self.spans):
            one, below = self._question(at)
            if not one:
                break
            found += one
            at = below
            while at < len(self.spans) and is_notice(self._line(at)):
                at += 1
        return found, at

    def _question(self, at: int) -> tuple[list[Asked], int]:
        """The questions of one paragraph and those that continue it."""
        line, start, uin = self._line(at), self.spans[at].start, None
        who, party, is_named_day, put = None, None, False, start
        if begun := asks(line):
            who, party, is_named_day, put = begun.who, begun.party, begun.is_named_day, start + begun.put
        elif at + 1 < len(self.spans) and (PUT.match(self._line(at + 1)) or ASKED_THE.match(self._line(at + 1))):
            header = ASKED_BY.fullmatch(line) or NUMBERED_NAME.fullmatch(line)
            who = header["who"] if header else names_who_speaks(line)
            if who is None:
                return [], at
            uin = header.groupdict().get("uin") if header else None
            at += 1
            put = self.spans[at].start
        elif not (PUT.match(line) and numbers(line)):
            return [], at
        end = at + 1
        while end < len(self.spans) and self._goes_on(at, end):
            end += 1
        while is_notice(self._line(end - 1)):
            end -= 1
        pieces = _pieces(self.text, put, self.spans[end - 1].end)
        found = [
            Asked(span.start if number else start, span, printed or uin, who, party, is_named_day, bool(number))
            for number, (span, printed) in enumerate(pieces)
        ]
        return found, end

    def _goes_on(self, first: int, at: int) -> bool:
        """Whether a paragraph is part of the question above: numbered, or the question has not come to its end yet."""
        line, last = self._line(at), at - 1
        while last > first and is_notice(self._line(last)):
            last -= 1
        is_whole = self._line(last)[-1] in _ENDS
        return GOES_ON.match(line) is not None or not (is_whole or at - first > _LONGEST or asks(line) or answers(line))

    def _headed(self, at: int, floor: int, questions: list[Asked]) -> Group:
        """The group with the headings above it: at most a department and a topic, above which an answer may end."""
        headings: list[int] = []
        first = index = at
        while index > floor and len(headings) < 2:
            index -= 1
            line = self._line(index)
            if self._is_volumes(index):
                continue
            is_heading = may_be_heading(self.text, self.spans[index])
            if not is_heading or (headings and not _is_department(line, questions[0].put.of(self.text))):
                break
            headings.insert(0, index)
            first = index
        if len(headings) == 2:
            self.department = self._line(headings[0])
        self.topic = self._line(headings[-1]) if headings else self.topic
        spans = [self.spans[one] for one in headings]
        n_lines = len(headings) + len(questions)
        return Group(first, at, questions, spans, None, self.department, self.topic, self.day, self.house, n_lines)

    def _who_answers(self, at: int) -> tuple[Answers | None, int]:
        """Who answers, and the last paragraph that tells it: a post may be broken into lines."""
        for last in range(at, min(at + _LINES_OF_A_POST, len(self.spans))):
            found = answers(self.text[self.spans[at].start : self.spans[last].end])
            if found and (last == at or found.holding or (found.name and found.role)):
                return found, last
            if last == at and names_who_speaks(self._line(at)):
                if at + 1 < len(self.spans) and self._line(at + 1).startswith("["):
                    continue  # "[holding answer 3 March 1997]: …"
                return answers(f"{self._line(at)}:"), at
            if not self._line(at).startswith("The "):
                break
        return None, at

    def _answer(self, group: Group, found: Answers, at: int, last: int) -> None:
        """The answer's first paragraph without who gives it; where only a name stands there, the next one."""
        group.answer = Answer(found.name, found.role, found.holding)
        group.n_explained += 1
        start = self.spans[at].start + found.begins
        if start < self.spans[last].end:
            group.answer.paragraphs.append(Span(start, self.spans[last].end))

    def _close(self, group: Group, until: int) -> None:
        """Gives a group all paragraphs up to `until`, and its answer those but for the volume's own at the end."""
        last = until
        while last > group.end and self._is_volumes(last - 1):
            last -= 1
        if group.answer:
            group.answer.paragraphs += self.spans[group.end : last]
        group.n_explained += sum(is_notice(self._line(at)) for at in range(group.first, until))
        group.end = until

    def _is_volumes(self, at: int) -> bool:
        line = self._line(at)
        return is_notice(line) or day_of(line) is not None or VOLUME.fullmatch(line) is not None


def _pieces(text: str, start: int, end: int) -> list[tuple[Span, str | None]]:
    """The questions of one sentence, each with the number printed after it: `(1) what …; [123] (2) how … [124]`."""
    found: list[tuple[Span, str | None]] = []
    at = start
    for words_end, number_end, number in numbers(text[start:end]):
        rest = text[start + number_end : end].strip()
        if not rest or GOES_ON.match(rest.removeprefix("and ")):
            found.append((Span(at, start + words_end), number))
            at = end - len(text[start + number_end : end].lstrip())
    return found or [(Span(start, end), None)]


def _is_department(line: str, question: str) -> bool:
    """In capitals, a body of the register, or what the office that is asked is named after."""
    addressee = addressee_of(question) or ""
    return line.isupper() or line.casefold() in addressee.casefold() or resolve(line, None) is not None
