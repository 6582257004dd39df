"""Whose government a document speaks for, where one name is borne by bodies of several nations.

"The Department of Health" of a press notice from Belfast is Northern Ireland's, "the First Minister" of one from
Cardiff is that of Wales.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors import register
from extractors.mentions import Body

_OF_THE_STATE = ("department", "parliament")


def nation_of(stated: str | None, text: str, bodies: Sequence[Body]) -> str | None:
    """The nation of a document, None where that is the United Kingdom, England, or not to be known.

    What it states of itself goes first, then whose institutions it names: those of one nation more often than those
    of the state. Where it names none of either, the one nation whose name it has. It is looked for only where a name
    in the document means something else with it than without.
    """
    if stated in register.NATIONS:
        return stated
    shared = register.national()
    if stated or not any(body.name in shared for body in bodies):
        return None
    counts = Counter(_nation_of(body) for body in bodies if body.name not in shared)
    n_state, _ = counts.pop("", 0), counts.pop(None, 0)
    first = next(iter(counts.most_common(1)), None)
    if first is not None:
        nation, n = first
        return nation if n > n_state else None
    named = [nation for nation in (*register.NATIONS, "England") if nation in text]
    return named[0] if len(named) == 1 and not n_state and named[0] in register.NATIONS else None


def _nation_of(body: Body) -> str | None:
    """The nation whose body it is, "" for one of the state, None for any other."""
    key = register.resolve(body.name, None)
    known = register.bodies()[key] if key else None
    if known is None:
        return None
    if known.jurisdiction in register.NATIONS:
        return known.jurisdiction
    return "" if known.kind in _OF_THE_STATE or known.name.startswith("Secretary of State") else None
