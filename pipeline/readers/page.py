"""What a web page states about itself beside its text: `<meta>`, JSON-LD of schema.org, `<time>`, `<link>`.

Of a page of GOV.UK: headline, the department that is its author, first published and last updated, the type of
document; of any other whatever of it is there. A day is that of the United Kingdom at the time stated.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from extractors.calendar import StatedDate, stated_date
from extractors.model import Facts

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLE = ("og:title", "dc.title", "dcterms.title", "citation_title")
_PUBLISHER = ("govuk:primary-publishing-organisation", "dc.publisher", "dcterms.publisher", "citation_publisher")
_PUBLISHED = (
    *("govuk:first-published-at", "article:published_time", "dcterms.issued", "dc.date.issued", "citation_date"),
    *("citation_publication_date", "dc.date"),
)
_UPDATED = ("govuk:public-updated-at", "article:modified_time", "dcterms.modified", "dc.date.modified")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")  # what browsers write into a page they save
_LONDON = ZoneInfo("Europe/London")


def address_of(page: _Element, source: str) -> str | None:
    """Where the page was published: its canonical address, else that from which a browser saved it."""
    links = page.xpath("//link[@rel='canonical']/@href") + page.xpath("//meta[@property='og:url']/@content")
    saved = _SAVED_FROM.search(source, 0, 2000)
    found = [link.strip() for link in links] + ([saved[1]] if saved else [])
    return next((address for address in found if _ADDRESS.fullmatch(address)), None)


def facts_of(page: _Element, address: str | None) -> Facts:
    """The facts, None where the page does not state them; `og:site_name` is a publisher of last resort."""
    meta = _meta(page)
    article = next(_articles(page), {})
    times = page.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    headings = [" ".join("".join(one.itertext()).split()) for one in page.iter("h1")]
    published = _first_day(article.get("datePublished"), *(meta.get(name) for name in _PUBLISHED), *times)
    updated = _first_day(article.get("dateModified"), *(meta.get(name) for name in _UPDATED))
    is_later = updated and published and updated.first > published.last
    return Facts(
        title=_first(article.get("headline"), headings[0] if len(headings) == 1 else None, *map(meta.get, _TITLE))
        or _first(page.findtext(".//title")),
        source_url=address,
        publisher_name=_first(_organisation(article), *map(meta.get, _PUBLISHER), meta.get("og:site_name")),
        published_on=published.last if published else None,
        published_precision=published.precision if published else None,
        updated_on=updated.last if updated and is_later else None,
    )


def day_of(written: Any) -> StatedDate | None:
    """The day of `2025-07-01T23:30:00Z` (2 July in London), of `2025-07-01`, `1 July 2025`, `2025-07`; else None."""
    if not isinstance(written, str):
        return None
    try:
        moment = dt.datetime.fromisoformat(written.strip()) if "T" in written else None
        day = moment and (moment.astimezone(_LONDON) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return None
    return StatedDate(day, day, "day") if day else stated_date(written.strip())


def _meta(page: _Element) -> dict[str, str]:
    """Names in lower case → what they are set to first."""
    found: dict[str, str] = {}
    for one in page.iter("meta"):
        name = one.get("name") or one.get("property")
        if name and (content := (one.get("content") or "").strip()):
            found.setdefault(name.lower(), content)
    return found


def _articles(page: _Element) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD that describe a publication."""
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            values = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while values:
            value = values.pop(0)
            if isinstance(value, list):
                values = value + values
            elif isinstance(value, dict):
                values = [value["@graph"], *values] if "@graph" in value else values
                if "headline" in value or "datePublished" in value:
                    yield value


def _organisation(article: Mapping[str, Any]) -> str | None:
    """The body that wrote it, which goes before the site that published it; a person who wrote it is none."""
    for role in ("author", "publisher"):
        value = article.get(role)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and str(one.get("@type", "")).endswith("Organization"):
                return _first(one.get("name"))
    return None


def _first(*values: Any) -> str | None:
    """The first that is a text, white space folded; JSON-LD too is often written with character references."""
    texts = (" ".join(unescape(value).split()) for value in values if isinstance(value, str))
    return next((text for text in texts if text), None)


def _first_day(*values: Any) -> StatedDate | None:
    return next((day for value in values if (day := day_of(value))), None)
