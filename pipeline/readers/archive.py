"""The parts of an office file, which is a zip archive of XML: bounded, and without declarations of a document type."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.config import Config
from pipeline.documents import Source
from pipeline.errors import Unreadable, malformed

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


@contextmanager
def opened(source: Source, data: bytes, config: Config, kind: str) -> Iterator[zipfile.ZipFile]:
    """The archive; `Unreadable` where it is none, is damaged or encrypted, or unpacked is longer than a file may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            n_bytes = sum(part.file_size for part in parts)  # no more than this is unpacked, whatever the archive holds
            if n_bytes > config.max_document_bytes:
                message = f"{n_bytes:,} bytes when unpacked, more than max_document_bytes allows"
                raise Unreadable("too_large", f"{source.source_path}: {message}")
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable("encrypted", f"{source.source_path}: protected by a password")
            yield archive
    # zipfile raises NotImplementedError for a way of packing that it does not know.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise malformed(source, kind, error) from error


def part(source: Source, archive: zipfile.ZipFile, name: str, kind: str) -> bytes:
    """One part; `Unreadable` where it is missing or declares a document type, with which entities could expand."""
    if name not in archive.namelist():
        raise malformed(source, kind, f"there is no {name} in it")
    data = archive.read(name)
    if any(declaration in data for declaration in _DECLARATIONS):
        raise malformed(source, kind, f"{name} declares a document type")
    return data
