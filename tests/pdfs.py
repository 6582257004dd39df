"""PDFs for the tests, printed on the spot: lines where the test wants them, or a whole page of running text."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF

from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.documents import Document
from pipeline.readers import read

LEFT, TOP, STEP = 72, 90, 14


class Paper(FPDF):
    """A4 in points; every word at a place of its own, nothing added."""

    def __init__(self) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_auto_page_break(False)

    def at(self, x: float, y: float, words: str, size: float = 11, style: str = "") -> None:
        self.set_font("Helvetica", style, size)
        self.text(x, y, words)

    def lines(self, y: float, *lines: str, x: float = LEFT, size: float = 11, style: str = "") -> float:
        """Lines below one another; where the next would stand."""
        for line in lines:
            self.at(x, y, line, size, style)
            y += STEP * size / 11
        return y

    def saved(self, folder: Path, name: str = "a.pdf") -> Path:
        path = folder / name
        self.output(str(path))
        return path


def document(path: Path) -> Document:
    (source,) = find_sources([path]).sources
    (found,) = read(source, Config())
    assert isinstance(found, Document)
    return found


def paragraphs(found: Document) -> list[str]:
    """The text without what is apart."""
    text = found.text
    for segment in reversed(found.apart):
        text = text[: segment.start] + text[segment.end :]
    return [one for one in text.split("\n\n") if one]
