"""spaCy, imported without its command line.

`import spacy` brings the command line with it, and that a web client and a downloader of models: a quarter of the time
a run over a few documents takes, for nothing that is used here. Who imports `spacy.cli` later gets it all the same.
"""

from __future__ import annotations

import sys
from types import ModuleType


def _info(*arguments: object, **options: object) -> object:
    from spacy.cli.info import info

    return info(*arguments, **options)  # type: ignore[arg-type]


if "spacy" not in sys.modules:
    _cli, _cli_info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    vars(_cli)["__path__"], vars(_cli_info)["info"] = [], _info
    _stubs = {"spacy.cli": _cli, "spacy.cli.info": _cli_info}
    sys.modules.update(_stubs)
    try:
        import spacy as spacy
    finally:
        for _name in _stubs:
            del sys.modules[_name]
