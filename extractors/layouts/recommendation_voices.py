"""Several who answer together: whose words are whose in one answer.

`UK Government response` and `Scottish Government` above the parts of an answer, `Response from the Home Office`, two
governments in one heading, `Welsh Government: Accept. …` on a line; in a table a column for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.model import Segment, Span
from extractors.register import resolve

_WORD = r"[A-Z][\w’'&-]*"
_NAMES = rf"{_WORD}(?:,?\s+(?:(?:of|for|and|the)\s+)*{_WORD})*?"
_ANSWER = r"(?i:responses?|reply|position|decision|comments)"
_THE = r"(?i:(?:the|joint)\s+)*"
_HEADING = re.compile(
    rf"(?:{_THE}{_ANSWER}\s+(?i:from|of|by)\s+(?:[Tt]he\s+)?(?P<whose>{_NAMES})"
    rf"|{_THE}(?P<names>{_NAMES})(?P<mark>\s+(?:(?i:joint)\s+)?{_ANSWER})?)\s*[:–-]?"
)
_GOVERNMENT = re.compile(r"(?:UK|HM|Northern Ireland|[A-Z]\w+)\s+(?:Government|Executive)")
_NOBODY = re.compile(r"(?i:(?:our|full|detailed|summary of|initial|final)\s+)*(?i:government|department)?")
_GOVERNMENTS = rf"{_GOVERNMENT.pattern}(?:(?:,|,?\s+and)\s+(?:the\s+)?{_GOVERNMENT.pattern})*"
_OPENS = re.compile(rf"(?:[Tt]he\s+)?{_GOVERNMENTS}(?:\s+{_ANSWER})?\s*(?::|\s[–-])\s*(?=[A-Z])", re.DOTALL)
_OWN = re.compile(r"[’']s?$")
_JOINS = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")

# The name of who answers and the words that are theirs.
Voice = tuple[Span, Span]


def opens_a_voice(line: str) -> int | None:
    """Where the words begin in `Welsh Government: Accept. …`, None for any other line."""
    found = _OPENS.match(line)
    return found.end() if found else None


def are_joint(lines: Sequence[str]) -> bool:
    """Whether more than one line opens a voice: one alone is a sentence like any other."""
    return sum(opens_a_voice(line) is not None for line in lines) > 1


def names_of(text: str, heading: Span, *, is_bare: bool = True) -> tuple[Span, ...]:
    """Who answers below or under a heading; with `is_bare=False` the name alone is not enough."""
    found = _HEADING.fullmatch(text, heading.start, heading.end)
    if found is None or _NOBODY.fullmatch(found["names"] or found["whose"]):
        return ()
    name = "names" if found["names"] else "whose"
    names = Span(found.start(name), found.start(name) + len(_OWN.sub("", found[name])))
    several = _several(text, names)
    is_named = found["mark"] or found["whose"] or (is_bare and is_known(text, *several))
    return several if is_named else ()


def is_known(text: str, *names: Span) -> bool:
    """Whether each is a government or in the register: `Police` may answer beside one of these, and not alone."""
    return all(_GOVERNMENT.fullmatch(one.of(text)) or resolve(one.of(text), None) for one in names)


def voices(text: str, mark: Segment | None, answer: Sequence[Segment]) -> tuple[Voice, ...]:
    """The names above the parts of an answer where two are printed, or one below a mark that names nobody."""
    found: list[Voice] = []
    headings = [leaf for leaf in [*([mark] if mark else []), *answer] if leaf.kind == "heading"]
    named = [(leaf, names) for leaf in headings if (names := names_of(text, Span(leaf.start, leaf.end)))]
    for at, (leaf, names) in enumerate(named):
        until = named[at + 1][0].start if at + 1 < len(named) else answer[-1].end if answer else 0
        below = [one for one in answer if leaf.end <= one.start < until]
        if below:
            found += [(name, Span(below[0].start, below[-1].end)) for name in names]
    is_apart = mark is not None and not names_of(text, Span(mark.start, mark.end))
    return joint(text, found, is_apart=is_apart)


def joint(text: str, found: Sequence[Voice], *, is_apart: bool = False) -> tuple[Voice, ...]:
    """All voices, none where fewer than two are heard or none of them is known; `is_apart`: another, not named, is."""
    heard = {name.of(text) for name, _ in found}
    known = any(is_known(text, name) for name, _ in found)
    return tuple(found) if known and len(heard) + is_apart > 1 else ()


def _several(text: str, names: Span) -> tuple[Span, ...]:
    """`UK Government and Welsh Government` as two, `Department of Health and Social Care` as one."""
    if is_known(text, names):
        return (names,)
    pieces, at = [], names.start
    for border in [*_JOINS.finditer(text, names.start, names.end), None]:
        pieces.append(Span(at, border.start() if border else names.end))
        at = border.end() if border else at
    return tuple(pieces) if len(pieces) > 1 and is_known(text, *pieces) else (names,)
