"""The clause that a verdict stands in: where it begins, who states it, and what makes it no verdict."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.layouts.answer_lines import behind_number
from extractors.matching import Match
from extractors.model import Span
from extractors.token_classes import token_classes
from extractors.words import words_in

_LONGEST_SUBJECT = 100
_BEFORE_A_NAME = ("the", "so", "but", "and", "therefore", "in", "on", "since")
_JOINS = ("and", "but")
_TRAILS = ("and", "or", "to")
_WAYS = ("approves", "rejects")


def is_no_verdict(text: str, match: Match, sentence: Span, floor: int) -> bool:
    """Whether what stands around the words of a verdict makes them none of those who answer: another's, an earlier one,
    one that is not given yet, is denied or is quoted. What is before `floor` is another clause."""
    said = text[sentence.start : match.start]
    clause = text[_cut(text, floor, match.start) : match.start]
    return (
        _is_unsure(said, clause)
        or _is_denied(match, clause)
        or _is_quoted(said)
        or _is_of_others(text, match, sentence)
        or _is_open(text, match, sentence)
    )


def beginning(text: str, floor: int, start: int) -> int:
    """Where the clause of a verdict begins; at the verdict where the clause is too long to be its subject."""
    begin = _cut(text, floor, start)
    return begin if start - begin <= _LONGEST_SUBJECT else start


def trimmed(text: str, match: Match) -> Span:
    """Without the "and" or comma that joins it to what stands before and behind it."""
    end = match.end
    for place in reversed(words_in(text, match.start, match.end)):
        bare = place.of(text).rstrip(",(")
        end = place.start + len(bare)
        if bare.lstrip("(") not in ("", *_TRAILS):
            break
    return Span(_behind_joint(text, match.start, match.end), end)


def responder(text: str, start: int, end: int) -> Span | None:
    """The named body that a clause begins with, without its article; None for "we" and "the government"."""
    start += text[start:end].rfind(",") + 1
    words = words_in(text, start, end)
    unnamed = token_classes()["no_name"].words
    while words and (_is_plain(text, words) or words[-1].of(text).lower() in token_classes()["adv"].words):
        words.pop()
    while words and (words[0].of(text).lower() in _BEFORE_A_NAME or words[0].of(text)[0].isdigit()):
        words.pop(0)
    named = [word for word in words if word.of(text)[0].isupper() and word.of(text).lower() not in unnamed]
    return Span(words[0].start, words[-1].end) if named else None


def plain_words(said: str) -> list[str]:
    """Words in lower case without the marks around them, "don’t" as two."""
    return [word.strip("()‘’“”,;:.").lower() for word in said.replace("n’t", " not").split()]


def _is_plain(text: str, words: Sequence[Span]) -> bool:
    """Whether the last word names nobody: "Government" does in "the Welsh Government"."""
    last, before = words[-1].of(text), words[-2].of(text) if len(words) > 1 else ""
    unnamed = token_classes()["no_name"].words
    is_in_a_name = last[0].isupper() and before[:1].isupper() and before.lower() not in unnamed
    return last.lower() in unnamed and not is_in_a_name


def _cut(text: str, floor: int, start: int) -> int:
    """`floor`, or the first word behind the last sign before `start` that parts two clauses."""
    begin, before = floor, ""
    for place in words_in(text, floor, start):
        word = place.of(text)
        is_dash = word == "–" and place.start > floor  # not the mark of a list item
        if is_dash or word[-1] in ";:" or (word in _JOINS and before.endswith(",")):
            begin = place.end
        before = word
    return behind_number(text, _behind_joint(text, begin, start), start)


def _behind_joint(text: str, start: int, end: int) -> int:
    """Behind the marks and the "and" or "but" that join some words to what stands before them."""
    for place in words_in(text, start, end):
        bare = place.of(text).lstrip(",.;")
        if bare and bare not in _JOINS:
            return place.end - len(bare)
    return end


def _is_unsure(said: str, clause: str) -> bool:
    """Whether the words before a verdict make it another's, an earlier one's or one that nobody has given yet."""
    classes = token_classes()
    words, subject = plain_words(said), plain_words(clause.rpartition(",")[2])
    if any(word in classes["formerly"] for word in words) or (words and words[-1] in classes["relative"]):
        return True
    if any(word in classes["supposing"] or word in classes["bystanders"] for word in subject):
        return True
    return any(word in classes["unsure"] for word in words[-2:]) and not any(
        word in classes["willing"] for word in words[-3:]
    )


def _is_denied(match: Match, clause: str) -> bool:
    """ "We do not, for now, accept this recommendation", "It is not that we reject it": no verdict of either kind."""
    is_not_only = any(
        word == "not" and after in token_classes()["merely"] for word, after in pairwise(plain_words(clause))
    )
    if match.rule.value == "not_for_government" or is_not_only:
        return False
    return any(word in token_classes()["denies"] for word in plain_words(clause.replace("cannot", "not")))


def _is_quoted(said: str) -> bool:
    """Whether a quotation is open at the end of some words."""
    return said.count('"') % 2 == 1 or any(said.rfind(mark) > said.rfind(end) for mark, end in ("“”", "‘’"))


def _is_of_others(text: str, match: Match, sentence: Span) -> bool:
    """ "the recommendation of the Kark review": named by the one who made it, as no answer names its own."""
    after = text[match.end : sentence.end].split()[:3]
    is_named = len(after) > 2 and after[0] in ("of", "by", "from") and after[1] == "the" and after[2][0].isupper()
    return is_named and "the" in match.span.of(text).lower().split()


def _is_open(text: str, match: Match, sentence: Span) -> bool:
    """ "cannot be accepted or rejected until …": both ways are named, and none is taken."""
    after = plain_words(text[match.end : sentence.end])[:2]
    return len(after) == 2 and after[0] == "or" and any(after[1] in token_classes()[name] for name in _WAYS)
