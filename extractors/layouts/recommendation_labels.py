"""The lines that frame a recommendation: its label, the heading of its group, the mark above its answer.

`Recommendation 7` alone or before `: text`, `. Text`, ` – Title`, a tab, `(paragraph 24)` or `, paragraph 24`;
`RECOMMENDATION 3`; `5. Recommendation 7`, numbered as a paragraph of the response; `Key recommendation 7`;
`Recommendation 6.41`, `3a`, `4a) iv.`, `one`, `B`; `Conclusion 3`; several numbers in one label (`Recommendations 4 and
5`); the number before the word (`1a: PAC recommendation: …`). Without a number only as `Recommendation` or `The
Committee’s recommendation` alone or before a colon, or in the plural above paragraphs that are numbered.
"Recommendation 6 asks …" and "Recommendation 3 is met" are prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractors.layouts.recommender import DECISION, asks

_IN_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty"
)
_WITHIN = r"\)?\s?(?:\([a-z]{1,4}\)|[ivx]{1,4}(?=[.)]|$))"  # 3(b), 4a) iv.
_CODED = r"[A-Z]{1,5}[/-]?\d{1,4}(?:[/-]\d{1,4}){0,2}\b|\d{4}/\d{1,4}\b"  # A1, R/2025/061
_ONE = (
    rf"(?:{_CODED}|\d{{1,3}}(?:\.\d{{1,3}}){{0,2}}[a-zA-Z]?(?:{_WITHIN}|(?![\w.]*\w))|[IVX]{{1,5}}\b|(?i:{_IN_WORDS})\b"
    r"|[A-H]\b(?=\s*(?:[:.),&–—-]|and\b|$))|(?<!\w)[a-h]\b(?=\s*(?:[:.)]|$)))"
)
_BETWEEN = r"(?:\s*[,&]\s*(?:and\s+)?|\s+(?:and|to)\s+|\s*[–-]\s*)"
_LIST = rf"{_ONE}(?:{_BETWEEN}(?:(?i:recommendations?)\s+)?{_ONE})*"
_NOUN = r"(?:(?i:recommendations?)|Recs?\b\.?)"
_PLACE = r"(?i:paragraphs?|paras?\.?|pages?|pp?\.)"
_REFERENCE = (
    rf"(?:\s*[(\[]{_PLACE}\s[^)\]]{{1,60}}[)\]]"
    rf"|\s*\((?!(?i:{DECISION})\))[A-Z][^()\d]{{2,60}}\)(?=\s*(?::|$))"
    rf"|\s*[,:–-]?\s*{_PLACE}\s\d[\d.]*(?:{_BETWEEN}\d[\d.]*)*(?=\s*(?:[:.]|$)))?"
)
_OF_INSPECTORS = r"(?i:areas?\s+for\s+improvement|(?:causes?|matters?)\s+of\s+concern)"
_NOUNS = rf"(?:{_NOUN}|(?i:conclusions?)(?:\s*(?:and|/|&)\s*{_NOUN})?|{_OF_INSPECTORS})"
_PARAGRAPH = r"(?:\d{1,3}[.)]\s+)?"  # 5. Recommendation 1 (paragraph 34): …
_SORTS = "Safety|Key|Main|Urgent|Priority|Overarching|Strategic|Further|Additional|National|Local|Interim|Final"
_OWNER = (  # Harbour Watch recommendation 2: …
    r"(?:(?!(?:See|As|In|On|For|To|From|With|Under|Per|Re|Our|The|This|Responses?|Reply|Position|Accept\w*|Reject\w*)\b)"
    rf"[A-Z][\w’'&-]*\s+){{1,4}}(?=(?i:recommendation)\s+{_ONE}\s*(?::|$))"
)
_LABEL = re.compile(
    rf"{_PARAGRAPH}(?P<label>(?:(?:PAC|Committee|Inquiry|Review|{_SORTS})(?:[’']s)?\s+|{_OWNER})?{_NOUNS}\s+(?:[Nn]o\.?\s*|[Nn]umber\s+)?\(?(?P<numbers>{_LIST}){_REFERENCE})"
    rf"(?:\s*[(\[](?P<decision>(?i:{DECISION}))[)\]])?"
    r"(?P<sign>\s*[:.)]*\s*$|\)?\s*:\s*|\.\s+(?=[A-Z‘“'\"\[])|\s+[–—-]\s+(?=[A-Z‘“'\"])|\s*[\t|]\s*|\s+(?=[A-Z‘“]))"
)
_UNNUMBERED = re.compile(
    r"(?P<label>(?:The\s+)?(?:[A-Z][\w-]*\s+){1,4}[A-Z][\w-]*(?:[’']s|s[’'])\s+(?i:recommendation)|The\s+[A-Z][\w-]*(?:[’']s|s[’'])\s+(?i:recommendation)|(?!(?:The|This|That|Their|His|Her|Our|Its|An?|One)\s)(?:[A-Z][\w’'-]*\s+){0,3}(?i:recommendation))(?P<sign>\s*:\s*|\s*$)"
)
_NUMBER_FIRST = re.compile(
    r"(?P<label>(?P<numbers>\d{1,3}[a-z]?(?:\.\d{1,3})?)\s*[:.)]\s*"
    r"(?:(?!(?i:responses?|repl(?:y|ies)|answers?|our|each|summary|list|overview)\b)[\w’']+\s+){0,6}?"
    rf"(?:(?i:recommendation)|{_NOUN}(?=\s*:)))(?P<sign>\s*:\s*|\s*$)"
)
_DECIDED = re.compile(rf"(?P<decision>{DECISION})\s*\.?", re.IGNORECASE)
_CONCLUSION = re.compile(rf"{_ONE}\s*[:.)]\s*(?:[\w’']+\s+){{0,6}}?(?i:conclusions?)\s*(?::|$)")
_FRAME = re.compile(
    rf"(?:[Kk]ey\s+)?(?P<noun>(?i:concern|finding|conclusion|issue|observation|lesson))(?:\s+{_ONE}\s*(?:[:.–-]|$)|\s*:)"
)
_LETTER = re.compile(
    r"(?P<label>R?(?P<number>(?:(?<=R)\d|[A-H]\d)\d{0,2}[a-z]?))(?:\s*[:.)]\s+|\s+[–—-]\s+|\s*\t\s*)(?=[A-Z])"
)
_CONCERN = re.compile(  # of a coroner
    rf"(?P<label>(?:Coroner[’']s\s+)?(?i:concern)\s+(?:[Nn]o\.?\s*|[Nn]umber\s+)?\(?(?P<numbers>{_ONE})\)?)"
    r"(?P<sign>\s*[:.]\s*|\s+(?:[–—-]\s+)?(?=[A-Z‘“'\"])|\s*$)"
)
_GROUP = re.compile(rf"[^.]{{1,200}}\({_NOUN}\s+(?P<numbers>{_LIST})\)\s*")
_MARK = re.compile(
    r"(?P<label>(?:[\w’'&,-]+\s+){0,8}?(?i:response|reply)"
    rf"(?:\s+to\s+(?:(?:this|the|each)\s+)?{_NOUN}(?:\s+{_LIST})?)?"
    r"|(?:(?:The|Joint)\s+)?(?i:response|reply)\s+(?:of|from|by)\s+(?:the\s+)?[A-Z][\w’'&, -]{1,80}?)"
    r"\s*(?::\s*|\s[–—-](?:\s+(?=[A-Z])|$)|$)"
)
_POSITION = re.compile(
    r"(?i:(?:[\w’'-]+\s+){0,3}?(?:position|decision)|(?:(?:response|acceptance|recommendation)\s+)?status)\s*:\s*"
)
_WHETHER = re.compile(  # Do you accept the recommendation? Yes
    r"(?i:(?:(?:do|does)\s+(?:you|the\s+\w+)\s+|(?:is|was)\s+(?:the|this)\s+recommendation\s+)?(?:accept|agree|support)(?:e?d)?"
    r"(?:\s+(?:(?:with|to)\s+)?(?:the|this)\s+recommendations?)?)\s*(?:\?\s*:?|:(?=\s*(?i:yes|no|y|n)\b))\s*(?=(?i:yes|no|y|n)\b|$)"
)
_OVER_NUMBERS = re.compile(r"(?:[\w’'-]+\s+){0,4}(?i:recommendations)\s*:?")
_NUMBERED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})+[a-z]?)\.?\s+")
_TELLS = re.compile(r"\b(?:response|reply|responds)\b", re.IGNORECASE)
_LONGEST_MARK = 120
_MOST_IN_A_RANGE = 40


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its numbers as printed, the places where it ends and where the rest of its line begins.

    `is_title`: what follows on the line comes after a dash, so that it may be a title and not yet the text. `decision`:
    where a verdict stands that is all that follows ("Recommendation 3 – Accepted", "Recommendation 3 (accepted)").
    `is_group`: it is the heading of a group, below which the recommendations need not be printed.
    """

    numbers: tuple[str, ...]
    end: int
    rest: int
    is_title: bool = False
    decision: tuple[int, int] | None = None
    is_group: bool = False


@lru_cache(maxsize=2_000)
def label_of(line: str) -> Label | None:
    """The label that a line begins with, None for any other line."""
    if found := _LABEL.match(line):
        is_title = found["sign"].strip() in ("–", "—", "-")
        decided = found if found["decision"] else _DECIDED.fullmatch(line, found.end())
        rest, decision = (
            (len(line) if decided and decided is not found else found.end()),
            decided and decided.span("decision"),
        )
        return Label(numbers_of(found["numbers"]), found.end("label"), rest, is_title, decision)
    if found := _NUMBER_FIRST.match(line):
        return Label((found["numbers"],), found.end("label"), found.end())
    if found := _UNNUMBERED.match(line):
        return Label((), found.end("label"), found.end())
    return None


def short_labels(found: Sequence[str]) -> dict[int, Label]:
    """The lines such as `R4. Councils should …` or `B2: …` by index, where more than one of them asks for something."""
    shapes = {at: shape for at, line in enumerate(found) if (shape := _LETTER.match(line)) and asks(line)}
    labels = {at: Label((one["number"],), one.end("label"), one.end()) for at, one in shapes.items()}
    return labels if len(labels) > 1 else {}


def concern_labels(found: Sequence[str]) -> dict[int, Label]:
    """The lines such as `Concern 1` or `Concern (2): …` by index, where there is more than one: a coroner who reports
    to prevent deaths raises concerns and recommends nothing."""
    shapes = {at: shape for at, line in enumerate(found) if (shape := _CONCERN.match(line))}
    labels = {
        at: Label((one["numbers"],), one.end("label"), one.end(), one["sign"].strip() in ("–", "—", "-"))
        for at, one in shapes.items()
    }
    return labels if len(labels) > 1 else {}


def group_labels(found: Sequence[str]) -> dict[int, Label]:
    """The headings of groups by index: where no recommendation has a label, all that names those answered below."""
    groups = {at: numbers for at, line in enumerate(found) if (numbers := group_of(line))}
    return {at: Label(numbers, len(found[at]), len(found[at]), is_group=True) for at, numbers in groups.items()}


def tells_of_response(found: Sequence[str]) -> bool:
    """Whether one of the short lines, as of a title, has a word for a response."""
    return any(len(line) <= _LONGEST_MARK and _TELLS.search(line) for line in found)


def is_conclusion(line: str) -> bool:
    """`1: PAC conclusion: …`, which the recommendation below it follows from; it is none itself."""
    return _CONCLUSION.match(line) is not None


def frames_in(found: Sequence[str], first: int) -> list[int]:
    """The lines such as `Key concern 2: …` that each recommendation follows from, where one stands above the first."""
    nouns = [(at, frame["noun"].lower()) for at, line in enumerate(found) if (frame := _FRAME.match(line))]
    above = {noun for at, noun in nouns if at < first}
    return [at for at, noun in nouns if noun in above]


def group_of(line: str) -> tuple[str, ...]:
    """The numbers in the bracket at the end of a group's heading: `Funding (recommendations 1, 3 and 5)`."""
    found = _GROUP.fullmatch(line)
    return numbers_of(found["numbers"]) if found else ()


def mark_of(line: str) -> int | None:
    """Where the answer begins in a line such as `Government response:`; at its end where the line is nothing else."""
    found = _MARK.match(line[: _LONGEST_MARK + 1]) or _POSITION.match(line) or _WHETHER.match(line)
    if found is None or (found.re is _MARK and found.end("label") > _LONGEST_MARK):
        return None
    return found.end()


def asks_whether(line: str, below: str = "") -> bool:
    """Whether a line is a mark that asks: `Do you accept the recommendation?`, or `Accepted:` above yes or no."""
    return _WHETHER.match(f"{line} {below}".rstrip()) is not None


def numbered(line: str) -> tuple[str, int] | None:
    """The number that a paragraph such as `8.1. We recommend …` begins with, and where its words begin."""
    found = _NUMBERED.match(line)
    return (found["number"], found.end()) if found else None


def labels_over_numbers(found: Sequence[str]) -> list[int]:
    """Which lines are a label such as `Committee recommendations`, printed more than once above numbered paragraphs."""
    places = [
        at for at, (line, below) in enumerate(pairwise(found)) if _OVER_NUMBERS.fullmatch(line) and numbered(below)
    ]
    printed = Counter(found[at] for at in places)
    return [at for at in places if printed[found[at]] > 1]


def list_of(words: str) -> tuple[str, ...]:
    """The numbers of words that are nothing but a list of them: `5-7`, `1, 2 and 4`."""
    return numbers_of(words) if re.fullmatch(_LIST, words) else ()


def numbers_of(words: str) -> tuple[str, ...]:
    """The numbers of a list as printed, a range of whole numbers written out: `1, 3 to 5` → `1`, `3`, `4`, `5`."""
    places = list(re.finditer(_ONE, words))
    numbers: list[str] = []
    for before, found in pairwise([None, *places]):
        assert found is not None
        if before is not None and re.search(r"\bto\b|[–-]", words[before.end() : found.start()]):
            numbers += _between(before.group(), found.group())
        numbers.append(found.group())
    return tuple(numbers)


def _between(first: str, last: str) -> list[str]:
    if not (first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _MOST_IN_A_RANGE):
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]
