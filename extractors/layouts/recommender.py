"""Who speaks in a paragraph: the one who recommends, or the government that answers.

Nothing but the wording shows where a recommendation of several paragraphs ends and its answer begins. The recommender
asks ("This should then be used to …"); a government says what it does, thinks or has done ("We recognise …", "The
Department has published …").
"""

from __future__ import annotations

import re

_ASKS = re.compile(r"\b(?:should|must|ought to|needs? to|recommends?|recommended|calls? on|urges?)\b")
_SAYS = (
    r"(?:(?:also|fully|partially|partly|strongly|already|therefore|broadly|now|not|currently|actively|carefully)\s+)*"
    r"(?:accepts?|agrees?|rejects?|disagrees?|supports?|notes?|welcomes?|recogni[sz]es?|acknowledges?|believes?|thinks?"
    r"|considers?|understands?|shares?|values?|remains?|continues?|intends?|plans?|expects?|has|have|had|is|are|was|were"
    r"|will|would|does|do|did|can|cannot|provides?|publish(?:es|ed)|launched|introduced|announced|set|works?|worked"
    r"|keeps?|takes?|funds?|committed|commits|endorses?|appreciates?|regards?|commissioned|made|offers?|includes?"
    r"|states?|requires?)\b"
)
_OFFICE = (
    r"(?:(?:[Tt]he|[Tt]his|[Oo]ur)\s+)?(?:(?:UK|HM|His Majesty[’']s|Her Majesty[’']s|Scottish|Welsh)\s+)?"
    r"(?:[Gg]overnments?|[Dd]epartments?|Ministry|Ministers|Executive)\b"
    r"(?:\s+(?:(?:for|of|and|the|[A-Z][\w’'&-]*)[\s,]+){1,9}?|\s+)"
)
_ACRONYM = r"(?:The\s+)?(?:[A-Z][\w’'&-]*\s+){0,6}(?:\([A-Z][\w-]+\)\s+)?"
_NOT_A_BODY = r"(?!(?:This|These|That|Those|It|They|There|Such|Each|Any|All|What|Where|When|If|In|As|At|For|To)\b)"
_WE = (
    r"\b(?:[Ww]e|I)\s+(?!(?:(?:also|therefore|further|strongly)\s+)?"
    r"(?:recommend|urge|call|propose|suggest|heard|found|conclude|ask)\b)"
)
_GOVERNMENT = re.compile(rf"{_WE}|\b[Oo]ur\s|\b{_OFFICE}{_SAYS}|(?:^|(?<=[.!?]\s)){_NOT_A_BODY}{_ACRONYM}{_SAYS}")
_VERDICT = r"(?:(?:fully|partially|partly|not)\s+)?(?:accept|agree|reject|note|support)(?:ed)?"
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s+)?"
_OPENS = re.compile(
    rf"{_NUMBER}(?:(?:{_WE}|{_OFFICE}){_SAYS}"
    r"|(?:This|The|These) recommendations? (?:is|are|has|have|was|were) "
    rf"|(?i:{_VERDICT}(?:\s+in\s+(?:full|part|principle))?)\s*(?:[.:;–-]|$))"
)
_QUOTED = re.compile(r"[‘“\"][^’”\"]*(?:[’”\"]|$)")
_RECOMMENDS = re.compile(r"We (?:also |therefore |further )*(?:recommend|urge|call on)\b")


def asks(paragraph: str) -> bool:
    """The recommender still speaks: something is asked for, and no government says what it does."""
    if _RECOMMENDS.match(paragraph):
        return True
    return _ASKS.search(_QUOTED.sub("", paragraph)) is not None and _GOVERNMENT.search(paragraph) is None


def answers(paragraph: str) -> bool:
    """The first words are those of a government that answers, and nothing is asked: this is no recommendation."""
    return _OPENS.match(paragraph) is not None and _ASKS.search(paragraph.split(". ")[0]) is None
