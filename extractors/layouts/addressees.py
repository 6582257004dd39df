"""Who a question is put to, and which House that shows.

`To ask the Secretary of State for Environment, Food and Rural Affairs, what …` → the words from `Secretary` to
`Affairs`: a comma belongs to the office where an `and` with another name follows. A Member who answers for a body
that is no department is named with it: `Member for Battersea, representing the Church Commissioners`.
"""

from __future__ import annotations

import re

_NAME = r"[A-Z][\w’'&.-]*"
_NAMES = rf"{_NAME}(?:\s+(?:(?:of|for|the|and|hon\.)\s+)*{_NAME})*"
_OFFICE = rf"(?:(?:[Rr]ight|[Rr]t\.?|hon\.?)\s+)*{_NAMES}(?:(?:,\s+{_NAME}(?:\s+{_NAME})*)+,?\s+and\s+{_NAMES})?"
_BODY = rf"{_NAMES}(?:\s+on\s+(?:the\s+)?{_NAMES})?"
_ADDRESSEE = re.compile(
    rf"(?:To ask|asked)\s+(?:the\s+)?(?P<name>{_OFFICE}(?:,\s+(?:as\s+)?representing\s+(?:the\s+)?{_BODY})?)"
)
_LORDS = re.compile(r"H(?:is|er) Majesty.s Government|Senior Deputy Speaker|Chairman of Committees")
_COMMONS = re.compile(
    r"(?:Deputy )?Prime Minister|(?:First )?Secretary of State|Minister|Chancellor of"
    r"|(?:Attorney|Solicitor|Advocate)[ -]General"
    r"|President of|Leader of the House of Commons|(?:(?:[Rr]ight|[Rr]t\.?) )?(?:hon\.? )?Member for"
)


def addressee_of(question: str) -> str | None:
    """The office, without its article; None where the question names none (`What steps he is taking …`)."""
    found = _ADDRESSEE.match(question)
    return " ".join(found["name"].split()) if found else None


def house_of(addressee: str) -> str | None:
    """Lords put their questions to the Government as a whole, Commons to an office; None where both may be asked."""
    return "Lords" if _LORDS.match(addressee) else "Commons" if _COMMONS.match(addressee) else None
