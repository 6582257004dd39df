"""The fallback: any text at all, as title, statements about the document, headings, paragraphs and list items.

It explains no line, so that any grammar that knows a document's form goes before it, and its reading says so with
the flag `no_grammar`. Money, dates and bodies are found all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layouts.body import body
from extractors.layouts.frontmatter import Front, read_front, with_foot
from extractors.layouts.lines import lines, paragraphs
from extractors.layouts.outline import nested
from extractors.model import Reading, Segment, Span


def explains(text: str) -> int:
    """No line: any other grammar knows more of a document than this one."""
    return 0


def read(text: str) -> Reading:
    """Every paragraph is one segment; the type is what its title or the line above it says, else `other`."""
    spans = paragraphs(text, lines(text))
    front = with_foot(text, spans, read_front(text, spans))
    return Reading(
        document_type="government_response" if front.calls_itself_a_response else front.document_type or "other",
        segments=nested(segments_of(text, spans, front)),
        facts=front.facts,
        flags=("no_grammar",),
    )


def segments_of(text: str, spans: Sequence[Span], front: Front) -> list[Segment]:
    """One segment a paragraph: what the front knows it to be, else what the running text makes of it."""
    told = [Segment(kind, spans[index].start, spans[index].end) for index, kind in front.kinds.items()]
    rest = [span for index, span in enumerate(spans) if index not in front.kinds]
    return [*told, *body(text, rest)]
