"""Lines of an answer that open with who answers, or with the part answered: "Defra: Accepted.", "(b) Rejected."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractors import register
from extractors.layouts.answer_lines import name_of, part_of
from extractors.matching import Scan
from extractors.model import Span


class NamedLine(NamedTuple):
    """What is said behind the name of a responder that the register knows, or behind the letter of a part."""

    said: Span
    responder: Span | None
    part: str | None


def named_lines(scan: Scan, answers: Iterable[Span]) -> Iterator[NamedLine]:
    """Such lines in the answers."""
    for answer in answers:
        for number in range(scan.block_at(answer.start), scan.block_at(answer.end - 1) + 1):
            line = scan.block_spans[number]
            if part := part_of(scan.text, line):
                letter, said = part
                yield NamedLine(Span(said, line.end), None, letter)
            elif (named := name_of(scan.text, line)) and register.resolve(named[0].of(scan.text), None):
                name, said = named
                yield NamedLine(Span(said, line.end), name, None)
