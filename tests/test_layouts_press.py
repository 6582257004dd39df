"""Press: what is headline, quote and furniture, and what is no story at all."""

from __future__ import annotations

import datetime as dt

import pytest
from structure import assert_structure, outline

from extractors.layouts import choose, press
from extractors.model import Reading

STORY = """Flood defence

Sidbury wins £3m for its river wall, but not for its pumps

By Kim Oduya

10 March 2025

Sidbury will have a new river wall by the autumn, after the Environment Agency found £3 million for it.

“The water came up to the bar,” said Jo Lane, who keeps the Anchor. “We served upstairs.”

Floods minister Tom Ray said: “We have listened to Sidbury.

“The wall will hold what the river brings.

“Pumps are for the council to pay for.”

Who pays for the pumps?

The council says that it cannot:

  • each pump costs £40,000
  • there are nine of them

Council leader Ana Wills said:

“We were promised a wall and pumps.

A wall without pumps is a bath.

We shall write to the minister.”

Related stories

Sidbury weir falls in

Dog found on roof

Sign up to our free newsletter for more stories about rivers

Copyright © 2025 Waterside News
"""


def read(text: str) -> tuple[Reading, list[tuple[str, str]]]:
    name, reading = choose(text)
    assert name == "press"
    assert_structure(text, reading)
    return reading, outline(text, reading)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_story(end: str) -> None:
    reading, found = read(STORY.replace("\n", end))
    kinds = {words: kind for kind, words in found}
    assert reading.document_type == "press"
    assert reading.facts.title == "Sidbury wins £3m for its river wall, but not for its pumps"
    assert reading.facts.published_on == dt.date(2025, 3, 10)
    assert (kinds["Flood defence"], kinds["By Kim Oduya"], kinds["10 March 2025"]) == (
        "boilerplate",
        "metadata",
        "metadata",
    )
    assert kinds["Who pays for the pumps?"] == "heading"
    assert [kind for kind, _ in found].count("list_item") == 2
    assert [words.strip("“”")[:12] for kind, words in found if kind == "quote"] == [
        "The water ca",
        "Floods minis",
        "The wall wil",
        "Pumps are fo",
        "We were prom",
        "A wall witho",
        "We shall wri",
    ]
    assert [kind for kind, _ in found][-5:] == ["boilerplate"] * 5


def test_a_press_release_without_quotation_marks() -> None:
    text = """Skip to main content
Environment
Press release
£25 million to keep rivers in their beds
From:
Department for Environment, Food & Rural Affairs and Emma Moss MP
Published
3 March 2025
Last updated
5 March 2025 — See all updates
Floods will be rarer in forty towns, the government announced today.
Floods minister Emma Moss said:
We have listened to the towns that flood.
ENDS
Notes to editors
1. The fund opens in May.
Share this page
© Crown copyright
"""
    reading, found = read(text)
    kinds = {words: kind for kind, words in found}
    assert reading.facts.title == "£25 million to keep rivers in their beds"
    assert reading.facts.publisher_name == "Department for Environment, Food & Rural Affairs"
    assert (reading.facts.published_on, reading.facts.updated_on) == (dt.date(2025, 3, 3), dt.date(2025, 3, 5))
    assert kinds["We have listened to the towns that flood."] == "quote"
    assert kinds["1. The fund opens in May."] == "list_item"
    assert "boilerplate" not in (kinds["ENDS"], kinds["Notes to editors"])
    assert kinds["Environment"] == kinds["Share this page"] == kinds["© Crown copyright"] == "boilerplate"


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Kelp for all", "The press release issued by the Welsh Government on 4 June 2024."),
        ("PRESS RELEASE: Kelp for all", "This news release was published by the Welsh Government on 4 June 2024"),
    ],
)
def test_who_issued_a_release_and_when_in_a_sentence(title: str, line: str) -> None:
    reading, found = read(f"{title}\n\n{line}\n\nForty bays will be sown with kelp this summer.\n")
    facts = reading.facts
    assert (facts.title, facts.publisher_name) == ("Kelp for all", "Welsh Government")
    assert (facts.published_on, reading.document_type) == (dt.date(2024, 6, 4), "press")
    assert [kind for kind, _ in found] == ["title", "metadata", "paragraph"]


def test_a_release_tells_of_itself_only_in_a_whole_line() -> None:
    line = "The press release issued by the Welsh Government on 4 June 2024 spoke of forty bays."
    facts = choose(f"Kelp\n\n{line}\n")[1].facts
    assert (facts.publisher_name, facts.published_on) == (None, None)


def test_a_short_story_with_one_quote_is_known_by_its_day() -> None:
    story = "Ferry firm fined £40,000\n\n3 June 2024\n\nA ferry firm was fined for a loose rail.\n\n"
    _, found = read(f"{story}Inspector Jo Lane said: “Nobody should lean on a rail that gives.”\n")
    assert [kind for kind, _ in found] == ["title", "metadata", "paragraph", "quote"]


@pytest.mark.parametrize("foot", ["Published 27 June 2019", "Published 27 June 2019\nLast updated 3 July 2019"])
def test_the_day_may_stand_below_a_story(foot: str) -> None:
    body = "Forty bays will be sown.\n\nMayor Jo Lane said:\n\n“It is our kelp.”\n\n“We are glad,” she said.\n\n"
    reading, found = read(f"Kelp for all\n\n{body}{foot}\n")
    assert reading.facts.published_on == dt.date(2019, 6, 27)
    assert found[-1][0] == "metadata"


def test_days_that_differ_below_a_story_are_those_of_others() -> None:
    body = "Forty bays will be sown with kelp, which is a weed of the sea. " * 3
    text = "\n\n".join(["Kelp for all", body, body, body, "Published 27 June 2019\nPublished 28 June 2019"])
    assert choose(text)[1].facts.published_on is None


def test_the_newsroom_above_a_story_publishes_it() -> None:
    head = "Environment Agency News\n\n3 June 2024\n\nWeirs are safe again in nine valleys\n\n"
    reading, _ = read(f"{head}All nine hold.\n\n“They do,” she said.\n")
    assert (reading.facts.title, reading.facts.publisher_name) == (
        "Weirs are safe again in nine valleys",
        "Environment Agency",
    )


def test_byline_row_caption_and_straight_quotes() -> None:
    text = """Council backs £3m pool
3 March 2025 | By Kim Oduya | 3 min read
Leader of the council Tom Ray
Sidbury council has voted to spend £3m on its pool. The old one leaks.
"We could not wait another winter," he said. "The boiler is from 1971."
Read more: Pool closed for a third time
Opposition leader Ana Wills told the meeting: "It is far too much for a town of this size to spend on water.
"We could build two for that."
"""
    reading, found = read(text)
    assert reading.facts.published_on == dt.date(2025, 3, 3)
    assert [kind for kind, _ in found] == [
        *("title", "metadata", "paragraph", "paragraph"),
        *("quote", "boilerplate", "quote", "quote"),
    ]


def test_a_headline_stays_as_it_stands() -> None:
    """Saving a page glues the name of the section to the headline; the text is never mended."""
    reading, _ = read("Features" + STORY.partition("\n\n")[2])
    assert reading.facts.title == "FeaturesSidbury wins £3m for its river wall, but not for its pumps"


def test_furniture_in_the_middle_ends_no_story() -> None:
    text = STORY.replace("Who pays for the pumps?", "Most read\n\nShare\n\nWho pays for the pumps?")
    _, found = read(text)
    kinds = {words: kind for kind, words in found}
    assert (kinds["Most read"], kinds["Share"]) == ("boilerplate", "boilerplate")
    assert kinds["The council says that it cannot:"] == "paragraph"


@pytest.mark.parametrize(
    "text",
    [
        # a report that quotes people
        "Libraries in Kent\n\nIntroduction\n\nA reader said: “It is warm.”\n\nA writer said: “It is quiet.”\n",
        # a response to a report in which people speak
        "Applies to England\n\nRecommendation 1\n\nThe report said: “Mend the roofs.”\n\nWe accept this.\n",
        # guidance, by its own word
        "Guidance\n\nHow to close a library\n\nOne council said: “Tell the readers first.”\n",
        # a listing of questions
        "Asked by: Ann Rowe (Labour - Poole)\nTo ask the Prime Minister, if he said: “Soon.”\nAnswered by Jo Ng\nNo.\n",
        # no speech and no byline, whatever stands at its end
        "Libraries\n\nThere are four thousand of them.\n\nRelated links\n\nSubscribe\n",
        "",
    ],
)
def test_what_is_no_story(text: str) -> None:
    assert choose(text)[0] != "press"


def test_a_long_document_is_no_story() -> None:
    assert press.explains(STORY) >= 2
    assert press.explains(STORY * 40) == 0


RELEASE = """Press release

New harbour walls for six towns

Six towns on the east coast will get new harbour walls.

From:
Department for Environment, Food and Rural Affairs
Published
12 March 2025

Last updated
14 March 2025

The walls will be paid for from the £40 million Harbour Walls Fund.

Floods Minister Jo Lane said:

A wall that holds is worth more than a promise.

ENDS

Notes to editors

1. Each wall costs about £6 million.

Contact

Defra press office: 0330 041 6560

The following links open in a new tab
"""


def test_a_release_of_a_department_with_its_notes_and_contacts() -> None:
    reading, found = read(RELEASE)
    assert reading.document_type == "press"
    assert reading.facts.title == "New harbour walls for six towns"
    assert reading.facts.publisher_name == "Department for Environment, Food and Rural Affairs"
    assert (reading.facts.published_on, reading.facts.updated_on) == (dt.date(2025, 3, 12), dt.date(2025, 3, 14))
    assert ("quote", "A wall that holds is worth more than a promise.") in found
    assert ("list_item", "1. Each wall costs about £6 million.") in found
    below = found[found.index(("list_item", "1. Each wall costs about £6 million.")) + 1 :]
    assert [kind for kind, _ in below] == ["boilerplate"] * 3


def test_a_statement_as_the_government_publishes_it() -> None:
    text = (
        "Written statement to Parliament\nHarbour Walls Fund\nFrom: Home Office\nDelivered on: 12 March 2025\n"
        "I am today announcing the launch of the £40 million Harbour Walls Fund.\n\nSix towns will receive new walls.\n"
    )
    reading, found = read(text)
    assert (reading.document_type, reading.facts.title) == ("press", "Harbour Walls Fund")
    assert (reading.facts.published_on, reading.facts.published_precision) == (dt.date(2025, 3, 12), "day")
    assert [words for kind, words in found if kind == "paragraph"] == [line for line in text.splitlines()[-3:] if line]


def test_a_report_that_names_a_statement_is_none() -> None:
    text = "Harbour walls\nThe written statement HCWS512 was made on 12 March 2025.\nNothing came of it.\n"
    assert press.explains(text) == 0


NEWS = "Press release\n\nA wall for Sidbury\n\n3 March 2025\n\nSidbury will have a new wall, ministers said today.\n\n"


@pytest.mark.parametrize(
    ("paragraphs", "quotes"),
    [
        (["Walls minister, Jane Doe, said: “We will build it, and soon.”", "It is of stone."], [0]),
        (["“We will build it before the river comes again,” said Jane Doe, chief executive of Walls."], [0]),
        (
            ["Jane Doe, who leads the council, said:", "“We will build it.", "“It is of stone.”", "It opens in May."],
            [1, 2],
        ),
        (["Jane Doe said:", "We will build it.", "I thank my team.", "The wall opens in May."], [1, 2]),
        (["Jane Doe said:", "We will build it.", "Our plans", "The wall opens in May."], [1]),
        (["‘We will build it,’ said Jane Doe of Walls.", "‘It is of stone.’", "It opens in May."], [0, 1]),
        (["Jane Doe said: ‘We will build the councils’ wall.", "‘It is of stone.’", "It opens in May."], [0, 1]),
        (
            [
                "‘Boxing up’ is what masons call it.",
                "The ‘wall’ is of stone.",
                "It opens in May.",
                "“Yes, soon,” she said.",
            ],
            [3],
        ),
        (["She said that the council’s plan is ‘sound’ and of stone.", "“We will build it,” she said."], [1]),
    ],
)
def test_speech(paragraphs: list[str], quotes: list[int]) -> None:
    _, found = read(NEWS + "\n\n".join(paragraphs) + "\n\nJane Doe said: “It is so.”\n")
    kinds = [kind for kind, words in found for one in paragraphs if words == one]
    assert [at for at, kind in enumerate(kinds) if kind == "quote"] == quotes
