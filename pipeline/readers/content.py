"""What a file is by its first bytes, whatever it is called."""

from __future__ import annotations

import codecs
import io
import re
import zipfile

_ODT = b"application/vnd.oasis.opendocument.text"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b|<publicwhip\b")
_BEFORE_MARKUP = re.compile(rb"(?:\s+|<!--.*?-->|<\?xml.*?\?>)*", re.DOTALL)
_JSON = re.compile(rb'\s*(?:\[\s*)?\{\s*"')
_TAG = re.compile(rb"<[a-zA-Z!/]")
_HEAD = 4096


def extension_by(data: bytes, extension: str) -> str:
    """The extension that fits the content where that has the mark of a format, else the one that the file has.

    A page in which there is no tag is plain text. What is none of these keeps its name: its reader says what is wrong.
    """
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return _in_zip(data) or extension
    if data.startswith(_OLD_OFFICE):
        return ".doc"
    if data.startswith(rb"{\rtf"):
        return ".rtf"
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8)
    if extension in (".html", ".htm"):
        return extension if _TAG.search(data) or b"\0" in head else ".txt"
    markup = head[_BEFORE_MARKUP.match(head).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    if _HTML.match(markup):
        return ".html"
    if _XML.match(head.lstrip()):
        return ".xml"
    return ".json" if extension in (".txt", ".csv", ".xml") and _JSON.match(head) else extension


def _in_zip(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return ".docx"
            return ".odt" if "content.xml" in names and archive.read("mimetype").startswith(_ODT) else None
    # Also what zipfile raises of a way of packing that it does not know, and of a file with a password.
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, OSError):
        return None
