"""Lines that name a Member: who asks, for which party and seat, and who answers in which post."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extractors.calendar import stated_date

PARTIES = frozenset(
    name.casefold()
    for name in (
        *("Alba", "Alba Party", "Alliance", "Alliance Party", "Conservative", "Con", "Crossbench", "DUP", "Green"),
        *("Democratic Unionist Party", "Green Party", "Independent", "Ind", "Lab", "Labour", "Labour/Co-operative"),
        *("Labour (Co-op)", "LD", "Liberal Democrat", "Liberal Democrats", "Non-affiliated", "PC", "Plaid Cymru"),
        *("Reform UK", "Scottish National Party", "SNP", "SDLP", "Social Democratic & Labour Party", "Your Party"),
        *("Traditional Unionist Voice", "TUV", "UUP", "Ulster Unionist Party", "Workers Party", "Bishops"),
    )
)
_PEERS_SEAT = re.compile(
    r"(?i:(?:life|hereditary|excepted hereditary) peer|(?:excepted )?hereditary|bishops?|judicial)"
)
_PEER = re.compile(r"(?:The )?(?:Lord|Lady|Baroness|Baron|Viscount(?:ess)?|Earl|Countess|Marquess|Duke)\b")
_DASH = re.compile(r"\s+[-–—]\s+")
_BODY_OF_A_POST = re.compile(r",\s+(?:the )?(?P<body>(?:[A-Z][\w’'-]*,? (?:and |for |of |the )*)*[A-Z][\w’'-]*)\Z")
_ANSWERING = re.compile(r"(?P<name>[^(]+?)(?:\s+[-–—]\s+|,\s+|\s+(?=\())(?P<role>\S.*)")
_DAY_BEHIND = re.compile(r"(?:,?\s+on\s+|,\s+|\s+[-–—]\s+|\s*\()(?P<day>[^,()]*\d{4})\)?\Z")


@dataclass(frozen=True, slots=True)
class Asker:
    """As printed; `house` only where the seat shows it, `day` where one stands behind."""

    name: str
    party: str | None = None
    seat: str | None = None
    house: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Answerer:
    """As printed, the post with its brackets; `day` where one stands behind."""

    name: str
    role: str | None = None
    day: dt.date | None = None


def asker(line: str) -> Asker:
    """`Ann Rowe (Labour (Co-op) - Stoke-on-Trent North)`, `Lord Lee (Crossbench - Life peer)`, `Ann Rowe (Leigh)`."""
    line, day = _without_day(line)
    name, bracket = _last_bracket(line)
    party, seat = None, None
    if bracket and len(parts := _DASH.split(bracket, maxsplit=1)) == 2:
        party, seat = parts
    elif bracket and bracket.casefold() in PARTIES:
        party = bracket
    elif bracket:
        seat = bracket
    is_peer = bool(_PEERS_SEAT.fullmatch(seat) if seat else _PEER.match(name))
    return Asker(name, party, seat, "Lords" if is_peer else "Commons" if seat else None, day)


def answerer(line: str) -> Answerer:
    """`Bob Lee - Vice Chamberlain (HM Household) (Whip)`, `Bob Lee on 10 March 2025`."""
    line, day = _without_day(line)
    found = _ANSWERING.fullmatch(line)
    return Answerer(found["name"], found["role"], day) if found else Answerer(line, None, day)


def day_stated(words: str | None) -> dt.date | None:
    """`10 March 2025` → that day; None for anything else."""
    date = stated_date(words or "")
    return date.last if date and date.precision == "day" else None


def body_of_post(role: str) -> str | None:
    """`Minister of State, Cabinet Office` → `Cabinet Office`."""
    found = _BODY_OF_A_POST.search(role)
    return found["body"] if found else None


def _without_day(line: str) -> tuple[str, dt.date | None]:
    """`Bob Lee, 10 March 2025`, `Bob Lee (10 March 2025)` → the name and the day."""
    found = _DAY_BEHIND.search(line)
    day = day_stated(found["day"]) if found else None
    return (line[: found.start()], day) if found and day else (line, None)


def _last_bracket(line: str) -> tuple[str, str | None]:
    """What stands before the last bracket of the line and in it, brackets inside it included."""
    depth = 0
    for index in range(len(line) - 1, 0, -1):
        depth += (line[index] == ")") - (line[index] == "(")
        if depth == 0:
            closed = line[index] == "(" and line.endswith(")")
            return (line[:index].rstrip(), line[index + 1 : -1].strip()) if closed else (line, None)
    return line, None
