"""What 5,000 more names in the register cost a run.

    python benchmarks/register.py FOLDER        any folder the pipeline reads; a few MB or more

Each run is a process of its own and reads the register anew; runs with and without the names take turns, so that their
ratio holds on a machine whose speed drifts. The names are made of words that the names of the register are made of, so
that they begin as those do; none is one of them.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from unittest.mock import patch

from extractors import register
from extractors.groups import prepare
from pipeline.config import read_config
from pipeline.corpus import find_sources
from pipeline.garbage import put_off
from pipeline.stages import work_through
from pipeline.tables import rows_of

N_NAMES = 5_000
N_RUNS = 5
WORDS = (3, 5)  # in a name


def main(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as pool:
        pairs = [[pool.submit(seconds, folder, n).result() for n in (0, N_NAMES)] for _ in range(N_RUNS)]
    for without, with_names in pairs:
        print(f"without {without:6.2f} s of CPU  with {with_names:6.2f}  ratio {with_names / without:.3f}")
    print(f"median ratio {statistics.median(more / less for less, more in pairs):.3f}, {N_NAMES:,} names more")


def seconds(folder: Path, n_names: int) -> float:
    """The CPU seconds from files to rows, the register read from its file included."""
    sources = find_sources([folder]).sources
    prepare()
    invented = {body.body_id: body for body in _invented(n_names)}
    register.bodies.cache_clear()
    begun = time.process_time()
    bodies = {**register.bodies(), **invented}
    with patch.object(register, "bodies", lambda: bodies), put_off():
        part = work_through(sources, read_config(None))
        rows_of(part.documents, part.failures)
    return time.process_time() - begun


def _invented(n: int) -> Iterator[register.Body]:
    known = {body.name for body in register.bodies().values()}
    words = sorted({word for name in known for word in name.split() if word[0].isupper()})
    chance = random.Random(1)
    for number in range(n):
        name = " ".join(chance.choices(words, k=chance.randint(*WORDS)))
        if name not in known:
            yield register.Body(body_id=f"invented-{number}", name=name, kind="other")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("folder", type=Path, help="any folder the pipeline reads; a few MB or more")
    folder = parser.parse_args().folder
    if not folder.is_dir():
        parser.error(f"{folder}: no such folder")
    main(folder)
