"""JSON of GOV.UK's Content API, each document of it one of ours: alone, in a list, or one a line.

    {"base_path": "/government/news/…", "document_type": "press_release", "title": "…", "details": {"body": "<p>…"}, …}

The text is that of the page: type and title, description, body. Source of the fields: https://content-api.publishing
.service.gov.uk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from extractors.layouts.frontmatter import DOCUMENT_TYPES
from extractors.model import Facts
from pipeline.documents import Document, Failure, Source
from pipeline.errors import Unreadable
from pipeline.readers.html import parse
from pipeline.readers.markup import text_of
from pipeline.readers.page import day_of

_SITE = "https://www.gov.uk"


def recognises(value: Any) -> bool:
    """Whether a JSON value is a document of the API, or a list in which one is."""
    if isinstance(value, list):
        return any(recognises(one) for one in value if isinstance(one, dict))
    return isinstance(value, dict) and "base_path" in value and isinstance(value.get("details"), dict)


def documents(source: Source, media_type: str, value: Any) -> list[Document | Failure]:
    """A document each, in their order; one of a list that is not as the API's are is a failure that is not fatal."""
    if isinstance(value, dict):
        try:
            return [_document(source, media_type, value, None)]
        except ValueError as error:
            raise Unreadable("bad_record", f"{source.source_path}: {error}") from error
    found: list[Document | Failure] = []
    keys: set[str] = set()
    for number, record in enumerate(value):
        key = str(number)
        try:
            if not recognises(record) or isinstance(record, list):
                raise ValueError("no document of the Content API")
            key = _text(record, "content_id") or key
            if key in keys:
                raise ValueError("its content_id is that of one before it")
            keys.add(key)
            found.append(_document(source, media_type, record, key))
        except ValueError as error:
            message = f"{source.source_path}: record {number}: {error}"
            found.append(Failure(source.source_path, "read", "bad_record", message, False, str(number)))
    return found


def _document(source: Source, media_type: str, record: Mapping[str, Any], key: str | None) -> Document:
    root = parse("".join(_markup(record)))
    text = text_of(root) if root is not None else ""
    if not text:
        raise ValueError("it holds no text")
    return Document(
        doc_id=source.doc_id if key is None else f"{source.doc_id}#{key}",
        source_path=source.source_path,
        media_type=media_type,
        text=text,
        record_key=key,
        stated=source.stated,
        facts=_facts(record),
    )


def _markup(record: Mapping[str, Any]) -> Iterator[str]:
    """The page: the type where GOV.UK prints one above the title, title, description, body, parts of a guide."""
    kind = (_text(record, "document_type") or "").replace("_", " ")
    if kind in DOCUMENT_TYPES:
        yield f"<p>{kind.capitalize()}</p>"
    for name, tag in (("title", "h1"), ("description", "p")):
        yield f"<{tag}>{escape(_text(record, name) or '')}</{tag}>"
    details = record["details"]
    yield _body(details)
    for part in details.get("parts") or []:
        if isinstance(part, dict):
            yield f"<h2>{escape(_text(part, 'title') or '')}</h2>{_body(part)}"


def _body(details: Mapping[str, Any]) -> str:
    """HTML as a text, or as one of several forms: `[{"content_type": "text/html", "content": "…"}]`."""
    body = details.get("body")
    if isinstance(body, list):
        forms = [form for form in body if isinstance(form, dict) and form.get("content_type") == "text/html"]
        return "".join(_text(form, "content") or "" for form in forms)
    return _text(details, "body") or ""


def _facts(record: Mapping[str, Any]) -> Facts:
    published, updated = day_of(record.get("first_published_at")), day_of(record.get("public_updated_at"))
    path = _text(record, "base_path") or ""
    return Facts(
        title=_text(record, "title"),
        source_url=_SITE + path if path.startswith("/") else None,
        publisher_name=_publisher(record),
        published_on=published.last if published else None,
        published_precision=published.precision if published else None,
        updated_on=updated.last if updated and published and updated.last > published.last else None,
    )


def _publisher(record: Mapping[str, Any]) -> str | None:
    links = record.get("links")
    for name in ("primary_publishing_organisation", "organisations"):
        bodies = links.get(name) if isinstance(links, dict) else None
        if isinstance(bodies, list) and bodies and isinstance(bodies[0], dict):
            return _text(bodies[0], "title")
    return None


def _text(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} is not a text")
    return value or None
