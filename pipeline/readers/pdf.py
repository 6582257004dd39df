"""PDF: the text layer in the order of reading, one paragraph a line, with a blank line between.

A row of a table is one line with tabs between its cells, an entry of a contents list has one before its page number.
Running heads, page numbers, printed addresses, footnotes and the headings of a table that goes on are `apart`: each is
a line of its own, and none stands inside a paragraph or a row that goes on over a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.model import Segment
from pipeline.config import Config
from pipeline.documents import Document, Source
from pipeline.errors import Unreadable
from pipeline.readers.pdf_furniture import body_size, footnotes, furniture, number_of_note
from pipeline.readers.pdf_lines import Line, Sheet, sheet
from pipeline.readers.pdf_paragraphs import Paragraph, Spacing, paragraphs, without_leaders
from pipeline.readers.pdf_table_pages import pieces

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE_HYPHEN = re.compile(r"(?P<word>[^\W\d_]+)-?$")
_AFTER_HYPHEN = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S*(?:/|www\.|@)\S*$")


def read(source: Source, media_type: str, data: bytes, config: Config) -> list[Document]:
    """One document; `Unreadable` for a damaged or locked file and for a scan.

    The flag `no_text_layer` says that some of its pages are pictures only.
    """
    sheets, n_pictures = _sheets(source.source_path, data)
    if not any(one.lines for one in sheets):
        message = f"{source.source_path}: no text on its {len(sheets)} pages: a scan, to be made readable by OCR first"
        raise Unreadable("no_text_layer", message)
    text = _Text(_words(sheets))
    _write(text, sheets)
    return [
        Document(
            source.doc_id,
            source.source_path,
            media_type,
            "".join(text.pieces),
            flags=("no_text_layer",) if n_pictures else (),
            stated=source.stated,
            pages=tuple(text.pages),
            apart=tuple(text.apart),
        )
    ]


def _sheets(path: str, data: bytes) -> tuple[list[Sheet], int]:
    """The pages, and how many of them have a picture but no text."""
    try:
        with pypdfium2.PdfDocument(data) as file:
            found, n_pictures = [], 0
            for number in range(len(file)):
                page = file[number]
                found.append(sheet(page, number + 1))
                n_pictures += not found[-1].lines and _has_picture(page)
                page.close()
            return found, n_pictures
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise Unreadable("encrypted", f"{path}: locked with a password") from error
        raise Unreadable("corrupt", f"{path}: damaged, or no PDF ({error})") from error


def _has_picture(page: Any) -> bool:
    return next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]), None) is not None


def _words(sheets: Sequence[Sheet]) -> set[str]:
    """The words of the text, without the parts of those that a line's end divides."""
    found: set[str] = set()
    goes_on = False
    for line in (line for one in sheets for line in one.lines):
        words = _WORD.findall(line.text)
        found.update(word.casefold() for word in words[goes_on : len(words) - line.is_hyphened])
        goes_on = line.is_hyphened
    return found


def _write(text: _Text, sheets: Sequence[Sheet]) -> None:
    """Each page's head, its paragraphs, its footnotes and foot; the last two before a paragraph that goes on."""
    body = body_size(sheets)
    apart = furniture(sheets)
    notes = [footnotes(one.lines, edge, body) for one, edge in zip(sheets, apart, strict=True)]
    running = [
        [line for at, line in enumerate(one.lines) if at not in edge and not any(at in note for note in noted)]
        for one, edge, noted in zip(sheets, apart, notes, strict=True)
    ]
    spacing = Spacing(running)
    printed, again = pieces(running, spacing.step)
    found = paragraphs(printed, spacing)
    at = 0
    for number, (one, edge, noted) in enumerate(zip(sheets, apart, notes, strict=True), 1):
        heads = [one.lines[index] for index in sorted(edge) if one.lines[index].base < one.height / 2]
        feet = [one.lines[index] for index in sorted(edge) if one.lines[index].base >= one.height / 2]
        for line in heads:
            text.furnish([line])
        if number - 1 in again:
            text.furnish(*again[number - 1].cells)
        of_page = list(_beginning_on(found, at, number))
        at += len(of_page)
        goes_on = [of_page.pop()] if of_page and of_page[-1].pages[1] > number else []
        for paragraph in of_page:
            text.add(paragraph)
        for note in noted:
            text.add_note([one.lines[index] for index in note])
        for line in feet:
            text.furnish([line])
        for paragraph in goes_on:
            text.add(paragraph)


def _beginning_on(found: Sequence[Paragraph], at: int, page: int) -> Iterator[Paragraph]:
    while at < len(found) and found[at].pages[0] == page:
        yield found[at]
        at += 1


@dataclass(slots=True)
class _Text:
    """The text as it grows, where its pages begin, and what is apart in it."""

    words: set[str]
    pieces: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    apart: list[Segment] = field(default_factory=list)
    length: int = 0

    def add(self, paragraph: Paragraph) -> None:
        self._begin()
        self._put_cells(paragraph.cells)

    def add_note(self, lines: Sequence[Line]) -> None:
        self._begin()
        start = self.length
        self._put_lines(lines)
        self.apart.append(Segment("footnote", start, self.length, label=number_of_note(lines[0].text)))

    def furnish(self, *cells: Sequence[Line]) -> None:
        self._begin()
        start = self.length
        self._put_cells(cells)
        self.apart.append(Segment("boilerplate", start, self.length))

    def _begin(self) -> None:
        if self.pieces:
            self._put("\n\n")

    def _put(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def _put_cells(self, cells: Sequence[Sequence[Line]]) -> None:
        for number, cell in enumerate(cells):
            if number:
                self._put("\t")
            self._put_lines(cell)

    def _put_lines(self, lines: Sequence[Line]) -> None:
        for number, line in enumerate(lines):
            words = without_leaders(line.text)
            if number:
                self._put(self._joint(lines[number - 1], words))
            self.pages += [self.length] * (line.page - len(self.pages))
            last = number == len(lines) - 1
            self._put(words + "-" if last and line.is_hyphened else words)

    def _joint(self, last: Line, words: str) -> str:
        """What stands between two lines of a paragraph: a space, a hyphen, or nothing where one divided a word."""
        if not last.is_hyphened:
            return " "
        before, after = _BEFORE_HYPHEN.search(last.text), _AFTER_HYPHEN.match(words)
        if before is None or after is None or _ADDRESS.search(last.text):
            return "-"
        one, two = before["word"].casefold(), after.group().casefold()
        if one + two in self.words:
            return ""
        return "-" if f"{one}-{two}" in self.words or two in self.words else ""
