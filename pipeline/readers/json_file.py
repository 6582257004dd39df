"""JSON: a value, or one a line, given to the reader of the API whose form it has."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pipeline.config import Config
from pipeline.documents import Document, Failure, Source
from pipeline.errors import malformed
from pipeline.readers import content_api, parliament_api
from pipeline.readers.parliament_api import not_ours


def read(source: Source, media_type: str, data: bytes, config: Config) -> Sequence[Document | Failure]:
    """A document a record; `Unreadable` for what is no JSON, or none of a known form."""
    value = _parsed(source, b"[%b]" % data if source.piece else data)
    if content_api.recognises(value):
        return content_api.documents(source, media_type, value)
    if source.piece or parliament_api.recognises(value):
        return parliament_api.documents(source, media_type, value)
    raise not_ours(source)


def _parsed(source: Source, data: bytes) -> Any:
    try:
        return json.loads(data)
    except RecursionError as error:
        raise malformed(source, "JSON", "nested too deeply") from error
    except ValueError as error:  # JSONDecodeError and UnicodeDecodeError are
        if "Extra data" in str(error) and (values := _lines(data)) is not None:
            return values
        raise malformed(source, "JSON", error) from error


def _lines(data: bytes) -> list[Any] | None:
    try:
        return [json.loads(line) for line in data.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return None
