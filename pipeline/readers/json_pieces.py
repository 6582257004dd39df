"""A long JSON file of many records → pieces that are read one by one, found in one pass of bounded memory.

Cut is the list under `results`, with nothing but texts and numbers before it, or a list that is the whole file. Each
record is parsed here to see where it ends, which the streaming libraries do not tell (they are no faster: ijson with
its C backend reads 140 MB/s, as the parser of the standard library does), and again in the worker that reads the piece.
"""

from __future__ import annotations

import codecs
import re
from array import array
from collections.abc import Sequence
from dataclasses import replace
from json import JSONDecodeError, JSONDecoder, loads
from typing import IO, Any

import numpy as np

from pipeline.documents import Piece, Source
from pipeline.errors import Unreadable, malformed
from pipeline.readers.parliament_api import is_record, key_of, records_in

_LIST = re.compile(
    r'\s*(?:\{(?:\s*"(?!results")[^"\\]*"\s*:\s*(?:"[^"\\]*"|[^\s"\[\]{},]+)\s*,)*\s*"results"\s*:\s*)?\['
)
_SPACE = re.compile(r"\s*")
_DECODE = JSONDecoder().raw_decode
_READ = 1 << 20
_LONGEST_TOKEN = 16  # but for strings: a parser that stops this near the end may only have too little text


def cut(source: Source, part_bytes: int, most_bytes: int) -> list[Source]:
    """Pieces of `part_bytes` or one record more, whatever the number of workers; the source if it lists none."""
    with source.path.open("rb") as file:
        text = _Stream(file, most_bytes)
        try:
            return _cut(source, text, part_bytes)
        except RecursionError as error:
            raise malformed(source, "JSON", f"nested too deeply at byte {text.offset()}") from error
        except JSONDecodeError as error:
            raise malformed(source, "JSON", f"{error.msg} in what begins at byte {text.offset()}") from error
        except UnicodeDecodeError as error:
            raise malformed(source, "JSON", f"not UTF-8 after byte {text.offset()}") from error
        except _TooLong as error:
            message = f"{source.source_path}: what begins at byte {text.offset()} has no end in {most_bytes:,} bytes"
            raise Unreadable("too_large", message) from error


def _cut(source: Source, text: _Stream, part_bytes: int) -> list[Source]:
    opening = text.opening()
    if opening is None:
        return [source]
    spans: list[tuple[int, int, int]] = []  # the first byte, the byte after the last, the number of the first record
    keys = array("q")
    n_known, is_new = 0, True
    mark = text.peek()
    while mark != "]":
        if is_new:
            start, first = text.offset(), len(keys)
        for record in records_in(text.value()):
            key = key_of(record)
            keys.append(-1 - len(keys) if key is None else key)
            n_known += is_record(record)
        mark = text.peek()
        is_new = mark == "]" or text.at_least() - start >= part_bytes
        if is_new:
            spans.append((start, text.offset(), first))
        if mark == ",":
            text.place += 1
            text.peek()
        elif mark != "]":
            raise JSONDecodeError("Expecting ',' delimiter", text.buffer, text.place)
    loads(opening + text.rest())
    if not n_known:  # whatever it is, it is read as one
        return [source]
    return _pieces(source, spans, keys)


def _pieces(source: Source, spans: Sequence[tuple[int, int, int]], keys: array[int]) -> list[Source]:
    _, firsts = np.unique(np.frombuffer(keys, dtype=np.int64), return_index=True)
    repeated = np.setdiff1d(np.arange(len(keys)), firsts)
    beyond = [*(first for _, _, first in spans[1:]), len(keys)]
    pieces = []
    for (start, end, first), after in zip(spans, beyond, strict=True):
        again = repeated[np.searchsorted(repeated, first) : np.searchsorted(repeated, after)]
        piece = Piece(start, first, frozenset(again.tolist()))
        pieces.append(replace(source, n_bytes=end - start, piece=piece))
    return pieces


class _TooLong(Exception):
    """A value of more bytes than are read."""


class _Stream:
    """The characters of a file from `place` on, as many as are at hand; what lies before it may have been let go."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self.buffer = ""
        self.place = 0
        self._file = file
        self._most = most
        self._decode = codecs.getincrementaldecoder("utf-8")()
        self._at = len(codecs.BOM_UTF8) if file.read(3) == codecs.BOM_UTF8 else 0
        file.seek(self._at)

    def opening(self) -> str | None:
        """What stands before the first record; None where the file is no list of them."""
        self._more()
        found = _LIST.match(self.buffer)
        self.place = found.end() if found else 0
        return found and found[0]

    def peek(self) -> str:
        """The next character that is not white space, and `place` on it; "" at the end."""
        while True:
            self.place = _SPACE.match(self.buffer, self.place).end()  # type: ignore[union-attr]
            if self.place < len(self.buffer) or not self._more():
                return self.buffer[self.place : self.place + 1]

    def value(self) -> Any:
        """The value that begins at `place`, and `place` behind it."""
        while True:
            try:
                value, end = _DECODE(self.buffer, self.place)
            except JSONDecodeError as error:
                is_cut = error.pos >= len(self.buffer) - _LONGEST_TOKEN or error.msg.startswith("Unterminated string")
                if not is_cut or not self._more():
                    raise
            else:
                if end < len(self.buffer) or not self._more():  # a number may go on
                    self.place = end
                    return value

    def rest(self) -> str:
        """All from `place` to the end of the file."""
        while self._more():
            pass
        return self.buffer[self.place :]

    def offset(self) -> int:
        """The byte at which `place` is."""
        return self._at + len(self.buffer[: self.place].encode())

    def at_least(self) -> int:
        """The same, counting a byte a character since the last reading: quick."""
        return self._at + self.place

    def _more(self) -> bool:
        """Reads on, and lets go what was before `place`; false at the end of the file."""
        if len(self.buffer) - self.place > self._most:
            raise _TooLong
        read = self._file.read(_READ)
        self._at = self.offset()
        self.buffer = self.buffer[self.place :] + self._decode.decode(read, final=not read)
        self.place = 0
        return bool(read)
