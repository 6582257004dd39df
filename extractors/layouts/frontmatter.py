"""What a document says of itself in its first lines: its title, and when, by whom and for where it was published.

Only whole lines of a known shape count, so that no sentence is taken for a statement about the document:
`Published 19 March 2025`, `Last updated: 3 April 2025`, `19 March 2025`, `March 2023`, `By Ann Rowe | 3 min read`,
`Applies to England and Wales`, `From: Home Office`, `Policy paper`, `The press release issued by the Home Office on 3
May 2025.`. A label may stand alone above its value. The date is the last day of what is stated; the date of an update
is never that of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.calendar import stated_date
from extractors.layouts.answered_report import is_response
from extractors.layouts.furniture import is_furniture, is_notice
from extractors.layouts.heads import read_head
from extractors.layouts.letterhead import names_a_body, names_a_post, without_rest
from extractors.model import Facts, Span

# GOV.UK's words above a title, and what a document so marked is.
DOCUMENT_TYPES = {
    **dict.fromkeys(("press release", "news story", "press notice", "media release", "news release"), "press"),
    **dict.fromkeys(("written statement to parliament", "written statement", "written ministerial statement"), "press"),
    **dict.fromkeys(("policy paper", "research and analysis", "independent report", "corporate report"), "report"),
    **dict.fromkeys(("impact assessment", "consultation outcome", "official statistics", "annual report"), "report"),
    **dict.fromkeys(("guidance", "statutory guidance", "speech", "open consultation", "closed consultation"), "other"),
    **dict.fromkeys(("transparency data", "authored article", "case study", "correspondence", "foi release"), "other"),
    **dict.fromkeys(("call for evidence", "call for evidence outcome", "oral statement to parliament"), "other"),
    **dict.fromkeys(("national statistics", "statistical data set"), "report"),
}

_DEPTH = 16
_BODY_BEGINS = 3  # a lead paragraph may stand above the date, a whole article may not
_FOOT = 3  # GOV.UK prints the days of a news story below it
_LONGEST_SHAPE = 160
_MOST_PIECES = 4  # of a row with a byline: more are the cells of a table
_SHORT = 60

_PUBLISHED = (
    r"(?:first |date )?(?P<published>published|posted|issued|publication date|dated?|(?:statement )?made|delivered"
    r"|volume \d+: debated|h[cl] deb)"
)
_UPDATED = r"(?:date )?(?:last )?(?P<updated>updated|modified|revised|amended|reviewed)"
_LABEL = rf"(?:{_PUBLISHED}|{_UPDATED})(?: on)?"
_DATE_LINE = re.compile(rf"(?:{_LABEL}\s*[:–-]?\s*)?(?P<date>.{{4,40}}?)(?: vol \d+ cc?\d.{{0,12}})?", re.IGNORECASE)
_LABEL_ALONE = re.compile(
    rf"(?:{_LABEL}|from|publisher|published by|(?:statement )?made by|applies to):?", re.IGNORECASE
)
_BYLINE = re.compile(
    r"(?:(?:(?i:words|written|posted|reported|story|article|(?:statement )?made) )?[Bb]y:?|Author:|Reporter:)\s+"
    r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|and|de|der|van|von|of|the))*(?: \([^()]{3,120}\)|, [^.]{2,60})?(?<!\.)"
)
_DELIVERED = re.compile(r"(?i:delivered on):?\s.{6,40}")
_NATION = r"(?:England|Scotland|Wales|Northern Ireland|(?:the )?(?:United Kingdom|UK)|Great Britain)"
_JURISDICTION = re.compile(rf"(?i:applies to|extent|jurisdiction):?\s+(?P<value>{_NATION}(?:(?:,? and|,) {_NATION})*)")
_PUBLISHER = re.compile(r"(?i:from|publisher|(?:published|issued) by):?\s+(?:[Tt]he )?(?P<value>[A-Z].{1,120})")
_AUTHOR = re.compile(r"(?i:author):?\s+(?P<value>.{3,120})")
_OF_PAGE = re.compile(r"(?P<title>.+?) - (?P<body>[^-]{5,120}) Contents")
_RELEASE = r"(?:press|news|media) (?:release|notice|statement)"
_ISSUED = re.compile(
    rf"(?i:(?:this |the |a )?(?:historic )?{_RELEASE}(?: was)?(?: issued| published)?) by (?:the )?"
    r"(?P<publisher>[A-Z].{1,120}?) on (?P<date>.{6,40}?)\.?"
)
_SUBJECT = re.compile(rf"^(?:subject|re|title|(?:historic )?(?P<press>{_RELEASE}) ?): ", re.IGNORECASE)
_PERSON = re.compile(r"(?:,| and) (?:[Tt]he )?(?:Rt|Right) Hon.*|(?:,| and) (?:[A-Z][\w’'-]+ )+(?:MP|MSP|MS)\b.*")
_OTHER = re.compile(
    r"this was published under the .{3,60} government|(?:cp|cm|cmd|hc|hl) ?(?:paper )?\d+|presented to parliament .*"
    r"|(?:ref(?:erence)?|version|status|cc|isbn|reading time)\s*(?::|no|number)\s*.*|\d+ min(?:ute)?s? read"
    r"|(?:house of )?(?:commons|lords)|(?:statement )?(?:uin:? )?\[?h[cl]ws\d+\]?"
    r"|ordered by the house .*|see all updates",
    re.IGNORECASE,
)
_BETWEEN_PIECES = re.compile(
    r"\s*[|•·]\s*|\s+[–—-]\s+|(?<=\d{4})[,\s]+(?=[A-Z])|,?\s+(?=by [A-Z])"
    r"|,\s+(?=(?:[A-Z][a-z]+day,? )?\d{1,2} [A-Z][a-z]+ \d{4}$)"
)


@dataclass(frozen=True, slots=True)
class Front:
    """The facts, and which of the first paragraphs are `title`, `metadata` or `boilerplate`, by index."""

    facts: Facts
    kinds: dict[int, str]
    document_type: str | None = None

    @property
    def calls_itself_a_response(self) -> bool:
        """What its title says, whatever paper it is called; a press release about a response is none."""
        is_paper = self.document_type != "press"
        return is_paper and self.facts.title is not None and is_response(self.facts.title)


def announces_a_story(line: str) -> bool:
    """A byline, the words of a press office above a headline, or the day on which a statement was delivered."""
    if len(line) > _LONGEST_SHAPE:
        return False
    is_byline = _BYLINE.match(line) and "made by" not in line.casefold()  # statements are made
    is_told = is_byline or _DELIVERED.fullmatch(line) or _ISSUED.fullmatch(line)
    return bool(is_told or DOCUMENT_TYPES.get(line.casefold()) == "press")


def states_a_day(line: str) -> bool:
    """A line that says when the document was published, or is a day alone."""
    return len(line) <= _LONGEST_SHAPE and not {"published", "unlabelled"}.isdisjoint(_piece(line) or ())


def is_no_story(line: str) -> bool:
    """GOV.UK's word for another type of document."""
    return len(line) <= _SHORT and DOCUMENT_TYPES.get(line.casefold(), "press") != "press"


def read_front(text: str, paragraphs: Sequence[Span], *, topic_above: bool = False) -> Front:
    """With `topic_above`, one short line above a headline is the name of the page it stood on, not the title."""
    first = [span.of(text) for span in paragraphs[:_DEPTH]]
    stated: dict[str, str] = {}
    kinds: dict[int, str] = {}
    n_long = 0
    for index, line in enumerate(first):
        n_long += len(line) > _LONGEST_SHAPE
        if n_long >= _BODY_BEGINS:
            break
        if index in kinds:
            continue
        if (found := _statement(line, first[:index])) is not None:
            kinds[index] = "metadata"
        elif _LABEL_ALONE.fullmatch(line) and index + 1 < len(first):
            found = _statement(f"{line.rstrip(':')}: {first[index + 1]}", ())
            kinds |= {index: "metadata", index + 1: "metadata"} if found is not None else {}
        elif len(line) <= _LONGEST_SHAPE and (is_furniture(line) if topic_above else is_notice(line)):
            kinds[index] = "boilerplate"
        for key, value in (found or {}).items():
            stated.setdefault(key, value)
    typed = (index for index, line in enumerate(first) if index in kinds and line.casefold() in DOCUMENT_TYPES)
    head = read_head(first, kinds, next(typed, -1) + 1, topic_above=topic_above)
    kinds |= dict.fromkeys(head.metadata, "metadata")
    if head.title is not None:
        kinds = dict.fromkeys(range(head.title), "boilerplate") | kinds | {head.title: "title"}
        title = " ".join(first[head.title].split())
        label = _SUBJECT.match(title)
        stated["title"] = title[label.end() :] if label else title
        if label and label["press"]:
            stated.setdefault("document_type", "press")
        if (page := _OF_PAGE.fullmatch(stated["title"])) and names_a_body(page["body"]):
            stated["title"] = page["title"]
            stated.setdefault("publisher_name", page["body"])
    if head.publisher is not None:
        stated.setdefault("publisher_name", without_rest(" ".join(first[head.publisher].split())))
    return Front(_facts(stated), kinds, stated.get("document_type"))


def with_foot(text: str, paragraphs: Sequence[Span], front: Front) -> Front:
    """The front, with the day of publication from the last lines where the first state none."""
    places = range(max(len(paragraphs) - _FOOT, 0), len(paragraphs))
    stated = {at: _statement(paragraphs[at].of(text), ()) or {} for at in places if at not in front.kinds}
    found = [at for at, values in stated.items() if values.keys() & {"published", "updated"}]
    days = {stated[at]["published"] for at in found if "published" in stated[at]}
    if front.facts.published_on is not None or len(days) != 1:
        return front
    told = _facts({key: value for at in found for key, value in stated[at].items()})
    facts = replace(front.facts, published_on=told.published_on, published_precision=told.published_precision)
    return replace(front, facts=facts, kinds=front.kinds | dict.fromkeys(found, "metadata"))


def _statement(line: str, above: Sequence[str]) -> dict[str, str] | None:
    """What a line of a known shape states, maybe nothing that is kept; None for any other line."""
    if len(line) > _LONGEST_SHAPE:
        return None
    if (document_type := DOCUMENT_TYPES.get(line.casefold())) and all(len(other) <= _SHORT for other in above):
        return {"document_type": document_type}
    if whole := _piece(line):
        return whole
    pieces = [piece for piece in _BETWEEN_PIECES.split(line) if piece]
    found = [_piece(piece) for piece in pieces]
    if len(pieces) < 2 or (None in found and not _is_byline_row(line, found)):
        return whole
    return {key: value for piece in reversed(found) for key, value in (piece or {}).items()}


def _is_byline_row(line: str, found: Sequence[dict[str, str] | None]) -> bool:
    """`Ann Rowe | 19 March 2025`: beside a date, between upright bars, any few words may stand."""
    pieces = [piece.strip() for piece in line.split("|")]
    is_table = len(pieces) > _MOST_PIECES or any(piece.endswith(".") or piece.isdigit() for piece in pieces)
    return "|" in line and not is_table and any(piece and piece.keys() & {"published", "unlabelled"} for piece in found)


def _piece(line: str) -> dict[str, str] | None:
    if (issued := _ISSUED.fullmatch(line)) and stated_date(issued["date"]):
        return {"document_type": "press", "publisher_name": issued["publisher"], "published": issued["date"]}
    if (date := _DATE_LINE.fullmatch(line)) and (value := stated_date(date["date"])):
        key = "updated" if date["updated"] else "published" if date["published"] else "unlabelled"
        is_one = value.precision == "month" or value.first == value.last  # "10-21 March 2025" is when something was
        return {key: date["date"]} if date["published"] or date["updated"] or is_one else None
    if nations := _JURISDICTION.fullmatch(line):
        return {"jurisdiction": nations["value"]}
    if (author := _AUTHOR.fullmatch(line)) and names_a_body(author["value"]):
        return {"publisher_name": author["value"]}
    if publisher := _PUBLISHER.fullmatch(line):
        return {"publisher_name": _PERSON.sub("", publisher["value"])}
    if _BYLINE.fullmatch(line) or names_a_post(line):
        return {}
    return {} if _OTHER.fullmatch(line) else None


def _facts(stated: dict[str, str]) -> Facts:
    published = stated_date(stated.get("published") or stated.get("unlabelled", ""))
    updated = stated_date(stated.get("updated", ""))
    return Facts(
        title=stated.get("title"),
        publisher_name=stated.get("publisher_name"),
        published_on=published.last if published else None,
        published_precision=published.precision if published else None,
        updated_on=updated.last if updated else None,
        jurisdiction=stated.get("jurisdiction"),
    )
