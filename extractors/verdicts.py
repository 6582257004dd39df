"""Verdicts: clauses that say of a recommendation that it is accepted, in part, in principle, rejected, noted, …

Only words that state a verdict *of the recommendation* count (`patterns/verdicts.jsonl`: "accepts this
recommendation", "partially accepts Recommendation 6", "we do not accept part (b)"), and words that say it all where an
answer begins (`verdict_labels.jsonl`: "Accepted in part."; `verdict_openings.jsonl`: "The Government agrees.";
`verdict_yes_no.jsonl`: "Yes" below "Accepted?"). What somebody might do ("if we were to accept this recommendation"),
asks others to do ("to take note of this recommendation") or did once ("the previous government accepted") is none, and
no praise, aim or measure is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.layouts.recommendation_labels import numbers_of
from extractors.matching import Match, Scan, group
from extractors.model import Span, Verdict, Zones
from extractors.named_lines import NamedLine, named_lines
from extractors.openings import openings
from extractors.overlaps import longest_leftmost
from extractors.token_classes import token_classes

_REST = "verdict.and_"  # "… and Recommendation 10 in part": nothing without the verdict before it
_LONGEST_SUBJECT = 100
_BEFORE_A_NAME = ("the", "so", "but", "and", "therefore", "in", "on", "since")
_JOINS = r"[\s,.;]*(?:(?:and|but)\s+)?"
_PARAGRAPH_NUMBER = r"\d{1,3}(?:\.\d{1,3})+\.?\s+(?=[A-Z])"  # 1.1 The government agrees
_WAYS = ("approves", "rejects")


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
        said = scan.text[sentence.start : match.start]
        clause = scan.text[_clause_cut(scan.text, floor, match.start) : match.start]
        if _is_unsure(said, clause) or _is_denied(match, clause) or _is_quoted(said):
            continue
        if _is_of_others(scan.text, match, sentence) or _is_open(scan.text, match, sentence):
            continue
        words = _trimmed(scan.text, match)
        named = scan.text[words.start : words.end]
        numbers, parts = _numbers(named), _parts(named)
        is_rest = match.rule.id.startswith(_REST) and floor == sentence.start
        if is_rest or not (numbers or parts or _names_one(named) or match.rule.value == "not_for_government"):
            continue
        start = _clause_start(scan.text, floor, words.start)
        before = Verdict(
            start=start,
            end=words.end,
            rule=match.rule.id,
            verdict=match.rule.value,
            basis="group_sentence" if numbers else "sentence",
            numbers=numbers,
            parts=parts,
            responder=_responder(scan.text, start, words.start),
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
            between = {word for word in _words(scan.text[before.end : match.start]) if word}
            is_other = (before.verdict == "rejected") == (match.rule.value == "accepted")
            if is_other and between <= token_classes()["joins_responders"].words:
                words = re.match(r"(?P<name>.+?)\s+\w+(?:\s+not)?\W$", match.span.of(scan.text), re.DOTALL)
                before = replace(
                    before,
                    start=match.start,
                    end=match.end - 1,
                    rule=match.rule.id,
                    verdict=match.rule.value,
                    responder=Span(match.start, match.start + words.end("name")) if words else None,
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
        words = match.span.of(scan.text)
        verb = next(word for word in re.finditer(r"\S+", words) if word.group().lower() in token_classes()["says"])
        responder = _responder(scan.text, match.start, match.start + verb.start())
        found = _opening(scan, match, "sentence", named.get(match.start))
        yield found if responder is None else replace(found, responder=responder)


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


def _is_unsure(said: str, clause: str) -> bool:
    """Whether the words before a verdict make it another's, an earlier one's or one that nobody has given yet."""
    classes = token_classes()
    words, subject = _words(said), _words(clause.rpartition(",")[2])
    if any(word in classes["formerly"] for word in words) or (words and words[-1] in classes["relative"]):
        return True
    if any(word in classes["supposing"] or word in classes["bystanders"] for word in subject):
        return True
    return any(word in classes["unsure"] for word in words[-2:]) and not any(
        word in classes["willing"] for word in words[-3:]
    )


def _is_denied(match: Match, clause: str) -> bool:
    """ "We do not, for now, accept this recommendation", "It is not that we reject it": no verdict of either kind."""
    if match.rule.value == "not_for_government" or re.search(r"\bnot (?:only|just|merely)\b", clause):
        return False
    return any(word in token_classes()["denies"] for word in _words(clause.replace("cannot", "not")))


def _is_open(text: str, match: Match, sentence: Span) -> bool:
    """ "cannot be accepted or rejected until …": both ways are named, and none is taken."""
    after = _words(text[match.end : sentence.end])[:2]
    return len(after) == 2 and after[0] == "or" and any(after[1] in token_classes()[name] for name in _WAYS)


def _words(said: str) -> list[str]:
    return [word.strip("()‘’“”,;:.").lower() for word in said.replace("n’t", " not").split()]


def _is_of_others(text: str, match: Match, sentence: Span) -> bool:
    """ "the recommendation of the Kark review": named by the one who made it, as no answer names its own."""
    after = text[match.end : sentence.end].split()[:3]
    is_named = len(after) > 2 and after[0] in ("of", "by", "from") and after[1] == "the" and after[2][0].isupper()
    return is_named and "the" in match.span.of(text).lower().split()


def _trimmed(text: str, match: Match) -> Span:
    """Without the "and" or comma that joins it to what stands before and behind it."""
    words = match.span.of(text)
    start = match.start + len(re.match(_JOINS, words).group())  # type: ignore[union-attr]
    return Span(start, match.start + len(re.sub(r"(?:[\s,(]|\b(?:and|or|to)\b)+$", "", words)))


def _names_one(words: str) -> bool:
    plain = " ".join(words.lower().split())
    return any(noun in plain for noun in ("recommendation", "conclusion", "for improvement", "of concern"))


def _numbers(words: str) -> tuple[str, ...]:
    """The numbers behind "recommendation", in the order printed."""
    after = re.split(r"\brecommendations?\b", words, maxsplit=1, flags=re.IGNORECASE)
    is_list = len(after) > 1 and re.match(r"\s*\d", after[1]) is not None  # no "made towards Category 1 responders"
    return numbers_of(after[1]) if is_list else ()


def _parts(words: str) -> tuple[str, ...]:
    """The letters of the parts that are spoken of: "parts (a) and (c)" → `a`, `c`."""
    of_one = re.split(r"\sof\s", words, maxsplit=1)[0]
    found = re.search(r"\b(?:part|limb|element|bullet|point)s?\s+(?=\W*\w{1,3}\b)(.*)", of_one, re.DOTALL)
    return tuple(re.findall(r"\b(?!and\b|or\b)\w{1,4}\b", found[1])) if found else ()


def _clause_start(text: str, floor: int, start: int) -> int:
    """Where the clause of a verdict begins; at the verdict where the clause is too long to be its subject."""
    begin = _clause_cut(text, floor, start)
    return begin if start - begin <= _LONGEST_SUBJECT else start


def _clause_cut(text: str, floor: int, start: int) -> int:
    """`floor`, or the first word behind the last sign before `start` that parts two clauses."""
    cuts = [match.end() for match in re.finditer(r"[;:]\s|\s–\s|,\s(?:and|but)\s", text[floor:start])]
    begin = floor + (cuts[-1] if cuts else 0)
    begin += len(re.match(_JOINS, text[begin:start]).group())  # type: ignore[union-attr]
    number = re.match(_PARAGRAPH_NUMBER, text[begin:start])
    return begin + (number.end() if number else 0)


def _responder(text: str, start: int, end: int) -> Span | None:
    """The named body that a clause begins with, without its article; None for "we" and "the government"."""
    start += text[start:end].rfind(",") + 1
    words = [Span(start + word.start(), start + word.end()) for word in re.finditer(r"\S+", text[start:end])]
    unnamed = token_classes()["no_name"].words
    while words and (_is_plain(text, words) or words[-1].of(text).lower() in token_classes()["adv"].words):
        words.pop()
    while words and (words[0].of(text).lower() in _BEFORE_A_NAME or words[0].of(text)[0].isdigit()):
        words.pop(0)
    named = [word for word in words if word.of(text)[0].isupper() and word.of(text).lower() not in unnamed]
    return Span(words[0].start, words[-1].end) if named else None


def _is_plain(text: str, words: Sequence[Span]) -> bool:
    """Whether the last word names nobody: "Government" does in "the Welsh Government"."""
    last, before = words[-1].of(text), words[-2].of(text) if len(words) > 1 else ""
    unnamed = token_classes()["no_name"].words
    is_in_a_name = last[0].isupper() and before[:1].isupper() and before.lower() not in unnamed
    return last.lower() in unnamed and not is_in_a_name


def _is_quoted(said: str) -> bool:
    """Whether a quotation is open at the end of some words."""
    return said.count('"') % 2 == 1 or any(said.rfind(mark) > said.rfind(end) for mark, end in ("“”", "‘’"))
