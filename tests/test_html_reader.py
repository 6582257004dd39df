"""HTML files: which part of the page is the document, what the page states beside it, in which encoding."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import document_in, read_file

from extractors.model import Facts
from pipeline import load
from pipeline.cli import main
from pipeline.documents import Document
from pipeline.errors import Unreadable
from pipeline.readers.html import parse
from pipeline.readers.page import address_of, day_of, facts_of

AROUND = (
    "<nav><a href='/'>Home</a></nav><div class='cookie-banner'>We use cookies</div>{}"
    "<div class='related'>A £40 million fund</div><footer>Contact us</footer>"
)
STORY = "".join(
    f"<p>Sentence {number} of a story about a bridge that the county council will mend for £{number} million.</p>"
    for number in range(1, 8)
)


@pytest.mark.parametrize(
    ("page", "printed"),
    [
        (AROUND.format("<main><h1>Title</h1><div class='govspeak'><p>Text.</p></div></main>"), "Title\n\nText."),
        (
            "<link rel=canonical href='https://committees.parliament.uk/committee/1'>"
            + AROUND.format("<div role='main'><p>Short.</p></div>"),
            "Short.",
        ),
        (
            "<meta name='govuk:format' content='guidance'>" + AROUND.format("<article><p>Short.</p></article>"),
            "Short.",
        ),
        (
            AROUND.format("<table><tr><td><h3>Police</h3><a href='/pa/cm200405/x.htm'>Next</a></td></tr></table>"),
            "Police\n\nNext",
        ),
        (
            "<h1>Title</h1><p>Nothing stands around it.</p><ul><li>one</li></ul>",
            "Title\n\nNothing stands around it.\n\n- one",
        ),
    ],
)
def test_the_element_that_holds_the_document(tmp_path: Path, page: str, printed: str) -> None:
    assert document_in(tmp_path, "a.html", page).text == printed


def test_an_unknown_page_by_trafilatura(tmp_path: Path) -> None:
    page = AROUND.format(f"<div><h1>A bridge</h1>{STORY}<ul><li>one</li><li>two</li></ul></div>")
    text = document_in(tmp_path, "a.htm", f"<html><head><title>A bridge</title></head><body>{page}</body></html>").text
    assert text.startswith("A bridge\n\nSentence 1 of")
    assert "Sentence 7 of" in text
    assert not {"Home", "cookies", "£40 million", "Contact us"} & set(text.replace(".", " ").split())
    assert "£40 million" not in text


def test_what_a_page_states_goes_before_its_text_and_the_manifest_before_both(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    page = (
        "<meta name='govuk:first-published-at' content='2025-03-03T09:00:00Z'>"
        "<meta name='govuk:primary-publishing-organisation' content='Home Office'>"
        "<main><h1>Title</h1><p>Published 4 March 2025</p><p>Applies to England</p><p>Text of it.</p></main>"
    )
    for name in ("a.html", "b.html"):
        (corpus / name).write_text(page)
    (corpus / "manifest.csv").write_text("path,publisher_name,published_on\nb.html,HM Treasury,2025-05-05\n")
    assert main(["run", str(corpus), "--out", str(tmp_path / "out")]) == 0
    documents = load("documents", out=tmp_path / "out")
    assert documents["publisher_name"].tolist() == ["Home Office", "HM Treasury"]
    assert documents["published_on"].dt.strftime("%d/%m").tolist() == ["03/03", "05/05"]
    assert documents["jurisdiction"].tolist() == ["England", "England"]
    assert documents["metadata_source"].tolist() == ["document", "manifest"]


def ld(**values: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(values)}</script>"


DAY = {"published_on": dt.date(2025, 3, 3), "published_precision": "day"}


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("<title>Title</title>", {"title": "Title"}),
        ("<title>Long title</title><h1>Title\n of it</h1>", {"title": "Title of it"}),
        ("<meta property='og:title' content='Title'><h1>One</h1><h1>Two</h1>", {"title": "Title"}),
        ("<meta property='og:site_name' content='Local News'>", {"publisher_name": "Local News"}),
        ("<meta name='DC.publisher' content='Senedd'>", {"publisher_name": "Senedd"}),
        ("<meta name='dcterms.issued' content='2025-03-03'>", DAY),
        ("<meta property='article:published_time' content='2025-03-02T23:30:00-01:00'>", DAY),
        ("<time itemprop='datePublished' datetime='2025-03-03'>Monday</time><time datetime='2020-01-01'>", DAY),
        (
            "<meta name='dc.date' content='2025-02'>",
            {"published_on": dt.date(2025, 2, 28), "published_precision": "month"},
        ),
        (
            ld(**{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", "headline": "A &amp; B"}]}),
            {"title": "A & B"},
        ),
        (
            ld(
                datePublished="2025-03-03T10:00:00Z",
                dateModified="2025-03-09T10:00:00Z",
                author=[{"@type": "GovernmentOrganization", "name": "Home Office"}],
                publisher={"@type": "Organization", "name": "GOV.UK"},
            ),
            DAY | {"updated_on": dt.date(2025, 3, 9), "publisher_name": "Home Office"},
        ),
        (
            ld(
                headline="T",
                author={"@type": "Person", "name": "Ann"},
                publisher={"@type": "Organization", "name": "The Gull"},
            ),
            {"title": "T", "publisher_name": "The Gull"},
        ),
        (ld(datePublished="2025-03-03", dateModified="2025-03-03"), DAY),
        ("<script type='application/ld+json'>{not JSON</script><meta name='dc.date' content='soon'>", {}),
        (ld(headline=3, datePublished=[], author="Ann", publisher=7), {}),
    ],
)
def test_what_a_page_states_about_itself(head: str, facts: dict[str, object]) -> None:
    page = parse(f"<html><head>{head}</head><body><p>Text</p></body></html>")
    assert page is not None
    assert facts_of(page, None) == Facts(**facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("page", "address"),
    [
        (
            "<link rel=canonical href='https://www.gov.uk/a'><meta property='og:url' content='https://x.org'>",
            "https://www.gov.uk/a",
        ),
        ("<link rel=canonical href='/a'><meta property='og:url' content='https://x.org'>", "https://x.org"),
        ("<!-- saved from url=(0021)https://www.gov.uk/b -->\n<p>a", "https://www.gov.uk/b"),
        ("<a href='https://x.org'>x</a>", None),
    ],
)
def test_where_a_page_was_published(page: str, address: str | None) -> None:
    root = parse(page)
    assert root is not None
    assert address_of(root, page) == address


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-07-01T23:30:00Z", "2025-07-02"),
        ("2025-01-01T23:30:00Z", "2025-01-01"),
        ("2025-07-01T23:30:00", "2025-07-01"),
        ("1 July 2025", "2025-07-01"),
        ("9999-12-31T23:59:00-10:00", None),
        ("2025-13-01T00:00", None),
        ("Today", None),
        (20250701, None),
    ],
)
def test_a_day_is_that_of_london(written: object, day: str | None) -> None:
    found = day_of(written)
    assert (found and found.first.isoformat()) == day


@pytest.mark.parametrize(
    ("data", "flags"),
    [
        ("<p>“£5” – café</p>".encode(), ()),
        ("\ufeff<p>“£5” – café</p>".encode("utf-16-le"), ()),
        ("<meta charset='iso-8859-1'><p>“£5” – café</p>".encode("cp1252"), ()),
        ("<meta charset=windows-1252><p>“£5” – café</p>".encode(), ()),
        ("<meta charset=unknown-8><p>“£5” – café</p>".encode("cp1252"), ("encoding_guessed",)),
    ],
)
def test_the_encoding(tmp_path: Path, data: bytes, flags: tuple[str, ...]) -> None:
    document = document_in(tmp_path, "a.html", data)
    assert (document.text, document.flags) == ("“£5” – café", flags)


def test_a_declared_encoding_is_believed_where_a_guess_would_differ(tmp_path: Path) -> None:
    page = "<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'><p>Łódź</p>"
    assert document_in(tmp_path, "a.html", page.encode("iso-8859-2")).text == "Łódź"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", "<!DOCTYPE html><html><body><p>Text</p></body></html>", "text/html"),
        ("a.xml", "<?xml version='1.0'?>\n<!-- saved --><html><body><p>Text</p></body></html>", "text/html"),
        ("a.html", "Text", "text/plain"),
        ("a.htm", "<p>Text", "text/html"),
        ("a.txt", "<p>Text</p> is how a paragraph begins", "text/plain"),
    ],
)
def test_a_file_is_what_its_content_says(tmp_path: Path, name: str, content: str, media_type: str) -> None:
    assert document_in(tmp_path, name, content).media_type == media_type


def test_a_page_saved_as_a_single_file(tmp_path: Path) -> None:
    page = "<meta name='govuk:first-published-at' content='2025-03-03'><main><p>It costs £5.</p></main>"
    saved = MIMEMultipart("related")
    saved.attach(MIMEText(page, "html", "utf-8"))
    saved.attach(MIMEText("body {}", "css"))
    for data in (saved.as_bytes(), saved.as_bytes().replace(b"\n", b"\r\n")):
        document = document_in(tmp_path, "a.mhtml", data)
        assert (document.text, document.facts.published_on) == ("It costs £5.", dt.date(2025, 3, 3))


@pytest.mark.parametrize(
    ("name", "data", "error_type", "reason"),
    [
        ("a.mht", b"From: a browser", "malformed_mhtml", "there is no page in it"),
        ("a.html", b"<html><nav>Home</nav></html>", "empty", "holds no text"),
        ("a.html", b"<p>a\0b</p>", "undecodable", "NUL"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "unknown_type", r"no reader for \.doc "),
        ("a.txt", rb"{\rtf1\ansi Text}", "unknown_type", r"no reader for \.rtf"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "unknown_type", r"no reader for \.png"),
    ],
)
def test_what_gives_no_text(tmp_path: Path, name: str, data: bytes, error_type: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason) as raised:
        read_file(tmp_path, name, data)
    assert (raised.value.error_type, name in raised.value.message) == (error_type, True)


@settings(deadline=None, max_examples=60)  # eight readers, and the first call of each imports its library
@given(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(lambda text: f"<html><nav>{text}".encode("utf-8", "replace"))
    )
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("a.html", "a.docx", "a.odt", "a.xml", "a.csv", "a.json", "a.mht", "a.txt"):
            try:
                found = read_file(Path(folder), name, data)
            except Unreadable as error:
                assert name in error.message
            else:
                assert all(one.text.strip() for one in found if isinstance(one, Document))
