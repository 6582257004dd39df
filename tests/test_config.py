"""A configuration is read as it is meant, or refused with the file and the key."""

from pathlib import Path

import pytest

from pipeline.config import Config, read_config
from pipeline.errors import UsageError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pipeline.toml"


def test_no_file_is_the_defaults() -> None:
    assert read_config(None) == Config()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_keys_that_are_not_there_keep_their_defaults(file: Path, mark: str) -> None:
    file.write_text(f"{mark}part_bytes = 20_000  # small\n", encoding="utf-8")
    assert read_config(file) == Config(part_bytes=20_000)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'[csv]\nreply = "Answer"', "unknown key csv.reply \\(known: question, answer, "),
        (b"[csv]\nquestion = 3", "csv.question = 3 is not a valid string"),
        (
            b"part_byte = 1",
            "unknown key part_byte \\(known: part_bytes, max_document_bytes, near_identical_from, csv\\)",
        ),
        (b"part_bytes = 0", "part_bytes = 0 "),
        (b"part_bytes = '1'", "part_bytes = '1' "),
        (b"part_bytes = true", "part_bytes = True "),
        (b"part_bytes", "not TOML"),
        (b"# \xff", "not UTF-8"),
    ],
)
def test_a_mistake_is_named_with_its_file(file: Path, data: bytes, reason: str) -> None:
    file.write_bytes(data)
    with pytest.raises(UsageError, match=f"pipeline.toml: {reason}"):
        read_config(file)


def test_a_folder_is_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_config(tmp_path)
