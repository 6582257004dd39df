"""MHTML: a web page that a browser saved as a single file, the page and its pictures as the parts of a message."""

from __future__ import annotations

from email import message_from_bytes

from pipeline.config import Config
from pipeline.documents import Document, Source
from pipeline.errors import malformed
from pipeline.readers import html


def read(source: Source, media_type: str, data: bytes, config: Config) -> list[Document]:
    """One document, as `html` reads the first page in the file; `Unreadable` where there is none."""
    for part in message_from_bytes(data).walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes):
            return html.read(source, media_type, page, config)
    raise malformed(source, "MHTML", "there is no page in it")
