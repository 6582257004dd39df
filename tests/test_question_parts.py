"""Lettered parts, as a page of marked-up questions: `<b>tags <i>nest</i></b>` as the labels do.

The last part of a list keeps the words that belong to all of them: nothing but their meaning shows where it ends.
"""

import re

import pytest

from extractors.layouts.question_parts import question_parts
from extractors.model import Span

ASK = "To ask the Secretary of State for Education, "
QUESTIONS = [
    # what parts a list has and where they end
    "whether she will (a) <a>publish guidance on libraries</a> and (b) <b>pay for them</b>.",
    "how many (a) <a>primary</a>, (b) <b>secondary</b>, and (c) <c>special schools have a library</c>.",
    "how many (a) <a>nurseries</a>; (b) <b>schools</b>; and (c) <c>colleges have one</c>?",
    "how many (a) <a>pens</a>\n(b) <b>pencils and\nrulers</b>",
    "how many (g) pens and (h) pencils were lost.",
    (
        "(a) <a>A</a> (b) <b>B</b> (c) <c>C</c> (d) <d>D</d> (e) <e>E</e> (f) <f>F</f> (g) <g>G</g> (h) <h>H</h> "
        "(i) <i>I</i> and (j) <j>J</j>"
    ),
    # lists inside parts
    "whether (a) <a>the (i) <i>oldest</i> and (ii) <ii>newest schools</ii></a> and (b) <b>others have a roof</b>.",
    "what she spent on (a) <a>heat</a> and (b) <b>light in (i) <i>May</i> and (ii) <ii>June</ii></b>.",
    "whether (a) <a>boys</a> and (b) <b>girls (i) <i>read</i> and (b) <b>write</b></b>.",
    "how many (a) <a>dogs</a> and (b) <b>cats live in (a) <a>Kent</a>, (b) <b>Essex</b> and (c) <c>Surrey</c></b>.",
    "how many (i) <i>pens</i> and (ii) <ii>pencils (A) <A>with</A> and (B) <B>without lids</B></ii>.",
    "what steps (1) <1>the Treasury</1>, and (2) <2>Ofsted, (a) <a>alone</a> and (b) <b>together, will take</b></2>.",
    "whether (a) <a>heads in (i) <i>Kent</i> and (ii) <ii>Essex</ii></a>",
    # labels that are not quite right
    "how many (a) <a>pens</a>, (b) <b>ink pots</b> and c) <c>rulers were lost</c>.",
    "how many (a) <a>pens</a> and(b) <b>pencils were lost</b>.",
    "how many ( a) <a>pens</a> and (b)) <b>pencils were lost</b>.",
    "how many (a) <a>pens</a>, (b) <b>pencils</b>, (d) <d>rulers</d> and (e) <e>books were lost</e>.",
    "how many (a) <a>pens</a>, (b) <b>pencils</b> and (b) <b>rulers were lost</b>.",
    # new clauses
    "whether (a) <a>heads</a> and (b) <b>teachers know</b>; and what steps she is taking to tell them.",
    "if she will (a) <a>mend</a> and (b) <b>open schools</b>; and whether (a) <a>heads</a> and (b) <b>staff know</b>.",
    "if she will (a) <a>say what the cost is; and how it arose</a>; and (b) <b>pay it</b>.",
    # no labels
    "if she will (a) <a>repeal section 2(4) of the Roofs Act 1948</a> and (b) <b>amend paragraph 3 (a)</b>.",
    "when she will bring in sections (a) <a>61 to 65</a> and (b) <b>67 of the Roofs Act 1948</b>.",
    "what guidance subsection (2) of section 45B (1) of the Roofs Act 1948 and its schedule(s) (b) need.",
    "how many school(s) with (a) roof were built to the M4(2) standard by Better Roofs (BSF) officer (s).",
    "whether the Answer of 3 March (a) was right.",
    "on what (a) <a>map</a> and (b) <b>rule the plan (see table b) rests</b>.",
]
_TAG = re.compile(r"<(/?)(\w+)>")


def parse(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The plain question, and the path and place of every part."""
    plain, parts, at = "", [], 0
    open_tags: list[tuple[str, int]] = []
    for tag in _TAG.finditer(marked):
        plain += marked[at : tag.start()]
        at = tag.end()
        if tag[1]:
            path = "/".join(name for name, _ in open_tags)
            parts.append((path, open_tags.pop()[1], len(plain)))
        else:
            open_tags.append((tag[2], len(plain)))
    return plain + marked[at:], sorted(parts, key=lambda part: part[1])


@pytest.mark.parametrize("marked", QUESTIONS)
def test_marked_parts_are_found_and_nothing_else(marked: str) -> None:
    text, parts = parse(ASK + marked)
    found = question_parts(text, Span(0, len(text)))
    assert [(part.label, part.start, part.end) for part in found] == parts


def test_only_the_question_is_read() -> None:
    text = "(a) before (b) it. To ask the Minister, how many (a) pens and (b) pencils. The (a) answer and (b) more."
    question = Span(text.index("To ask"), text.index(" The (a)"))
    assert [part.label for part in question_parts(text, question)] == ["a", "b"]
    assert text[question_parts(text, question)[1].start :].startswith("pencils. The")
