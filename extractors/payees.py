"""Who is paid an amount: "£250 million to local authorities", "£3m over four years, to Cliff Lifts UK", "the University
of Leeds has been awarded £6 million".

Receivers of a kind come from `patterns/payers.jsonl`, named ones are bodies or rows of capitalised words behind "to".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.model import Span
from extractors.names import Spans
from extractors.sums import Sentence, Sum
from extractors.token_classes import token_classes
from extractors.words import words_between, words_in

_LINKS = ("and", "of", "for", "&")
_MARKS = ".,;:)(“”\"’'"


def find(text: str, sentence: Sentence, one: Sum, bodies: Sequence[Span], stated: Spans) -> Span | None:
    """The receiver of an amount that its sentence names, None where there is none."""
    next_sum = sentence.after(one.span.end)
    end = next_sum.anchor if next_sum else sentence.span.end
    kind = next(iter(stated.inside(one.span.end, end)), None)
    if kind is not None and len(_plain(words_between(text, one.span.end, kind.start))) <= 5:
        is_cut = words_between(text, kind.end, end)[:1]  # "to the core schools budget"
        return None if is_cut and is_cut[0].strip(_MARKS) in token_classes()["funded"] else kind
    before = [body for body in bodies if body.end <= one.anchor]
    if before and is_given(words_between(text, before[-1].end, one.anchor)):
        return before[-1]
    here = [body for body in bodies if one.span.end <= body.start < end]
    named = next((body for body in here if _leads_to(words_between(text, one.span.end, body.start))), None)
    row = _named(text, one.span.end, end)
    if named is None or (row is not None and row.start <= named.start and named.end <= row.end):
        return row
    return named


def is_given(words: Sequence[str]) -> bool:
    """Whether the verb between a body and an amount makes the body the receiver."""
    verb = words[:8]
    if any(word in token_classes()["received"] for word in verb):
        return True
    portion = token_classes()["portion"]
    if "had" in verb and any(one in ("its", "their") and then in portion for one, then in pairwise(verb)):
        return True  # "the county has had its allocation of £3 million approved"
    passive = {"been", "was", "were", "be", "being"} & set(verb)
    return bool(passive) and any(word in token_classes()["gave"] for word in verb)


def _leads_to(gap: Sequence[str]) -> bool:
    """Whether the words behind an amount lead to its receiver: "to", "in grants to the", "over two years, to"."""
    *lead, last = _plain(gap) or [""]
    is_near = len(lead) <= 2 or lead[-1].endswith(",")
    return last == "to" and is_near and not (lead and lead[-1] in token_classes()["before_no_receiver"])


def _named(text: str, start: int, end: int) -> Span | None:
    """The row of two or more capitalised words that the words behind an amount lead to."""
    found = [(word.start, word.of(text)) for word in words_in(text, start, end)]
    for number, (_, word) in enumerate(found):
        gap = [lead.lower() for _, lead in found[: number + 1]]
        if word == "to" and _leads_to(gap):
            return _row(found[number + 1 :])
    return None


def _row(words: Sequence[tuple[int, str]]) -> Span | None:
    """The name at the beginning of some words, links inside it included: "the Abergwyn Trust for Music and Drama"."""
    rest = words[1:] if words and words[0][1] == "the" else words
    name: list[tuple[int, str]] = []
    for number, (at, word) in enumerate(rest):
        is_link = bool(name) and word in _LINKS and _is_name(rest[number + 1][1] if number + 1 < len(rest) else "")
        if not is_link and not _is_name(word):
            break
        name.append((at, word))
        if word[-1] in _MARKS:
            break
    last = name[-1][1].rstrip(_MARKS) if name else ""
    is_programme = last.lower() in token_classes()["programme_head"]
    return Span(name[0][0], name[-1][0] + len(last)) if len(name) > 1 and not is_programme else None


def _is_name(word: str) -> bool:
    return word.strip(_MARKS) in token_classes()["name"]


def _plain(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in token_classes()["the"]]
