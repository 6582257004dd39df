"""What a group of Hansard's written answers is made of: questions in a row, and the answer below them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from extractors.model import Span


@dataclass(slots=True)
class Asked:
    """One question: `start` with the name of who asks; `goes_on` where it is a further one of the same sentence."""

    start: int
    put: Span
    uin: str | None = None
    asker: str | None = None
    party: str | None = None
    is_named_day: bool = False
    goes_on: bool = False


@dataclass(slots=True)
class Answer:
    """Who answers, in what office, and what is said; `holding` is the day of a holding answer before it."""

    name: str | None = None
    role: str | None = None
    holding: dt.date | None = None
    paragraphs: list[Span] = field(default_factory=list)

    @property
    def span(self) -> Span | None:
        return Span(self.paragraphs[0].start, self.paragraphs[-1].end) if self.paragraphs else None


@dataclass(slots=True)
class Group:
    """Paragraphs from `first`, that of the highest heading, up to `end`; `topic` is the heading of a group before."""

    first: int
    end: int
    questions: list[Asked]
    headings: list[Span]
    answer: Answer | None = None
    department: str | None = None
    topic: str | None = None
    day: dt.date | None = None
    house: str | None = None
    n_explained: int = 0
