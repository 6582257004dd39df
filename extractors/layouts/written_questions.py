"""What is printed around a written question in any listing: its number, its days, its House, how it was dealt with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from extractors.calendar import stated_date

_UIN = r"(?:HL)?\d{1,7}"
_DETAIL = re.compile(
    rf"[\[(]?(?:question )?uin:?\s*(?P<uin>{_UIN})[\])]?|question (?:number|no\.?):?\s*(?P<number>{_UIN})"
    rf"|[\[(]?(?P<lords>HL\d{{1,7}})[\])]?|\[(?P<squared>{_UIN})\]"
    r"|(?:date )?(?P<what>tabled|asked|answered)(?: on)?:?\s+(?P<day>.+)"
    r"|(?:house:?\s+|house of )?(?P<house>commons|lords)(?: written question)?"
    r"|(?P<withdrawn>(?:this )?(?:question )?(?:has been |was )?withdrawn\.?)"
    r"|(?P<other>(?:grouped|linked) questions?:? .*|attachments?:.*|\[n\]|named day|holding answer received .*"
    r"|unanswered|(?:this question has )?not (?:yet )?(?:been )?answered(?: yet)?\.?"
    r"|(?:awaiting|no) (?:an )?answer(?: yet)?\.?|(?:due|date) for answer:? .*)",
    re.IGNORECASE,
)
# In round brackets a bare number could be anything, and `(HL123)` before the full stop belongs to the sentence.
_NUMBER_AT_END = re.compile(
    rf"(?P<number>\[(?:UIN:?\s*)?{_UIN}\]|\(UIN:?\s*{_UIN}\)|(?<=[.?])\(?HL\d{{1,7}}\)?|(?<=[.?]\s)\(?HL\d{{1,7}}\)?)\Z"
)
_LONGEST_NUMBER = 20
_HOLDING = re.compile(
    r"not (?:been |proved |proven |be )?possible to (?:answer|respond|reply)\b|answer is being prepared\b"
    r"|will (?:answer|reply to|respond to) (?:this|the|these|his|her)\b.{0,60}\b(?:as soon as|shortly|in due course)\b"
)
_CORRECTED = re.compile(
    r"correct(?:ed)? (?:answer|information|response|figures?)\b.{0,40}\b(?:should (?:have been|be)|is as follows)\b"
    r"|error has been identified in (?:the|my|this) (?:written )?(?:answer|response)\b"
)
_SHORT_ANSWER = 600  # a correction says so at its beginning
_LONGEST_DETAIL = 160


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
    if len(line) > _LONGEST_DETAIL:
        return None
    if (whole := _piece(line)) or len(pieces := re.split(r"\s*[,|·]\s*", line)) < 2:
        return whole
    found = [known for piece in pieces if (known := _piece(piece))]
    return merged(found) if len(found) == len(pieces) else None


def merged(details: Sequence[Detail]) -> Detail:
    """All that several lines state; of two that state the same thing the first counts."""
    stated: dict[str, Any] = {}
    for known in details:
        for one in fields(known):
            stated[one.name] = stated.get(one.name) or getattr(known, one.name)
    return Detail(**stated)


def number_at_end(question: str) -> tuple[int, int] | None:
    """Where the question ends and where a number printed after it begins: `… next year. [12345]`."""
    found = _NUMBER_AT_END.search(question, max(len(question) - _LONGEST_NUMBER, 0))
    return (len(question[: found.start()].rstrip()), found.start()) if found else None


def status_of(answer: str) -> str:
    """`holding` where the text only says that an answer will come, `corrected` where it mends one."""
    if len(answer) <= _SHORT_ANSWER and _HOLDING.search(answer):
        return "holding"
    return "corrected" if _CORRECTED.search(answer, 0, _SHORT_ANSWER) else "answered"


def _piece(line: str) -> Detail | None:
    found = _DETAIL.fullmatch(line)
    date = stated_date((found and found["day"]) or line)
    if date and date.precision == "day":
        if found is None:
            return Detail(day=date.last)
        return Detail(answered=date.last) if found["what"].lower() == "answered" else Detail(tabled=date.last)
    if found is None or found["day"]:
        return None
    return Detail(
        uin=found["uin"] or found["number"] or found["lords"] or found["squared"],
        house=found["house"] and found["house"].capitalize(),
        is_withdrawn=bool(found["withdrawn"]),
    )
