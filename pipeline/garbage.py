"""Python's search for reference cycles, put off where it finds none and would look at every object again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off(*, kept: bool = False) -> Iterator[None]:
    """No search while a block makes very many objects; nor later in those of a block that are `kept` to the end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if kept:
            gc.freeze()
        if was_enabled:
            gc.enable()
