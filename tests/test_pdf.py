"""PDFs as text: paragraphs, what is apart from them, rows of tables, pages; and why a file gives none."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path

import pypdfium2
import pytest
from documents import ROOT
from pdfs import LEFT, STEP, TOP, Paper, document, paragraphs
from structure import assert_structure

from extractors.layouts import choose
from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.errors import Unreadable
from pipeline.link import Worked
from pipeline.readers import pdf, read
from pipeline.schemas import TABLES
from pipeline.stages import work_through
from pipeline.tables.documents import segment_rows

FULL = "Every council has been asked what it would do with another mile of path and how soon"
ALSO = "it could begin, and most of them have told us that the spring would be soon enough for"
SHORT = "all who walk there."


def test_lines_are_joined_and_gaps_part_them(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    below = paper.lines(TOP, FULL, ALSO, SHORT)
    paper.lines(below + 10, FULL, SHORT)
    assert paragraphs(document(paper.saved(tmp_path))) == [f"{FULL} {ALSO} {SHORT}", f"{FULL} {SHORT}"]


def test_headings_labels_and_items_begin_paragraphs_without_a_gap(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    below = paper.lines(TOP, "What we heard", style="B")
    below = paper.lines(below, FULL, ALSO, SHORT)
    below = paper.lines(below, "Recommendation 4: " + FULL[:60], SHORT)
    below = paper.lines(below, "(a) " + FULL, x=LEFT + 10)
    below = paper.lines(below, ALSO, x=LEFT + 24)
    paper.lines(below, "(b) " + SHORT, x=LEFT + 10)
    assert paragraphs(document(paper.saved(tmp_path))) == [
        "What we heard",
        f"{FULL} {ALSO} {SHORT}",
        f"Recommendation 4: {FULL[:60]} {SHORT}",
        f"(a) {FULL} {ALSO}",
        f"(b) {SHORT}",
    ]


def test_a_recommendation_in_bold_and_its_answer_are_two_paragraphs(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    below = paper.lines(TOP, FULL, "that the government should act. (113.6)", style="B")
    paper.lines(below + 7, "The government accepts this recommendation.", style="B")
    assert paragraphs(document(paper.saved(tmp_path)))[1] == "The government accepts this recommendation."


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "expected"),
    [
        ("the govern-", "ment said so", "", "the government said so"),
        ("a long-", "term plan", "The term is short.", "a long-term plan"),
        ("a co-", "ordinated plan", "They coordinated it.", "a coordinated plan"),
        ("see www.example.org/a-", "page for more", "", "see www.example.org/a-page for more"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(tmp_path: Path, before: str, after: str, elsewhere: str, expected: str) -> None:
    paper = Paper()
    paper.add_page()
    below = paper.lines(TOP, before, after)
    paper.lines(below + 20, elsewhere) if elsewhere else None
    assert paragraphs(document(paper.saved(tmp_path)))[0] == expected


def _with_running_heads(n_pages: int) -> Paper:
    paper = Paper()
    for page in range(1, n_pages + 1):
        paper.add_page()
        paper.at(LEFT, 40, "Paths for all: a response", size=8)
        paper.at(500, 40, f"Chapter {page}", size=8)
        paper.at(290, 810, str(page), size=8)
        if page > 1:
            paper.lines(TOP, f"whatever {page} may bring.")
        paper.lines(680, f"Page {page} begins here.", "", FULL, ALSO)
    return paper


def test_running_heads_and_numbers_are_apart_and_in_no_paragraph(tmp_path: Path) -> None:
    found = document(_with_running_heads(3).saved(tmp_path))
    apart = [found.text[one.start : one.end] for one in found.apart]
    heads = ["Paths for all: a response", "Chapter 2", "Paths for all: a response", "Chapter 3"]
    assert apart[:3] == ["Paths for all: a response", "Chapter 1", "1"]
    assert [words for words in apart[3:] if not words.isdigit()] == heads
    assert {one.kind for one in found.apart} == {"boilerplate"}
    assert not any("response" in words or "Chapter" in words for words in paragraphs(found))


def test_what_begins_two_pages_alike_is_no_running_head(tmp_path: Path) -> None:
    paper = Paper()
    for page in range(6):
        paper.add_page()
        first = "Inquiry recommendation" if page in (2, 4) else f"{page} councils wrote about it"
        paper.lines(TOP, first, "and about a hundred other things as well.")
    assert not document(paper.saved(tmp_path)).apart


def test_a_head_as_large_as_the_text_with_the_number_of_the_page(tmp_path: Path) -> None:
    paper = Paper()
    for page in range(1, 7):
        paper.add_page()
        paper.at(LEFT, 40, f"Paths for all of us {page}")
        paper.lines(TOP, FULL, SHORT)
    found = document(paper.saved(tmp_path))
    assert [found.text[one.start : one.end] for one in found.apart] == [f"Paths for all of us {n}" for n in range(1, 7)]


@pytest.mark.parametrize("leaders", [" ......... ", " . . . . . . "])
def test_an_entry_of_a_contents_list_is_a_line(tmp_path: Path, leaders: str) -> None:
    paper = Paper()
    paper.add_page()
    paper.lines(TOP, f"What we heard{leaders}4", f"What we will do next year{leaders}12", f"Annex{leaders}iv")
    entries = ["What we heard\t4", "What we will do next year\t12", "Annex\tiv"]
    assert paragraphs(document(paper.saved(tmp_path))) == entries


def test_a_damaged_file_gives_a_text_or_a_reason() -> None:
    """Whatever its bytes say of letters, places and sizes."""
    path = ROOT / "corpus" / "responses" / "quiet-lanes.pdf"
    (source,) = find_sources([path]).sources
    whole, chance = path.read_bytes(), random.Random(5)
    for n_changes in (1, 3, 10, 40) * 10:
        data = bytearray(whole)
        for _ in range(n_changes):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            (found,) = pdf.read(source, "application/pdf", bytes(data), Config())
        except Unreadable:
            continue
        assert_structure(found.text, choose(found.text, found.apart)[1])


def test_footnotes_are_apart_and_their_marks_are_no_digits_of_a_number(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    first = "What has been asked for will, in the first year of three, cost about £5 million"
    paper.at(LEFT, TOP, first)
    width = paper.get_string_width(first)
    paper.at(LEFT + width, TOP - 4, "2", size=6)
    paper.lines(TOP + STEP, FULL, SHORT)
    paper.lines(740, "2 In prices of 2024, and without the bridge over the river, which", "has its own budget.", size=8)
    found = document(paper.saved(tmp_path))
    (note,) = found.apart
    assert (note.kind, note.label) == ("footnote", "2")
    assert found.text[note.start : note.end].endswith("which has its own budget.")
    assert found.text.startswith(f"{first}[2] Every council")


ROWS = [
    ["No.", "Recommendation", "Position"],
    ["1", "Councils should mow the verges twice and leave the hedges as they are until the autumn.", "Accept"],
    ["2", "Councils should count.", "Accept in principle, once there is money for counting"],
]


@pytest.mark.parametrize("borders", ["ALL", "NONE"])
def test_a_table_is_read_row_by_row(tmp_path: Path, borders: str) -> None:
    paper = Paper()
    paper.add_page()
    paper.lines(TOP, FULL, SHORT)
    paper.set_xy(LEFT, TOP + 60)
    paper.set_font("Helvetica", size=10)
    with paper.table(
        ROWS, col_widths=(50, 220, 180), width=450, align="L", text_align="LEFT", line_height=12, borders_layout=borders
    ):
        pass
    paper.lines(paper.get_y() + 40, FULL, SHORT)
    found = paragraphs(document(paper.saved(tmp_path)))
    assert found == [f"{FULL} {SHORT}", *("\t".join(row) for row in ROWS), f"{FULL} {SHORT}"]


def test_numbered_paragraphs_and_two_columns_are_no_table(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    paper.at(LEFT, TOP, "1.1")
    below = paper.lines(TOP, FULL[:70], SHORT, x=LEFT + 40)
    paper.at(LEFT, below + 10, "1.2")
    paper.lines(below + 10, FULL[:70], SHORT, x=LEFT + 40)
    paper.add_page()
    words = FULL.split()
    for x in (LEFT, 320):
        paper.lines(TOP, *[" ".join(words[n % 5 : n % 5 + 7]) for n in range(30)], x=x, size=9)
    found = paragraphs(document(paper.saved(tmp_path)))
    assert found[:2] == [f"1.1 {FULL[:70]} {SHORT}", f"1.2 {FULL[:70]} {SHORT}"]
    assert not any("\t" in words for words in found)


def test_wide_spaces_of_justified_lines_are_no_cells(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    paper.set_xy(LEFT, TOP)
    paper.set_font("Helvetica", size=11)
    words = "A reservoir undertaking whatsoever notwithstanding interdepartmental correspondence shall be considered"
    paper.multi_cell(150, STEP, f"{words}. {words}.", align="J")
    assert paragraphs(document(paper.saved(tmp_path))) == [f"{words}. {words}."]


def test_a_bullet_is_joined_to_its_words(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    for at, words in enumerate((FULL, ALSO)):
        paper.set_font("Symbol", size=8)
        paper.text(LEFT, TOP + 40 * at, "\xb7")
        paper.lines(TOP + 40 * at, words, ALSO, x=LEFT + 20)
    assert paragraphs(document(paper.saved(tmp_path))) == [f"• {FULL} {ALSO}", f"• {ALSO} {ALSO}"]


def test_pages_of_segments(tmp_path: Path) -> None:
    found = document(_with_running_heads(3).saved(tmp_path))
    layout, reading = choose(found.text, found.apart)
    assert_structure(found.text, reading)
    names = [column.name for column in TABLES["segments"].columns]
    for values in segment_rows(Worked(found, layout, reading)):
        row = dict(zip(names, values, strict=True))
        words = found.text[row["char_start"] : row["char_end"]]
        assert (row["page_start"], row["page_end"]) in ((1, 1), (1, 2), (2, 2), (2, 3), (3, 3))
        if words.startswith("Page "):
            assert row["page_start"] == int(words[5])
        if "whatever" in words:
            assert row["page_end"] == int(words[words.index("whatever") + 9])
            assert row["page_start"] == row["page_end"] - 1


def test_a_grammar_does_not_see_what_is_apart(tmp_path: Path) -> None:
    paper = Paper()
    for page in range(3):
        paper.add_page()
        paper.at(LEFT, 40, "Recommendation 9", size=8)
        below = paper.lines(TOP, f"Recommendation {page + 1}", style="B")
        below = paper.lines(below + 10, "The board should meet.")
        paper.lines(below + 10, "We accept this recommendation.")
    found = document(paper.saved(tmp_path))
    _, reading = choose(found.text, found.apart)
    assert [one.number for one in reading.recommendations] == ["1", "2", "3"]
    assert [one.kind for one in reading.segments].count("boilerplate") == 3


def test_a_page_turned_for_the_reader(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    with paper.rotation(90, x=300, y=400):
        paper.lines(400, FULL, ALSO, SHORT, x=100)
    path = paper.saved(tmp_path)
    with pypdfium2.PdfDocument(path) as file:
        file[0].set_rotation(90)
        file.save(tmp_path / "turned.pdf")
    assert paragraphs(document(tmp_path / "turned.pdf")) == [f"{FULL} {ALSO} {SHORT}"]


def _scan(paper: Paper) -> None:
    from PIL import Image

    paper.add_page()
    paper.image(Image.new("L", (20, 20), 128), 50, 50, 400, 600)


def test_a_scan_is_a_failure_and_a_scanned_page_a_flag(tmp_path: Path) -> None:
    paper = Paper()
    _scan(paper)
    part = work_through(find_sources([paper.saved(tmp_path, "scan.pdf")]).sources, Config())
    (failure,) = part.failures
    assert (failure.error_type, failure.is_fatal, part.documents) == ("no_text_layer", True, [])
    assert "scan.pdf" in failure.message and "OCR" in failure.message
    paper = Paper()
    _scan(paper)
    paper.add_page()
    paper.lines(TOP, FULL, SHORT)
    paper.add_page()  # empty, and no scan
    assert document(paper.saved(tmp_path, "part.pdf")).flags == ("no_text_layer",)


@pytest.mark.parametrize(
    ("change", "error_type"),
    [
        (lambda data: data[: len(data) // 3], "corrupt"),
        (lambda data: b"%PDF-1.7 and nothing else", "corrupt"),
        (lambda data: b"", "corrupt"),
    ],
)
def test_a_damaged_file(tmp_path: Path, change: object, error_type: str) -> None:
    paper = Paper()
    paper.add_page()
    paper.lines(TOP, FULL)
    path = paper.saved(tmp_path)
    assert callable(change)
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(Unreadable, match=r"a\.pdf: damaged") as raised:
        read(find_sources([path]).sources[0], Config())
    assert raised.value.error_type == error_type


def test_a_locked_file(tmp_path: Path) -> None:
    paper = Paper()
    paper.set_encryption(owner_password="owner", user_password="reader")
    paper.add_page()
    paper.lines(TOP, FULL)
    with pytest.raises(Unreadable, match=r"a\.pdf: locked with a password") as raised:
        read(find_sources([paper.saved(tmp_path)]).sources[0], Config())
    assert raised.value.error_type == "encrypted"


def test_our_own_response_is_what_its_script_prints(tmp_path: Path) -> None:
    place = ROOT / "corpus" / "_make" / "quiet_lanes.py"
    spec = importlib.util.spec_from_file_location("quiet_lanes", place)
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.printed().output(str(tmp_path / "a.pdf"))
    assert document(tmp_path / "a.pdf").text == document(ROOT / "corpus" / "responses" / "quiet-lanes.pdf").text


def test_a_head_in_small_print_that_names_another_chapter_on_each_page(tmp_path: Path) -> None:
    chapters = ["Introduction", "Verges", "Hedges", "Annex"]
    paper = Paper()
    for chapter in chapters:
        paper.add_page()
        paper.at(LEFT, 45, chapter, size=8)
        paper.lines(TOP, FULL, SHORT)
    found = document(paper.saved(tmp_path))
    assert [found.text[one.start : one.end] for one in found.apart] == chapters
    assert paragraphs(found) == [f"{FULL} {SHORT}"] * len(chapters)


def test_footnotes_below_two_columns(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    for x, note in (
        (LEFT, ("1 In prices of 2024, and", "without the bridge.")),
        (320, ("2 See the annex of", "the report.")),
    ):
        paper.lines(TOP, *(FULL[at : at + 40].strip() for at in range(0, len(FULL) - 40, 40)), x=x)
        paper.lines(740, *note, x=x, size=7)
    found = document(paper.saved(tmp_path))
    assert [(one.kind, one.label, found.text[one.start : one.end]) for one in found.apart] == [
        ("footnote", "1", "1 In prices of 2024, and without the bridge."),
        ("footnote", "2", "2 See the annex of the report."),
    ]


def test_small_cells_at_the_foot_are_no_footnotes(tmp_path: Path) -> None:
    paper = Paper()
    paper.add_page()
    paper.lines(TOP, *[FULL] * 20)
    for x, cell in ((LEFT, ("12", "14")), (200, ("15", "17")), (320, ("Verges", "Hedges"))):
        paper.lines(740, *cell, x=x, size=7)
    assert document(paper.saved(tmp_path)).apart == ()
