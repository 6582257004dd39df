"""Readers: one file a format, bytes → documents whose text never changes again.

`READERS` is the whole list: a new format is one file here and one line there. What a file is its content says where
that is plain, else its extension. Files of many records, which may be longer than memory allows, are cut by `CUTTERS`
into pieces that are read one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.config import Config
from pipeline.documents import Document, Failure, Source
from pipeline.errors import Unreadable
from pipeline.readers import csv_table, docx, html, json_file, json_pieces, mhtml, odt, pdf, plain_text, theyworkforyou
from pipeline.readers.content import extension_by

Reader = Callable[[Source, str, bytes, Config], Sequence[Document | Failure]]
Cutter = Callable[[Source, int, int], list[Source]]

READERS: dict[str, tuple[str, Reader]] = {
    ".csv": ("text/csv", csv_table.read),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.read),
    ".htm": ("text/html", html.read),
    ".html": ("text/html", html.read),
    ".json": ("application/json", json_file.read),
    ".mht": ("multipart/related", mhtml.read),
    ".mhtml": ("multipart/related", mhtml.read),
    ".odt": ("application/vnd.oasis.opendocument.text", odt.read),
    ".pdf": ("application/pdf", pdf.read),
    ".txt": ("text/plain", plain_text.read),
    ".xml": ("application/xml", theyworkforyou.read),
}
CUTTERS: dict[str, Cutter] = {".json": json_pieces.cut}


def read(source: Source, config: Config) -> Sequence[Document | Failure]:
    """The documents of one file, and the records in it that give none; `Unreadable` where it gives nothing."""
    if source.fault:
        raise Unreadable(*source.fault)
    try:
        data = _bytes(source)
    except OSError as error:
        raise _not_opened(source, error) from error
    named = source.path.suffix.lower()
    extension = named if source.piece else extension_by(data, named)
    if extension not in READERS:
        known = ", ".join(sorted(READERS))
        raise Unreadable("unknown_type", f"{source.source_path}: no reader for {extension or 'no extension'} ({known})")
    media_type, reader = READERS[extension]
    return reader(source, media_type, data, config)


def cut(source: Source, part_bytes: int, most_bytes: int) -> list[Source]:
    """A file of records that is longer than a part as pieces of about that length, any other as it is.

    A record longer than `most_bytes` is none that would be read. Why a file cannot be cut goes with it, as `fault`.
    """
    cutter = CUTTERS.get(source.path.suffix.lower())
    if cutter is None or source.n_bytes <= part_bytes:
        return [source]
    try:
        return cutter(source, part_bytes, most_bytes)
    except Unreadable as error:
        return [replace(source, fault=(error.error_type, error.message))]
    except OSError as error:
        unreadable = _not_opened(source, error)
        return [replace(source, fault=(unreadable.error_type, unreadable.message))]


def _bytes(source: Source) -> bytes:
    if source.piece is None:
        return source.path.read_bytes()
    with source.path.open("rb") as file:
        file.seek(source.piece.start)
        return file.read(source.n_bytes)


def _not_opened(source: Source, error: OSError) -> Unreadable:
    return Unreadable("not_opened", f"{source.source_path}: cannot be opened ({error.strerror})")
