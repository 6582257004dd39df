"""XML of written answers as TheyWorkForYou publishes them, each question a document.

    <publicwhip>
    <major-heading>Home Office</major-heading> <minor-heading>Police: Pay</minor-heading>
    <ques id="uk.org.publicwhip/wrans/2025-01-03.123.q0" speakername="…" url="…"><p qnum="123">To ask …</p></ques>
    <reply speakername="…"><p>…</p></reply>

Several questions above one reply are answered together, several replies below one another are one answer. The day in
an id is that of tabling where the address of the question has it too, else that of the answer; the name of the file
has the day of the answer. No entity is expanded and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from extractors.layouts.written_questions import number_at_end
from pipeline.config import Config
from pipeline.corpus import identity
from pipeline.documents import Document, Failure, Source
from pipeline.errors import Unreadable, malformed
from pipeline.readers.question_records import member, question_document

if TYPE_CHECKING:
    from lxml.etree import _Element

FORM = "theyworkforyou"
_DAY = r"\d{4}-\d{2}-\d{2}"
_ID = re.compile(rf"uk\.org\.publicwhip/(?:lords)?wrans/(?P<key>(?P<day>{_DAY})[\w.-]*)")
_TABLED = re.compile(rf"/(?P<day>{_DAY})/(?P<uin>(?:HL)?\d+)/?$", re.IGNORECASE)
_FILE = re.compile(rf"(?P<lords>lords)?(?:answers|wrans)(?P<day>{_DAY})")


@dataclass(slots=True)
class _Group:
    """Questions that are answered together, with what stands above and below them."""

    department: str
    heading: str
    questions: list[_Element] = field(default_factory=list)
    replies: list[_Element] = field(default_factory=list)


def read(source: Source, media_type: str, data: bytes, config: Config) -> Sequence[Document | Failure]:
    """A document a question, its key that of its id, else its number from 0; `Unreadable` where there is none."""
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        raise malformed(source, "XML", error.msg) from error
    if root.tag != "publicwhip":
        message = f"XML of an unknown form, <{root.tag}> (known: written answers of TheyWorkForYou, <publicwhip>)"
        raise Unreadable("unknown_form", f"{source.source_path}: {message}")
    groups = [group for group in _groups(root) if group.questions]
    if not groups:
        raise Unreadable("empty", f"{source.source_path}: no written questions (<ques>) in it")
    found: list[Document | Failure] = []
    keys: set[str] = set()
    for group in groups:
        for question in group.questions:
            named = _ID.match(question.get("id", ""))
            key = identity(named["key"]) if named and identity(named["key"]) not in keys else str(len(found))
            keys.add(key)
            record = _record(source, group, question)
            url = question.get("url") or None
            found.append(question_document(source, media_type, FORM, key, record, url=url))
    return found


def _groups(root: _Element) -> Iterator[_Group]:
    group = _Group("", "")
    for element in root:
        if element.tag == "major-heading":
            yield group
            group = _Group(_words(element), "")
        elif element.tag == "minor-heading" or (element.tag == "ques" and group.replies):
            yield group
            heading = _words(element) if element.tag == "minor-heading" else group.heading
            group = _Group(group.department, heading)
        if element.tag == "ques":
            group.questions.append(element)
        elif element.tag == "reply" and group.questions:
            group.replies.append(element)
    yield group


def _record(source: Source, group: _Group, question: _Element) -> dict[str, Any]:
    tabled = _TABLED.search(question.get("url", ""))
    file = _FILE.search(source.path.name)
    named = _ID.match(question.get("id", ""))
    uin = _uin(question)
    said_in_id = named["day"] if named and not (tabled and tabled["day"] == named["day"]) else None
    others = [other for one in group.questions if one is not question and (other := _uin(one))]
    answer = "".join(_markup(reply) for reply in group.replies)
    is_lords = (file and file["lords"]) or "lords" in question.get("id", "") or (uin or "").upper().startswith("HL")
    return {
        "heading": escape(group.heading),
        "questionText": _put(question),
        "answerText": answer,
        "uin": uin,
        "house": "Lords" if is_lords else "Commons" if named else None,
        "dateTabled": tabled["day"] if tabled else None,
        "dateAnswered": ((file and file["day"]) or said_in_id) if answer else None,
        "askingMember": member(question.get("speakername")),
        "answeringBodyName": group.department or None,
        "answeringMember": member(group.replies[0].get("speakername") if group.replies else None),
        "groupedQuestions": others,
    }


def _uin(question: _Element) -> str | None:
    """The number in `qnum`, else the one printed behind the question, else the one in its address."""
    if stated := next((one.get("qnum") for one in question.iter() if one.get("qnum")), None):
        return str(stated)
    words = _words(question)
    if printed := number_at_end(words):
        return "".join(re.findall(r"(?:HL)?\d+", words[printed[1] :])) or None
    address = _TABLED.search(question.get("url", ""))
    return address["uin"] if address else None


def _put(question: _Element) -> str:
    """The mark-up of the question, without a number printed behind its last words."""
    markup = _markup(question).rstrip()
    ending = re.search(r"(?:</\w+>\s*)*$", markup)
    words = markup[: ending.start()] if ending else markup
    printed = number_at_end(words)
    return words[: printed[0]] + markup[len(words) :] if printed else markup


def _words(element: _Element) -> str:
    from html import unescape

    return " ".join(unescape("".join(_texts(element))).split())


def _texts(element: _Element) -> Iterator[str]:
    """All text in an element; of an entity, which is not expanded, its name."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        else:
            yield child.text or ""
        yield child.tail or ""


def _markup(element: _Element) -> str:
    from lxml.etree import tostring

    return escape(element.text or "") + "".join(tostring(child, encoding="unicode") for child in element)
