"""What a document is made of: spans, segments, questions, recommendations, and what a grammar reads of them.

All offsets are half-open Unicode code points into one text that never changes.
Every value that is a piece of the text is kept as a `Span`, never as a copy, so that it can be traced.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field, fields, replace
from typing import NamedTuple, Protocol

from extractors.records import record


# A named tuple: there are so many that how long it takes to make, sort and look up one is felt in a run.
class Span(NamedTuple):
    """Characters `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Placed(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@record()
class Segment:
    """A piece of a document's structure; `parent` is the index of the enclosing segment in the same list.

    `level` is that of a heading (1 = highest) or of a list item (1 = outermost), else None.
    """

    kind: str
    start: int
    end: int
    parent: int | None = None
    level: int | None = None
    label: str | None = None
    heading_path: tuple[str, ...] = ()


@record()
class TextPart:
    """A part of a question or recommendation: the span is its words without the label.

    `label` is the nested path as printed (`a`, `b/i`), None for a bullet.
    """

    label: str | None
    start: int
    end: int


@record(kw_only=True)
class Question:
    """A written question with its answer; None where the text does not state it.

    Ids are Parliament's numbers. `grouped_uins` are the questions that it answered together with this one.
    """

    start: int
    end: int
    rule: str
    question: Span
    answer: Span | None = None
    house: str | None = None
    uin: str | None = None
    parliament_question_id: int | None = None
    source_url: str | None = None
    heading: str | None = None
    date_tabled: dt.date | None = None
    date_for_answer: dt.date | None = None
    date_answered: dt.date | None = None
    date_holding_answer: dt.date | None = None
    date_answer_corrected: dt.date | None = None
    is_named_day: bool | None = None
    is_withdrawn: bool | None = None
    asking_member_name: str | None = None
    asking_member_id: int | None = None
    asking_party: str | None = None
    asking_constituency: str | None = None
    addressee: str | None = None
    answering_body_name: str | None = None
    answering_body_id: int | None = None
    answering_member_name: str | None = None
    answering_member_id: int | None = None
    answering_role: str | None = None
    answer_status: str = "answered"
    grouped_uins: tuple[str, ...] = ()
    is_question_clipped: bool = False
    is_answer_clipped: bool = False
    parts: tuple[TextPart, ...] = ()


@record(kw_only=True)
class Recommendation:
    """A recommendation with the place of its answer.

    `start` to `end` are its words, those of its label where only a label is printed: then `has_text` is false.
    Recommendations that are answered together have one `response` span. `preamble` is what a group is told before the
    first; `headings` are inside the response. `series` is the heading of a second set of numbers, `decision` the cell
    of a verdict, where `is_yes_or_no` below a question ("Accepted?"), or the verdict beside a label, `previous` an
    earlier answer quoted, `voices` the names of those who answer together and `voiced` the words of each.
    """

    start: int
    end: int
    rule: str
    label: Span
    has_text: bool
    number: str | None = None
    series: str | None = None
    group_heading: str | None = None
    preamble: Span | None = None
    response: Span | None = None
    headings: tuple[Span, ...] = ()
    parts: tuple[TextPart, ...] = ()
    is_in_table: bool = False
    decision: Span | None = None
    is_yes_or_no: bool = False
    previous: Span | None = None
    voices: tuple[Span, ...] = ()
    voiced: tuple[Span, ...] = ()
    target: Span | None = None
    delivery_status: str | None = None


@record(kw_only=True)
class Facts:
    """What a document says of itself. `published_on` is the last day of what is stated."""

    title: str | None = None
    source_url: str | None = None
    publisher_name: str | None = None
    published_on: dt.date | None = None
    published_precision: str | None = None
    updated_on: dt.date | None = None
    jurisdiction: str | None = None

    def before(self, others: Facts) -> Facts:
        """These, and of the others those that are not stated here; a day keeps its precision."""
        told = {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}
        if self.published_on:
            told["published_precision"] = self.published_precision
        return replace(others, **told) if told else others


@record(kw_only=True)
class Reading:
    """What one layout grammar makes of a document.

    `evidence` is how many lines each grammar explains, where several were asked.
    """

    document_type: str
    segments: tuple[Segment, ...]
    questions: tuple[Question, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    facts: Facts = Facts()
    flags: tuple[str, ...] = ()
    evidence: Mapping[str, int] = field(default_factory=dict)


@record(kw_only=True)
class Zones:
    """Where a text speaks of recommendations: in their own words, in the answers to them, in the rest of a response.

    Each in order of place; `answers` are responses and what is said before a group of recommendations, `cells` those of
    tables with a verdict or an answer, `yes_or_no` those of them below a question ("Accepted?"), `voices` the names of
    several who answer together, each with its part.
    """

    asked: tuple[Span, ...] = ()
    answers: tuple[Span, ...] = ()
    rest: tuple[Span, ...] = ()
    cells: tuple[Span, ...] = ()
    yes_or_no: tuple[Span, ...] = ()
    voices: tuple[tuple[Span, Span], ...] = ()
