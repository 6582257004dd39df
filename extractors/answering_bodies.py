"""Which body a heading of Hansard or an answering body's printed name means.

Hansard heads its answers with what a department is for, often in capitals: `DEFENCE`, `Work and Pensions`, `HOME
DEPARTMENT`. That is the register's name of the department, or of the Secretary of State who leads it, without its head.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache

from extractors import register
from extractors.register import Form, Match

_HEADS = ("Department for ", "Department of ", "Ministry of ", "HM ", "Office of ")
_POST = "Secretary of State for "
_TAIL = " Office"


@lru_cache(maxsize=10_000)
def resolve(name: str, on: date | None) -> str | None:
    """The body that answers under a name on a day; None where none is known by it.

    What stands in capitals is a heading, and so no acronym: JUSTICE is the Ministry of Justice and not the charity.
    """
    heading = _key(register.fold(name))
    as_portfolio = register.meant_on(_portfolios().get(heading, ()), on)
    if name.isupper():
        return as_portfolio or register.meant_on(_uncased().get(heading, ()), on) or register.resolve(name, on)
    return register.resolve(name, on) or as_portfolio


@cache
def _portfolios() -> Mapping[str, tuple[Form, ...]]:
    """What each department is for, in small letters."""
    found: defaultdict[str, dict[str, Form]] = defaultdict(dict)
    for body in register.bodies().values():
        named: Match = "name" if body.kind == "department" else "alias"
        for name in (body.name, *body.aliases):
            for portfolio in _without_head(body, register.fold(name)):
                owner = body.body_id if body.kind == "department" else body.parent_body_id
                if owner is not None:
                    found[_key(portfolio)].setdefault(owner, Form(owner, named))
    return {key: tuple(forms.values()) for key, forms in found.items()}


def _without_head(body: register.Body, name: str) -> Iterator[str]:
    if body.kind == "department":
        yield from (name.removeprefix(head) for head in _HEADS if name.startswith(head))
        if name.endswith(_TAIL) and not name.endswith(f"'s{_TAIL}"):
            yield name.removesuffix(_TAIL)
    elif body.kind == "office_holder" and name.startswith(_POST):
        yield name.removeprefix(_POST)


@cache
def _uncased() -> Mapping[str, tuple[Form, ...]]:
    """The register's names whatever their case."""
    found: defaultdict[str, dict[str, Form]] = defaultdict(dict)
    for surface, forms in register.names().items():
        for form in forms:
            found[_key(surface)].setdefault(form.body_id, form)
    return {key: tuple(forms.values()) for key, forms in found.items()}


def _key(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").replace("&", "and").replace("-", " ").split())
