"""Offsets of a batch → offsets of a document."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar

from extractors.model import Placed, Span

Found = TypeVar("Found", bound=Placed)


def moved(found: Found, by: int) -> Found:
    """The same thing, a dataclass of `extractors.model`, `by` characters further on, with every span in it."""
    changes: dict[str, Any] = {"start": found.start + by, "end": found.end + by}
    for name in _names(type(found)):
        value = getattr(found, name)
        if isinstance(value, Span):
            changes[name] = Span(value.start + by, value.end + by)
        elif isinstance(value, tuple) and value and isinstance(value[0], Span):
            changes[name] = tuple(Span(one.start + by, one.end + by) for one in value)
    return replace(found, **changes)  # type: ignore[type-var]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a thing, looked up once a kind."""
    return tuple(field.name for field in fields(kind))
