"""How much text a CPU second reads, and against the obvious way: one Matcher of the same rules over whole texts.

    python benchmarks/speed.py FOLDER        any folder of .txt files; a few MB or more

Both ways run in this process, one after the other, so that their ratio holds on a machine whose speed drifts. The
obvious way tokenises each document and runs one Matcher with every rule of every group over it; it finds the raw
matches only, without sentences, values, roles or tables, which the figure of the pipeline includes.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from spacy.matcher import Matcher

from extractors.groups import group, names, prepare
from extractors.nlp import english
from pipeline.config import read_config
from pipeline.corpus import find_sources
from pipeline.documents import Document
from pipeline.readers import read
from pipeline.stages import work_through
from pipeline.tables import rows_of


def main(folder: Path) -> None:
    sources = find_sources([folder]).sources
    found = [one for source in sources for one in read(source, read_config(None))]
    texts = [one.text for one in found if isinstance(one, Document)]
    n_characters = sum(map(len, texts))
    prepare()

    begun = time.process_time()
    part = work_through(sources, read_config(None))
    rows_of(part.documents, part.failures)
    pipeline = time.process_time() - begun

    matcher = Matcher(english().vocab, validate=False)
    for name in names():
        for rule in group(name).rules:
            matcher.add(rule.id, [list(pattern) for pattern in rule.patterns], greedy="LONGEST")
    sample = texts[:: max(1, n_characters // 500_000)]
    n_sample = sum(map(len, sample))
    begun = time.process_time()
    for text in sample:
        matcher(english()(" ".join(text.split())))
    obvious = (time.process_time() - begun) * n_characters / n_sample

    tokenised = sum(counts["tokenised"] for counts in part.rules.values()) / n_characters
    print(f"{len(texts):,} documents, {n_characters / 1e6:.1f} million characters, {tokenised:.0%} of them tokenised")
    print(
        f"pipeline, read to rows   {pipeline:8.2f} s of CPU  {n_characters / 1e6 / pipeline:6.2f} M characters a second"
    )
    print(
        f"one Matcher, whole texts {obvious:8.2f} s of CPU  {n_characters / 1e6 / obvious:6.2f} "
        f"(from {n_sample / 1e6:.1f} M)"
    )
    print(f"ratio                    {obvious / pipeline:8.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("folder", type=Path, help="any folder of .txt files; a few MB or more")
    folder = parser.parse_args().folder
    if not folder.is_dir():
        parser.error(f"{folder}: no such folder")
    main(folder)
