"""Segments found one by one → the structure of a document."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.model import Segment


def nested(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """The segments by start, the larger first, each with the index of the smallest one that encloses it."""
    ordered = sorted(segments, key=lambda segment: (segment.start, -segment.end))
    placed: list[Segment] = []
    open_at: list[int] = []
    for index, segment in enumerate(ordered):
        while open_at and placed[open_at[-1]].end <= segment.start:
            open_at.pop()
        parent = open_at[-1] if open_at else None
        if parent != segment.parent:
            segment = Segment(
                segment.kind, segment.start, segment.end, parent, segment.level, segment.label, segment.heading_path
            )
        placed.append(segment)
        open_at.append(index)
    return tuple(placed)
