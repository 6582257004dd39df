"""A second set of numbers: recommendations that begin again at one printed before, below a heading of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.layouts.recommendation_labels import mark_of
from extractors.layouts.recommendation_sections import opens
from extractors.layouts.recommendation_summaries import Block
from extractors.model import Segment


def with_series(text: str, found: Sequence[Block], leaves: Sequence[Segment]) -> list[Block]:
    """The blocks with the heading of their set: None in the first, and where no heading parts two equal numbers."""
    series: str | None = None
    seen: set[str] = set()
    kept: list[Block] = []
    for last, block in pairwise([None, *found]):
        assert block is not None
        numbers = _numbers(block)
        if last is not None and seen & numbers and not _numbers(last) & numbers:
            opening = next(_headings_between(text, last, block, leaves), None)
            if opening is not None:
                series, seen = " ".join(text[opening.start : opening.end].split()), set()
                kept[-1] = replace(kept[-1], answer=tuple(leaf for leaf in last.answer if leaf.end <= opening.start))
        seen |= numbers
        kept.append(replace(block, series=series))
    return kept


def _numbers(block: Block) -> set[str]:
    """The numbers of a block without the letters of those that share one: `1a` and `1b` are of 1."""
    return {number.rstrip("abcdefghij") for asked in block.asked for number in asked.numbers}


def _headings_between(text: str, last: Block, block: Block, leaves: Sequence[Segment]) -> Iterator[Segment]:
    """The headings that can open a set, the likeliest first: below the last answer, else the last one that is in it."""
    first, end = block.asked[0].line.start, last.answer[-1].end if last.answer else last.asked[-1].line.end
    headings = [leaf for leaf in leaves if leaf.kind == "heading" and mark_of(text[leaf.start : leaf.end]) is None]
    yield from (leaf for leaf in leaves if end <= leaf.start < first and opens(text, leaf))
    inside = [leaf for leaf in headings if last.answer and last.answer[0].start < leaf.start < end]
    yield from reversed(inside)
