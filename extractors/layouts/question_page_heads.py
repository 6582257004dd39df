"""The lines above a question and above an answer on Parliament's pages: who, for which seat, for which body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.layouts.furniture import is_notice
from extractors.layouts.members import PARTIES, answerer, asker, body_of_post, day_stated
from extractors.layouts.question_blocks import FRAME
from extractors.layouts.written_questions import Detail
from extractors.model import Span
from extractors.register import resolve

ASKS = re.compile(r"q|question|asked by:?", re.IGNORECASE)
ANSWERS = re.compile(r"a|answer|answered by:?", re.IGNORECASE)
PUT_TO = re.compile(r"(?i:question for) (?:the )?(?P<body>[A-Z].{1,140})(?<![.,;:?!])")
_SEAT = re.compile(r"\((?P<seat>[^()]{2,80})\)")
_NUMBER = re.compile(r"\d{3,7}")
_NAMES_WHOM = re.compile(r"(?:question|answer|(?:asked|answered) by):?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|\||\s[–—-])\s+")
_LONGEST = 140


@dataclass(slots=True)
class Head:
    """What the lines state; `others` are those known neither by what they are nor by their place."""

    name: str | None = None
    party: str | None = None
    seat: str | None = None
    house: str | None = None
    role: str | None = None
    body: str | None = None
    heading: Span | None = None
    details: list[Detail] = field(default_factory=list)
    others: list[Span] = field(default_factory=list)


def is_short(line: str) -> bool:
    """A line that may be a name, a seat, a heading or a body, and is no sentence."""
    return len(line) <= _LONGEST and line[0].isupper() and line[-1] not in ".,;:?!"


def is_party(line: str) -> bool:
    """Whether a line is the name of a party and nothing else."""
    return line.casefold() in PARTIES


def _party_and_seat(line: str) -> tuple[str, str | None] | None:
    """`Labour`, `Labour, Leigh` and `Labour - Leigh`; None for any other line."""
    party, *seat = _BETWEEN.split(line, maxsplit=1)
    return (party, seat[0] if seat else None) if is_party(party) else None


def asked_by(text: str, spans: Sequence[Span], known: Sequence[Detail | None]) -> Head:
    """Above a question: of the lines that nothing else explains, a body comes first, and then the heading."""
    head = _head(text, spans, known)
    bodies = [span for span in head.others if resolve(span.of(text), None)]
    if head.body is None and (bodies or len(head.others) > 1):
        body = (bodies or head.others)[0]
        head.body = body.of(text)
        head.others.remove(body)
    head.heading = head.others[0] if head.others else None
    return head


def answered_by(text: str, spans: Sequence[Span], known: Sequence[Detail | None]) -> Head:
    """Above an answer: of the lines below the name, one is the body's and another the post."""
    head = _head(text, spans, known)
    for span in head.others:
        line = span.of(text)
        if resolve(line, None) and head.body is None:
            head.body = line
        elif head.role is None:
            head.role = line
    if head.body is None and head.role:
        head.body = body_of_post(head.role)
    return head


def _head(text: str, spans: Sequence[Span], known: Sequence[Detail | None]) -> Head:
    head = Head()
    before = ""
    for at, (span, detail) in enumerate(zip(spans, known, strict=True)):
        line = span.of(text)
        framed = FRAME.match(line)
        if detail is not None:
            head.details.append(detail)
        elif framed and framed["asked"]:
            who = asker(framed["asker"])
            head.name, head.party, head.seat, head.house = who.name, who.party, who.seat, who.house
            head.details.append(Detail(tabled=who.day))
        elif framed and framed["answered"]:
            answers = answerer(framed["answerer"])
            head.name, head.role = answers.name, answers.role
            head.details.append(Detail(answered=answers.day or day_stated(framed["answered_on"])))
        elif found := PUT_TO.fullmatch(line):
            head.body = found["body"]
        elif found := _SEAT.fullmatch(line):
            head.seat = found["seat"]
        elif head.party is None and (parts := _party_and_seat(line)):
            head.party, head.seat = parts[0], parts[1] or head.seat
        elif _NUMBER.fullmatch(line):
            head.details.append(Detail(uin=line))
        elif not (ASKS.fullmatch(line) or ANSWERS.fullmatch(line) or is_notice(line)):
            _place(head, text, span, before, is_party(spans[at + 1].of(text)) if at + 1 < len(spans) else False)
        before = line
    if head.house is None and head.name:
        head.house = asker(head.name).house
    return head


def _place(head: Head, text: str, span: Span, before: str, is_above_party: bool) -> None:
    """A name below its label or above its party, a seat below the party, else one of the others."""
    line = span.of(text)
    if head.name is None and (_NAMES_WHOM.fullmatch(before) or is_above_party):
        who = asker(line)
        head.name, head.party, head.seat, head.house = who.name, who.party, who.seat, who.house
    elif head.seat is None and is_party(before) and not resolve(line, None):
        head.seat = line
    else:
        head.others.append(span)
