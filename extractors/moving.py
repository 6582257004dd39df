"""Offsets of a batch → offsets of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from extractors.model import Placed, Span

Found = TypeVar("Found", bound=Placed)


def moved(found: Found, by: int) -> Found:
    """The same thing, a dataclass of `extractors.model`, `by` characters further on, with every span in it."""
    kind = type(found)
    names, values_of, spans = _fields(kind)
    values = dict(zip(names, values_of(found), strict=True))
    values["start"] += by
    values["end"] += by
    for name in spans:
        if isinstance(value := values[name], Span):
            values[name] = Span(value.start + by, value.end + by)
        elif value:
            values[name] = tuple(Span(one.start + by, one.end + by) for one in value)
    return kind(**values)


@cache
def _fields(kind: Any) -> tuple[list[str], Callable[[Any], tuple[Any, ...]], list[str]]:
    """Of a kind its fields, their values in one call, and those that are spans: `replace` takes three times as long."""
    names = [field.name for field in fields(kind)]
    return names, attrgetter(*names), [field.name for field in fields(kind) if "Span" in str(field.type)]
