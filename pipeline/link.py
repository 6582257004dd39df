"""Find → resolve: which segment, question and day a mention belongs to, and whether it repeats an earlier one."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from extractors import register
from extractors.calendar import iso_date
from extractors.mentions import Addressee, Body, Claim, Date, Money, Position, Verdict
from extractors.model import Placed, Question, Reading, Recommendation, Segment, Span
from extractors.records import record
from pipeline.documents import Document
from pipeline.nations import nation_of

_GIVEN = ("funding_commitment", "funding_past", "uplift")


@record()
class Worked:
    """A document with everything found in it, all offsets its own."""

    document: Document
    layout: str
    reading: Reading
    money: Sequence[Money] = ()
    dates: Sequence[Date] = ()
    bodies: Sequence[Body] = ()
    verdicts: Sequence[Verdict] = ()
    positions: Sequence[Position] = ()
    addressees: Sequence[Addressee] = ()
    claims: Sequence[Claim] = ()

    @property
    def published_on(self) -> tuple[dt.date | None, str | None]:
        """The last day of what is stated of its publication, with the precision; the manifest wins over the text."""
        words = self.document.stated.get("published_on")
        if words and (stated := iso_date(words)):
            return stated.last, stated.precision
        return self.reading.facts.published_on, self.reading.facts.published_precision


class Context(NamedTuple):
    """Where a mention stands: its innermost segment, the question or recommendation it is in or answers, its day.

    `is_asked`: it stands in the words of the recommendation, so that it is only asked for.
    """

    segment: Segment | None
    question: Question | None
    recommendation: int | None
    is_asked: bool
    said_on: dt.date | None


def leaves(segments: Sequence[Segment]) -> Iterator[Segment]:
    """The segments that hold no other, in order of place: together they are the whole text."""
    parents = {segment.parent for segment in segments}
    yield from (segment for number, segment in enumerate(segments) if number not in parents)


def body_of(name: str, on: dt.date | None, nation: str | None = None) -> register.Body | None:
    """The body of the register that a name means on a day, said by that nation's government."""
    key = body_id(name, on, nation)
    return register.bodies()[key] if key else None


def body_id(name: str | None, on: dt.date | None, nation: str | None = None) -> str | None:
    """The key of that body, None for a name that the register does not hold."""
    return register.resolve(name, on, nation) if name else None


def repeats(text: str, mentions: Sequence[Money]) -> list[Money | None]:
    """For each amount the first one that says the same of the same programme, None where it is the first itself.

    Where no programme is named, unit and role have to agree as well, and the payer where both state one: two equal sums
    need not be one sum. What is given is one role here: the "£3 million boost" of a headline is the "fund of £3
    million" below it.
    """
    firsts: dict[tuple[object, ...], list[Money]] = {}
    found = []
    for mention in mentions:
        same = firsts.setdefault(_sameness(text, mention), [])
        earlier = next((first for first in same if _may_share_payer(text, first, mention)), None)
        found.append(earlier)
        if earlier is None:
            same.append(mention)
    return found


@record()
class _Answered:
    """The words of a recommendation, or of a response: `ordinal` is that of the first recommendation it answers."""

    start: int
    end: int
    ordinal: int
    is_asked: bool


def _answered(recommendations: Sequence[Recommendation]) -> list[_Answered]:
    found: dict[Span, _Answered] = {}
    for ordinal, one in enumerate(recommendations):
        for span, is_asked in ((Span(one.start, one.end), one.has_text), (one.response, False)):
            if span is not None:
                found.setdefault(span, _Answered(span.start, span.end, ordinal, is_asked))
    return sorted(found.values(), key=lambda one: one.start)


Place = TypeVar("Place", Segment, Question, _Answered)


class _Places(Generic[Place]):
    """Places in their order, with where each begins."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places: Sequence[Place] = places
        self._starts = [place.start for place in places]

    def at(self, offset: int) -> Place | None:
        """The last place that begins at or before a character, if that is in it."""
        number = bisect_right(self._starts, offset) - 1
        return self._places[number] if number >= 0 and offset < self._places[number].end else None


class Contexts:
    """The contexts of what a document mentions."""

    def __init__(self, worked: Worked) -> None:
        self.nation = nation_of(worked.reading.facts.jurisdiction, worked.document.text, worked.bodies)
        self._innermost = _Places(list(leaves(worked.reading.segments)))
        self._questions = _Places(worked.reading.questions)
        self._answered = _Places(_answered(worked.reading.recommendations))
        self._published_on, _ = worked.published_on

    def of(self, mention: Placed) -> Context:
        question = self._questions.at(mention.start)
        said_on = _said_on(question, mention.start) if question else None
        place = self._answered.at(mention.start)
        ordinal, is_asked = (place.ordinal, place.is_asked) if place else (None, False)
        return Context(self._innermost.at(mention.start), question, ordinal, is_asked, said_on or self._published_on)


def _said_on(question: Question, offset: int) -> dt.date | None:
    """The day of the answer inside an answer, the day of tabling inside the question."""
    if question.answer is not None and offset >= question.answer.start:
        return question.date_answered
    return question.date_tabled


def _sameness(text: str, mention: Money) -> tuple[object, ...]:
    programme = mention.programme and _short_name(mention.programme.of(text))
    period = mention.period_span and " ".join(mention.period_span.of(text).casefold().split())
    same = (mention.currency, mention.amount, mention.amount_max, mention.modifier, mention.period_kind, period)
    if programme:
        return (programme, *same)
    unit = mention.unit_span and mention.unit_span.of(text).casefold()
    return (None, "given" if mention.role in _GIVEN else mention.role, unit, *same)


def _may_share_payer(text: str, first: Money, mention: Money) -> bool:
    """Whether one payer may be meant: of a named programme always, else unless two are named that differ."""
    if mention.programme or not (first.payer and mention.payer):
        return True
    return first.payer.of(text).casefold() == mention.payer.of(text).casefold()


def _short_name(name: str) -> str:
    """ "Safer Coasts and Towns (SCT) Fund" and "SCT Fund" are one name."""
    return re.sub(r"^.*\(([\w ]+)\)", r"\1", " ".join(name.casefold().split()))
