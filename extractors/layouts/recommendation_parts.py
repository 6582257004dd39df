"""The bullets of a recommendation, or its lettered parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layouts.body import words_of_item
from extractors.layouts.question_parts import question_parts
from extractors.model import Segment, Span, TextPart

_CONNECTION = re.compile(r"(?:\s*[,;.])*(?:\s*\b(?:and/or|and|or))?\s*\Z")
_LONGEST_CONNECTION = 12


def parts_of(text: str, words: Span, leaves: Sequence[Segment]) -> tuple[TextPart, ...]:
    """A part for each list item, without its mark and what joins it to the next; where there is no list, as for a
    question the lettered parts of the sentence."""
    items = [leaf for leaf in leaves if leaf.kind == "list_item"]
    return tuple(_part(text, leaf) for leaf in items) if items else question_parts(text, words)


def _part(text: str, leaf: Segment) -> TextPart:
    start = words_of_item(text, leaf)
    tail = max(start, leaf.end - _LONGEST_CONNECTION)
    end = tail + len(_CONNECTION.sub("", text[tail : leaf.end]))
    return TextPart(leaf.label, start, end)
