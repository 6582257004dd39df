"""JSON of Parliament's written-questions API, each record a document: list pages, single questions, bare records.

    {"totalResults": 2, "results": [{"value": {…}, "links": […]}, …]}      {"value": {…}, "links": […]}      {…}

and lists of them. What the record holds is `extractors.layouts.parliament_api`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.layouts.parliament_api import NAME, read_record
from pipeline.documents import Document, Failure, Source
from pipeline.errors import Unreadable


def recognises(value: Any) -> bool:
    """Whether one of the records in a JSON value could be the API's, or there is none in it."""
    records = list(records_in(value))
    return not records or any(map(is_record, records))


def documents(source: Source, media_type: str, value: Any) -> list[Document | Failure]:
    """A document a record, in their order; a record that is not as the API's are is a failure that is not fatal."""
    records = list(records_in(value))
    if not records:
        raise Unreadable("empty", f"{source.source_path}: the file holds no questions")
    first, repeated = (source.piece.first, source.piece.repeated) if source.piece else (0, frozenset[int]())
    known: set[int] = set()
    found: list[Document | Failure] = []
    for number, record in enumerate(records, first):
        key = key_of(record)
        if key is None:
            found.append(_failure(source, str(number), "no_id", f"record {number} has no id that is a whole number"))
        elif key in known or number in repeated:
            found.append(_failure(source, str(number), "repeated_id", f"record {number} repeats the id {key}"))
        else:
            known.add(key)
            found.append(_one(source, media_type, str(key), record))
    return found


def records_in(value: Any) -> Iterator[Any]:
    """The records in a JSON value, without what is wrapped around them."""
    if isinstance(value, list):
        for one in value:
            yield from records_in(one)
    elif isinstance(value, dict) and isinstance(value.get("results"), list):
        yield from records_in(value["results"])
    else:
        yield value["value"] if isinstance(value, dict) and "value" in value else value


def is_record(record: Any) -> bool:
    """Whether it could be one of the API's at all."""
    return isinstance(record, dict) and "questionText" in record


def key_of(record: Any) -> int | None:
    """The API's id of a record."""
    key = record.get("id") if is_record(record) else None
    return key if isinstance(key, int) and not isinstance(key, bool) and 0 <= key < 2**63 else None


def not_ours(source: Source) -> Unreadable:
    """That a JSON file has the form of none of those that are read, with their names."""
    known = "records of the written-questions API, documents of the GOV.UK Content API"
    message = f"{source.source_path}: JSON of an unknown form (known: {known})"
    return Unreadable("unknown_form", message)


def _one(source: Source, media_type: str, key: str, record: dict[str, Any]) -> Document | Failure:
    try:
        text, reading = read_record(record)
    except ValueError as error:
        return _failure(source, key, "bad_record", f"question {key}: {error}")
    return Document(
        doc_id=f"{source.doc_id}#{key}",
        source_path=source.source_path,
        media_type=media_type,
        text=text,
        record_key=key,
        stated=source.stated,
        read_as=(NAME, reading),
    )


def _failure(source: Source, key: str, error_type: str, message: str) -> Failure:
    return Failure(source.source_path, "read", error_type, f"{source.source_path}: {message}", False, key)
