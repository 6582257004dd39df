"""Layout grammars: which form a document has, and what it is made of.

`LAYOUTS` is the whole list: a new grammar is one file here and one line there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from extractors.layouts import (
    hansard,
    mayors_questions,
    northern_ireland_questions,
    parallel_parliament,
    plain,
    press,
    question_pages,
    responses,
    scottish_questions,
    senedd_questions,
    written_statements,
)
from extractors.layouts.outline import nested
from extractors.model import Reading, Segment


class Grammar(Protocol):
    """A module that knows one form of document."""

    def explains(self, text: str) -> int:
        """How many lines are as they are because the document has this form; cheap, 0 where it has another."""

    def read(self, text: str) -> Reading:
        """The document read in this form. Its segments cover every character that is not white space."""


LAYOUTS: dict[str, Grammar] = {
    "scottish_questions": scottish_questions,
    "senedd_questions": senedd_questions,
    "northern_ireland_questions": northern_ireland_questions,
    "mayors_questions": mayors_questions,
    "parallel_parliament": parallel_parliament,
    "question_pages": question_pages,
    "hansard": hansard,
    "written_statements": written_statements,
    "responses": responses,
    "press": press,
    "plain": plain,
}
ENOUGH = 2
_CLEAR = 1.5


def choose(text: str, apart: Sequence[Segment] = ()) -> tuple[str, Reading]:
    """The name of the grammar that explains most lines, the first of equals, and its reading; `plain` if none does.

    No grammar sees what is `apart`, such as running heads and footnotes: its segments are added to the reading.
    """
    text = _without(text, apart)
    evidence = {name: grammar.explains(text) for name, grammar in LAYOUTS.items()}
    best = max(evidence, key=lambda name: evidence[name])
    name = best if evidence[best] >= ENOUGH else "plain"
    reading = replace(LAYOUTS[name].read(text), evidence=evidence)
    if apart:
        reading = replace(reading, segments=nested([*reading.segments, *apart]))
    return name, reading


def is_close(evidence: Mapping[str, int]) -> bool:
    """Whether the second best grammar explains so many lines that the best may not be the right one."""
    best, second = sorted(evidence.values())[:-3:-1]
    return best < _CLEAR * second


def _without(text: str, apart: Sequence[Segment]) -> str:
    """The text with as many spaces in the place of what is apart, so that all offsets hold."""
    pieces, at = [], 0
    for segment in apart:
        pieces += [text[at : segment.start], " " * (segment.end - segment.start)]
        at = segment.end
    return "".join([*pieces, text[at:]])
