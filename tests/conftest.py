"""What several modules of tests need: the tables of `corpus/`, made once in each process, and of a small response."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from answered import tables_of

from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.run import run

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="session")
def corpus_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with a run over the project's own documents. Tests only read it."""
    out = tmp_path_factory.mktemp("corpus") / "outputs"
    run(find_sources([CORPUS]), out, Config(), 1, lambda *_: None)
    return out


@pytest.fixture
def tables(tmp_path: Path) -> Any:
    """Makes the rows of a response out of its paragraphs: `tables("Our piers", "Recommendation 1", …)`."""
    return partial(tables_of, tmp_path)
