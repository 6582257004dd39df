"""Tables of recommendations: a row of headings, then in each row a recommendation with its answer.

What a column holds is told by the words of its heading, so that the columns may stand in any order and some may be
missing: number, recommendation, decision, response, target, status. Two of them are enough, the recommendation and
the response or decision. Where several answer, each has a column, `Home Office`, `Welsh Government response`, or one
column names who answers in each row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from extractors.layouts.recommendation_delivery import status_of_cell
from extractors.layouts.recommendation_labels import label_of, list_of
from extractors.layouts.recommendation_voices import Voice, joint, names_of
from extractors.model import Span
from extractors.records import record

_NO_ANSWER = r"(?!.*\bresponse\b(?! (?:status|position|decision)))"  # no "Response (accept or reject)"
# In this order: "Recommendation number" is a number, "Response to recommendation" a response.
_COLUMNS = (
    ("number", r"recs?\.?|(?:rec(?:ommendation|s)?\.?\s*)?(?:no|nos|numbers?|ref|reference|id|item|#)\.?"),
    ("place", r"para(?:graph)?s?\.?(?: no\.?| ref\.?)?"),
    ("responder", r"respond(?:er|ent)s?|responding \w+|(?:response|reply) (?:from|by|of)"),
    ("target", r"(?:.*\b)?(?:date|deadline|timescales?|timeframe|timing|by when|when)(?:\s+(?:for|of)\b.{0,40})?"),
    (
        "decision",
        rf"{_NO_ANSWER}(?:.*\b)?(?:position|decision|verdict|outcome|status|accept(?:ed)?|agreed?|supported)\b.{{0,30}}",
    ),
    (
        "response",
        r"(?!committee\b).*\b(?:response|reply|answer|comments?|explanation|rationale|reasons?|actions?|progress|update)\b.*",
    ),
    ("asked", r"(?:.*\b)?(?:recommendation|conclusion|proposal)s?\b.{0,60}"),
    ("status", r"(?:.*\b)?(?:status|progress|rag)\b.*"),  # beside a decision
)
_HEADINGS = tuple((name, re.compile(shape, re.IGNORECASE)) for name, shape in _COLUMNS)
_ASKS_WHETHER = re.compile(
    r"(?:.*\b)?(?:accept(?:ed)?|agreed?|support(?:ed)?|endorsed?|decision|position|verdict)\b.{0,30}", re.IGNORECASE
)
_RULE = re.compile(r"[-|:+=\s]*[-=]{2}[-|:+=\s]*")  # |---|:---:|
_NOTHING = re.compile(r"\W*(?:n/?a|none|not applicable|tb[cd])?\W*", re.IGNORECASE)
_LONGEST_HEADING = 80
_BARE = re.compile(
    r"\(?(?:R(?:ec(?:ommendation)?)?\.?\s*)?(?P<number>\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?|[IVX]{1,5}|[a-z](?=[.):]|$))[.):]*"
)
_SAYS = re.compile(r".*\w\s.*\w.*|(?:accept|agree|reject|disagree|note)\w*\W*", re.IGNORECASE)  # no tick, no `Lead`
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?|[a-z](?=[.)]))(?:[.):]*\s+(?=\S)|[.)](?=[A-Z]))")
_CODE = re.compile(r"[A-Z]{1,5}[ ./(-][\w ./()-]{0,14}\d[a-z]?")
_OF_COLUMN = re.compile(r"\d{1,2}\.\s+(?=\D)")  # 2. Recommendation


@record(kw_only=True)
class Row:
    """A recommendation in a row; every span is trimmed.

    `cells` are all that are not empty. `label` is the number, the words themselves where there is none. The decision is
    the response too where the table has no other, `is_yes_or_no` where its heading asks, as "Accepted?" does; of
    several who answer the response holds the `voices`, a cell each.
    """

    cells: tuple[Span, ...]
    numbers: tuple[str, ...]
    label: Span
    words: Span | None
    decision: Span | None
    is_yes_or_no: bool
    response: Span | None
    target: Span | None
    status: Span | None
    voices: tuple[Voice, ...] = ()


@record()
class _Columns:
    """What each column holds, and whose it is by place where several answer; `is_yes_or_no` below "Accepted?"."""

    held: tuple[str, ...] = ()
    whose: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    is_yes_or_no: bool = False


_NO_COLUMNS = _Columns()


def table_rows(text: str, lines: Sequence[Span]) -> dict[int, Row | None]:
    """The lines that are rows of such a table by index: None for its headings."""
    found: dict[int, Row | None] = {}
    columns = _NO_COLUMNS
    for index, line in enumerate(lines):
        if _RULE.fullmatch(line.of(text)):
            continue
        cells = _cells(text, line)
        if len(cells) < 2:
            columns = _NO_COLUMNS
        elif (heading := _columns(text, cells)).held:
            columns = heading
            found[index] = None
        elif columns.held and (row := _row(text, columns, cells)):
            found[index] = row
    rows = [index for index, row in found.items() if row]
    return found if rows else {}


def _cells(text: str, line: Span) -> list[Span]:
    """The cells between tabs, or where there are none between upright bars; an empty one has no width."""
    words = line.of(text)
    if "\t" not in words and "|" not in words:
        return [line]
    is_framed = len(words) > 1 and words[0] == words[-1] == "|"
    sign = r"\t" if "\t" in words else r"\|" if is_framed else r"(?:(?<=\s)|^)\|(?=\s|$)"
    cells, at = [], line.start
    for border in [*re.finditer(sign, words), None]:
        end = line.start + border.start() if border else line.end
        inside = text[at:end]
        start = at + len(inside) - len(inside.lstrip())
        cells.append(Span(start, max(start, at + len(inside.rstrip()))))
        at = line.start + border.end() if border else end
    return cells[words.startswith("|") : len(cells) - words.endswith("|")]


def _columns(text: str, cells: Sequence[Span]) -> _Columns:
    """What each column holds, empty for one that is none of these; nothing at all where it is no row of headings.

    What stands beside the response and is one too, such as the action, is part of it; a date before the recommendation
    is not when it is to be done.
    """
    whose = _whose(text, cells)
    headings = _headings(text, cells)
    names: list[str] = []
    for at, words in enumerate(headings):
        fits = ["voice"] if at in whose else _fits(words)
        again = "response" if "response" in fits and names[-1:] == ["response"] else ""
        taken = {*names, "target"} if "asked" not in names else set(names)
        names.append(next((name for name in fits if name == "voice" or name not in taken), again))
    is_row = any(map(_is_numbered, headings))
    is_table = "asked" in names and {"response", "decision", "voice"} & set(names)
    if is_row or not is_table:
        return _NO_COLUMNS
    asks = "decision" in names and _ASKS_WHETHER.fullmatch(headings[names.index("decision")]) is not None
    return _Columns(tuple(names), whose, is_yes_or_no=asks)


def _headings(text: str, cells: Sequence[Span]) -> list[str]:
    """The words of the cells, without the numbers of the columns where they have some: `2. Recommendation`."""
    words = [cell.of(text) for cell in cells]
    is_counted = sum(_OF_COLUMN.match(one) is not None for one in words) > 1
    return [_OF_COLUMN.sub("", one) for one in words] if is_counted else words


def _fits(words: str) -> list[str]:
    """What a column of this heading can hold: a sentence heads none, though it may be a short cell."""
    is_sentence = len(words) > _LONGEST_HEADING or (words[-1:] == "." and " " in words)
    return [name for name, shape in _HEADINGS if (not is_sentence or name == "number") and shape.fullmatch(words)]


def _is_numbered(words: str) -> bool:
    return any(map(str.isdigit, words)) and (_BARE.fullmatch(words) or label_of(words)) is not None


def _whose(text: str, cells: Sequence[Span]) -> dict[int, tuple[Span, ...]]:
    """Who answers in which column, where several do; between two of them a name that nothing else knows is one too."""
    found = {at: names for at, cell in enumerate(cells) if (names := names_of(text, cell))}
    for at in range(min(found, default=0) + 1, max(found, default=0)):
        if at not in found and cells[at].of(text)[:1].isupper() and not _fits(cells[at].of(text)):
            found[at] = (cells[at],)
    is_apart = any("response" in _fits(cell.of(text)) for at, cell in enumerate(cells) if at not in found)
    voices = [(name, cells[at]) for at, names in found.items() for name in names]
    return found if joint(text, voices, is_apart=is_apart) else {}


def _by_column(text: str, columns: _Columns, cells: Sequence[Span]) -> tuple[dict[str, Span], list[Voice]]:
    """The cells by what they hold, a response in several as one, empty ones left out; and those of several who answer.

    Where a row has one more than its headings, the first two share a heading: a page prints `No. Recommendation` so
    close together that it is read as one.
    """
    is_shared = columns.held[0] == "asked" and len(cells) == len(columns.held) + 1
    below = cells[1:] if is_shared else cells
    held: dict[str, Span] = {}
    for name, cell in zip(("number", *columns.held) if is_shared else columns.held, cells, strict=False):
        if cell.start < cell.end and name != "voice":
            held[name] = Span(held.get(name, cell).start, cell.end)
    voices = [(name, below[at]) for at, names in columns.whose.items() if at < len(below) for name in names]
    if "responder" in held and "response" in held:
        voices.append((held["responder"], held["response"]))
    return held, [(name, cell) for name, cell in voices if _SAYS.fullmatch(cell.of(text))]


def _row(text: str, columns: _Columns, cells: Sequence[Span]) -> Row | None:
    """A row with a recommendation and what is said of it, maybe nothing where it has a number; None for what goes on
    from another page, and for a rule."""
    held, voices = _by_column(text, columns, cells)
    if "asked" not in held or not any(character.isalnum() for character in held["asked"].of(text)):
        return None
    said = [*([held["response"]] if "response" in held else []), *(cell for _, cell in voices)]
    answer = Span(min(said).start, max(said).end) if said else held.get("decision")
    if answer.start < held["asked"].end if answer else "number" not in held:
        return None
    numbers, label, words = _label(text, held.get("number"), held["asked"])
    place = held.get("place")
    if not numbers and place and place.end <= label.start and place.of(text)[0].isdigit():
        numbers, label = (place.of(text),), place  # `88-90` of the report is one
    target, status = held.get("target"), held.get("status", held.get("decision"))
    if target and status_of_cell(target.of(text)):
        target, status = None, target
    return Row(
        cells=tuple(cell for cell in cells if cell.start < cell.end),
        numbers=numbers,
        label=label,
        words=words,
        decision=held.get("decision"),
        is_yes_or_no=columns.is_yes_or_no,
        response=answer,
        target=target if target and not _NOTHING.fullmatch(target.of(text)) else None,
        status=status,
        voices=tuple(voices),
    )


def _numbers(cell: str) -> tuple[str, ...]:
    """What a cell below `No.` or `Ref` holds: `7`, `5-7`, `Recommendation 4`, or a code as it is printed, `CG-03`."""
    if bare := _BARE.fullmatch(cell):
        return (bare["number"],)
    if found := label_of(cell):
        return found.numbers
    return list_of(cell) or ((cell,) if _CODE.fullmatch(cell) else ())


def _label(text: str, number: Span | None, asked: Span) -> tuple[tuple[str, ...], Span, Span | None]:
    """The numbers, their place and the words of the recommendation, which may stand in one cell."""
    if number is not None and (numbers := _numbers(number.of(text))):
        return numbers, number if number.end <= asked.start else asked, asked
    if number is None and (bare := _BARE.fullmatch(asked.of(text))):
        return (bare["number"],), asked, None
    if label := label_of(asked.of(text)):
        rest = Span(asked.start + label.rest, asked.end)
        return label.numbers, Span(asked.start, asked.start + label.end), rest if rest.start < rest.end else None
    if found := _NUMBERED.match(asked.of(text)):
        place = Span(asked.start, asked.start + found.end("number") + found.start("number"))  # `(a)` with both brackets
        return (found["number"],), place, Span(asked.start + found.end(), asked.end)
    return (), asked, asked
