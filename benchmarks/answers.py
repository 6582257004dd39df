"""Near-identical answers: against all pairs, against the truth, and how the time grows.

    python benchmarks/answers.py FOLDER        questions in the JSON of Parliament's API, any number of files

All pairs are compared on the first 3,000 answers. Where the folder has a `truth.csv` (`id`, `cluster`, `edit`; the
original of a cluster has an edit of -1), recall is the share of the edited answers in one group with their original.
Answers that the API cuts (`...`) are held against their like.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from pipeline.clusters.groups import Groups
from pipeline.clusters.near import near_identical, normalised

THRESHOLD = 90
ORACLE = 3_000
ENOUGH_TO_GROW = 2_000  # below, the time is that of the first steps


def main(folder: Path, answers: dict[str, str]) -> None:
    whole = [text for text in answers.values() if not text.endswith("...")]
    clipped = [text for text in answers.values() if text.endswith("...")]
    for name, texts in (("whole", whole), ("clipped", clipped)):
        if texts:
            against_all_pairs(name, list(dict.fromkeys(texts))[:ORACLE])
    groups = growth(list(dict.fromkeys(whole)))
    if (folder / "truth.csv").exists():
        against_truth(folder / "truth.csv", {key: groups.get(text, -1) for key, text in answers.items()})


def read(folder: Path) -> Iterator[tuple[str, str]]:
    """The key and the normalised text of each answer; other JSON in the folder is passed over."""
    for path in sorted(folder.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        for record in content.get("results", []) if isinstance(content, dict) else []:
            value = record.get("value", {})
            if value.get("answerText") and not value.get("answerIsHolding"):
                yield str(value["id"]), normalised(value["answerText"])


def against_all_pairs(name: str, texts: Sequence[str]) -> None:
    scores = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=THRESHOLD, dtype=np.float32)
    groups = Groups(len(texts))
    groups.join(*np.nonzero(np.triu(scores, 1) >= THRESHOLD))
    oracle, found = together(groups.of.tolist()), together(near_identical(texts, THRESHOLD).tolist())
    right = len(oracle & found)
    print(
        f"{name}: {len(texts):,} distinct answers, {len(oracle):,} near-identical pairs, {len(found):,} found: "
        f"recall {right / max(1, len(oracle)):.4f}, precision {right / max(1, len(found)):.4f}"
    )


def together(groups: Iterable[int]) -> set[tuple[int, int]]:
    members: dict[int, list[int]] = {}
    for item, group in enumerate(groups):
        members.setdefault(group, []).append(item)
    return {pair for its in members.values() for pair in combinations(its, 2)}


def growth(texts: Sequence[str]) -> dict[str, int]:
    """Times a quarter of the texts and all of them, and gives the groups of all."""
    seconds = []
    for few in (texts[: len(texts) // 4], texts):
        begun = time.process_time()
        found = near_identical(few, THRESHOLD)
        seconds.append(time.process_time() - begun)
        print(f"{len(few):,} distinct answers: {seconds[-1]:.1f} s of CPU")
    if len(texts) >= ENOUGH_TO_GROW:
        print(f"growth exponent {math.log(seconds[1] / seconds[0], 4):.2f}")
    return dict(zip(texts, found.tolist(), strict=True))


def against_truth(path: Path, group: dict[str, int]) -> None:
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    original = {row["cluster"]: row["id"] for row in rows if float(row["edit"]) < 0}
    edited = [row for row in rows if float(row["edit"]) >= 0]
    for edit in (None, *sorted({row["edit"] for row in edited}, key=float)):
        of = [row for row in edited if edit in (None, row["edit"])]
        right = sum(group[row["id"]] == group[original[row["cluster"]]] for row in of)
        print(f"edit {edit or 'any':>6}: {right:,} of {len(of):,} with their original, recall {right / len(of):.4f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("folder", type=Path, help="a folder of JSON of Parliament's written-questions API")
    folder = parser.parse_args().folder
    answers = dict(read(folder))
    if not answers:
        parser.error(f"{folder}: no answers in JSON of Parliament's written-questions API")
    main(folder, answers)
