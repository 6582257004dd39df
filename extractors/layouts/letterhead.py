"""Lines around a title that are none: who writes and to whom, from where, under which number.

`Ministry of Defence`, `Transport Committee`, `100 Parliament Street`, `London SW1A 2BQ`, `Dame Margery Holt`,
`Rt Hon Rachel Cobb MP`, `Chair, Committee on Lidos`, `Dear Rachel`, `Fourth Special Report of Session 2024–25`,
`Our ref: TO/4711`, `10–21 March 2025`. A line counts only as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors import register
from extractors.calendar import MONTHS

_LONGEST = 120
_WORDS_OF_ADDRESS = 4
_MOST_OF_ADDRESS = 5

_WORD = r"[A-Z][\w’'&.-]*"
_NAME = rf"{_WORD}(?:(?:,? | (?:and|&|of) |, and ){_WORD})*"
_BODY = re.compile(  # a title may end in the same words, but says "the": "Reform of the Transport Council"
    r"(?:[Tt]he )?(?:"
    r"(?:(?:Joint|Select|Standing|Royal|Independent|Public|National) ){0,2}"
    r"(?:Department|Ministry|Office|Committee|Commission|Council|Inspectorate|Board) (?:of|for|on) (?:the )?"
    rf"{_NAME}|{_NAME} (?:Committee|Commission|Commissioner|Inspectorate|Ombudsman|Council|Agency|Authority|Directorate"
    r"|Department|Office|Board|Panel|Inquiry)|(?:HM|His Majesty[’']s|Her Majesty[’']s|UK|British) Government"
    r")(?: \([A-Z][\w-]+\))?"
)
_BETWEEN_NAMES = re.compile(r"\s+[|/]\s+")
_BETWEEN_TWO = re.compile(r",? and (?:the )?")
_IN_PARLIAMENT = re.compile(r", House of (?:Commons|Lords)$")
_DESK = re.compile(r"(?i: (?:news(?:room)?|press office|media (?:centre|office)))$")
_TITLES = r"(?:[Tt]he )?(?:Rt\.? Hon(?:ourable)?\.?|Right Honourable|Hon\.?|Sir|Dame|Lord|Lady|Baroness|Baron|Viscount)"
_RANKS = r"(?:Professor|Prof\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Mx\.?|Rev(?:erend|d)?\.?)"
_NO_NAME = r"(?!\S+[’']s\b|(?:Inquiry|Lecture|Report|Response|Review|Speech|Statement)\b)"  # "Lord Lee’s Review"
_SOME_NAMES = rf"(?:,? {_NO_NAME}(?:[A-Z][\w’'.-]*|of|de|der|van|von|\([A-Z]\w+\))){{1,7}}"
_AFTER = r"(?:MP|MSP|MS|MLA|KC|QC|CBE|OBE|MBE|KCB|CB|DBE|KBE|FRS)"
_PERSON = re.compile(
    rf"(?:To:? |Cc:? )?(?:(?:{_TITLES}|{_RANKS}){_SOME_NAMES}|[A-Z][\w’'.-]*{_SOME_NAMES},? {_AFTER}(?:,? {_AFTER})*)"
)
_POST = re.compile(  # a headline goes on in small letters
    r"(?:(?:[Tt]he|Interim|Acting|Deputy|Vice|HM|His Majesty[’']s|Her Majesty[’']s) )*"
    r"(?:Chair(?:man|woman|person)?|Chief Executive(?: Officer)?|Permanent (?:Under-)?Secretary|Clerk|Commissioner"
    r"|Director(?: General)?|(?:Deputy )?(?:First |Prime )?Minister(?: of State)?|Ombudsman|President"
    r"|Parliamentary (?:Under-)?Secretary(?: of State)?|(?:First )?Secretary of State|Chief Inspector)"
    r"(?:,| (?:at|for|of|on|to))(?:,? (?:[A-Z][\w’'-]*|and|at|for|in|of|on|the|to)){1,20}"
)
_POSTCODE = re.compile(r"(?:.{2,40}[, ]+)?[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}")
_STREET = re.compile(
    r"(?:Room .{1,20}, )?\d{1,4}(?:[-–]\d{1,4})? (?:[A-Z][\w’'.-]*,? ){1,4}"
    r"(?:Street|Road|Lane|Square|Place|Avenue|Way|Gate|Gardens|Terrace|Row|Embankment|Buildings?)(?:,.{2,60})?"
    r"|(?:Floor|Room|PO Box) \d.{0,40}"
)
_GREETING = re.compile(r"Dear .{2,60}")
_ORDINAL = r"(?:\w+(?:st|nd|rd|th)|(?:\w+-)?(?:first|second|third|fifth)|\w+-\w+th)"
_SERIES = re.compile(rf" {_ORDINAL} (?:(?:special|joint) )*reports?$", re.IGNORECASE)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}(?:st|nd|rd|th)?"
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_AND = r"(?: ?[–—-] ?| to | and |, )"
_REST = re.compile(
    r"(?:(?:tel(?:ephone)?|phone|fax|t|e-?mail|web(?:site)?|e|w)\.?:?\s+)?(?:[+(]?\d[\d() -]{6,20}|\S+@\S+"
    r"|(?:https?:|www\.)\S+)"
    rf"|{_ORDINAL} (?:(?:special|joint|interim|progress|annual) )*reports?"
    r"(?:(?: (?:of|from)|,| –| -)? session .{4,40})?"
    r"|session \d{4}.{0,12}|report, together with .*|(?:together )?with formal minutes.*"
    r"|by command of (?:his|her) majesty|return to an address .*|volume [ivx\d]+"
    r"|(?:appendix|annex)(?: (?:[a-z]|\d{1,2}|[ivx]{1,4}))?|cabinet|(?:the )?executive|full council"
    r"|(?:our |your )?ref(?:erence)?\b.{0,40}\d.{0,20}|(?:hc|hl|cp|sg|ni) ?(?:paper )?\d[\d\w/ ().–-]{0,40}"
    r"|[A-Z]{1,6}[/-]?(?:\d{3,}|\d+/\d+)[\w/-]*"
    r"|by e-?mail(?::.*)?|official(?:[ –:-]+sensitive.*)?|(?:private|strictly)? ?(?:and )?confidential|embargoed? .*"
    r"|for (?:immediate release|publication)|accessible version|large print version"
    rf"|(?:[\w’' ]{{2,40}}: )?{_DAY}(?: {_MONTH})?(?: \d{{4}})?{_AND}{_DAY} {_MONTH}(?: \d{{4}})?"
    rf"|(?:[\w’' ]{{2,40}}: )?{_MONTH}(?: \d{{4}})?{_AND}{_MONTH} \d{{4}}|(?:to|cc|copied to|copy to): .*"
    rf"|(?:dates? of [\w ]{{3,40}}|[\w ]{{3,30}} dates?|inspected|visited|received|laid|sent)(?: on)?:? "
    rf"{_DAY} {_MONTH} \d{{4}}",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:\d{1,2}\.? |chapter \d+:? |annex \w:? )?(?:(?:ministerial |secretary of state[’']s |chair[’']s )?foreword"
    r"(?: by .*)?|preface|introduction|(?:table of )?contents|(?:executive )?summary|background|overview|context"
    r"|(?:conclusions(?: and recommendations)?|recommendations?)|appendix.{0,40}|recommendation \d.*)",
    re.IGNORECASE,
)


@lru_cache(maxsize=2_000)
def names_a_body(line: str) -> bool:
    """A body of the register, or what is written as one; its name in two languages, or with its report, too."""
    line = _IN_PARLIAMENT.sub("", without_rest(line))
    lists = (_BETWEEN_NAMES.split(line), _BETWEEN_TWO.split(line))
    return any(all(is_registered(name) or _BODY.fullmatch(_as_name(name)) for name in names) for names in lists)


def without_rest(line: str) -> str:
    """The body of the head of its news pages, `Environment Agency News`, or of its reports, `Select Committee on Lidos
    Third Special Report`."""
    return _SERIES.sub("", _DESK.sub("", line))


def is_registered(line: str) -> bool:
    """A name of the register that is no ordinary word too, such as "Shelter"."""
    return any(form.needs is None and form.match != "post" for form in _forms(line))


def names_a_person(line: str) -> bool:
    """Somebody with a title before the name or letters behind it."""
    return len(line) <= _LONGEST and _PERSON.fullmatch(line) is not None


def names_a_post(line: str) -> bool:
    """`Minister of State for Rivers and Tides`, `Chair of the Transport Committee`, `Home Secretary`."""
    is_post = any(form.match == "post" for form in _forms(line))
    return len(line) <= _LONGEST and (is_post or _POST.fullmatch(line) is not None)


def _forms(line: str) -> Sequence[register.Form]:
    return register.names().get(register.fold(line).removeprefix("The "), ())


def is_number_or_place(line: str) -> bool:
    """An address, a reference, a salutation, a series of reports, a row of days: nothing that is kept."""
    shapes = (_POSTCODE, _STREET, _REST, _GREETING)
    return len(line) <= _LONGEST and any(shape.fullmatch(line) for shape in shapes)


def greets(line: str) -> bool:
    """Whether a line is the greeting of a letter: "Dear Chair,"."""
    return _GREETING.fullmatch(line) is not None


def opens_a_section(line: str) -> bool:
    """The heading of a part that many documents have, and none is called after."""
    return len(line) <= _LONGEST and _SECTION.fullmatch(line) is not None


def addresses(lines: Sequence[str]) -> set[int]:
    """The lines above a postcode that are names of places: `Tide House`, `London`."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        above = at - 1
        while (
            _POSTCODE.fullmatch(line)
            and at - above <= _MOST_OF_ADDRESS
            and above >= 0
            and _may_be_of_address(lines[above])
        ):
            found.add(above)
            above -= 1
    return found


def _may_be_of_address(line: str) -> bool:
    words = [word for word in line.split() if word not in ("of", "and", "the")]
    is_name = len(words) <= _WORDS_OF_ADDRESS and all(word[0].isupper() or word[0].isdigit() for word in words)
    return is_name and line[-1].isalnum() and ":" not in line and not names_a_person(line)


def _as_name(line: str) -> str:
    """A line in capitals in the letters of a name: `MINISTRY OF DEFENCE`."""
    if len(line) > _LONGEST or not line.isupper() or " " not in line:
        return line if len(line) <= _LONGEST else ""
    small = ("Of", "For", "On", "And", "The")
    words = line.title().split()
    return " ".join([words[0], *(word.lower() if word in small else word for word in words[1:])])
