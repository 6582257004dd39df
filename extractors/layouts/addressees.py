"""Who a question is put to, and which House that shows.

`To ask the Secretary of State for Environment, Food and Rural Affairs, what …` → the words from `Secretary` to
`Affairs`: a comma inside the office is one that a capital follows. A Member who answers for a body that is no
department is named with it: `Member for Battersea, representing the Church Commissioners`.
"""

from __future__ import annotations

import re

_CAPITAL = r"[A-Z][\w’'&.-]*"
_NAME = rf"(?:(?:[Rr]ight|[Rr]t\.?|hon\.?)\s+)*{_CAPITAL}(?:,\s+{_CAPITAL}|\s+(?:(?:of|for|the|and|hon\.)\s+)*{_CAPITAL})*"
_ADDRESSEE = re.compile(rf"To ask\s+(?:the\s+)?(?P<name>{_NAME}(?:,\s+(?:as )?representing\s+(?:the\s+)?{_NAME})?)")
_LORDS = re.compile(r"H(?:is|er) Majesty.s Government|Senior Deputy Speaker|Chairman of Committees")
_COMMONS = re.compile(
    r"(?:Deputy )?Prime Minister|(?:First )?Secretary of State|Minister|Chancellor of|Attorney General|Solicitor General"
    r"|Advocate General|President of|Leader of the House of Commons|(?:(?:[Rr]ight|[Rr]t\.?) )?(?:hon\.? )?Member for"
)


def addressee_of(question: str) -> str | None:
    """The office, without its article; None where the question names none (`What steps he is taking …`)."""
    found = _ADDRESSEE.match(question)
    return " ".join(found["name"].split()) if found else None


def house_of(addressee: str) -> str | None:
    """Lords put their questions to the Government as a whole, Commons to an office; None where both may be asked."""
    return "Lords" if _LORDS.match(addressee) else "Commons" if _COMMONS.match(addressee) else None
