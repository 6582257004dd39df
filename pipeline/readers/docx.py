"""DOCX by way of mammoth's HTML: headings, lists, tables, foot- and endnotes; insertions kept, deletions not."""

from __future__ import annotations

import io

from pipeline.config import Config
from pipeline.documents import Document, Source
from pipeline.errors import malformed
from pipeline.readers.archive import opened, part
from pipeline.readers.html import document, nothing_in, parse
from pipeline.readers.markup import text_of

_KIND = "DOCX"
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read(source: Source, media_type: str, data: bytes, config: Config) -> list[Document]:
    """One document; `Unreadable` for a file that is damaged, encrypted or no DOCX, or too large when unpacked."""
    import mammoth

    with opened(source, data, config, _KIND) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                part(source, archive, name, _KIND)
        try:
            # Without pictures: as HTML they would be their bytes.
            result = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=lambda _: [])
            root = parse(result.value)
        except Exception as error:  # whatever its parts lack; mammoth has no exception of its own
            raise malformed(source, _KIND, f"{type(error).__name__}: {error}") from error
    if root is None:
        raise nothing_in(source)
    return [document(source, media_type, text_of(root))]
