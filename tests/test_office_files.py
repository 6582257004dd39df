"""DOCX and ODT: what a reader of the document sees, and files that are damaged or meant to do harm."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from documents import ROOT
from reading import document_in, read_file

from pipeline.errors import Unreadable


def made_by() -> ModuleType:
    spec = importlib.util.spec_from_file_location("office", ROOT / "corpus" / "_make" / "office.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


office = made_by()
WORDS = office.docx([office.paragraph(office.run("Words"))], "")


def zipped(**changed: str | None) -> bytes:
    """The DOCX file with the parts that are named (`/` and `.` as `__` and `_`) replaced, or without them."""
    with zipfile.ZipFile(io.BytesIO(WORDS)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for name, content in changed.items():
        parts.pop(key := name.replace("__", "/").replace("_", "."))
        if content is not None:
            parts[key] = content
    data: bytes = office.archive(parts)
    return data


@pytest.mark.parametrize("path", office.FILES, ids=lambda path: path.name)
def test_the_files_of_the_corpus_are_those_of_the_script(path: Path) -> None:
    assert path.read_bytes() == office.FILES[path]


def test_insertions_are_kept_and_deletions_are_not(tmp_path: Path) -> None:
    runs = [office.run("We will pay "), office.deleted("£5"), office.inserted("£6"), office.run(" a year.")]
    assert document_in(tmp_path, "a.docx", office.docx([office.paragraph(*runs)], "")).text == "We will pay £6 a year."
    odt = (
        '<text:tracked-changes><text:changed-region text:id="a"><text:deletion><text:p>£5</text:p></text:deletion>'
        '</text:changed-region></text:tracked-changes><text:p>We will pay <text:change text:change-id="a"/>'
        '<text:change-start text:change-id="b"/>£6<text:change-end text:change-id="b"/> a year.</text:p>'
    )
    assert document_in(tmp_path, "a.odt", office.odt(odt)).text == "We will pay £6 a year."


def test_headings_lists_tables_and_notes_of_a_docx(tmp_path: Path) -> None:
    row = "<w:tr>{}</w:tr>".format("".join(f"<w:tc>{office.paragraph(office.run(words))}</w:tc>" for words in "ab"))
    paragraphs = [
        office.paragraph(office.run("Title"), style="Title"),
        office.paragraph(office.run("Heading"), style="Heading2"),
        office.paragraph(office.run("It costs £5 million"), office.NOTE, office.run(" for:")),
        office.paragraph(office.run("roofs"), numbered=office.BULLET),
        office.paragraph(office.run("walls"), numbered=office.BULLET),
        f"<w:tbl>{row}{row}</w:tbl>",
    ]
    text = document_in(tmp_path, "a.docx", office.docx(paragraphs, "In 2024 prices.")).text
    assert text.split("\n\n") == [
        "Title",
        "Heading",
        "It costs £5 million [1] for:",
        "- roofs\n- walls",
        "a\tb\na\tb",
        "[1] In 2024 prices.",
    ]


def test_headings_lists_tables_and_notes_of_an_odt(tmp_path: Path) -> None:
    cells = "<table:table-cell><text:p>a</text:p></table:table-cell>" * 2
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('deep', '')}</text:list>"
    note = "<text:note-citation>7</text:note-citation><text:note-body><text:p>Note.</text:p></text:note-body>"
    text = (
        '<text:h text:outline-level="2">Heading</text:h>'
        '<text:p>It<text:s text:c="2"/>costs<text:tab/><text:span>£5</text:span>'
        f"<text:note>{note}</text:note><text:line-break/>now.</text:p>"
        "<office:annotation><text:p>a comment</text:p></office:annotation>"
        f'<text:list text:style-name="Numbers">{item.format("one", inner)}{item.format("two", "")}</text:list>'
        f"<text:section><table:table><table:table-row>{cells}</table:table-row></table:table></text:section>"
    )
    assert document_in(tmp_path, "a.odt", office.odt(text)).text.split("\n\n") == [
        "Heading",
        "It costs £5 [1]\nnow.",
        "1. one\n  - deep\n2. two",
        "a\ta",
        "[1] Note.",
    ]


@pytest.mark.parametrize("name", ["a.odt", "a.txt", "a.zip"])
def test_a_docx_is_one_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    assert document_in(tmp_path, name, WORDS).text == "Words"


BOMB = '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c "&b;&b;">]><office:document-content>&c;</office:document-content>'


@pytest.mark.parametrize(
    ("name", "data", "error_type", "reason"),
    [
        ("a.docx", b"no archive", "malformed_docx", "not a zip file"),
        ("a.docx", WORDS[:-30], "malformed_docx", "not a zip file"),
        ("a.odt", b"", "malformed_odt", "not a zip file"),
        ("a.docx", office.archive({"a": "b"}), "malformed_docx", ""),
        ("a.odt", office.archive({"a": "b"}), "malformed_odt", r"no content\.xml"),
        ("a.odt", office.odt("<text:p>a"), "malformed_odt", "mismatch"),
        ("a.odt", office.odt(""), "empty", "holds no text"),
        ("a.docx", zipped(word__document_xml="<w:document"), "malformed_docx", ""),
        ("a.docx", zipped(word__document_xml=BOMB), "malformed_docx", "declares a document type"),
        ("a.docx", zipped(word__styles_xml=BOMB), "malformed_docx", "declares a document type"),
        ("a.docx", office.docx([office.paragraph()], ""), "empty", "holds no text"),
    ],
)
def test_a_damaged_file_is_named_with_the_reason(
    tmp_path: Path, name: str, data: bytes, error_type: str, reason: str
) -> None:
    with pytest.raises(Unreadable, match=rf"{name}: .*{reason}") as raised:
        read_file(tmp_path, name, data)
    assert raised.value.error_type == error_type


def test_a_docx_without_the_notes_that_it_names(tmp_path: Path) -> None:
    assert document_in(tmp_path, "a.docx", zipped(word__footnotes_xml=None)).text == "Words"


def test_an_archive_that_unpacks_to_more_than_a_file_may_hold(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a>" + " " * 3_000_000)
    assert len(file.getvalue()) < 10_000
    with pytest.raises(Unreadable, match=r"3,0.* bytes when unpacked") as raised:
        read_file(tmp_path, "a.odt", file.getvalue(), max_document_bytes=1_000_000)
    assert raised.value.error_type == "too_large"
