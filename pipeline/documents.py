"""The objects that travel through a run: what is to be read, what was read, what could not be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extractors.model import Segment


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the corpus: where it is, its `doc_id`, its size in bytes, its row of `manifest.csv`."""

    doc_id: str
    source_path: str
    path: Path
    n_bytes: int
    stated: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A text that is never changed after this point, with what its reader knows of it.

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
    pages: tuple[int, ...] = ()
    apart: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read, or only in part: a row of `failures`."""

    source_path: str
    stage: str
    error_type: str
    message: str
    is_fatal: bool
    record_key: str | None = None
