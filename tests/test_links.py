"""Every relative link of every page leads to a file, and to a heading of it where it names one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import ROOT

PAGES = sorted(
    path for path in ROOT.rglob("*.md") if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
)
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?P<target>[^)\s#]*)(?:#(?P<heading>[^)\s]+))?\)")
_HEADING = re.compile(r"^#+ (?P<words>.+)$", re.MULTILINE)


def _anchors(page: Path) -> set[str]:
    """The headings of a page, as a link names them."""
    words = (heading["words"].lower() for heading in _HEADING.finditer(page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", one).replace(" ", "-") for one in words}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.finditer(_CODE.sub("", page.read_text(encoding="utf-8"))):
        if not re.match(r"\w+:", link["target"]):
            target = page.parent / link["target"] if link["target"] else page
            assert target.exists(), link["target"]
            assert not link["heading"] or link["heading"] in _anchors(target), link[0]
