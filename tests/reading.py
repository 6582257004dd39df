"""A file with given content, read as a run reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.documents import Document, Failure
from pipeline.readers import read


def read_file(folder: Path, name: str, content: str | bytes, **config: Any) -> list[Document | Failure]:
    """What a file of this name and content gives, in order."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (source,) = find_sources([path]).sources
    return list(read(source, Config(**config)))


def document_in(folder: Path, name: str, content: str | bytes, **config: Any) -> Document:
    """The one document of such a file."""
    (document,) = read_file(folder, name, content, **config)
    assert isinstance(document, Document)
    return document
