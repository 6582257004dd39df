"""Lines of an answer that open with who answers, or with the part answered: "Defra: Accepted.", "(b) Rejected."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractors import register
from extractors.matching import Scan
from extractors.model import Span

_NAME = (
    r"(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'&.-]*(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w’'&.-]*){0,9})\s*(?::|\s[–—-])\s+"
)
_PART = r"(?:[Pp]art\s+)?(?:\((?P<in_brackets>[a-h])\)|(?P<plain>[a-h])(?=[):]))[):]?\s*[:–—-]?\s+"


class NamedLine(NamedTuple):
    """What is said behind the name of a responder that the register knows, or behind the letter of a part."""

    said: Span
    responder: Span | None
    part: str | None


def named_lines(scan: Scan, answers: Iterable[Span]) -> Iterator[NamedLine]:
    """Such lines in the answers."""
    for answer in answers:
        for number in range(scan.block_at(answer.start), scan.block_at(answer.end - 1) + 1):
            block = scan.block_spans[number]
            words = scan.text[block.start : block.end]
            if part := re.match(_PART, words):
                letter = part["in_brackets"] or part["plain"]
                yield NamedLine(Span(block.start + part.end(), block.end), None, letter)
            elif (named := re.match(_NAME, words)) and register.resolve(named["name"], None):
                name = Span(block.start + named.start("name"), block.start + named.end("name"))
                yield NamedLine(Span(block.start + named.end(), block.end), name, None)
