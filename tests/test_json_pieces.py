"""Long JSON files are cut between records, the same way each time, and give what they give in one piece."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.documents import Document, Source
from pipeline.errors import Unreadable
from pipeline.readers import cut, json_pieces, read

Record = dict[str, Any]


def record(number: int, words: str = "") -> Record:
    return {"id": number, "questionText": f"To ask whether {words} 1?"}


def source(folder: Path, data: bytes) -> Source:
    path = folder / "a.json"
    path.write_bytes(data)
    (found,) = find_sources([path]).sources
    return found


def described(found: list[Any]) -> list[tuple[str, ...]]:
    return [
        (one.doc_id, one.text) if isinstance(one, Document) else (str(one.record_key), one.error_type, one.message)
        for one in found
    ]


RECORDS = st.lists(st.builds(record, st.integers(1, 6), st.text(max_size=20)) | st.just(7), min_size=1, max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    RECORDS.filter(lambda found: any(one != 7 for one in found)),
    st.sampled_from(["list", "page", "page_last"]),
    st.booleans(),
    st.sampled_from([None, 1]),
    st.integers(1, 300),
    st.integers(1, 64),
)
def test_pieces_give_what_the_whole_gives(
    tmp_path: Path,
    records: list[Any],
    form: str,
    ascii_only: bool,
    indent: int | None,
    part_bytes: int,
    read_bytes: int,
) -> None:
    """Whatever the length of a piece and of what is read at a time, records repeated across pieces included."""
    values: dict[str, Any] = {
        "list": records,
        "page": {"totalResults": 3, "results": [{"value": one} for one in records]},
        "page_last": {"results": records, "totalResults": 3, "links": [{"rel": "self"}]},
    }
    data = json.dumps(values[form], ensure_ascii=ascii_only, indent=indent).encode()
    whole = source(tmp_path, data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_pieces, "_READ", max(read_bytes, len('{"totalResults": 3, "results": [') * 2))
        pieces = cut(whole, part_bytes, 10_000)
    assert all(piece.fault is None for piece in pieces)
    if len(data) > part_bytes:
        assert all(piece.piece for piece in pieces)
    in_pieces = [one for piece in pieces for one in described(list(read(piece, Config())))]
    assert in_pieces == described(list(read(whole, Config())))
    longest = max(len(json.dumps(one, ensure_ascii=ascii_only, indent=indent).encode()) for one in records)
    assert all(piece.n_bytes <= part_bytes + 2 * longest + 200 for piece in pieces) or len(data) <= part_bytes


def test_a_short_file_and_one_record_are_not_cut(tmp_path: Path) -> None:
    short = source(tmp_path, json.dumps([record(1), record(2)]).encode())
    assert cut(short, short.n_bytes, 1000) == [short]
    single = source(tmp_path, json.dumps(record(1, "x" * 100)).encode())
    assert cut(single, 10, 1000) == [single]


GOOD = json.dumps(record(1))


@pytest.mark.parametrize(
    ("data", "error_type", "reason"),
    [
        (f"[{GOOD}, {GOOD}", "malformed_json", "Expecting ',' delimiter"),
        (f"[{GOOD}, ]", "malformed_json", "Expecting value in what begins at byte 50"),
        (f"[{GOOD} {GOOD}]", "malformed_json", "Expecting ',' delimiter"),
        (f"[{GOOD}] and more", "malformed_json", "Extra data"),
        (f'{{"results": [{GOOD}], }}', "malformed_json", "byte"),
        (f'[{GOOD}, {{"id": 2, "questionText": "To a', "malformed_json", "Unterminated string"),
        (f"[{GOOD}, {'[' * 100_000}", "malformed_json", "nested too deeply"),
        (f'[{GOOD}, "{"x" * 3_000_000}"]', "too_large", "has no end in 1,000 bytes"),
        (f"[{', '.join('3' * 9)}]", "unknown_form", "written-questions API"),
    ],
)
def test_a_long_file_that_cannot_be_cut_says_why(tmp_path: Path, data: str, error_type: str, reason: str) -> None:
    (found,) = cut(source(tmp_path, data.encode()), 10, 1000)
    assert found.piece is None
    with pytest.raises(Unreadable, match=rf"a\.json: .*{reason}") as raised:
        read(found, Config())
    assert raised.value.error_type == error_type


def test_a_long_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (found,) = cut(source(tmp_path, f"[{GOOD}, ".encode() + b'"\xff"]'), 10, 1000)
    with pytest.raises(Unreadable, match=r"a\.json: malformed JSON \(not UTF-8"):
        read(found, Config())
