"""Written questions that come as records in other forms than the API's → the record it would give → a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from extractors.layouts.parliament_api import read_record
from pipeline.documents import Document, Failure, Source


def question_document(
    source: Source,
    media_type: str,
    form: str,
    key: str,
    record: Mapping[str, Any],
    *,
    url: str | None = None,
    flags: tuple[str, ...] = (),
) -> Document | Failure:
    """The document of one record, read as `form`; a failure that is not fatal, with the reason, where it is none.

    `record` has the names and values of Parliament's API (see `extractors.layouts.parliament_api`); `url` is where the
    source says that the question is published: the address that the API's would have may not exist.
    """
    try:
        text, reading = read_record(record)
    except ValueError as error:
        message = f"{source.source_path}: question {key}: {error}"
        return Failure(source.source_path, "read", "bad_record", message, False, key)
    (question,) = reading.questions
    question = replace(question, rule=f"{form}.record", source_url=url)
    reading = replace(reading, questions=(question,), facts=replace(reading.facts, source_url=url))
    return Document(
        doc_id=f"{source.doc_id}#{key}",
        source_path=source.source_path,
        media_type=media_type,
        text=text,
        record_key=key,
        flags=flags,
        stated=source.stated,
        read_as=(form, reading),
    )


def member(name: str | None, party: str | None = None, seat: str | None = None) -> dict[str, str | None]:
    """A Member as a record of the API has one."""
    return {"name": name, "party": party, "memberFrom": seat}


def house_named(words: str) -> str | None:
    """`House of Lords`, `lords` → Lords; the words as they are where they name no House, None where there are none."""
    named = [house for house in ("Commons", "Lords") if house.casefold() in words.casefold()]
    return named[0] if len(named) == 1 else words or None
