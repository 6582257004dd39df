"""The notebooks run from top to bottom, on any tables, and their .ipynb is what `make notebooks` makes of the .py."""

import runpy
import shutil
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import jupytext
import nbformat
import pandas as pd
import pytest

from pipeline.cli import main

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("0*.py"))
each_notebook = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.fixture(scope="session")
def bare_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over one sentence, in which there is nothing to find."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "a.txt").write_text("The kettle is on.\n", encoding="utf-8")
    assert main(["run", str(folder / "a.txt"), "--out", str(folder / "outputs")]) == 0
    return folder / "outputs"


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the notebooks. They are run from its root, where Jupyter runs them from their own folder."""
    (tmp_path / "outputs").symlink_to(request.getfixturevalue(request.param))
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path / "notebooks"))
    monkeypatch.delitem(sys.modules, "charts", raising=False)  # it knows the folder that it stands in
    monkeypatch.setattr("builtins.print", lambda *_, **__: None)
    with pd.option_context("display.max_colwidth", 50, "display.float_format", None):
        yield tmp_path


@each_notebook
@pytest.mark.parametrize("folder", ["corpus_out", "bare_out"], indirect=True)
def test_a_notebook_runs(notebook: Path, folder: Path) -> None:
    runpy.run_path(str(folder / "notebooks" / notebook.name), run_name="__main__")


@each_notebook
def test_the_ipynb_has_the_cells_of_the_py_and_no_outputs(notebook: Path) -> None:
    source = jupytext.read(notebook)
    stored = nbformat.read(notebook.with_suffix(".ipynb"), as_version=4)
    assert [(cell.cell_type, cell.source) for cell in stored.cells] == [
        (cell.cell_type, cell.source) for cell in source.cells
    ], "make notebooks"
    assert not [cell for cell in stored.cells if cell.get("outputs") or cell.get("execution_count")]


@pytest.mark.parametrize("folder", ["corpus_out", "bare_out"], indirect=True)
@pytest.mark.parametrize("name", ["tables", "recommendations", "money", "review"])
def test_a_picture_says_what_it_shows(name: str, folder: Path) -> None:
    import pictures  # in the folder above

    drawn = ET.fromstring(pictures.draw(name, folder / "outputs"))
    kept = ET.parse(ROOT / "docs" / "images" / f"{name}.svg").getroot()
    for picture in (drawn, kept):
        assert picture.get("role") == "img"
        assert picture[0].text == pictures.PICTURES[name][1]
    beside = (ROOT / "notebooks" / "README.md").read_text(encoding="utf-8")
    assert f"![{pictures.PICTURES[name][1]}](../docs/images/{name}.svg)" in beside
    assert set(pictures.PICTURES) == {path.stem for path in (ROOT / "docs" / "images").glob("*.svg")} - {"explain"}
