"""The run as one list: read → segment → extract → link, for the files of one part of the output.

Every stage is timed and counts what goes in and what comes out; what a stage cannot do becomes a `Failure`.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from extractors import ANSWERS, EXTRACTORS
from extractors.layouts import choose, is_close
from extractors.matching import Scan
from extractors.model import Span, Zones
from extractors.moving import moved
from pipeline.config import Config
from pipeline.documents import Document, Failure, Source
from pipeline.errors import Unreadable
from pipeline.link import Worked, leaves
from pipeline.readers import read

# Who asks and answers, and what a web page prints around an article, is not what the document says; but the lines
# about a document name bodies and dates.
_NOT_SAID = ("metadata", "boilerplate")
_NOT_OF_THE_DOCUMENT = ("boilerplate",)
_IN_METADATA_TOO = ("dates", "bodies")


@dataclass(slots=True)
class Part:
    """What the stages make of some files, with the seconds of each stage and the work of each rule group."""

    documents: list[Worked] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    rules: dict[str, Counter[str]] = field(default_factory=dict)
    layouts: dict[str, Counter[str]] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Adds the seconds of a block to a stage."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun


def work_through(sources: Sequence[Source], config: Config) -> Part:
    """Reads, segments and extracts from some files, in their order."""
    part = Part()
    with part.stage("read"):
        documents = [document for source in sources for document in _read(source, config, part.failures)]
    with part.stage("segment"):
        worked = [_segmented(document) for document in documents]
        part.layouts = _layouts(worked)
    with part.stage("extract"):
        part.documents = _extract(worked, part)
    return part


def _read(source: Source, config: Config, failures: list[Failure]) -> list[Document]:
    try:
        if source.n_bytes > config.max_document_bytes and not source.fault:
            message = f"{source.source_path}: {source.n_bytes:,} bytes, more than max_document_bytes allows"
            failures.append(Failure(source.source_path, "limit", "too_large", message, is_fatal=True))
            return []
        found = read(source, config)
    except Unreadable as error:
        failures.append(Failure(source.source_path, "read", error.error_type, error.message, is_fatal=True))
        return []
    failures += (one for one in found if isinstance(one, Failure))
    return [one for one in found if isinstance(one, Document)]


def _segmented(document: Document) -> Worked:
    layout, reading = document.read_as or choose(document.text, document.apart)
    facts = document.facts.before(reading.facts)
    return Worked(document, layout, reading if facts is reading.facts else replace(reading, facts=facts))


def _layouts(worked: Sequence[Worked]) -> dict[str, Counter[str]]:
    """A layout each: its documents, the lines that it explains and those that the next best does, and close calls."""
    found: dict[str, Counter[str]] = {}
    for one in worked:
        counts = found.setdefault(one.layout, Counter())
        counts["documents"] += 1
        if evidence := one.reading.evidence:
            explained = evidence[one.layout]
            second = max(lines for name, lines in evidence.items() if name != one.layout)
            counts.update(explained=explained, explained_by_next=second, close=is_close(evidence))
    return found


def _extract(worked: Sequence[Worked], part: Part) -> list[Worked]:
    """Runs every extractor once over all documents joined; nothing matches across two of them."""
    starts, pieces, at = [], [], 0
    for one in worked:
        starts.append(at)
        pieces += [(at + leaf.start, at + leaf.end, leaf.kind) for leaf in leaves(one.reading.segments)]
        at += len(one.document.text) + 1
    said = [(start, end) for start, end, kind in pieces if kind not in _NOT_SAID]
    scan = Scan("\n".join(one.document.text for one in worked), said, starts)
    whole = scan.over([(start, end) for start, end, kind in pieces if kind not in _NOT_OF_THE_DOCUMENT])
    zones = _zones(worked, starts)
    mentions = {name: find(whole if name in _IN_METADATA_TOO else scan) for name, find in EXTRACTORS.items()}
    mentions |= {name: find(scan, zones) for name, find in ANSWERS.items()}
    part.rules = scan.counts
    found: list[dict[str, Any]] = [{name: [] for name in mentions} for _ in worked]
    for name, of_all in mentions.items():
        for mention in of_all:
            number = bisect_right(starts, mention.start) - 1
            found[number][name].append(moved(mention, -starts[number]))
    return [Worked(one.document, one.layout, one.reading, **its) for one, its in zip(worked, found, strict=True)]


def _zones(worked: Sequence[Worked], starts: Sequence[int]) -> Zones:
    """Where the documents speak of recommendations, as places in all of them joined."""
    all_asked, all_answers, rest = set(), set(), []
    cells, yes_or_no, voices = set(), set(), set()
    for one, start in zip(worked, starts, strict=True):
        recommendations = [moved(each, start) for each in one.reading.recommendations]
        asked = {Span(each.start, each.end) for each in recommendations if each.has_text}
        answers = {span for each in recommendations for span in (each.response, each.preamble) if span}
        answers |= {each.decision for each in recommendations if each.decision and not each.is_in_table}
        cells |= {
            span
            for each in recommendations
            if each.is_in_table
            for span in (each.decision, each.response, *each.voiced)
            if span
        }
        yes_or_no |= {each.decision for each in recommendations if each.decision and each.is_yes_or_no}
        voices |= {voice for each in recommendations for voice in zip(each.voices, each.voiced, strict=True)}
        all_asked |= asked
        all_answers |= answers
        if recommendations or one.reading.document_type == "government_response":
            inside = sorted(asked | answers | {each.previous for each in recommendations if each.previous})
            said = [moved(leaf, start) for leaf in leaves(one.reading.segments) if leaf.kind not in _NOT_SAID]
            rest += [Span(leaf.start, leaf.end) for leaf in said if not _is_inside(leaf.start, inside)]
    return Zones(
        asked=tuple(sorted(all_asked)),
        answers=tuple(sorted(all_answers)),
        rest=tuple(rest),
        cells=tuple(sorted(cells)),
        yes_or_no=tuple(sorted(yes_or_no)),
        voices=tuple(sorted(voices)),
    )


def _is_inside(place: int, spans: Sequence[Span]) -> bool:
    number = bisect_right(spans, place, key=lambda span: span.start) - 1
    return number >= 0 and place < spans[number].end
