"""Lines that belong to the page and not to the document: notices, menus, invitations to read on, share or sign up.

A line counts only as a whole, in any case. `is_notice` knows what any publication prints, `is_news_furniture` what
news sites print around an article, `is_furniture` both; `opens_the_tail` knows the headings below which a page has
nothing more of the article.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 300

_NOTICES = (
    r"(?:copyright\b.{0,20})?(?:©|\(c\) (?:crown\b|\d{4})).*",
    r"(?:crown )?copyright(?: (?:notice|\d{4}).*)?",
    r"all rights reserved.*",
    r"this (?:publication|document|information|page) is (?:also )?(?:licensed|available (?:at|from|on)) .*",
    r"(?:this file|it) may not be suitable for users of assistive technology.*",
    r"you may (?:re-?)?use this (?:information|document|publication) .*",
    r"to view (?:this|the) licen[cs]e,? .*",
    r"where we have identified any third[- ]party copyright .*",
    r"any enquir(?:y|ies) (?:about|regarding|related to) this .*",
    r"contains (?:public sector|parliamentary) information licensed .*",
    r"(?:all content is available under the )?open (?:government|parliament) licence .*",
    r"printed (?:in the uk|on paper) .*",
    r"skip to .*content|(?:uk )?parliament(?:\.uk)?|menu|search|close|contact us|about us",
    r"(?:previous(?: page)?[ |]*)?contents[ |]*next(?: page)?|previous(?: page)?[ |]*contents",
    r"house of \w+ home page\b.*",
    r"(?:back|return) to (?:the )?top|print (?:this )?page|page \d+ of \d+|view (?:all|sample) .*|load more",
    r"cookies on .*|(?:we|this (?:web)?site) uses? cookies.*|(?:accept|reject|view|manage) (?:\w+ )?cookies",
    r"is this page useful\??.*|report (?:a|this) (?:problem|page).*|help us improve .*",
    r"(?:\d{1,2} \w{3,9}\.? \d{4}\s*:\s*)?col(?:umn|\.)\s*:?\s*[A-Z]{0,2}\d{1,5}[A-Z]{0,2}(?:[—–-]+continued)?",
    r"showing \d+\s*[-–]\s*\d+ (?:out )?of [\d,]+.*|results per page.*|print selected|(?:expand|collapse) all.{0,20}",
    r"unique identifying number\b.*",
    r"[‘'\"]?named day[’'\"]? questions (?:only )?occur .*|indicates that a relevant interest .*",
    r"privacy(?: (?:policy|notice))?|terms(?: (?:and|&) conditions| of use)?|accessibility(?: statement)?",
)
_NEWS = (
    r"(?:want .{3,40})?leave a (?:comment|reply)\b.{0,30}|(?:post|add|write) a comment.*|\d+ comments?",
    r"your email address will not be published.*|required fields are marked.*|(?:log|sign) ?in(?: (?:or|to) .*)?",
    r"read (?:more|next|also)(?:\s*[:>»–-].*)?|(?:click|tap) here .*|find out more\b.{0,40}",
    r"share(?: (?:this|on|via)\b.{0,40})?|follow (?:us|@).{0,60}|listen to (?:this )?article.*",
    r"(?:.{2,60} )?(?:press|media) (?:office|enquiries|contacts?|team)(?:\s*[:–-].{0,120}|:?\s[\d() +]{8,20}|:)?",
    r"contacts?:\s.{0,80}(?:@|\d{4}).{0,80}|the following links open in a new tab",
    r"facebook|twitter|x|linkedin|whatsapp|instagram|e-?mail|print|copy link",
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|more on)\s*:.*",
    r"advert(?:isement|orial)?|(?:sponsored|promoted)(?: content)?|\d+ min(?:ute)?s? read",
    r"(?:main )?(?:image|photo(?:graph)?|picture|pic|credit)s?(?: credit)?s?\s*:.{0,120}",
    r"(?:sign up|subscribe|register|join)\b.*\b(?:e-?newsletter|newsletter|bulletin|inbox|alert|update)s?\b.*",
    r".*\b(?:straight|direct(?:ly)?) (?:in)?to your inbox\b.*|(?:next|previous) (?:article|story|post)",
    r"(?:read|get|enjoy) (?:every|all|unlimited|full)\b.{0,80}\b(?:month|week|year|subscription|access)\b.*",
    r".*\bthis (?:web)?site uses cookies\b.*",
)
_TAIL = (
    r"related(?: (?:news|articles?|stor(?:y|ies)|content|topics?|posts?|links?|reading|coverage))?:?",
    r"more (?:from|on|in|about) .{1,60}|more (?:news|stories|articles|headlines).{0,30}",
    r"(?:you )?(?:may|might) also (?:like|be interested).{0,20}|recommended(?: for you)?|editor.s picks?",
    r"(?:most|recently) (?:read|popular|viewed|shared|commented).{0,20}|trending(?: now)?",
    r"(?:latest|recent|top|other) (?:news|jobs|posts|articles|stories|headlines).{0,20}",
    r"(?:latest |select |featured |current )?(?:job )?vacancies|jobs|events|about the authors?",
    r"read more (?:stories|news)|(?:want .{3,40})?leave a (?:comment|reply)\b.{0,30}|comments(?: \(\d+\))?",
    r"contacts?(?: (?:us|details|information))?:?|(?:press|media) (?:contacts?|enquiries):?",
    r"join the (?:conversation|discussion|debate).{0,20}|(?:our |free )*newsletters?|(?:sign up|subscribe)\b.{0,60}",
)


def _any_of(*shapes: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in shapes), re.IGNORECASE)


_IS_NOTICE = _any_of(*_NOTICES)
_IS_FURNITURE = _any_of(*_NOTICES, *_NEWS, *_TAIL)
_IS_NEWS_FURNITURE = _any_of(*_NEWS, *_TAIL)
_IN_THE_TAIL = _any_of(*_TAIL)


@lru_cache(maxsize=2_000)
def is_notice(line: str) -> bool:
    """A line that any publication may print: "© Crown copyright 2024", "Page 3 of 12"."""
    return len(line) <= _LONGEST and _IS_NOTICE.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """A line of any of the three kinds."""
    return len(line) <= _LONGEST and _IS_FURNITURE.fullmatch(line) is not None


def is_news_furniture(line: str) -> bool:
    """A line that news sites print around an article: "Share this", "Related stories"."""
    return len(line) <= _LONGEST and _IS_NEWS_FURNITURE.fullmatch(line) is not None


def opens_the_tail(line: str) -> bool:
    """A heading below which nothing more of an article comes: "Most read", "Comments (3)"."""
    return len(line) <= _LONGEST and _IN_THE_TAIL.fullmatch(line) is not None
