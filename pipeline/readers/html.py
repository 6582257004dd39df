"""HTML: the document in a web page, as text that `markup` makes of it; without what the page prints around it.

The text of an HTML document is what this reader makes: it is stored in `document_text`, and spans are into it. On
pages of governments and parliaments, known by their address or their mark-up, and where nothing stands around the
text, it is that of the element that holds the document; on any other page trafilatura finds the text among the rest.
"""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from extractors.model import Facts
from pipeline.config import Config
from pipeline.documents import Document, Source
from pipeline.errors import Unreadable, malformed
from pipeline.readers.markup import text_of
from pipeline.readers.page import address_of, facts_of
from pipeline.readers.plain_text import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_CHARSET = re.compile(r"iso-?8859-\d{1,2}|latin-?1|us-ascii|windows-125\d|cp125\d|macintosh", re.IGNORECASE)
_WESTERN = re.compile(r"iso-?8859-1|latin-?1|us-ascii", re.IGNORECASE)
_HEAD = 2048
_OFFICIAL = re.compile(
    r"https?://(?:[\w-]+\.)*(?:gov\.(?:uk|scot|wales)|parliament\.(?:uk|scot)|senedd\.wales)(?:[:/?#]|$)"
)
_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|big|center|em|font|i|small|span|strike|strong|u)\b[^<>]*>", re.IGNORECASE)
_OFFICIAL_MARKUP = (  # GOV.UK's names and classes, links of Parliament's publications to one another
    "//meta[starts-with(@name, 'govuk:')] | //*[contains(concat(' ', @class, ' '), ' govspeak ')]"
    " | //a[starts-with(@href, '/pa/cm') or starts-with(@href, '/pa/ld')]"
)
_AROUND = "//nav | //header | //footer | //aside | //form | //script | //*[@role='navigation']"
_MAIN = ("//main", "//*[@role='main']", "//article", "//*[@id='content' or @id='main-content' or @id='maincontent']")


def read(source: Source, media_type: str, data: bytes, config: Config) -> list[Document]:
    """One document; `Unreadable` where there is no text in it."""
    try:
        page, flags = _decoded(data)
    except ValueError as error:
        raise Unreadable("undecodable", f"{source.source_path}: {error}") from error
    try:
        root = parse(page)
    except ValueError as error:
        raise malformed(source, "HTML", error) from error
    if root is None:
        raise nothing_in(source)
    address = address_of(root, page)
    facts = facts_of(root, address)
    return [document(source, media_type, _text(root, page, address, facts.title), facts, flags)]


def parse(markup: str) -> _Element | None:
    """The root of a page, however broken its mark-up; None where there is no element and no text.

    `ValueError` where its elements are nested more than 255 deep, also without the inline ones that were never closed:
    the parser lets go all that is further in.
    """
    root, is_whole = _parsed(markup)
    if not is_whole:
        root, is_whole = _parsed(_INLINE_TAG.sub("", markup))
    if not is_whole:
        raise ValueError("elements are nested more than 255 deep")
    return root


def _parsed(markup: str) -> tuple[_Element | None, bool]:
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None, True
    return root, all(error.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)


def document(
    source: Source, media_type: str, text: str, facts: Facts | None = None, flags: tuple[str, ...] = ()
) -> Document:
    """The one document of a file; `Unreadable` where its text is empty."""
    if not text:
        raise nothing_in(source)
    return Document(
        doc_id=source.doc_id,
        source_path=source.source_path,
        media_type=media_type,
        text=text,
        flags=flags,
        stated=source.stated,
        facts=facts or Facts(),
    )


def nothing_in(source: Source) -> Unreadable:
    """That a file is read, and there is no text in it."""
    return Unreadable("empty", f"{source.source_path}: the file holds no text")


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """By the byte-order mark; else as UTF-8, where the bytes are; else as the page declares; else guessed."""
    text, flags = decode(data)
    declared = _DECLARED.search(data, 0, _HEAD)
    if flags and declared and _CHARSET.fullmatch(charset := declared[1].decode()):
        # As browsers do: what calls itself Latin-1 or ASCII is Windows-1252.
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode("cp1252" if _WESTERN.fullmatch(charset) else charset), ()
    return text, flags


def _text(root: _Element, page: str, address: str | None, title: str | None) -> str:
    by_structure = next((text for place in _places(root) if (text := text_of(place))), "")
    is_official = (address and _OFFICIAL.match(address)) or root.xpath(_OFFICIAL_MARKUP)
    if is_official or not by_structure or not root.xpath(_AROUND):
        return by_structure
    text = _found_by_trafilatura(page) or by_structure
    is_above = title is None or title in text[: 2 * len(title)]
    return text if is_above else f"{title}\n\n{text}"


def _places(root: _Element) -> list[_Element]:
    """Where the document may be, the surest first."""
    return [found for path in (*_MAIN, "//body") for found in root.xpath(path)[:1]] + [root]


def _found_by_trafilatura(page: str) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # that it finds nothing is no news to a user
    found = trafilatura.extract(page, output_format="html", include_comments=False, favor_recall=True)
    root = parse(found) if found else None
    return text_of(root) if root is not None else ""
