"""The command as a person meets it: exit status, one line for each mistake, tables that do not depend on workers."""

import json
import shutil
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from extractors.pattern_rows import RuleError
from pipeline import load
from pipeline.cli import main
from pipeline.schemas import TABLES

ROOT = Path(__file__).parent.parent
SENTENCE = "The Coastal Towns Fund will pay up to £3 million a year."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "good.txt").write_text(SENTENCE, encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path, corpus: Path) -> Path:
    """An output folder that a run has written."""
    assert main(["run", str(corpus), "--out", str(tmp_path / "out")]) == 0
    return tmp_path / "out"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that is published in an output folder, by name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for name in (*TABLES, "datapackage.json", "run.json")
        for path in ((folder / name).iterdir() if (folder / name).is_dir() else [folder / name])
    }


def test_a_run_ends_with_a_summary(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(corpus), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert f"explain {corpus / 'good.txt'}" in said.out
    assert load("money", out=tmp_path / "out")["amount"].tolist() == [3_000_000]


def test_files_that_cannot_be_read_are_named_and_the_others_read(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "nul.txt").write_bytes(b"\0\1\2")
    (corpus / "nothing.txt").touch()
    (corpus / "table.xyz").write_text(SENTENCE, encoding="utf-8")
    out = tmp_path / "out"

    assert main(["run", str(corpus), "--out", str(out)]) == 1

    said = capsys.readouterr()
    assert said.err == "ukgov-extract: files not read: 3 (each with its reason in the table failures)\n"
    failures = load("failures", out=out).set_index("source_path")
    assert failures["error_type"].to_dict() == {
        "nothing.txt": "empty",
        "nul.txt": "undecodable",
        "table.xyz": "unknown_type",
    }
    assert all(message in said.out and path in message for path, message in failures["message"].items())
    assert load("documents", out=out)["doc_id"].tolist() == ["good.txt"]
    assert load("money", out=out)["doc_id"].tolist() == ["good.txt"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["run", "{tmp}/none", "--out", "{out}"], "none: no such file or folder"),
        (["run", "{corpus}", "--out", "{out}", "--config", "{tmp}/bad.toml"], "unknown key part_byte"),
        (["run", "{corpus}", "--out", "{out}", "--config", "{tmp}/none.toml"], "none.toml: cannot be read"),
        (["run", "{corpus}", "--out", "{out}", "--workers", "0"], "--workers"),
        (["run", "{corpus}", "--out", "{out}", "--colour"], "no such option: --colour"),
        (["run", "{corpus}", "--out", "{corpus}/good.txt"], "good.txt: it is not a folder"),
        (["run", "{corpus}", "--out", "{corpus}/good.txt/out"], "cannot write to"),
        (["run", "{corpus}"], "missing option '--out'"),
        (["evaluate", "{out}", "--gold", "{tmp}/none"], "no gold"),
        (["evaluate", "{tmp}/none", "--gold", "{tmp}"], "no run has written here"),
        (["evaluate", "{out}", "--gold", "{root}/corpus/gold"], "none of the documents that"),
        (["database", "{tmp}/none"], "no run in"),
        (["export", "{tmp}/none", "--format", "csv"], "no run in"),
        (["export", "{out}", "--format", "xls"], "'xls' is not one of 'csv', 'xlsx'"),
        (["export", "{out}"], "missing option '--format'. Choose from: csv, xlsx"),
        (["explain", "{corpus}"], "is a folder: name one file in it"),
        (["explian", "{corpus}"], "no such command 'explian'"),
    ],
)
def test_a_mistake_is_one_line_and_changes_nothing(
    arguments: list[str], reason: str, corpus: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.toml").write_text("part_byte = 1\n", encoding="utf-8")
    before = contents(out)
    capsys.readouterr()

    assert main([argument.format(tmp=tmp_path, corpus=corpus, out=out, root=ROOT) for argument in arguments]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("ukgov-extract: ") and said.err.count("\n") == 1 and said.err.endswith("\n")
    assert reason in said.err
    assert contents(out) == before
    assert (corpus / "good.txt").read_text(encoding="utf-8") == SENTENCE


@pytest.mark.parametrize(
    ("error", "status", "reason"),
    [
        (KeyboardInterrupt(), 130, "stopped; nothing was published"),
        (RuleError("patterns/x.jsonl, rule x: unknown key"), 2, "patterns/x.jsonl, rule x: unknown key"),
        (BrokenProcessPool(), 2, "a worker was killed"),
    ],
)
def test_a_run_that_stops_says_so_in_one_line(
    error: BaseException,
    status: int,
    reason: str,
    corpus: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(*_: object) -> None:
        raise error

    before = contents(out)
    capsys.readouterr()
    monkeypatch.setattr("pipeline.run.work", stop)

    assert main(["run", str(corpus), "--out", str(out)]) == status

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("ukgov-extract: ") and said.err.count("\n") == 1
    assert reason in said.err
    assert contents(out) == before


def test_documents_in_no_known_layout_are_named(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "corpus" / "responses" / "forces-homes.txt", corpus)
    for number in range(4):
        (corpus / f"letter-{number}.txt").write_text(SENTENCE, encoding="utf-8")
    assert main(["run", str(corpus), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "\nIn no known layout: 5\n  good.txt, letter-0.txt, letter-1.txt and 2 more\n" in said
    assert main(["run", str(corpus), "--out", str(tmp_path / "out"), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["in_no_layout"]) == 5


def test_json_is_one_object(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "nothing.txt").touch()
    assert main(["run", str(corpus), "--out", str(tmp_path / "out"), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["rows"]["money"] == 1
    assert [failure["source_path"] for failure in said["failures"]] == ["nothing.txt"]


def test_the_version_is_that_of_the_record_of_a_run(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--version"]) == 0
    recorded = json.loads((out / "run.json").read_text(encoding="utf-8"))["versions"]["ukgov-extract"]
    assert capsys.readouterr().out == f"ukgov-extract {recorded}\n"


def test_schema_is_the_data_dictionary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    written = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert capsys.readouterr().out == written, "make dictionary"


def test_explain_shows_spans_and_rules(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(corpus / "good.txt")]) == 0
    said = capsys.readouterr().out
    assert "[modifier up to] [money £3 million]" in said
    assert "money.symbol_magnitude" in said
    assert not [line for line in said.split("\n") if line.endswith(" ")]


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from pipeline.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Usage: ukgov-extract" in said.stdout
    assert not {"spacy", "pandas", "pyarrow", "numpy", "pydantic", "duckdb", "openpyxl"} & set(said.stderr.split())


def test_bytes_do_not_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    """A worker is a process of its own, which has its sets in another order."""
    paragraphs = [
        paragraph
        for file in sorted((ROOT / "corpus").rglob("*.txt"))
        for paragraph in file.read_text(encoding="utf-8").split("\n\n")
    ]
    listing = (ROOT / "corpus" / "written-questions" / "dentistry.txt").read_text(encoding="utf-8")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(60):
        cut = 7 * number % len(paragraphs)
        prose = "\n\n".join((paragraphs[cut:] + paragraphs[:cut])[: 3 + number % 10])
        text = listing if number % 10 == 0 else f"{SENTENCE.replace('3', str(number))}\n\n{prose}\n"
        (corpus / f"{number}.txt").write_text(text, encoding="utf-8")
    (corpus / "empty.txt").touch()
    page = json.loads((ROOT / "corpus" / "written-questions" / "tabled-in-january.json").read_text(encoding="utf-8"))
    records = [one["value"] | {"id": number // 5 * 5 or 1} for number in range(60) for one in page["results"]]
    (corpus / "page.json").write_text(json.dumps(records), encoding="utf-8")  # ids repeat, across pieces too
    config = tmp_path / "pipeline.toml"
    config.write_text("part_bytes = 20000\n", encoding="utf-8")

    written = []
    for number, workers in enumerate((1, 1, 2, 3)):
        out = tmp_path / f"out{number}"
        command = ["run", corpus, "--out", out, "--config", config, "--workers", workers]
        assert main([str(argument) for argument in command]) == 1
        written.append({name: data for name, data in contents(out).items() if name != "run.json"})

    assert sum(name.startswith("money/") for name in written[0]) > 3
    assert written[1:] == [written[0]] * 3
