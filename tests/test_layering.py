"""What may know of what, and where things may stand: the structure that the README promises."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractors
import pipeline
from extractors.layouts import LAYOUTS
from extractors.token_classes import phrases, token_classes
from pipeline.readers import READERS

ROOT = Path(__file__).parent.parent
EXTRACTORS = sorted((ROOT / "extractors").rglob("*.py"))
CODE = [*EXTRACTORS, *sorted((ROOT / "pipeline").rglob("*.py"))]
NETWORK = {"ftplib", "http", "httpx", "requests", "socket", "ssl", "urllib", "urllib3"}
FORBIDDEN = {"pandas", "pyarrow", "pipeline"}
MAY_MATCH = {
    "amounts.py": "reads numbers",
    "calendar.py": "reads dates",
    "date_values.py": "reads dates",
    "periods.py": "reads periods",
    "rules.py": "reads the language of the rows",
    "token_classes.py": "reads the rows that give a class by its shape",
    "words.py": "cuts text into words",
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def imported(path: Path) -> set[str]:
    """The packages that a file imports, inside functions too."""
    modules = {alias.name for node in nodes(path) if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.module}
    return {module.partition(".")[0] for module in modules}


def defines(path: Path, function: str) -> bool:
    return any(isinstance(node, ast.FunctionDef) and node.name == function for node in nodes(path))


@pytest.mark.parametrize("path", EXTRACTORS, ids=name)
def test_extractors_know_nothing_of_files_and_tables(path: Path) -> None:
    assert not imported(path) & FORBIDDEN


@pytest.mark.parametrize("path", CODE, ids=name)
def test_nothing_opens_a_connection(path: Path) -> None:
    assert not imported(path) & NETWORK


def test_extractors_come_without_tables_and_the_command_line_of_spacy() -> None:
    code = "import sys, extractors, extractors.layouts; print(*{name.partition('.')[0] for name in sys.modules})"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not set(said.stdout.split()) & {*FORBIDDEN, "weasel"}


def test_rules_are_rows_and_not_regular_expressions() -> None:
    """Shapes of lines are matched in the layouts, words by the rows; no module but these few has a use for `re`."""
    matching = {path.name for path in EXTRACTORS if path.parent.name != "layouts" and "re" in imported(path)}
    assert matching == MAY_MATCH.keys()


def test_every_file_of_patterns_is_used() -> None:
    constants = {node.value for path in EXTRACTORS for node in nodes(path) if isinstance(node, ast.Constant)}
    patterns = {path.stem for path in (ROOT / "extractors" / "patterns").glob("*.jsonl")}
    assert patterns
    assert patterns <= constants


def test_every_class_of_tokens_and_phrase_is_used() -> None:
    constants = {node.value for path in EXTRACTORS for node in nodes(path) if isinstance(node, ast.Constant)}
    patterns = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "extractors" / "patterns").glob("*.jsonl"))
    in_patterns = set(re.findall(r"<(\w+)>|\$(\w+)", patterns))
    used = {name for names in in_patterns for name in names}
    assert token_classes().keys() <= used | constants
    assert phrases().keys() <= used


def test_every_layout_and_reader_is_registered() -> None:
    grammars = {path.stem for path in (ROOT / "extractors" / "layouts").glob("*.py") if defines(path, "explains")}
    assert grammars - {"__init__"} == set(LAYOUTS)
    readers = {path.stem for path in (ROOT / "pipeline" / "readers").glob("*.py") if defines(path, "read")}
    assert readers - {"__init__"} == {read.__module__.rpartition(".")[2] for _, read in READERS.values()}


def test_both_locks_hold_the_same_packages() -> None:
    uv = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    wanted = {f"{package['name']}=={package['version']}" for package in uv if "registry" in package["source"]}
    assert _pinned("requirements-dev.lock") == wanted, "make lock"
    assert _pinned("requirements.lock") < wanted, "make lock"


def _pinned(name: str) -> set[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if "==" in line}


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_the_packages_are_ours_and_all_are_installed() -> None:
    assert Path(extractors.__file__).parent == ROOT / "extractors"
    assert Path(pipeline.__file__).parent == ROOT / "pipeline"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = {name(path.parent).replace("/", ".") for path in CODE}
    assert set(project["tool"]["setuptools"]["packages"]) == packages
