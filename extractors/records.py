"""Classes of plain values, as many objects of which are made as are things found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, kw_only: bool = False) -> Callable[[type[Kind]], type[Kind]]:
    """`dataclass(frozen=True, slots=True)` to mypy, which lets nothing be set later. At run time nothing checks that:
    to make an object that does takes two to three times as long."""
    return dataclass(slots=True, unsafe_hash=True, kw_only=kw_only)
