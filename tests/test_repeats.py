"""Which amount of a text says again what an earlier one said: numbers of amounts in order of place, `-` for a first."""

from __future__ import annotations

import pytest
from marked import scan_of

from extractors import money
from pipeline.link import repeats


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£3 million boost for piers ¶ Piers will share a £3 million fund.", "- 0"),
        ("Ministers have given £3 million. ¶ We will give £3 million.", "- 0"),
        ("Ministers gave £3 million. ¶ It will cost £3 million.", "- -"),
        ("It needs £3 million. ¶ They gave nearly £3 million.", "- -"),
        ("£3 million for piers ¶ £3 million for piers over two years", "- -"),
        ("The Home Office gave £3 million. ¶ Defra gave £3 million. ¶ We gave £3 million.", "- - 0"),
        ("The Home Office gave £3 million. ¶ We gave £3 million. ¶ Defra gave £3 million.", "- 0 -"),
        ("The Safer Piers Fund has £3 million. ¶ The Dry Docks Fund has £3 million.", "- -"),
        ("Defra put £3 million in the Safer Piers Fund. ¶ £3 million is in the Safer Piers Fund.", "- 0"),
        ("Fares are capped at £3 per journey. ¶ A berth is capped at £3 per night.", "- -"),
    ],
)
def test_repeats(text: str, expected: str) -> None:
    found = money.find(scan_of(text))
    firsts = repeats(text, found)
    assert " ".join("-" if first is None else str(found.index(first)) for first in firsts) == expected
