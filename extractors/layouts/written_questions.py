"""What is printed around a written question in any listing: its number, its days, its House, how it was dealt with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from extractors.calendar import stated_date

_UIN = re.compile(r"\(?(?:(?:question )?uin|question(?: number| no\.?)?):?\s*(?P<uin>(?:HL)?\d{1,7})\)?|(?P<lords>HL\d{1,7})", re.I)
_UIN_AT_END = re.compile(
    r"\s*(?:\[(?:UIN:?\s*)?(?P<squared>(?:HL)?\d{1,7})\]|\(UIN:?\s*(?P<named>(?:HL)?\d{1,7})\)"
    r"|(?<=[.?])\s*\(?(?P<lords>HL\d{1,7})\)?)\Z"
)
_DAY = re.compile(r"(?:date )?(?:(?P<tabled>tabled|asked)|(?P<answered>answered))(?: on)?:?\s+(?P<day>.+)", re.I)
_HOUSE = re.compile(r"(?:house:?\s+|house of )?(?P<house>commons|lords)", re.I)
_OTHER = re.compile(
    r"(?:grouped|linked) questions?:? .*|attachments?:.*|\[n\]|named day|holding answer received .*"
    r"|(?:this question has )?not (?:yet )?(?:been )?answered(?: yet)?\.?|(?:awaiting|no) answer(?: yet)?\.?|unanswered",
    re.I,
)
_WITHDRAWN = re.compile(r"(?:this )?(?:question )?(?:has been |was )?withdrawn\.?", re.I)
_HOLDING = re.compile(
    r"\bnot (?:been |proved |proven |be )?possible to (?:answer|respond|reply)\b|\ban answer is being prepared\b"
    r"|\b(?:will|shall) (?:answer|reply to|respond to) (?:this|the|these|his|her)\b.{0,60}\b(?:as soon as|shortly|in due course)\b",
    re.I,
)
_CORRECTED = re.compile(
    r"\bcorrect(?:ed)? (?:answer|information|response|figures?)\b.{0,40}\b(?:should have been|should be|is as follows)\b"
    r"|\berror has been identified in (?:the|my|this) (?:written )?(?:answer|response)\b",
    re.I,
)
_LONGEST_HOLDING = 600


@dataclass(frozen=True, slots=True)
class Detail:
    """What one line states; `day` is a date whose meaning only its place tells."""

    uin: str | None = None
    house: str | None = None
    tabled: dt.date | None = None
    answered: dt.date | None = None
    day: dt.date | None = None
    is_withdrawn: bool = False


def detail(line: str) -> Detail | None:
    """`UIN HL1234, tabled on 3 March 2025`, `Answered on: 10 March 2025`, `Monday 3 March 2025`, `Lords`; else None."""
    if (whole := _piece(line)) or len(pieces := re.split(r"\s*[,|·]\s*", line)) < 2:
        return whole
    found = [known for piece in pieces if (known := _piece(piece))]
    return merged(found) if len(found) == len(pieces) else None


def merged(details: Sequence[Detail]) -> Detail:
    """All that several lines state; where two state the same thing the first counts."""
    stated = {name: value for known in reversed(details) for name, value in _filled(known)}
    return Detail(**stated)


def _filled(known: Detail) -> Iterator[tuple[str, Any]]:
    return ((one.name, value) for one in fields(known) if (value := getattr(known, one.name)))


def uin_at_end(question: str) -> tuple[str, int] | None:
    """A number in brackets after the last word of a question, and where the question ends without it."""
    found = _UIN_AT_END.search(question)
    return (found["squared"] or found["named"] or found["lords"], found.start()) if found else None


def status_of(answer: str) -> str:
    """`holding` where the text only says that an answer will come, `corrected` where it mends one."""
    if len(answer) <= _LONGEST_HOLDING and _HOLDING.search(answer):
        return "holding"
    return "corrected" if _CORRECTED.search(answer) else "answered"


def _piece(line: str) -> Detail | None:
    if number := _UIN.fullmatch(line):
        return Detail(uin=number["uin"] or number["lords"])
    if house := _HOUSE.fullmatch(line):
        return Detail(house=house["house"].capitalize())
    if day := _DAY.fullmatch(line):
        date = stated_date(day["day"])
        if date and date.precision == "day":
            return Detail(tabled=date.last) if day["tabled"] else Detail(answered=date.last)
    if (date := stated_date(line)) and date.precision == "day":
        return Detail(day=date.last)
    if _WITHDRAWN.fullmatch(line):
        return Detail(is_withdrawn=True)
    return Detail() if _OTHER.fullmatch(line) else None
