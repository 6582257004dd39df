"""What an HTML page prints around a document, or does not show: dropped from its text.

Menus, breadcrumbs, cookie banners, links to related pages, invitations to share or to comment, contents lists, the
days of publication below the text; pictures and controls; what is hidden; deletions (`del`). Known by element, role
or a word of a class or an id.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "title", "nav", "button", "input", "select"),
        *("option", "textarea", "iframe", "object", "embed", "svg", "math", "audio", "video", "canvas"),
        *("map", "area", "picture", "img", "footer", "aside", "del", "dialog", "rp", "rt"),
    )
)
_CONTAINERS = {"div", "section", "ul", "ol", "form", "header"}
_DROPPED_ROLES = {"navigation", "search", "complementary", "contentinfo", "alert", "dialog", "doc-backlink"}
_FURNITURE = re.compile(  # a word of a class or an id, such as `gem-c-contents-list` or `cookie-banner`
    r"(?:^|[-_])(?:cookies?|breadcrumbs?|share|social-(?:links|media)|related|contents-list|toc|feedback|skip-?link"
    r"|pagination|print-link|back-to-top|sidebar|published-dates|visually-hidden|sr-only|phase-banner)(?:$|[-_])"
)
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


def is_dropped(element: _Element) -> bool:
    """Whether an element is no part of the document, with all in it."""
    tag = element.tag
    if tag in _DROPPED or element.get("role") in _DROPPED_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _NO_DISPLAY.search(element.get("style", "")):
        return True
    # The id of a heading or a paragraph is made of its words: `related-costs` is the document's.
    names = f"{element.get('class', '')} {element.get('id', '') if tag in _CONTAINERS else ''}".lower().split()
    is_furniture = any(_FURNITURE.search(name) for name in names)
    return is_furniture and element.find(".//h1") is None  # a wrapper of the whole page is none
