"""Plain text: the characters of the file as they are, line ends included; only a leading byte-order mark goes."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from charset_normalizer import from_bytes

from pipeline.config import Config
from pipeline.documents import Document, Source
from pipeline.errors import Unreadable

# The mark of UTF-32-LE begins with that of UTF-16-LE: longest first.
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.05
# What British prose holds outside ASCII: signs, typographic marks, and letters of borrowed words, one at a time.
_EXPECTED = re.compile(r"[£€©®°·½¼¾²³§‘’“”–—…•\xa0\xad]|(?<![À-ÿ])[éèêëáàâäçñóôöúûüíïÉ](?![À-ÿ])")
_PLAUSIBLE = 0.5


def read(source: Source, media_type: str, data: bytes, config: Config) -> list[Document]:
    """One document, with the flag `encoding_guessed` where the bytes do not say how they are written."""
    try:
        text, flags = decode(data)
    except ValueError as error:
        raise Unreadable("undecodable", f"{source.source_path}: {error}") from error
    if not text.strip():
        raise Unreadable("empty", f"{source.source_path}: the file holds no text")
    return [Document(source.doc_id, source.source_path, media_type, text, flags=flags, stated=source.stated)]


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and its flags; `ValueError` with the reason where the bytes are no text."""
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    flags: tuple[str, ...] = ()
    if not mark and b"\0" in data:  # no English text but one in UTF-16 holds one, and that begins with a mark
        raise ValueError("holds NUL characters: not text")
    try:
        text = data[len(mark) :].decode(_MARKS.get(mark, "utf-8"))
    except UnicodeDecodeError as error:
        if mark:
            raise ValueError(f"not the {error.encoding} that its first bytes announce") from error
        text, flags = _guessed(data), ("encoding_guessed",)
    if "\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise ValueError("holds NUL or more than 5 % control characters: not text")
    return text, flags


def _guessed(data: bytes) -> str:
    """Of the readings that are possible, the one with the most of its foreign characters expected in British prose.

    Windows-1252, by far the likeliest, comes first and wins a tie; UTF-8 in which a few bytes are Windows-1252 is
    what pasting leaves behind. Detection needs more text than a short file has, and is asked where none is plausible.
    """
    readings = []
    for encoding, errors in (("cp1252", "strict"), ("utf-8", "as_cp1252"), ("mac_roman", "strict")):
        with suppress(UnicodeDecodeError):
            readings.append(data.decode(encoding, errors))
    best = max(readings, key=_plausibility)
    if _plausibility(best) >= _PLAUSIBLE:
        return best
    if detected := from_bytes(data).best():
        return str(detected)
    raise ValueError("in no encoding that would give English text")


def _plausibility(text: str) -> float:
    foreign = sum(not character.isascii() for character in text)
    return len(_EXPECTED.findall(text)) / max(foreign, 1)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252"), error.end


codecs.register_error("as_cp1252", _as_cp1252)
