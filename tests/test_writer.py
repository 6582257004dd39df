"""A run is published complete or not at all, and touches nothing that is not its own."""

import errno
import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline import load, writer
from pipeline.schemas import TABLES, Table
from pipeline.writer import OutputError, Version, new_version, publish


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def row(table: str, **values: object) -> tuple[Any, ...]:
    """A row of nothing but `values`."""
    columns = TABLES[table].columns
    return tuple(values.get(column.name, () if column.type == "list<string>" else None) for column in columns)


def write(version: Version, title: str, n_parts: int) -> None:
    for part in range(n_parts):
        version.write_part(part, {"documents": [row("documents", doc_id=f"{part}.txt", title=title)]})


def run(out: Path, title: str = "one", n_parts: int = 1) -> None:
    with new_version(out) as version:
        write(version, title, n_parts)
        publish(version, [{"title": "A department", "licence": "OGL-UK-3.0"}], {"title": title, "n_parts": n_parts})


def titles(out: Path) -> list[str]:
    return sorted(pq.read_table(out / "documents")["title"].to_pylist())


def versions(out: Path) -> list[str]:
    return sorted(path.name for path in (out / ".versions").iterdir())


def tree(out: Path) -> dict[str, bytes | str]:
    """Every file with its bytes and every link with where it leads; not the lock."""
    return {
        str(path.relative_to(out)): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_symlink() or (path.is_file() and path.name != ".lock")
    }


# What is written


def test_every_part_has_every_table(out: Path) -> None:
    run(out, n_parts=2)
    for name in TABLES:
        assert sorted(path.name for path in (out / name).iterdir()) == ["part-00000.parquet", "part-00001.parquet"]
    assert titles(out) == ["one", "one"]


def test_a_run_of_nothing_still_writes_every_table(out: Path) -> None:
    run(out, n_parts=0)
    for name, table in TABLES.items():
        read = pq.read_table(out / name)
        assert (read.num_rows, read.schema.names) == (0, [column.name for column in table.columns])


def test_the_table_folders_are_links_through_one_link(out: Path) -> None:
    run(out)
    assert (out / ".current").readlink() == Path(".versions/1")
    for name in (*TABLES, "datapackage.json", "run.json"):
        assert (out / name).readlink() == Path(".current", name)


def test_two_runs_write_the_same_bytes(out: Path, tmp_path: Path) -> None:
    run(out, n_parts=2)
    run(tmp_path / "other", n_parts=2)
    assert tree(out) == tree(tmp_path / "other")


def test_a_worker_in_another_process_can_write_a_part(out: Path, tmp_path: Path) -> None:
    run(out, n_parts=2)
    with new_version(tmp_path / "other") as version:
        sent = pickle.loads(pickle.dumps(version))
        sent.write_part(1, {"documents": [row("documents", doc_id="1.txt", title="one")]})
        sent.write_part(0, {"documents": [row("documents", doc_id="0.txt", title="one")]})
        publish(version, [{"title": "A department", "licence": "OGL-UK-3.0"}], {"title": "one", "n_parts": 2})
    assert tree(out) == tree(tmp_path / "other")


def test_rows_of_an_unknown_table_are_an_error(out: Path) -> None:
    with new_version(out) as version, pytest.raises(ValueError, match="no such table: monye"):
        version.write_part(0, {"monye": []})


def test_the_files_have_statistics_and_one_compression(out: Path) -> None:
    run(out)
    column = pq.read_metadata(out / "documents" / "part-00000.parquet").row_group(0).column(0)
    assert column.compression == "ZSTD"
    assert (column.statistics.min, column.statistics.null_count) == ("0.txt", 0)


def test_run_json_is_what_was_given_in_order_of_its_keys(out: Path) -> None:
    run(out, "é")
    assert (out / "run.json").read_text(encoding="utf-8") == '{\n  "n_parts": 1,\n  "title": "é"\n}\n'
    paths = [resource["path"] for resource in json.loads((out / "datapackage.json").read_text())["resources"]]
    assert all((out / path).is_file() for parts in paths for path in parts)


# What readers see


def test_nothing_changes_until_the_run_is_published(out: Path) -> None:
    run(out, "one")
    with new_version(out) as version:
        write(version, "two", 1)
        assert titles(out) == ["one"]
        publish(version, [], {})
        assert titles(out) == ["two"]


def test_a_reader_during_many_publishes_sees_one_whole_run(out: Path) -> None:
    n_parts, reads, done = 3, threading.Semaphore(0), threading.Event()
    wrong: list[str] = []

    def read() -> None:
        while not done.is_set():
            try:
                seen = load("documents", out)["title"]
                if len(seen) != n_parts or seen.nunique() != 1:
                    wrong.append(f"mixed: {seen.tolist()}")
                wrong.extend(f"missing: {name}" for name in (*TABLES, "run.json") if not (out / name).exists())
            except Exception as error:
                wrong.append(repr(error))
            reads.release()

    run(out, "0", n_parts)
    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 16):
        reads.acquire(timeout=10)  # a read may span one publish, as the contract says, and no more
        run(out, str(number), n_parts)
    done.set()
    reader.join()
    assert wrong == []


def test_a_reader_that_has_the_version_before_open_can_finish(out: Path) -> None:
    run(out, "one")
    before = (out / ".current").resolve()
    run(out, "two")
    assert pq.read_table(before / "documents")["title"].to_pylist() == ["one"]


def test_older_versions_are_removed(out: Path) -> None:
    for _ in range(4):
        run(out)
    assert versions(out) == ["3", "4"]


# Runs that fail


def test_a_failed_run_changes_nothing_and_the_next_removes_it(out: Path) -> None:
    run(out, "one")
    before = tree(out)
    with pytest.raises(RuntimeError), new_version(out) as version:
        write(version, "two", 2)
        raise RuntimeError
    assert {path: content for path, content in tree(out).items() if not path.startswith(".versions/2")} == before
    run(out, "three")
    assert titles(out) == ["three"]
    assert versions(out) == ["1", "2"]


def test_a_run_that_is_killed_leaves_no_lock(out: Path) -> None:
    run(out, "one")
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from pipeline.writer import new_version\n"
        "with new_version(Path(sys.argv[1])) as version:\n"
        "    version.write_part(0, {})\n"
        "    os._exit(3)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(out)], check=False).returncode == 3
    assert titles(out) == ["one"]
    run(out, "two")
    assert titles(out) == ["two"]


@pytest.mark.parametrize("step", ["symlink_to", "replace"])
def test_a_full_disk_while_publishing_changes_nothing(out: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    run(out, "one")
    with (
        pytest.raises(OutputError, match=r"^cannot write to .*out: No space left on device$"),
        monkeypatch.context() as patch,
    ):
        patch.setattr(Path, step, fail)
        run(out, "two")
    assert titles(out) == ["one"]
    run(out, "three")
    assert titles(out) == ["three"]


def test_a_first_run_that_fails_while_publishing_leaves_no_links(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutputError), monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "Input/output error")))
        run(out)
    assert not any((out / name).exists() for name in TABLES)
    with new_version(out):
        assert not any((out / name).is_symlink() for name in TABLES)


def test_a_second_run_at_the_same_time_is_refused(out: Path) -> None:
    with new_version(out), pytest.raises(OutputError, match=r"another run is writing to .*out: wait until it ends"):
        run(out)
    run(out)


# What is not ours


def make_folder(path: Path) -> None:
    path.mkdir()
    (path / "thesis.docx").write_text("years of work")


def make_link(path: Path) -> None:
    path.symlink_to("elsewhere")


@pytest.mark.parametrize("make", [make_folder, make_link, Path.touch])
@pytest.mark.parametrize("name", ["money", "run.json", ".current"])
def test_what_a_run_did_not_make_is_never_replaced(out: Path, name: str, make: Callable[[Path], None]) -> None:
    out.mkdir()
    make(out / name)
    before = tree(out)
    with pytest.raises(OutputError, match=f"{name} was not made by a run"):
        run(out)
    assert tree(out) == before


def test_other_files_stay(out: Path) -> None:
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    (out / "shortcut").symlink_to("nowhere")
    (out / ".versions" / "kept").mkdir(parents=True)
    for _ in range(3):
        run(out)
    assert (out / "notes.txt").read_text() == "mine"
    assert (out / "shortcut").is_symlink()
    assert versions(out) == ["2", "3", "kept"]


def test_a_table_that_is_no_longer_written_goes(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more: dict[str, Table] = {**TABLES, "dropped": TABLES["failures"]}
    with monkeypatch.context() as patch:
        patch.setattr(writer, "TABLES", more)
        run(out)
    assert (out / "dropped").is_dir()
    run(out)
    assert not (out / "dropped").is_symlink()


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match=r"^cannot write to .*out: it is not a folder$"):
        run(tmp_path / "out")


def test_an_output_under_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"^cannot write to .*out: Not a directory$"):
        run(tmp_path / "file" / "out")


def test_an_output_that_may_not_be_written_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)  # a real one is no obstacle to root, who runs tests in containers
    with pytest.raises(OutputError, match=r"^cannot write to .*out: Permission denied$"):
        run(out)
