"""The paragraphs by which Hansard's written answers are known: who asks, who answers, what the volume prints."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extractors.calendar import stated_date
from extractors.layouts.assembly_numbers import BEHIND

_WORD = r"[\w.’'-]+"
_NAME = rf"[A-Z][\w.’'-]*(?:\s{_WORD}){{0,7}}?"
_BRACKETS = r"(?:\s*\((?:[^()]|\([^()]*\)){2,60}\)){0,2}"
_MARKS = r"(?P<marks>(?:\s*\[[RN]\])*)"
_QUESTION = r"(?:(?:Q(?:uestion)?|\*)\s?\d{0,3}[.:)]?\s+|\d{1,3}\.?\s+)"
_LABEL_ALONE = re.compile(r"Q(?:uestion)?\s?\d{0,3}[.:)]\s+(?=To ask\s)")
_ANSWER = re.compile(r"A(?:nswer)?\s?\d{0,3}(?P<mark>[.:)])?\s+(?=[A-Z])")
_PERSON = re.compile(r"(?:[A-Z][\w.’'-]*|de|la|of|van|von)(?:\s(?:[A-Z][\w.’'-]*|de|la|of|van|von)){1,5}")
_ASKS = re.compile(
    rf"(?P<old>§\s*)?{_QUESTION}?(?P<who>{_NAME}{_BRACKETS})"
    rf"(?:{_MARKS}(?(old)\s*:?\s+|\s*:\s*)(?P<put>To ask\s)"
    r"|\s+(?P<asked>to ask H(?:er|is) Majesty.s Government\b"
    r"|asked (?:H(?:er|is) Majesty.s Government|the (?:Senior Deputy Speaker|Chairman of Committees)"
    r"|(?:the )?(?:(?:First )?Secretary of State|Chancellor of|Prime Minister|Minister|President of|Leader of"
    r"|Attorney.General|Solicitor.General))\b))"
)
_LAST_BRACKET = re.compile(r"\s*\((?P<inside>(?:[^()]|\([^()]*\))*)\)\Z")
ASKED_BY = re.compile(rf"Asked by:?\s+(?P<who>{_NAME}{_BRACKETS})(?:\s*\[R\])?")
_TITLED = re.compile(
    r"(?:§\s*)?(?P<who>(?:The )?(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Viscount|Earl|Marquess|Duke)\b\.?"
    rf"(?:\s(?:[A-Z][\w.’'-]*|of|the|de|and)){{1,6}}{_BRACKETS})"
)
_POSTED = re.compile(r"(?:§\s*)?The [A-Z][^():.]{3,160}\([^()]{3,60}\)")
ASKED_THE = re.compile(r"asked (?:H(?:er|is) Majesty.s Government|the [A-Z])")
PUT = re.compile(r"(?:§\s*)?To ask\s+(?:the\s|[A-Z]|[Rr]ight hon|[Rr]t\.? hon|hon\b)")
GOES_ON = re.compile(rf"\((?:\d{{1,2}}|[ivx]{{1,4}})\)\s|\[(?:HL)?\d{{1,7}}\]\Z|{BEHIND}\Z")
_NUMBER = re.compile(
    r"\s*(?:\[(?:UIN:?\s*)?(?P<squared>(?:HL)?\d{1,7})\]|\((?P<round>\d{4,7})\)(?=\s*\Z)"
    rf"|(?P<lords>HL\d{{1,7}})(?=\s*\Z)|(?P<assembly>{BEHIND})(?=\s*\Z))"
)
NUMBERED_NAME = re.compile(rf"(?P<who>{_NAME}{_BRACKETS}):?\s*\[(?P<uin>(?:HL)?\d{{1,7}})\]\s*\Z")
_HOLDING = r"(?:\s*\[\s*(?i:holding answer)s?(?:,? (?:received|of|on))*\s+(?P<holding>[^\]]{4,60})\])?"
_ANSWERS = re.compile(
    rf"(?!(?i:answered|asked|question|answer)\b)(?:§\s*)?"
    r"(?:(?P<role>[Tt]he [A-Z][^():.]{3,160}(?:\([^()]*\)[^():.]{0,40})?)"
    r"\s\((?P<holder>[^():]{3,60})\)"
    rf"|(?P<person>{_NAME})\s\((?P<held>[Tt]he [A-Z][^():.]{{3,160}})\)"
    rf"|(?P<post>[Tt]he [A-Z][\w’'-]*(?:[\s-](?:of|for|the|and|to|[A-Z][\w’',-]*))*)|(?P<name>{_NAME})){_HOLDING}"
    r"\s*:(?=\s|\Z)\s*"
)
_LAST_NUMBER = re.compile(rf"\[(?:UIN:?\s*)?(?:HL)?\d{{1,7}}\]|{BEHIND}\Z")
_ENDS = ("]", ")")
_LONGEST_NUMBER = 20
COLUMN_DAY = re.compile(r"(?P<day>\d{1,2} \w{3,9}\.? \d{4})\s*:\s*Col", re.IGNORECASE)
_DEB = re.compile(r"(?P<house>H[CL]) Deb (?P<day>\d{1,2} \w{3,9} \d{4}) vol \d+ cc?\d[\w-]*")
VOLUME = re.compile(
    r"(?i)(?:(?:house of (?:commons|lords)|hansard|written (?:answers|questions)|daily report|official report|volume"
    r"|session|parliamentary debates)\b.{0,80})"
)


@dataclass(frozen=True, slots=True)
class Asks:
    """Who asks, if printed, with the seat but without the party, and where in the paragraph the question begins."""

    who: str | None
    party: str | None
    is_named_day: bool
    put: int


@dataclass(frozen=True, slots=True)
class Answers:
    """Who answers, or the post where no name is printed, and where the answer begins."""

    name: str | None
    role: str | None
    holding: dt.date | None
    begins: int


def asks(paragraph: str) -> Asks | None:
    """`Ann Rowe (Ripon) (LD) [R]: To ask the …`, `Lord Oak asked Her Majesty's Government …`, on the Lords' own lists
    `Lord Oak to ask …`, `Q: To ask the …`."""
    if label := _LABEL_ALONE.match(paragraph):
        return Asks(None, None, False, label.end())
    found = _ASKS.match(paragraph)
    if found is None:
        return None
    who, party = found["who"], None
    last = _LAST_BRACKET.search(who)
    if last and _LAST_BRACKET.search(who[: last.start()]):
        who, party = who[: last.start()], last["inside"]
    put = found.start("put") if found["put"] else found.start("asked")
    return Asks(who, party, "[N]" in (found["marks"] or ""), put)


def answers(paragraph: str) -> Answers | None:
    """`The Minister for Ports (Bob Lee): …`, `Mr Lee (The Minister for Ports): …`, `The Solicitor-General: …`,
    `Bob Lee [holding answer 3 March 2012]: …`, `A Bob Lee: …`, `A: …`."""
    label = _ANSWER.match(paragraph)
    found = _ANSWERS.match(paragraph, label.end() if label else 0)
    if label and not (found and (found["role"] or found["post"] or _PERSON.fullmatch(found["name"]))):
        if label["mark"]:
            return Answers(None, None, None, label.end())
        found = _ANSWERS.match(paragraph)
    if found is None:
        return None
    role, name = found["role"] or found["post"] or found["held"], found["holder"] or found["name"] or found["person"]
    holding = stated_date(found["holding"] or "")
    return Answers(
        name=" ".join(name.split()) if name else None,
        role=" ".join(role.split()[1:]) if role else None,
        holding=holding.last if holding else None,
        begins=found.end(),
    )


def names_who_speaks(line: str) -> str | None:
    """What is alone on its line above the words of who is named: `Mr. Oak`, `The Minister for Ports (Mr. Lee)`."""
    titled = _TITLED.fullmatch(line)
    return titled["who"] if titled else line if _POSTED.fullmatch(line) else None


def begins(line: str) -> bool:
    """Whether a line is the first of its paragraph in any print; a bare name with a colon may be a word in a list."""
    found = _ANSWERS.match(line)
    by_post = found is not None and any(found[name] for name in ("role", "post", "held", "holding"))
    return (
        by_post
        or line.isupper()
        or bool(names_who_speaks(line))
        or any(shape.match(line) for shape in (_ASKS, ASKED_BY, PUT))
    )


def ends(line: str) -> bool:
    """Whether a line ends with the number of a question."""
    return line.endswith(_ENDS) and bool(_LAST_NUMBER.search(line, max(len(line) - _LONGEST_NUMBER, 0)))


def numbers(paragraph: str) -> list[tuple[int, int, str]]:
    """The numbers of questions in a paragraph: where the words before each end, where it ends, and itself."""
    return [
        (one.start(), one.end(), one["squared"] or one["round"] or one["lords"] or one["assembly"].strip("()"))
        for one in _NUMBER.finditer(paragraph)
    ]


def day_of(paragraph: str) -> dt.date | None:
    """`Tuesday 13 March 2012`, `13 Mar 2012 : Column 145W`, `HC Deb 13 March 1982 vol 20 c145W`."""
    column = COLUMN_DAY.match(paragraph) or _DEB.fullmatch(paragraph)
    date = stated_date(column["day"] if column else paragraph.rstrip("."))
    return date.last if date and date.precision == "day" else None


def house_of_volume(paragraph: str) -> str | None:
    """`HC Deb 13 March 1982 vol 20 c145W` is of the Commons."""
    found = _DEB.fullmatch(paragraph)
    return {"HC": "Commons", "HL": "Lords"}[found["house"]] if found else None
