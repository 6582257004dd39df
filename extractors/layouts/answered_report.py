"""What the title of a response says of the report it answers: its title, who made it, and who answers.

`Government response to ‘Open Late: libraries and their hours’`, `Keys in Hand: government response to the Castellane
Review`, `The Government’s response to the Transport Committee’s Third Report of Session 2023–24, Piers and jetties`,
`Written Response by the Welsh Government to the report of the Economy Committee: The future of slate`. A title is
what stands in quotation marks, behind a colon, behind the number of the report, or before `: government response to`;
`report on piers` is none. "The Committee" is the one that publishes, if one does.
"""

from __future__ import annotations

import re

from extractors.layouts.letterhead import names_a_body, names_a_person
from extractors.records import record

_RESPONSE = re.compile(
    r"(?:(?P<before>(?:(?!res?ponse|repl(?:y|ies)).){3,160}?)(?::| [–—-]) )?(?P<who>[\w’'&,. -]{2,80} )??"
    r"(?:(?:formal|written|joint|initial|interim|full|further|final|detailed) )*(?:res?ponses?|reply|replies) "
    r"(?:(?:by|of|from|on behalf of) (?P<by>.{3,100}?) )?to (?P<answered>.+)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\((?:accessible|web|html|large print|english|welsh)[^()]*\)$", re.IGNORECASE)
_QUOTED = re.compile(r"(?:^|(?<=[\s(]))(?:‘(.+)’|“(.+)”|'(.+)'|\"(.+)\")(?=$|[\s,.)])")
_BEHIND = re.compile(
    r"(?P<head>.+?)(?:: | entitled | titled |(?:(?<=[Rr]eport)|(?<=REPORT)|(?<=\d{4}[-–/]\d\d)|(?<=\d{4}[-–/]\d{4}))"
    r"(?: \([^()]*\))?(?:,| [–—-]) )(?P<title>[A-Z].+)"
)
_NO_TITLE = re.compile(  # before or behind a colon: what kind of paper it is
    r".*\b(?:minutes?|plan|letter|paper|update|annex|statement|memorandum|res?ponse)|(?:session|hc|hl|cp)\b.*"
    r"|[\w -]+ (?:special )?report(?: of session .*)?",
    re.IGNORECASE,
)
_WORK = r"(?:reports?|reviews?|inquiry|inquiries|recommendations?|findings|audit|investigation|study|evaluation)"
_LEAD = re.compile(
    r"^(?:the )?(?:(?:[\w-]+ ){0,2}(?:reports?|recommendations|findings|conclusions)(?: and recommendations)?"
    r" (?:made )?(?:of|by|from|in) (?:the )?){0,2}",
    re.IGNORECASE,
)
_ITS_WORK = re.compile(rf"[’']s? (?=(?:[\w–-]+ ){{0,4}}{_WORK}\b)", re.IGNORECASE)
_WHICH = (
    r"(?:\d{4}(?:[-–/]\d{2,4})?|\w+(?:st|nd|rd|th)|first|second|third|fifth|special|annual|interim|final|progress"
    r"|(?:phase|stage) \w+)"
)
_REPORT = re.compile(
    rf",? session \d{{4}}.*|[,:]?(?: {_WHICH})* (?:reports?|recommendations|inquiry (?=report|into|on))\b.*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r" (?:on|into|of|for|in) (?=[a-z\d])")
_MAKER = re.compile(
    r"(?!.*\breports?\b).*\b(?:review|inquiry|panel|task ?force|commission|committee|commissioner|council|ombudsman"
    r"|audit|group)\b.*",
    re.IGNORECASE,
)
_OF_GOVERNMENT = re.compile(
    r"(?:^|[:–—-] )(?:the )?(?:\w+ )?government[’']?s? (?:\w+ )?(?:response|reply)\b"
    r"(?!.*\b(?:is|are|was|were|has|have|will)\b)",
    re.IGNORECASE,
)
_PLAIN = {
    *(
        "a",
        "the",
        "of",
        "his",
        "her",
        "its",
        "joint",
        "select",
        "independent",
        "public",
        "royal",
        "rapid",
        "national",
        "house",
    ),
    *("lords", "commons", "committee", "commission", "inquiry", "panel", "review", "council", "group", "report"),
}


@record()
class AnsweredReport:
    """None where the title does not state it."""

    title: str | None = None
    recommender: str | None = None
    responder: str | None = None


def answered_report(title: str, publisher: str | None = None) -> AnsweredReport | None:
    """What a title says; None if it is not that of a response to a report or to somebody who recommends."""
    found = _RESPONSE.fullmatch(_BRACKET.sub("", title))
    if found is None:
        return None
    answered, before = found["answered"], found["before"]
    quoted, behind = _QUOTED.search(answered), _BEHIND.fullmatch(answered)
    report: str | None = None
    if quoted:
        answered, report = answered[: quoted.start()], next(filter(None, quoted.groups()))
    elif behind:
        is_title = not _NO_TITLE.fullmatch(behind["title"])
        answered, report = behind["head"], behind["title"] if is_title else None
    elif before and not _NO_TITLE.fullmatch(before):
        report = before.strip("‘’“”'\"")
    recommender = _recommender(answered.strip(" ,:–—-"), publisher)
    if recommender is None and not quoted and not re.search(rf"\b{_WORK}\b", answered, re.IGNORECASE):
        return None
    return AnsweredReport(report, recommender, _responder(found["by"] or found["who"] or ""))


def is_response(title: str) -> bool:
    """A response to a report, or what calls itself the response or reply of a government."""
    return _OF_GOVERNMENT.search(title) is not None or answered_report(title) is not None


def _recommender(answered: str, publisher: str | None) -> str | None:
    """Who is named in `the report of the Transport Committee`, `Dame Ann Rowe’s review of piers`."""
    name = _LEAD.sub("", answered)
    for end in _ITS_WORK, _REPORT, _SUBJECT:
        words = name[: cut.start()] if (cut := end.search(name)) else name
        name = words if _recommends(words) and not _is_plain(words) else name
    if _is_plain(name.split("’")[0].split("'")[0]):
        is_told = publisher is not None and name.lower().startswith("committee") and publisher.endswith("Committee")
        return publisher if is_told else None
    return name if _recommends(name) else None


def _recommends(name: str) -> bool:
    return names_a_body(name) or names_a_person(name) or _MAKER.fullmatch(name) is not None


def _is_plain(words: str) -> bool:
    return all(word in _PLAIN for word in words.lower().split())


def _responder(words: str) -> str | None:
    name = re.sub(r"^the |(?:[’']s?)? *$", "", words, flags=re.IGNORECASE)
    each = re.split(r",? and (?:the )?", name)
    return name if names_a_body(name) or all(map(names_a_body, each)) else None
