"""Names that a document makes for itself: acronyms in brackets behind a name, and short forms of a name in full."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractors.matching import Scan
from extractors.mentions import Body
from extractors.token_classes import token_classes

_LONGEST_ACRONYM = 14


def defined(scan: Scan, known: Sequence[Body]) -> Iterator[Body]:
    """The acronyms that a document puts in brackets behind a body's name, there and from there on."""
    for document, bodies in _by_document(scan, known):
        meant: dict[str, Body] = {}
        for body in bodies:
            if acronym := _acronym_behind(scan.text, body):
                meant.setdefault(acronym, body)
        for acronym, body in meant.items():
            for surface in (acronym, acronym.removesuffix("s"), f"{acronym}s"):
                for start in _places(scan.text, surface, body.end, document):
                    found = _same(body, start, start + len(surface), "defined_in_text", "body.defined")
                    yield replace(found, acronym=acronym)


def short_forms(scan: Scan, known: Sequence[Body]) -> Iterator[Body]:
    """ "the Commissioner", "the National Centre": the end, or first word and end, of the last body named in full."""
    for document, bodies in _by_document(scan, known):
        meant: dict[str, list[Body]] = {}
        for body in bodies:
            for short in _shorter(body.name.split()):
                meant.setdefault(short, []).append(body)
        for short, bodies_so_called in meant.items():
            if len({body.name for body in bodies_so_called}) > 1:
                continue
            body = bodies_so_called[0]
            for start in _places(scan.text, short, body.end, document):
                before = scan.text[max(0, start - 5) : start].split()
                if " " in short or (before and before[-1].lower() in ("the", "her", "his")):
                    yield _same(body, start, start + len(short), "alias", "body.short")


def _shorter(words: Sequence[str]) -> set[str]:
    """The short forms of a name: "National Partnership Board" → Board, Partnership Board, National Board."""
    heads = token_classes()["body_head"]
    if len(words) > 2 and words[-1] in heads:
        return {words[-1], " ".join(words[-2:]), f"{words[0]} {words[-1]}"}
    if len(words) > 3 and words[1] in heads and words[2] in ("for", "of", "on"):
        return {words[1], " ".join(words[:2])}
    return {words[-1]} if len(words) == 2 and words[-1] in token_classes()["post_by_itself"] else set()


def _by_document(scan: Scan, known: Sequence[Body]) -> Iterator[tuple[int, list[Body]]]:
    """The bodies of each document, with the place where it ends."""
    ends = (*scan.documents, len(scan.text))
    for number, bodies in groupby(known, key=lambda body: bisect_right(scan.documents, body.start)):
        yield ends[number], list(bodies)


def _acronym_behind(text: str, body: Body) -> str | None:
    """`(HNT)` or `(“the HNT”)` right behind a name: mostly capitals, no more words."""
    behind = text[body.end : body.end + _LONGEST_ACRONYM + 4]
    if not behind[:1].isspace() or not behind.lstrip().startswith("(") or ")" not in behind:
        return None
    inside = behind[behind.index("(") + 1 : behind.index(")")].strip("‘’“”' ")
    is_acronym = inside.isascii() and inside.replace("&", "").isalpha() and sum(map(str.isupper, inside)) >= 2
    return inside if is_acronym and " " not in inside else None


def _places(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Where a whole word stands between two places."""
    at = text.find(word, start, end)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not (before.isalnum() or after.isalnum() or (after == "-" and before == "-")):
            yield at
        at = text.find(word, at + 1, end)


def _same(body: Body, start: int, end: int, match: str, rule: str) -> Body:
    return Body(start=start, end=end, rule=rule, match=match, name=body.name, kind=body.kind)
