"""A written question as Parliament's API gives it, read field by field: the text made of it, and its reading.

    {"id": 1, "uin": "123", "house": "Commons", "dateTabled": "2025-01-03T00:00:00", "questionText": "To ask …", …}

The text is heading, question and answer, joined by blank lines. Only `id` and `questionText` have to be there.
Source of the fields: the records of https://questions-statements-api.parliament.uk.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from reprlib import repr as short
from typing import Any, TypeVar

from extractors.layouts.addressees import addressee_of, house_of
from extractors.layouts.body import body
from extractors.layouts.html_lines import html_lines
from extractors.layouts.outline import nested
from extractors.layouts.question_parts import question_parts
from extractors.layouts.written_questions import status_of
from extractors.members_register import members
from extractors.model import Facts, Question, Reading, Segment, Span
from extractors.records import record

NAME = "parliament_api"
RULE = "parliament_api.record"

_PAGE = "https://questions-statements.parliament.uk/written-questions/detail/"
_CLIPPED_AT = 255
_LARGEST = 2**63
_LONGEST_WORD = 40
# A sentence that may end where the text was cut: not `increase to 1.`, `Part A.`, `St.`, `www.`, which go on.
_SENTENCE_ENDS = re.compile(r"(?:[^\W\d_]{2,}|\b\d{4}(?:[-–/]\d{2,4})?|[)”’\"'%])[.?][)”’\"']?\Z")
_GOES_ON = re.compile(
    r"\b(?:approx|art|co|col|cl|dept|dr|e\.g|etc|govt?|hon|i\.e|inc|ltd|maj|mr|mrs|ms|no|nos|para|pp|prof|rev|rt|sec|st"
    r"|vol|vs|www)\.\Z",
    re.IGNORECASE,
)

Value = TypeVar("Value")


def read_record(record: Mapping[str, Any]) -> tuple[str, Reading]:
    """The text of the question, and what it is made of; `ValueError` naming the field that is not as the API's are."""
    heading, put, answer = (_lines_of(record, name) for name in ("heading", "questionText", "answerText"))
    if not put:
        raise ValueError("questionText is empty")
    heading = heading.replace("\n", " ")
    text = "\n\n".join(piece for piece in (heading, put, answer) if piece)
    start = len(heading) + 2 if heading else 0
    asked = Span(start, start + len(put))
    answered = Span(asked.end + 2, len(text)) if answer else None
    question = _question(record, text, heading or None, asked, answered)
    published_on = question.date_answered or question.date_tabled
    return text, Reading(
        document_type="written_questions",
        segments=_segments(text, heading, asked, answered),
        questions=(question,),
        facts=Facts(
            title=question.heading,
            source_url=question.source_url,
            published_on=published_on,
            published_precision="day" if published_on else None,
            updated_on=question.date_answer_corrected,
        ),
        flags=("text_clipped",) if question.is_question_clipped or question.is_answer_clipped else (),
    )


def is_question_clipped(question: str) -> bool:
    """The API's lists cut a question at 255 characters without a mark: one so long is whole where a sentence ends."""
    if len(question) != _CLIPPED_AT:
        return False
    end = question[-_LONGEST_WORD:].rstrip()
    return not _SENTENCE_ENDS.search(end) or bool(_GOES_ON.search(end))


def is_answer_clipped(answer: str) -> bool:
    """They cut an answer at 255 characters, to a few for spaces, and end it with `...`; in them none has a tag."""
    return abs(len(answer) - _CLIPPED_AT) <= 5 and answer.rstrip().endswith("...")


def _segments(text: str, heading: str, asked: Span, answered: Span | None) -> tuple[Segment, ...]:
    path = (heading,) if heading else ()
    found = [Segment("heading", 0, len(heading), level=1)] if heading else []
    found.append(Segment("question", asked.start, asked.end, heading_path=path))
    if answered:
        found.append(Segment("answer", answered.start, answered.end, heading_path=path))
        found += body(text, _lines(text, answered), headings=False, path=path)
    return nested(found)


def _lines(text: str, inside: Span) -> list[Span]:
    """Every line of the answer, without the spaces that indent an item."""
    found, start = [], inside.start
    for line in inside.of(text).split("\n"):
        end = start + len(line)
        found.append(Span(end - len(line.lstrip()), end))
        start = end + 1
    return found


def _question(
    record: Mapping[str, Any], text: str, heading: str | None, asked: Span, answered: Span | None
) -> Question:
    uin, tabled = _text(record, "uin"), _day(record, "dateTabled")
    addressee = addressee_of(asked.of(text))
    asker = _member(record, "asking")
    answerer = _member(record, "answering")
    return Question(
        start=0,
        end=len(text),
        rule=RULE,
        question=asked,
        answer=answered,
        house=_house(record) or (house_of(addressee) if addressee else None),
        uin=uin,
        parliament_question_id=_number(record, "id"),
        source_url=f"{_PAGE}{tabled}/{uin}" if tabled and uin else None,
        heading=heading,
        date_tabled=tabled,
        date_for_answer=_day(record, "dateForAnswer"),
        date_answered=_day(record, "dateAnswered"),
        date_holding_answer=_day(record, "dateHoldingAnswer"),
        date_answer_corrected=_day(record, "dateAnswerCorrected"),
        is_named_day=_flag(record, "isNamedDay"),
        is_withdrawn=_flag(record, "isWithdrawn"),
        asking_member_name=asker.name,
        asking_member_id=asker.number,
        asking_party=asker.party,
        asking_constituency=asker.seat,
        addressee=addressee,
        answering_body_name=_text(record, "answeringBodyName"),
        answering_body_id=_number(record, "answeringBodyId"),
        answering_member_name=answerer.name,
        answering_member_id=answerer.number,
        answer_status=_status(record, answered.of(text) if answered else None),
        grouped_uins=_grouped(record),
        is_question_clipped=is_question_clipped(record["questionText"]),
        is_answer_clipped=bool(answered) and is_answer_clipped(record["answerText"]),
        parts=question_parts(text, asked),
    )


def _status(record: Mapping[str, Any], answer: str | None) -> str:
    """What its flags say; only where the record has none for a holding answer, what the answer says of itself."""
    is_holding = _flag(record, "answerIsHolding")
    if _flag(record, "isWithdrawn"):
        return "withdrawn"
    if _flag(record, "answerIsCorrection") or _day(record, "dateAnswerCorrected"):
        return "corrected"
    if answer is None and not _day(record, "dateAnswered"):
        return "holding" if is_holding or _day(record, "dateHoldingAnswer") else "unanswered"
    if is_holding is None:
        return status_of(answer or "")
    return "holding" if is_holding else "answered"


@record()
class _Person:
    number: int | None
    name: str | None
    party: str | None
    seat: str | None


def _member(record: Mapping[str, Any], role: str) -> _Person:
    """The Member as the record prints them where it is expanded, else as the list of Members has their number."""
    printed = _field(record, f"{role}Member", dict, "a Member") or {}
    number = _number(record, f"{role}MemberId") or _number(printed, "id")
    listed = members().get(number) if number else None
    return _Person(
        number,
        _text(printed, "name") or (listed.name if listed else None),
        _text(printed, "party") or (listed.party if listed else None),
        _text(printed, "memberFrom") or (listed.constituency if listed else None),
    )


def _house(record: Mapping[str, Any]) -> str | None:
    house = _text(record, "house")
    if house not in (None, "Commons", "Lords"):
        raise ValueError(f"house is {short(house)}: not Commons or Lords")
    return house


def _grouped(record: Mapping[str, Any]) -> tuple[str, ...]:
    grouped = _field(record, "groupedQuestions", list, "a list") or []
    if not all(isinstance(uin, str) for uin in grouped):
        raise ValueError(f"groupedQuestions is {short(grouped)}: not all are texts")
    return tuple(grouped)


def _lines_of(record: Mapping[str, Any], name: str) -> str:
    return "\n".join(html_lines(_text(record, name) or ""))


def _text(record: Mapping[str, Any], name: str) -> str | None:
    """None for an empty one too."""
    text = _field(record, name, str, "a text")
    if not text:
        return None
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"{name} holds half of a surrogate pair: no character") from error
    return text


def _flag(record: Mapping[str, Any], name: str) -> bool | None:
    return _field(record, name, bool, "true or false")


def _number(record: Mapping[str, Any], name: str) -> int | None:
    number = _field(record, name, int, "a whole number")
    if number is not None and (number is True or number is False or not 0 <= number < _LARGEST):
        raise ValueError(f"{name} is {short(number)}: not a whole number of 63 bits")
    return number


def _day(record: Mapping[str, Any], name: str) -> dt.date | None:
    text = _text(record, name)
    try:
        return None if text is None else _iso_day(text)
    except ValueError as error:
        raise ValueError(f"{name} is {short(text)}: not a day") from error


@lru_cache(maxsize=4096)
def _iso_day(text: str) -> dt.date:
    """The day of `2025-01-03T00:00:00`, whatever the time."""
    return dt.datetime.fromisoformat(text).date()


def _field(record: Mapping[str, Any], name: str, kind: type[Value], what: str) -> Value | None:
    value = record.get(name)
    if value is not None and not isinstance(value, kind):
        raise ValueError(f"{name} is {short(value)}: not {what}")
    return value
