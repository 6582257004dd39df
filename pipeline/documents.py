"""The objects that travel through a run: what is to be read, what was read, what could not be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from extractors.model import Facts, Reading, Segment
from extractors.records import record


@record()
class Piece:
    """Some records of a file too long to be read at once: where the first begins, in bytes, and its number from 0.

    `repeated` are the numbers of those whose key a record before them has, in this piece or an earlier one.
    """

    start: int
    first: int
    repeated: frozenset[int]


@record()
class Source:
    """One file of the corpus: where it is, its `doc_id`, its size in bytes, its row of `manifest.csv`.

    With `piece` it is `n_bytes` of that file. `fault` is why it could not be cut into pieces: error type and message.
    """

    doc_id: str
    source_path: str
    path: Path
    n_bytes: int
    stated: Mapping[str, str] = field(default_factory=dict)
    piece: Piece | None = None
    fault: tuple[str, str] | None = None


@record()
class Document:
    """A text that is never changed after this point, with what its reader knows of it.

    `read_as`: the name of a layout and the reading by it, where the form of the file tells what it is made of.
    `facts` are what the file states beside its text: the manifest goes before them, they go before the text.
    `pages`: where each page begins, none where the format has no pages. `apart`: what is printed around the text or
    below it, such as running heads and footnotes, which the document's layout is read without.
    """

    doc_id: str
    source_path: str
    media_type: str
    text: str
    record_key: str | None = None
    flags: tuple[str, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    read_as: tuple[str, Reading] | None = None
    facts: Facts = field(default_factory=Facts)
    pages: tuple[int, ...] = ()
    apart: tuple[Segment, ...] = ()


@record()
class Failure:
    """What could not be read, or only in part: a row of `failures`."""

    source_path: str
    stage: str
    error_type: str
    message: str
    is_fatal: bool
    record_key: str | None = None
