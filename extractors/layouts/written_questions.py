"""What is printed around a written question in any listing: its number, its days, its House, how it was dealt with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from extractors.calendar import stated_date
from extractors.records import record

_UIN = r"(?:HL)?\d{1,7}"
_UINS = rf"{_UIN}(?:(?:\s*[,;|&]\s*|\s+(?:and\s+)?){_UIN})*"
_GROUPED_WITH = r"this question was grouped with the following questions?(?:\(s\))?(?: for answer)?"
_DETAIL = re.compile(
    rf"[\[(]?(?:question )?uin:?\s*(?P<uin>{_UIN})[\])]?|question (?:number|no\.?):?\s*(?P<number>{_UIN})"
    rf"|\S.{{0,140}}:\s*written question\s*[-–—]\s*(?P<titled>{_UIN})"
    rf"|[\[(]?(?P<lords>HL\d{{1,7}})[\])]?|\[(?P<squared>{_UIN})\]"
    r"|(?:date )?(?P<what>tabled|asked|answered)(?: on)?:?\s+(?P<day>.+)"
    r"|holding answer(?: received)?(?: on)?:?\s+(?P<holding>.+)"
    r"|(?:this |the )?(?:answer (?:was )?)?correct(?:ed|ion)(?: answer)?(?: (?:received|published|made))?(?: on)?:?\s+"
    r"(?P<corrected>.+)"
    r"|(?:(?:due|date) )?for answer(?: (?:on|by))?:?\s+(?P<for_answer>.+)"
    r"|(?:house:?\s+|house of )?(?P<house>commons|lords)(?: written question)?"
    r"|(?P<withdrawn>(?:this )?(?:question )?(?:has been |was )?withdrawn\.?)"
    r"|(?P<named_day>\[n\]|named day(?: question)?)"
    r"|(?P<marked>holding answer|correct(?:ed|ion)(?: answer)?)"
    rf"|(?:(?:grouped|linked)(?: with)? questions?|{_GROUPED_WITH}):?\s*(?P<grouped>{_UINS})"
    r"|(?P<other>(?:grouped|linked) questions?:? .*|attachments?:.*|\[r\]|(?:registered )?interest declared"
    r"|unanswered|(?:this question has )?not (?:yet )?(?:been )?answered(?: yet)?\.?"
    r"|(?:awaiting|no) (?:an )?answer(?: yet)?\.?)",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,|·]")
_BETWEEN_PIECES = re.compile(r"\s*[,|·]\s*")
_LABEL_ALONE = re.compile(
    rf"(?:(?:date )?(?:tabled|asked|answered)(?: on)?|uin|holding answer(?: received)?(?: on)?"
    rf"|(?:answer )?corrected(?: on)?|(?:due|date) for answer|(?:grouped|linked) questions?|{_GROUPED_WITH}):?",
    re.IGNORECASE,
)
_ONE_OF_GROUP = re.compile(rf"(?P<uin>{_UIN})(?:,? (?:tabled|asked) on .{{6,40}})?")
_DAYS = {"tabled": "tabled", "asked": "tabled", "answered": "answered"}
# In round brackets a bare number could be anything, and `(HL123)` before the full stop belongs to the sentence.
_NUMBER_AT_END = re.compile(
    rf"(?P<number>\[(?:UIN:?\s*)?{_UIN}\]|\(UIN:?\s*{_UIN}\)|(?<=[.?])\(?HL\d{{1,7}}\)?|(?<=[.?]\s)\(?HL\d{{1,7}}\)?)\Z"
)
_LONGEST_NUMBER = 20
_HOLDING = re.compile(
    r"not (?:been |proved |proven |be )?possible to (?:answer|respond|reply)\b|answer is being prepared\b"
    r"|will (?:answer|reply to|respond to) (?:this|the|these|his|her)\b.{0,60}\b(?:as soon as|shortly|in due course)\b"
)
_WILL_WRITE = re.compile(
    r"will (?:be )?writ(?:e|ing) to (?:(?:the|my|my right) (?:rt\.? |right )?(?:hon|noble)\b|(?:him|her|them|you)\b)",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"correct(?:ed)? (?:answer|information|response|figures?)\b.{0,40}\b(?:should (?:have been|be)|is as follows)\b"
    r"|error has been identified in (?:the|my|this) (?:written )?(?:answer|response)\b"
)
_SHORT_ANSWER = 600  # a correction says so at its beginning
_SHORT_LETTER = 300  # who answers in part and will write with the rest says more, or gives a figure
_LONGEST_DETAIL = 160


@record()
class Detail:
    """What one line states; `day` is a date whose meaning only its place tells, `marked` how it was dealt with."""

    uin: str | None = None
    house: str | None = None
    tabled: dt.date | None = None
    for_answer: dt.date | None = None
    answered: dt.date | None = None
    holding: dt.date | None = None
    corrected: dt.date | None = None
    day: dt.date | None = None
    is_named_day: bool = False
    is_withdrawn: bool = False
    grouped: tuple[str, ...] = ()
    marked: str | None = None

    @property
    def status(self) -> str | None:
        """What the lines around a question say of its answer; None where only the answer can tell."""
        return "withdrawn" if self.is_withdrawn else "corrected" if self.corrected else self.marked


@lru_cache(maxsize=2_000)
def detail(line: str) -> Detail | None:
    """`UIN HL1234, tabled on 3 March 2025`, `Answered on: 10 March 2025`, `Monday 3 March 2025`, `Lords`; else None."""
    if len(line) > _LONGEST_DETAIL:
        return None
    if (whole := _piece(line)) or not _MARK.search(line):
        return whole
    pieces = _BETWEEN_PIECES.split(line)
    found = [known for piece in pieces if (known := _piece(piece))]
    return merged(found) if len(found) == len(pieces) else None


def details(lines: Sequence[str]) -> list[Detail | None]:
    """`detail` of each line; a label may also stand alone above its value, whose line then states nothing."""
    found = [detail(line) for line in lines]
    at = 0
    while at < len(lines):
        end = at + 1
        if _LABEL_ALONE.fullmatch(lines[at]):
            while end < len(lines) and _ONE_OF_GROUP.fullmatch(lines[end]):
                end += 1
            values = [one["uin"] for line in lines[at + 1 : end] if (one := _ONE_OF_GROUP.fullmatch(line))]
            end = max(end, min(at + 2, len(lines)))
            if labelled := detail(f"{lines[at].rstrip(':')}: {', '.join(values) or lines[end - 1]}"):
                found[at:end] = [labelled, *[Detail()] * (end - at - 1)]
            else:
                end = at + 1
        at = end
    return found


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
    if len(answer) <= _SHORT_LETTER and _WILL_WRITE.search(answer) and not any(map(str.isdigit, answer)):
        return "holding"
    return "corrected" if _CORRECTED.search(answer, 0, _SHORT_ANSWER) else "answered"


def _piece(line: str) -> Detail | None:
    found = _DETAIL.fullmatch(line)
    if found is None:
        date = stated_date(line)
        return Detail(day=date.last) if date and date.precision == "day" else None
    dated = next((name for name in ("day", "holding", "corrected", "for_answer") if found[name]), None)
    if dated:
        date = stated_date(found[dated])
        name = _DAYS[found["what"].lower()] if dated == "day" else dated
        stated: dict[str, Any] = {name: date.last} if date and date.precision == "day" else {}
        return Detail(**stated) if stated else None
    return Detail(
        uin=found["uin"] or found["number"] or found["titled"] or found["lords"] or found["squared"],
        house=found["house"] and found["house"].capitalize(),
        is_named_day=bool(found["named_day"]),
        is_withdrawn=bool(found["withdrawn"]),
        marked=found["marked"] and ("holding" if found["marked"].lower() == "holding answer" else "corrected"),
        grouped=tuple(re.findall(_UIN, found["grouped"] or "")),
    )
