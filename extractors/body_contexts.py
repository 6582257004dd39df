"""Where a name is not that of a body: inside the name of an Act or a programme, or as an ordinary word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors import register
from extractors.matching import Scan
from extractors.mentions import Body
from extractors.token_classes import token_classes

_LONGEST_NAME = 90
_JOINTS = {"and", "of", "for", "the", "to", "in", "on", "&", "with", "(England)", "(Wales)", "(Scotland)"}
_NEAR = 60


def is_part_of_another_name(text: str, body: Body) -> bool:
    """Whether the capitalised words that go on behind it end in `Act`, `Fund`, `Strategy`, … or it names a street.

    The payer before a programme's own name is no part of it: "[Home Office] Better Buses Fund".
    """
    if body.match == "acronym" and _numbers_a_clause(text[body.end : body.end + 12].split()):
        return True
    laws, heads, streets = (token_classes()[name] for name in ("act_head", "programme_head", "street_head"))
    if not text[body.end : body.end + 1].isspace():
        return False
    for number, word in enumerate(text[body.end : body.end + _LONGEST_NAME].split()):
        bare = word.strip(".,;:()’‘“”")
        if bare[:1].isupper() and (bare in laws or (not number and bare in streets)):
            return True
        if not number and body.match == "pattern" and bare[:1].isupper() and bare in token_classes()["treaty_head"]:
            return True
        if bare[:1].isupper() and bare in heads:
            return number == 0 or body.match == "pattern"
        if word[-1] in ".,;:" or not (word[0].isupper() or word in _JOINTS):
            return False
    return False


def _numbers_a_clause(following: Sequence[str]) -> bool:
    """Whether an acronym counts the clauses of a paper: "SLC 23.6" is a condition of a licence."""
    whole, dot, part = following[0].strip("().,;:").partition(".") if following else ("", "", "")
    return bool(dot) and whole.isdigit() and part.isdigit()


def is_common_word(scan: Scan, body: Body, found: Sequence[Body]) -> bool:
    """Whether a name that is an ordinary word too ("Shelter", "Monitor") stands where nothing shows that it is a name:
    not first in its sentence, and beside another of the bodies `found`, in order of place, or where organisations are
    spoken of."""
    if body.match == "pattern" or (body.end - body.start > 20 and " " in body.name):
        return False
    forms = register.names().get(register.fold(body.name), ())
    if not forms or any(form.needs != "context" for form in forms):
        return False
    block = scan.block_at(body.start)
    sentence = next(s for s in scan.sentences(block) if s.start <= body.start < s.end)
    if sentence.start == body.start:
        return True
    first = bisect_right(found, body.end - _NEAR, key=lambda one: one.start)
    last = bisect_left(found, body.end + _NEAR, key=lambda one: one.start)
    is_beside = any(one is not body for one in found[first:last])
    return not (
        is_beside or any(word in token_classes()["of_organisations"] for word in sentence.of(scan.text).split())
    )
