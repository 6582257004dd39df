"""The files of `patterns/`: one rule, class of tokens or phrase a line, in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any


class RuleError(ValueError):
    """A row that cannot be a rule: the message names the file, the row and what is wrong."""


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The rows of `patterns/<name>.jsonl`, blank lines aside; `RuleError` for a line that is not JSON."""
    lines = (files("extractors") / "patterns" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise RuleError(f"patterns/{name}.jsonl, line {number}: not JSON ({error})") from error
