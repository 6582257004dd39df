"""What is read, in which order, under which id, and what the manifest says of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pipeline.corpus import Inputs, find_sources, identity
from pipeline.errors import UsageError


def corpus(folder: Path, *names: str, manifest: str | None = None) -> Path:
    """A folder with these files, each holding its own name."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    if manifest is not None:
        (folder / "manifest.csv").write_text(manifest, encoding="utf-8")
    return folder


def ids(inputs: Inputs) -> list[str]:
    return [source.doc_id for source in inputs.sources]


def test_files_in_code_point_order_of_their_path(tmp_path: Path) -> None:
    inputs = find_sources([corpus(tmp_path, "b.txt", "a/z.txt", "a.txt", "B.txt", "é.txt", "a/b/c.pdf", "unknown.xyz")])
    assert ids(inputs) == ["B.txt", "a.txt", "a/b/c.pdf", "a/z.txt", "b.txt", "unknown.xyz", "é.txt"]
    assert all(source.doc_id == source.source_path for source in inputs.sources)
    assert inputs.sources[1].n_bytes == len("a.txt")
    assert inputs.left_out == {}


def test_what_is_left_out_is_counted_by_reason(tmp_path: Path) -> None:
    names = [".hidden", "_draft.txt", ".git/config", "README.md", "READMEs/x.txt", "LICENCE", "NOTICE.txt", "a/README"]
    names += ["manifest.csv", "a/manifest.csv", "corrections.csv", "pipeline.toml", "gold/money.jsonl", "gold/x/y.txt"]
    kept = ["a/text.txt", "Notices.txt", "readme.txt", "golden/a.txt", "x/gold.txt", "manifest.csv.txt"]
    folder = corpus(tmp_path, *names, *kept)
    (folder / "manifest.csv").write_text("path,title\n", encoding="utf-8")
    (folder / "link.txt").symlink_to(folder / "readme.txt")
    (folder / "a" / "folder").symlink_to(folder / "golden")
    inputs = find_sources([folder])
    assert ids(inputs) == sorted(kept)
    assert inputs.left_out == {
        "about_the_corpus": 5,
        "configuration": 1,
        "corrections": 1,
        "gold": 1,
        "hidden": 3,
        "manifest": 2,
        "symbolic_link": 2,
    }


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(corpus(tmp_path, "a.txt") / "pipe.txt")
    assert find_sources([tmp_path]).left_out == {"not_a_file": 1}


def test_single_files_and_several_folders(tmp_path: Path) -> None:
    one, two = corpus(tmp_path / "one", "a.txt"), corpus(tmp_path / "two", "b.txt", "README.txt")
    assert ids(find_sources([two, one])) == ["a.txt", "b.txt"]
    assert ids(find_sources([two / "README.txt", one / "a.txt"])) == ["README.txt", "a.txt"]


def test_two_inputs_with_one_id(tmp_path: Path) -> None:
    one, two = corpus(tmp_path / "one", "a.txt"), corpus(tmp_path / "two", "a.txt")
    with pytest.raises(UsageError, match=r"one.a\.txt and .*two.a\.txt would both be the document a\.txt"):
        find_sources([one, two / "a.txt"])


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere: no such file or folder"):
        find_sources([tmp_path / "nowhere"])


@pytest.mark.parametrize(
    ("path", "doc_id"),
    [
        ("a/b c.txt", "a/b c.txt"),
        ("50%#1@x.txt", "50%25%231%40x.txt"),
        ("cafe\u0301.txt", "caf\u00e9.txt"),
        (os.fsdecode(b"a\xa3b.txt"), "a%A3b.txt"),
    ],
)
def test_ids(path: str, doc_id: str) -> None:
    assert identity(path) == doc_id


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not allow such a file name")
def test_a_file_name_that_is_no_utf_8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xa35.txt")).write_text("five pounds")
    (source,) = find_sources([tmp_path]).sources
    assert (source.doc_id, source.path.read_text()) == ("%A35.txt", "five pounds")


def test_the_manifest_states_what_its_cells_hold(tmp_path: Path) -> None:
    manifest = "\ufeffglob,path,title,published_on,licence,document_type\n"
    manifest += 'press/*.txt,,,2025-03,OGL,press\n,press/b.txt," The title ",2024,,\n**/*.txt,,,,,\n,a#1.txt,,,,other\n'
    folder = corpus(tmp_path, "press/a.txt", "press/b.txt", "press/x/c.txt", "a#1.txt", manifest=manifest)
    stated = {source.doc_id: dict(source.stated) for source in find_sources([folder]).sources}
    both = {"published_on": "2025-03", "licence": "OGL", "document_type": "press"}
    assert stated == {
        "a%231.txt": {"document_type": "other"},
        "press/a.txt": both,
        "press/b.txt": {**both, "title": "The title", "published_on": "2024"},
        "press/x/c.txt": {},
    }


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("path,titel\na.txt,x\n", "line 1: unknown column 'titel'"),
        ("path,title,title\na.txt,x,y\n", "line 1: two columns are called 'title'"),
        ("path,title\na.txt,x\n\nb.txt,y\n", "line 4: no document is called b.txt"),
        ("path,title\nREADME.md,x\n", "line 2: no document is called README.md"),
        ("glob,title\n*.pdf,x\n", "line 2: no document is called \\*.pdf"),
        ("glob,title\n/etc/*,x\n", "line 2: /etc/\\* is no pattern of relative paths"),
        ("title\nx\n", "line 2: neither path nor glob is filled"),
        ("path,published_on\na.txt,19/03/2025\n", "line 2: published_on '19/03/2025' is not 2025-03-19"),
        ("path,published_on\na.txt,2025-02-30\n", "line 2: published_on '2025-02-30'"),
        ("path,document_type\na.txt,speech\n", "line 2: document_type 'speech' is none of written_questions, "),
        ("path,title\na.txt,x,y\n", "line 2: more cells than columns"),
        ('path,title\na.txt,"x\n', "line 2: unexpected end of data"),
    ],
)
def test_a_manifest_that_is_wrong(tmp_path: Path, manifest: str, message: str) -> None:
    folder = corpus(tmp_path, "a.txt", "README.md", manifest=manifest)
    with pytest.raises(UsageError, match=f"manifest.csv, {message}"):
        find_sources([folder])


def test_a_manifest_that_is_no_utf_8(tmp_path: Path) -> None:
    (corpus(tmp_path, "a.txt") / "manifest.csv").write_bytes(b"path,title\na.txt,\xa35\n")
    with pytest.raises(UsageError, match=r"manifest\.csv: not UTF-8"):
        find_sources([tmp_path])
