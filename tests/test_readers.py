"""Bytes → text: the characters as they are, and a reason where there are none."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.documents import Document
from pipeline.errors import Unreadable
from pipeline.readers import READERS, read
from pipeline.readers.plain_text import decode

PROSE = "The council’s café cost £40,000 – “too much”, said one… but it’s open."


def read_one(path: Path) -> Document:
    (source,) = find_sources([path]).sources
    (document,) = read(source, Config())
    return document


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_comes_through_unchanged(text: str) -> None:
    decoded, flags = decode(text.encode())
    assert (decoded, flags) == (text.removeprefix("\ufeff"), ())


def test_line_ends_and_spaces_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_bytes(b"\xef\xbb\xbf one\r\ntwo\rthree\n\n\tfour\f ")
    document = read_one(path)
    assert document.text == " one\r\ntwo\rthree\n\n\tfour\f "
    assert (document.media_type, document.flags, document.doc_id) == ("text/plain", (), "a.TXT")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding(mark: bytes, encoding: str) -> None:
    assert decode(mark + PROSE.encode(encoding)) == (PROSE, ())
    with pytest.raises(ValueError, match=f"not the {encoding}"):
        decode(mark + PROSE.encode(encoding) + b"\xd8")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (PROSE.encode("cp1252"), PROSE),
        (PROSE.encode("mac_roman"), PROSE),
        (PROSE.encode() + b" \x93Now\x94 \xa35", PROSE + " “Now” £5"),
        ("£5".encode("cp1252"), "£5"),
        ("It’s".encode("cp1252"), "It’s"),
        ("Ünlü’s shop".encode("cp1252"), "Ünlü’s shop"),
        ("Правительство объявило о мерах. ".encode("cp1251") * 9, "Правительство объявило о мерах. " * 9),
    ],
)
def test_other_encodings_are_guessed_and_flagged(data: bytes, text: str) -> None:
    assert decode(data) == (text, ("encoding_guessed",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "NUL"),
        (b"text\0text", "NUL"),
        (b"abc\x01\x02\x03def", "5 % control characters"),
        (codecs.BOM_UTF16_LE + "a\0".encode("utf-16-le"), "NUL"),
    ],
)
def test_what_is_no_text(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=rf"a\.txt: .*{reason}") as raised:
        read_one(path)
    assert raised.value.error_type == "undecodable"


def test_a_few_control_characters_are_let_through() -> None:
    text = "x" * 100 + "\x0c\x1b\x7f"
    assert decode(text.encode()) == (text, ())


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=r"a\.txt: the file holds no text") as raised:
        read_one(path)
    assert raised.value.error_type == "empty"


@pytest.mark.parametrize(("name", "told"), [("a.xyz", r"\.xyz"), ("a", "no extension")])
def test_an_unknown_type(tmp_path: Path, name: str, told: str) -> None:
    path = tmp_path / name
    path.write_text("text")
    with pytest.raises(Unreadable, match=f"{name}: no reader for {told}") as raised:
        read_one(path)
    assert raised.value.error_type == "unknown_type"


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    (source,) = find_sources([path]).sources
    path.unlink()
    with pytest.raises(Unreadable, match=r"a\.txt: cannot be opened \(No such file or directory\)") as raised:
        read(source, Config())
    assert raised.value.error_type == "not_opened"


def test_every_reader_is_named_by_a_lower_case_extension() -> None:
    assert all(extension == extension.lower() and extension.startswith(".") for extension in READERS)
