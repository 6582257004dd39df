"""Verdicts: clauses that say of a recommendation that it is accepted, in part, in principle, rejected, noted, …

Only words that state a verdict *of the recommendation* count (`patterns/verdicts.jsonl`: "accepts this
recommendation", "partially accepts Recommendation 6", "we do not accept part (b)"), and words that say it all where an
answer begins (`verdict_labels.jsonl`: "Accepted in part."; `verdict_openings.jsonl`: "The Government agrees.";
`verdict_yes_no.jsonl`: "Yes" below "Accepted?"). What somebody might do ("if we were to accept this recommendation"),
asks others to do ("to take note of this recommendation") or did once ("the previous government accepted") is none, and
no praise, aim or measure is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.layouts.recommendation_references import names_any, numbers_named, parts_named
from extractors.matching import Match, Scan, group
from extractors.mentions import Verdict
from extractors.model import Span, Zones
from extractors.named_lines import NamedLine, named_lines
from extractors.openings import openings
from extractors.overlaps import longest_leftmost
from extractors.token_classes import token_classes
from extractors.verdict_clauses import beginning, is_no_verdict, plain_words, responder, trimmed
from extractors.words import words_in

_REST = "verdict.and_"  # "… and Recommendation 10 in part": nothing without the verdict before it


def find(scan: Scan, zones: Zones) -> list[Verdict]:
    """The verdicts in the answers and the rest of the responses, in order of place."""
    places = sorted((span.start, span.end) for span in {*zones.answers, *zones.cells, *zones.rest})
    clauses = list(_clauses(scan, places))
    said = {one.start for one in clauses}  # "The Executive accepts and will implement this recommendation" is one
    found = [*clauses, *_ellipses(scan, clauses), *(one for one in _labels(scan, zones) if one.start not in said)]
    return sorted((each for one in found for each in _voiced(one, zones)), key=lambda verdict: verdict.start)


def _voiced(verdict: Verdict, zones: Zones) -> list[Verdict]:
    """With the name above the part of an answer that it stands in, one each of several, where it names nobody."""
    names = [name for name, part in zones.voices if part.start <= verdict.start < part.end]
    return [replace(verdict, responder=name) for name in names] if names and verdict.responder is None else [verdict]


def _clauses(scan: Scan, zones: Sequence[tuple[int, int]]) -> Iterable[Verdict]:
    before: Verdict | None = None
    for match in longest_leftmost(scan.find(group("verdicts"), zones)):
        sentence = _sentence(scan, match.start)
        floor = before.end if before and before.end > sentence.start else sentence.start
        if is_no_verdict(scan.text, match, sentence, floor):
            continue
        words = trimmed(scan.text, match)
        named = words.of(scan.text)
        numbers, parts = numbers_named(named), parts_named(named)
        is_rest = match.rule.id.startswith(_REST) and floor == sentence.start
        if is_rest or not (numbers or parts or names_any(named) or match.rule.value == "not_for_government"):
            continue
        start = beginning(scan.text, floor, words.start)
        before = Verdict(
            start=start,
            end=words.end,
            rule=match.rule.id,
            verdict=match.rule.value,
            basis="group_sentence" if numbers else "sentence",
            numbers=numbers,
            parts=parts,
            responder=responder(scan.text, start, words.start),
            sentence=sentence,
        )
        yield before


def _ellipses(scan: Scan, clauses: Sequence[Verdict]) -> Iterable[Verdict]:
    """ "…; the UK Government does not.": what another says of the same, behind a verdict in its sentence."""
    begins = [*(one.start for one in clauses[1:]), len(scan.text)]
    tails = [(one, Span(one.end, min(one.sentence.end, begin))) for one, begin in zip(clauses, begins, strict=False)]
    zones = [(tail.start, tail.end) for _, tail in tails if tail.start < tail.end]
    matches = longest_leftmost(scan.find(group("verdict_ellipses"), zones))
    for before, tail in tails:
        for match in (one for one in matches if tail.start <= one.start < tail.end):
            between = {word for word in plain_words(scan.text[before.end : match.start]) if word}
            is_other = (before.verdict == "rejected") == (match.rule.value == "accepted")
            if is_other and between <= token_classes()["joins_responders"].words:
                words = words_in(scan.text, match.start, match.end)
                name = [word for word in words if word.of(scan.text)[0].isupper()]
                before = replace(
                    before,
                    start=match.start,
                    end=match.end - 1,
                    rule=match.rule.id,
                    verdict=match.rule.value,
                    responder=Span(match.start, name[-1].end),
                )
                yield before


def _labels(scan: Scan, zones: Zones) -> Iterable[Verdict]:
    """Verdict words that are all there is before the first stop of an answer, or of a cell of a table."""
    cells = {span.start for span in zones.cells}
    named = {line.said.start: line for line in named_lines(scan, zones.answers)}
    parts = (part for _, part in zones.voices)
    answers = {*zones.answers, *zones.cells, *parts, *(line.said for line in named.values())}
    labels = openings(scan, "verdict_labels", answers, ends=(",",))
    yes_or_no = openings(scan, "verdict_yes_no", zones.yes_or_no, ends=(",",))
    for match in (*labels, *yes_or_no):
        yield _opening(scan, match, "table_cell" if match.start in cells else "label", named.get(match.start))
    for match in openings(scan, "verdict_openings", answers):
        words = words_in(scan.text, match.start, match.end)
        verb = next(word for word in words if word.of(scan.text) in token_classes()["says"])
        name = responder(scan.text, match.start, verb.start)
        found = _opening(scan, match, "sentence", named.get(match.start))
        yield found if name is None else replace(found, responder=name)


def _opening(scan: Scan, match: Match, basis: str, line: NamedLine | None) -> Verdict:
    return Verdict(
        start=match.start,
        end=match.end,
        rule=match.rule.id,
        verdict=match.rule.value,
        basis=basis,
        numbers=(),
        parts=(line.part,) if line and line.part else (),
        responder=line.responder if line else None,
        sentence=_sentence(scan, match.start),
    )


def _sentence(scan: Scan, place: int) -> Span:
    sentences = scan.sentences(scan.block_at(place))
    return sentences[bisect_right(sentences, place, key=lambda one: one.start) - 1]
