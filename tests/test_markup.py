"""HTML → text, as a page of examples: what stands left is printed as what stands right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.readers.html import parse
from pipeline.readers.markup import text_of

TAGS = (
    "p",
    "div",
    "b",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "caption",
    "dl",
    "dt",
    "dd",
    "br",
    "pre",
    "h1",
    "sup",
    "a",
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ATTRIBUTES = st.sampled_from(
    ("", " id='fn:1'", " href='#fn:1'", " colspan='9'", " rowspan='3'", " rowspan='x'", " start='7'", " hidden")
)
MARKUP = st.lists(
    st.one_of(
        WORDS,
        st.builds("<{}{}>".format, st.sampled_from(TAGS), ATTRIBUTES),
        st.builds("</{}>".format, st.sampled_from(TAGS)),
    ),
    max_size=40,
).map("".join)

NOTES = (
    "<div class=footnotes><ol><li id='fn:1'><p>One. <a href='#fnref:1'>↩</a></p></li><li id='fn:b'>Two.</li></ol></div>"
)


def text(markup: str) -> str:
    root = parse(markup)
    assert root is not None
    return text_of(root)


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        ("<p>It costs\n  <b>£5</b>\tnow.</p><p>No more.</p>", "It costs £5 now.\n\nNo more."),
        ("<p>in<i>ter</i>est</p>", "interest"),
        ("<p>£5&nbsp;million &amp; co&shy;sts</p>", "£5\xa0million & costs"),
        ("<h2>Costs</h2>They<div>rise.</div>", "Costs\n\nThey\n\nrise."),
        ("<p>one<br>two<br><br>three</p>", "one\ntwo\n\nthree"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("<p>for:</p><ul><li>roofs</li><li><p>walls</p></li></ul><p>End</p>", "for:\n\n- roofs\n- walls\n\nEnd"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<ol start='4'><li>a</li><li value='9'>b</li><li>c</li></ol>", "4. a\n9. b\n10. c"),
        ("<ol type='a'><li>a</li><li>b</li></ol><ol type='i'><li>c</li></ol>", "a. a\nb. b\n\ni. c"),
        ("<ol><li>(a) own</li><li>2.1 number</li></ol><ul><li>• dot</li></ul>", "(a) own\n2. 2.1 number\n\n• dot"),
        (
            "<dl><dt>From:</dt><dd>Home Office</dd><dt>Published</dt><dd>May</dd></dl>",
            "From: Home Office\n\nPublished: May",
        ),
        ("<blockquote><p>“One.</p><p>“Two.”</p></blockquote>", "“One.\n\n“Two.”"),
    ],
)
def test_blocks(markup: str, printed: str) -> None:
    assert text(markup) == printed


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        (
            "<table><caption>Awards</caption><tr><th>No.</th><th>Sum</th></tr><tr><td>1</td><td>£5</td></tr></table>",
            "Awards\n\nNo.\tSum\n1\t£5",
        ),
        ("<table><tr><td>a</td><td><p>b</p><ul><li>c</li></ul></td></tr></table>", "a\tb - c"),
        ("<table><tr><td colspan=2>a</td><td>b</td></tr></table>", "a\t\tb"),
        (
            "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>",
            "a\tb\n\tc\nd\te",
        ),
        (
            "<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>",
            "a\tb\nc\nd\te",
        ),
        ("<table><tr><td>a</td><td></td><td>c</td></tr><tr><td></td><td></td></tr></table>", "a\t\tc"),
        ("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\n\nTwo"),
        ("<table role=presentation><tr><td>menu</td><td>text</td></tr></table>", "menu\n\ntext"),
    ],
)
def test_tables(markup: str, printed: str) -> None:
    assert text(markup) == printed


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        (
            f"<p>£5<sup><a href='#fn:1'>1</a></sup> more<a href='#fn:b'>[footnote 2]</a></p>{NOTES}<p>End.</p>",
            "£5 [1] more [footnote 2]\n\nEnd.\n\n[1] One.\n[2] Two.",
        ),
        (
            "<p>£5<a href='#_ftn1'>[1]</a></p><div id='ftn1'><p><a href='#_ftnref1'>[1]</a> 30 councils.</p></div>",
            "£5 [1]\n\n[1] 30 councils.",
        ),
        (
            "<p>£5<a href='#footnote-12'>12</a></p><aside id='footnote-12'><a href='#x'>12</a> Twelve.</aside>End.",
            "£5 [12]\n\nEnd.\n\n[12] Twelve.",
        ),
        ("<p>5 m<sup>2</sup>, 1<sup>st</sup>, <a href='#fn'>1</a></p>", "5 m2, 1st, 1"),
    ],
)
def test_notes_stand_at_the_end(markup: str, printed: str) -> None:
    assert text(markup) == printed


@pytest.mark.parametrize(
    "dropped",
    [
        "<nav>Home</nav>",
        "<div role='navigation'>Home</div>",
        "<script>x</script>",
        "<style>x</style>",
        "<div class='gem-c-cookie-banner'>We use cookies</div>",
        "<div id='related-content'>More</div>",
        "<div class='share-links'>Share</div>",
        "<p style='display: none'>unseen</p>",
        "<p hidden>unseen</p>",
        "<span class='govuk-visually-hidden'>unseen</span>",
        "<del>£4</del>",
        "<button>Print</button>",
        "<!-- a comment -->",
    ],
)
def test_what_is_no_part_of_the_document(dropped: str) -> None:
    assert text(f"<p>Before</p>{dropped}<p>After</p>") == "Before\n\nAfter"


@pytest.mark.parametrize(
    "kept",
    [
        "<h2 id='related-costs'>Costs</h2>",
        "<p id='share'>Costs</p>",
        "<div class='shared-services'>Costs</div>",
        "<div class='sidebar-layout'><h1>Costs</h1></div>",
        "<details><summary>Costs</summary></details>",
        "<ins>Costs</ins>",
    ],
)
def test_what_only_looks_like_it(kept: str) -> None:
    assert "Costs" in text(f"<p>Before</p>{kept}<p>After</p>")


@settings(deadline=None)  # the first call imports lxml
@given(MARKUP)
def test_any_markup_gives_a_text_of_trimmed_blocks(markup: str) -> None:
    root = parse(f"<body>{markup}")
    printed = "" if root is None else text_of(root)
    assert printed == printed.strip()
    assert "\n\n\n" not in printed


@pytest.mark.parametrize("opened", ["<p><font size=2>{}", "<a name=x>{}<p>", "<center>{}<p>", "<span>{}<br>"])
def test_what_is_never_closed_hides_nothing(opened: str) -> None:
    assert text("".join(map(opened.format, range(500)))).split() == [str(number) for number in range(500)]


def test_markup_that_is_too_deep_is_refused_and_not_cut() -> None:
    with pytest.raises(ValueError, match="nested more than 255 deep"):
        parse("<div>a" * 500)
