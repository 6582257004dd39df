"""ODT: the elements of `content.xml` as those of HTML, and from there the one path; deletions and comments dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.config import Config
from pipeline.documents import Document, Source
from pipeline.errors import malformed
from pipeline.readers.archive import opened, part
from pipeline.readers.html import document
from pipeline.readers.markup import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_KIND = "ODT"
_PREFIXES = ("office", "text", "table", "style")
_NAMESPACES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in _PREFIXES}
_AS_HTML = {"p": "p", "list-item": "li", "line-break": "br", "table": "table", "table-row": "tr", "table-cell": "td"}
_ATTRIBUTES = {
    "table:number-columns-spanned": "colspan",
    "table:number-columns-repeated": "colspan",
    "table:number-rows-spanned": "rowspan",
    "text:start-value": "value",
}
_DROPPED = {"tracked-changes", "annotation", "table-of-content", "forms", "binary-data", "covered-table-cell"}
_MOST_SPACES = 100


def read(source: Source, media_type: str, data: bytes, config: Config) -> list[Document]:
    """One document; `Unreadable` for a file that is damaged, encrypted or no ODT, or too large when unpacked."""
    from lxml import etree

    with opened(source, data, config, _KIND) as archive:
        content = part(source, archive, "content.xml", _KIND)
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        raise malformed(source, _KIND, error) from error
    body = root.find(".//office:text", _NAMESPACES)
    if body is None:
        raise malformed(source, _KIND, "it holds no text document")
    page = etree.Element("body")
    notes = etree.Element("ol")
    _Copy(_numbered(root), notes).of(body, page)
    page.append(notes)
    return [document(source, media_type, text_of(page))]


def _numbered(root: _Element) -> set[tuple[str, int]]:
    """The levels of list styles that are numbered: name of the style, level from 1."""
    found = set()
    for level in root.iterfind(".//text:list-level-style-number", _NAMESPACES):
        name, depth = _get(level.getparent(), "style:name"), _get(level, "text:level")
        found.add((name, int(depth) if depth.isdigit() else 1))
    return found


class _Copy:
    """Copies elements to elements of HTML, notes to a list of their own."""

    def __init__(self, numbered: set[tuple[str, int]], notes: _Element) -> None:
        self._numbered = numbered
        self._notes = notes
        self._styles: list[str] = []  # of the lists that are open; an inner one without a style has that around it

    def of(self, source: _Element, target: _Element) -> None:
        """Appends what is in an element: its text, known elements, what is in others."""
        _say(target, source.text)
        for child in source:
            if isinstance(child.tag, str):
                self._one(child, child.tag.rpartition("}")[2], target)
            _say(target, child.tail)

    def _one(self, child: _Element, name: str, target: _Element) -> None:
        if name in _DROPPED:
            return
        if name == "s":
            count = _get(child, "text:c")
            _say(target, " " * min(int(count) if count.isdigit() else 1, _MOST_SPACES))
        elif name == "tab":
            _say(target, " ")
        elif name == "note":
            self._note(child, target)
        elif name == "list":
            style = _get(child, "text:style-name") or (self._styles[-1] if self._styles else "")
            self._styles.append(style)
            self.of(child, _append(target, "ol" if (style, len(self._styles)) in self._numbered else "ul"))
            self._styles.pop()
        elif name == "h":
            level = _get(child, "text:outline-level")
            self.of(child, _append(target, f"h{level}" if level in tuple("12345") else "h6"))
        elif name in _AS_HTML:
            made = _append(target, _AS_HTML[name])
            for here, there in _ATTRIBUTES.items():
                if value := _get(child, here):
                    made.set(there, value)
            self.of(child, made)
        else:
            self.of(child, target)

    def _note(self, note: _Element, target: _Element) -> None:
        body = note.find("text:note-body", _NAMESPACES)
        if body is not None:
            made = _append(self._notes, "li")
            number = str(len(self._notes))
            made.set("id", f"fn{number}")
            self.of(body, made)
            link = _append(target, "a")
            link.set("href", f"#fn{number}")
            link.text = number


def _append(target: _Element, tag: str) -> _Element:
    from lxml.etree import SubElement

    return SubElement(target, tag)


def _say(target: _Element, words: str | None) -> None:
    """Appends text: behind the last element in the target, else to its own."""
    if not words:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + words
    else:
        target.text = (target.text or "") + words


def _get(element: _Element, name: str) -> str:
    prefix, _, local = name.partition(":")
    return str(element.get(f"{{{_NAMESPACES[prefix]}}}{local}", ""))
