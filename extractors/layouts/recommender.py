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
_IS_FOR = r"\b(?:is|are|remains?)\s+(?:a\s+)?matters?\s+for\b|\b(?:rests?|lies?|sits?)\s+with\b"
_GOVERNMENT = re.compile(
    rf"{_WE}|{_IS_FOR}|\b[Oo]ur\s|\b{_OFFICE}{_SAYS}|(?:^|(?<=[.!?]\s)){_NOT_A_BODY}{_ACRONYM}{_SAYS}"
)
_VERDICT = r"(?:(?:fully|partially|partly|part|not)\s+)?(?:accept|agree|disagree|reject|note|support)(?:e?d)?"
_HOW_FAR = r"(?:\s+\(?(?:in\s+(?:full|part|principle)|partially|partly)\)?)?"
DECISION = rf"(?!(?:support|note)\b){_VERDICT}{_HOW_FAR}"
_NUMBER = r"(?:(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[•·▪–-])\s+)?"
_OPENS = re.compile(
    rf"{_NUMBER}(?:(?:{_WE}|{_OFFICE}){_SAYS}"
    r"|(?:This|The|These) recommendations? (?:is|are|has|have|was|were) "
    r"|[Rr]ecommendation (?i:(?:not |fully |partially |partly )?(?:accepted|agreed|rejected|noted|supported))\b"
    rf"|(?i:{_VERDICT}{_HOW_FAR})\s*(?:[.:;–-]|$))"
)
_DECIDES = re.compile(
    rf"(?i:{DECISION})(?:\s*[.:;–]|\s+-|$)|(?:{_WE}|{_OFFICE})(?:\w+\s+){{0,3}}?(?:accept|agree|reject|disagree|support)s?"
    r"(?:\s*[.,]|\s+(?:in\s+\w+\s+)?(?:with\s+|to\s+)?(?:this|the)\s+(?:\S+\s+){0,4}?recommendation\b)"
)
_ONE_OF_STATE = rf"{_WE}|{_OFFICE}|(?:[Mm]y\s+|[Tt]he\s+|[Oo]ur\s+)?(?:[Oo]fficials|[Mm]inisters)\s+"
_BEGINS = re.compile(
    rf"(?:{_ONE_OF_STATE}){_SAYS}|(?:the\s+)?{_NOT_A_BODY}{_ACRONYM}{_SAYS}|(?:this|it)\s+(?:has|is|was|will)\b"
)
_ASKED = re.compile(r"(?:[Tt]hat\s+)?(?:[Tt]he\s+)?(?P<who>[^,.;:]{2,100}?)\s+(?:should|must|ought to|needs? to)\b")
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


def decides(paragraph: str) -> bool:
    """The first words state a verdict, as none do that recommend: "Accepted. We will …"."""
    return _DECIDES.match(paragraph) is not None


def begins_to_answer(words: str) -> bool:
    """The same of words behind a comma, where a body may also speak by its name: "…, Historic England will …"."""
    return _BEGINS.match(words) is not None and _ASKS.search(words.split(". ")[0]) is None


def answers_for(asked: str, paragraph: str) -> bool:
    """Who is asked says what it does: "Sport England should publish …", "Sport England will publish it in June."."""
    found = _ASKED.match(asked)
    if found is None or _ASKS.search(paragraph.split(". ")[0]):
        return False
    return re.match(rf"(?:The\s+)?{re.escape(found['who'])}\s+{_SAYS}", paragraph) is not None
