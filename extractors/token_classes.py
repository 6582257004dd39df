"""Sets of words that rules and code speak of by name: `patterns/token_classes.jsonl`.

A line has a `class` with its `words`, in any case, or a `regex` of whole tokens as written; or a `phrase`, so many
`patterns` that rules write as `$phrase`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.pattern_rows import rows

TOKEN_CLASSES = "token_classes"


@dataclass(frozen=True, slots=True)
class TokenClass:
    """A named set of tokens: `words` in any case, or those that `shape` matches whole and as written.

    `cues` are the lower-case strings of which each token of the class holds one; empty where none are known. With
    `is_capital` each token begins with one of A–Z.
    """

    name: str
    words: frozenset[str]
    shape: re.Pattern[str]
    cues: frozenset[str]
    is_capital: bool

    def __contains__(self, token: str) -> bool:
        return token.lower() in self.words if self.words else self.shape.fullmatch(token) is not None


@cache
def token_classes() -> dict[str, TokenClass]:
    """The classes of `token_classes.jsonl` by name."""
    return {row["class"]: _class(row) for row in rows(TOKEN_CLASSES) if "class" in row}


def _class(row: dict[str, Any]) -> TokenClass:
    words = frozenset(row.get("words", ()))
    return TokenClass(
        name=row["class"],
        words=words,
        shape=re.compile(row.get("regex", "")),
        cues=words or frozenset(row.get("cues", ())),
        is_capital=row.get("capital", False),
    )


@cache
def phrases() -> dict[str, list[str]]:
    """The phrases by name, each as its patterns."""
    return {row["phrase"]: row["patterns"] for row in rows(TOKEN_CLASSES) if "phrase" in row}
