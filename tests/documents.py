"""Every document at hand: the project's own, and the shared ones where they lie beside the project."""

from __future__ import annotations

from pathlib import Path

from extractors.layouts import choose
from pipeline.link import leaves

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "corpus"
FILES = sorted(path for folder in (ROOT / "corpus", SHARED) for path in folder.rglob("*.txt"))


def blocks(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text as its layout cuts them."""
    _, reading = choose(text)
    return [(segment.start, segment.end) for segment in leaves(reading.segments)]
