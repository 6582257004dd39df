"""The end of a letter, which is no part of an answer: "I hope that this is helpful.", "Yours sincerely", and the name
and the post of who signs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FAREWELL = re.compile(
    r"(?:Yours(?:\s+(?:sincerely|faithfully|truly|ever))?|(?:(?:With|Very)\s+)?(?:my\s+)?(?:kind(?:est)?|best|warm(?:est)?)\s+"
    r"(?:regards|wishes)|Sincerely|Signed)[,.:]?",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:Once again,? )?(?:I|We) (?:do )?(?:hope|trust) (?:that )?(?:this|these|the|you|my|our)\b.*"
    r"|(?:Once again, )?(?:(?:Many )?[Tt]hanks?|[Tt]hank you) (?:(?:again|once again|once more|very much) )?for .*"
    r"|(?:I|We) (?:am|are|remain)\b.{0,30}\bgrateful (?:to you )?for .*"
    r"|(?:I|We) look forward to .*|(?:I|We) am copying this .*",
    re.DOTALL,
)
_TITLE = (
    r"(?:(?:(?:The\s+)?(?:Rt|Right)\.?\s+Hon(?:ourable)?\.?|Sir|Dame|Dr|Prof(?:essor)?|Lord|Lady|Baroness|Cllr|Councillor)"
    r"\.?\s+)+"
)
_NAME = r"[A-Z][\w’'.-]*(?:\s+(?:(?:of|de|von|van)\s+)?[A-Z][\w’'.-]*){0,4}?"
_LETTERS = r"(?:,?\s+(?:MP|MS|MSP|MLA|AM|CBE|OBE|MBE|KC|QC|KCB|CB|DBE|TD|FRS))+"
_PERSON = re.compile(rf"{_TITLE}{_NAME}(?:{_LETTERS})?|{_NAME}{_LETTERS}")
_NAME_ALONE = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){1,3}")
_POST = re.compile(
    r"(?:(?:The|[Aa]nd|[Oo]f|[Ff]or|[A-Z][\w’'-]*),?\s+)*?(?:Minister|Secretary|Chair\w*|Director|Chief|Officer|Commissioner"
    r"|Inspector|President|Leader|Mayor|Head|Chancellor)\b[^.]*"
)
_LONGEST = 120


def signed_at(lines: Sequence[str]) -> Iterator[int]:
    """The places of the lines at which a letter is signed: of a farewell, with what is polite above it, and at the end
    of a text of a name."""
    for at, line in enumerate(lines):
        if _FAREWELL.fullmatch(line):
            while at and _COURTESY.fullmatch(lines[at - 1]):
                at -= 1
            yield at
    first = len(lines)
    while first and len(lines[first - 1]) <= _LONGEST and lines[first - 1][-1].isalnum():
        first -= 1
    for at in range(first, len(lines)):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if _PERSON.fullmatch(lines[at]) or (_NAME_ALONE.fullmatch(lines[at]) and _POST.fullmatch(below)):
            yield at
            return
