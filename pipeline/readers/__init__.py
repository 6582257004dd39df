"""Readers: one file a format, bytes → documents whose text never changes again.

`READERS` is the whole list: a new format is one file here and one line there.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.documents import Document, Source
from pipeline.errors import Unreadable
from pipeline.readers import pdf, plain_text

Reader = Callable[[Source, str, bytes], list[Document]]

READERS: dict[str, tuple[str, Reader]] = {
    ".pdf": ("application/pdf", pdf.read),
    ".txt": ("text/plain", plain_text.read),
}


def read(source: Source) -> list[Document]:
    """The documents of one file, at least one; `Unreadable` where it gives none."""
    extension = source.path.suffix.lower()
    if extension not in READERS:
        known = ", ".join(sorted(READERS))
        raise Unreadable("unknown_type", f"{source.source_path}: no reader for {extension or 'no extension'} ({known})")
    media_type, reader = READERS[extension]
    try:
        data = source.path.read_bytes()
    except OSError as error:
        raise Unreadable("not_opened", f"{source.source_path}: cannot be opened ({error.strerror})") from error
    return reader(source, media_type, data)
