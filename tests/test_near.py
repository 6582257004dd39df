"""Near-identical texts are those that comparing all pairs finds, however many there are and in whatever order."""

import random
from itertools import combinations

import pytest
from documents import ROOT
from rapidfuzz import fuzz

from pipeline.clusters.groups import sharing
from pipeline.clusters.near import ALL_PAIRS_BELOW, near_identical, normalised

SENTENCES = [
    normalised(line)
    for path in sorted((ROOT / "corpus").rglob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if 80 < len(line) < 400
]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})


def edited(text: str, share: float, chance: random.Random) -> str:
    words = text.split()
    for _ in range(round(share * len(words))):
        words[chance.randrange(len(words))] = chance.choice(WORDS)
    return " ".join(words)


def misread(text: str, share: float, chance: random.Random) -> str:
    """Some characters are wrong, as a bad scan has them."""
    letters = list(text)
    for place in chance.sample(range(len(letters)), round(share * len(letters))):
        letters[place] = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return "".join(letters)


def answers(n: int, seed: int) -> list[str]:
    """Distinct texts of shared sentences; a third are an earlier one, with up to a tenth of its words changed or up to
    4 % of its characters misread."""
    chance = random.Random(seed)
    texts: list[str] = []
    while len(texts) < n:
        if texts and chance.random() < 0.35:
            change, most = chance.choice(((edited, 0.1), (misread, 0.04)))
            text = change(chance.choice(texts), most * chance.random(), chance)
        else:
            text = edited(" ".join(chance.sample(SENTENCES, chance.randint(1, 3))), 0.1, chance)
        if text not in texts:
            texts.append(text)
    return texts


def groups(texts: list[str], threshold: float = 90) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for text, group in zip(texts, near_identical(texts, threshold), strict=True):
        found.setdefault(int(group), set()).add(text)
    return {frozenset(group) for group in found.values()}


def by_all_pairs(texts: list[str], threshold: float = 90) -> set[frozenset[str]]:
    pairs = [(i, j) for i, j in combinations(range(len(texts)), 2) if fuzz.ratio(texts[i], texts[j]) >= threshold]
    found: dict[int, set[str]] = {}
    for text, group in zip(
        texts, sharing([[i, *(p for p in pairs if i in p)] for i in range(len(texts))]), strict=True
    ):
        found.setdefault(group, set()).add(text)
    return {frozenset(group) for group in found.values()}


@pytest.mark.parametrize("n", [ALL_PAIRS_BELOW - 1, ALL_PAIRS_BELOW, 500])
def test_the_groups_are_those_of_all_pairs(n: int) -> None:
    texts = answers(n, seed=n)
    expected = by_all_pairs(texts)
    assert len(expected) < 0.9 * n
    assert groups(texts) == expected


def test_order_and_company_change_nothing() -> None:
    texts = answers(450, seed=1)
    expected = groups(texts)
    for seed in range(3):
        shuffled = random.Random(seed).sample(texts, len(texts))
        assert groups(shuffled) == expected
    strangers = [misread("x" * 300, 1, random.Random(seed)) for seed in range(300)]
    assert {group for group in groups(strangers + texts) if not group <= set(strangers)} == expected


def test_many_variants_of_one_text_are_one_group() -> None:
    """Each is held against some other, not against all."""
    chance = random.Random(2)
    text = " ".join(SENTENCES[:4])
    variants = list(dict.fromkeys(edited(text, 0.02, chance) for _ in range(1_000)))
    assert len(variants) > 900
    assert groups(variants) == {frozenset(variants)}


def test_a_chain_is_one_group_though_its_ends_differ() -> None:
    links = [SENTENCES[0] + " and" * n for n in range(0, 40, 3)]
    assert fuzz.ratio(links[0], links[-1]) < 90
    assert groups(links) == {frozenset(links)}


@pytest.mark.parametrize(("threshold", "n_groups"), [(90, 1), (90.5, 2)])
def test_the_threshold_itself_is_near_enough(threshold: float, n_groups: int) -> None:
    texts = ["a" * 9 + "b", "a" * 9 + "c"]
    assert fuzz.ratio(*texts) == 90
    assert len(groups(texts, threshold)) == n_groups


def test_short_texts_among_many() -> None:
    short = ["no.", "yes.", "n/a", "ditto", "é", "–"]
    assert {frozenset([text]) for text in short} <= groups(short + answers(ALL_PAIRS_BELOW, seed=3))


def test_white_space_and_capitals_are_not_compared() -> None:
    assert normalised(" The\n\tMinister  WILL\u00a0write ") == "the minister will write"
