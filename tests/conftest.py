"""The tables of `corpus/`, made once in each process that runs tests."""

from pathlib import Path

import pytest

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
