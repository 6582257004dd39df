"""HTML → lines: a page of small pieces, and every mixture of blocks that a generator can think of."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layouts.html_lines import html_lines
from extractors.layouts.parliament_api import read_record
from extractors.model import Reading


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<p>One.</p><p>Two &amp; <strong>th</strong>ree.</p>", ["One.", "Two & three."]),
        ("<p>It cost&nbsp;£5.</p>\n<p>&nbsp;</p><p> </p>", ["It cost\xa0£5."]),
        ("<p>A:</p><ul><li>one;</li><li><p>two</p><p>more</p></li></ul>B", ["A:", "- one;", "- two more", "B"]),
        ("<ol><li>one<ul><li>inner</li></ul></li><li>two</li></ol>", ["- one", "  - inner", "- two"]),
        (
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td><p>A</p></td><td>£4</td></tr></table>",
            ["Year | Cost", "A | £4"],
        ),
        ("<table><tr><td></td><td>May</td></tr><tr><td> </td><td></td></tr></table>", ["| May"]),
        ("<table><tr><td>a<br>b<ul><li>c</li></ul></td><td>d</table>e", ["a b c | d", "e"]),
        ("<table>\n<tr>\n<td>a</td>\n<td></td>\n<td>c</td>\n</tr></table>", ["a |  | c"]),
        ("one<br/>two", ["one", "two"]),
        ("£5 million<sup>1</sup> on 3<sup>rd</sup> May<sup>[2]</sup>", ["£5 million¹ on 3rd May[2]"]),
        ("<p>Seen<script>unseen</script><style>p {}</style><!-- nor this --></p>", ["Seen"]),
        ("<p>Levels of 3 < 5 & so on", ["Levels of 3 < 5 & so on"]),
        ("no tag: 3 < 5 &amp; &pound;6 &nonsense; R&D", ["no tag: 3 < 5 & £6 &nonsense; R&D"]),
        (" first \r\n\r\n  second  line ", ["first", "second line"]),
        ("</p></li></ul></td></tr></table>left open <b>", ["left open"]),
        ("", []),
    ],
)
def test_lines_of_html(source: str, lines: list[str]) -> None:
    assert html_lines(source) == lines


WORDS = st.text(st.sampled_from("abc £5&<>'\"é’"), min_size=1, max_size=12).map(str.strip).filter(bool)
CELLS = st.lists(WORDS, min_size=2, max_size=4)
BLOCKS = st.one_of(
    st.tuples(st.just("paragraph"), WORDS.map(lambda words: f"x {words}")),
    st.tuples(st.just("list_item"), st.lists(WORDS, min_size=1, max_size=3)),
    st.tuples(st.just("table_row"), st.lists(CELLS, min_size=1, max_size=3)),
)


def as_html(kind: str, words: str | list[str] | list[list[str]]) -> str:
    if kind == "paragraph":
        return f"<p>{escape(str(words))}</p>"
    if kind == "list_item":
        return "<ul>" + "".join(f"<li>{escape(str(item))}</li>" for item in words) + "</ul>"
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in words)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def folded(words: str) -> str:
    return " ".join(words.split())


@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_every_block_is_a_segment_of_its_kind_at_its_place(blocks: list[tuple[str, str | list[str]]]) -> None:
    expected = []
    for kind, words in blocks:
        if kind == "paragraph":
            expected.append((kind, folded(str(words))))
        elif kind == "list_item":
            expected += [(kind, f"- {folded(item)}") for item in words]
        else:
            expected += [(kind, " | ".join(map(folded, row))) for row in words]
    text, reading = read_record(
        {"id": 1, "questionText": "To ask?", "answerText": "".join(as_html(*block) for block in blocks)}
    )
    assert inside_the_answer(text, reading) == expected


@given(st.text(st.sampled_from("<>/plitrdabu &;#3x\n\"'!-[]"), max_size=60))
def test_whatever_the_tags_are_lines_hold_words(source: str) -> None:
    for line in html_lines(source):
        assert line.strip() and line == line.rstrip()
        assert "\n" not in line


def inside_the_answer(text: str, reading: Reading) -> list[tuple[str, str]]:
    (answer,) = (number for number, segment in enumerate(reading.segments) if segment.kind == "answer")
    return [(one.kind, text[one.start : one.end]) for one in reading.segments if one.parent == answer]
