"""How the assemblies beside Parliament number their questions: the line that opens one, and what such a text holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SHORT = 140
# Behind a question, in brackets, in the reports of Scotland and Northern Ireland.
BEHIND = r"\((?:S\d[WOT]-\d{3,6}|AQ[WOT]\s?\d{1,6}/\d\d[-–]\d\d)\)"
_BEHIND = re.compile(BEHIND)


@dataclass(frozen=True, slots=True)
class Form:
    """A whole line with the group `uin`, maybe `heading` and `tabled`; one of the `hints` is in every text with it."""

    number: re.Pattern[str]
    hints: tuple[str, ...]


SCOTTISH = Form(
    number=re.compile(
        r"(?:Question (?:[Rr]eference|[Rr]ef\.?|[Nn]umber):?\s*)?"
        r"(?P<uin>S\d[WOT]-\d{3,6})(?:\s*[:|–-]\s*(?P<heading>\S.*))?"
    ),
    hints=("W-", "O-", "T-"),
)
SENEDD = Form(
    number=re.compile(r"(?P<uin>(?:WA?Q|OA?Q)\d{3,6})(?:\s*\([ew]\))?(?:[\s|]*[Tt]abled on:?\s+(?P<tabled>.{6,40}))?"),
    hints=("WQ", "AQ", "OQ"),
)
NORTHERN_IRELAND = Form(
    number=re.compile(
        r"(?:(?:Question )?(?:[Nn]umber|[Nn]o\.?|[Rr]eference):?\s*)?(?P<uin>AQ[WOT]\s?\d{1,6}/\d\d[-–]\d\d)"
    ),
    hints=("AQW", "AQO", "AQT"),
)
MAYOR = Form(
    number=re.compile(r"(?:Question (?:[Nn]o|[Nn]umber)|Reference)\.?:?\s*(?P<uin>(?:19|20)\d\d/\d{1,5})"),
    hints=("Question N", "Reference"),
)


def numbers(lines: Sequence[str], form: Form) -> list[tuple[int, re.Match[str]]]:
    """The lines that open a question, by index; of one that a page prints twice the first."""
    found: list[tuple[int, re.Match[str]]] = []
    for at, line in enumerate(lines):
        number = form.number.fullmatch(line) if len(line) <= _SHORT else None
        if number and (not found or found[-1][1]["uin"] != number["uin"]):
            found.append((at, number))
    return found


def is_assemblys(uin: str | None) -> bool:
    """Whether a number printed behind a question is that of an assembly."""
    return uin is not None and _BEHIND.fullmatch(f"({uin})") is not None


def is_of_an_assembly(lines: Sequence[str]) -> bool:
    """Whether a line has a number that Parliament gives to no question."""
    return any(form.number.fullmatch(line) for line in lines if len(line) <= _SHORT for form in _FORMS)


_FORMS = (SCOTTISH, SENEDD, NORTHERN_IRELAND, MAYOR)
