"""The ticket and the mirror in a report: the same story in every rendering."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console

from simulator.engine.mirror import MirrorScore, Reflection
from simulator.engine.report import Report
from simulator.engine.ticket import Charge, FieldScore, TicketScore
from simulator.records.kept import report_from_json
from simulator.terminal import report_html, report_markdown, report_plain, report_rich

TICKET = TicketScore(
    45,
    (
        FieldScore("problem", "hour *glass*", "earned", 30.0, 30, "names what was told: hour, glass"),
        FieldScore("hours", "1", "partly", 5.0, 10, "agrees with the times in the ticket"),
        FieldScore("parts", "", "missed", 0.0, 5, "left empty"),
        FieldScore("solution", "<b>fixed</b>", "not_scored", 0.0, 25, "nothing to tell"),
    ),
    (Charge("solution", "claims_success", "fixed", -15.0),),
)
MIRROR = MirrorScore(
    (
        Reflection(
            "courteous",
            "Were you courteous?",
            True,
            False,
            "blame",
            2,
            "your own fault",
            "spoke against it",
            "It happens.",
        ),
        Reflection("confident", "Were you sure?", False, True, "greet", 1, "Good morning", "showed it", ""),
        Reflection("own_problem", "Was it yours?", True, True, "greet", 1, "Good morning", "showed it", ""),
        Reflection("positive_outlook", "And hopeful?", True, None, "", None, "", "there was no occasion for it", ""),
        Reflection("willing_to_help", "And willing?", True, False, "", 3, "", "said nothing in 2 turns", ""),
    ),
    4,
    2,
    4,
    1,
    0.25,
    5,
    False,
    None,
)


@pytest.fixture
def told(handled_well: Report) -> Report:
    return replace(handled_well, ticket=TICKET, mirror=MIRROR)


def rich(report: Report) -> str:
    out = io.StringIO()
    report_rich.render(report, Console(file=out, width=100, color_system=None))
    return " ".join(out.getvalue().split())


def html(report: Report) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", report_html.render(report)).replace("&#39;", "'").split())


def markdown(report: Report) -> str:
    return " ".join(report_markdown.render(report).replace("\\", "").replace("**", "").split())


def plain(report: Report) -> str:
    return " ".join(report_plain.render(report).split())


@pytest.mark.parametrize("rendered", [rich, html, markdown, plain])
def test_what_every_rendering_says(rendered: Callable[[Report], str], told: Report) -> None:
    text = rendered(told)
    for expected in (
        "45 of 100",
        "names what was told: hour, glass",
        "partly",
        "left empty",
        "Solution claims a success that was none",
        "-15",
        "you said yes to 4 of 5; I measured 2 yeses in 4. The mark is 5 yeses: not reached in your answers, too little was measured",
        "You saw yourself as measured in 1 of 4.",
        "you said yes; I measured no: see turn 2",
        "“your own fault”",
        "It happens.",
        "you said no; I measured yes: see turn 1",
        "you said yes, and so did I: see turn 1",
        "you said yes; not measured",
        "(says nothing)",
    ):
        assert expected in text, expected


@pytest.mark.parametrize("rendered", [rich, html, markdown, plain])
def test_what_was_not_given_is_not_scored(rendered: Callable[[Report], str], handled_well: Report) -> None:
    assert 2 == rendered(handled_well).lower().split("practise next")[1].count("not scored")


def test_the_words_of_the_plain_report(told: Report) -> None:
    text = report_plain.render(told)
    assert (
        "Ticket: 45 of 100\n"
        "Ticket, Problem: earned, 30 of 30 points\n"
        "  You wrote: “hour *glass*”\n"
        "  Why: names what was told: hour, glass\n"
    ) in text
    assert "Ticket, Solution claims a success that was none: charged, -15 points\n  You wrote: “fixed”\n" in text
    assert (
        "Mirror, Were you courteous? you said yes; I measured no: see turn 2\n"
        "  There you said: “your own fault”\n"
        "  Why: blame: spoke against it\n"
        "  You could say: “It happens.”\n"
    ) in text


def test_what_was_typed_stays_text(told: Report) -> None:
    assert "<b>fixed" not in report_html.render(told)
    assert "\\<b\\>fixed" in report_markdown.render(told)
    assert "hour \\*glass\\*" in report_markdown.render(told)


def test_it_comes_back_from_json_as_it_was(told: Report, handled_well: Report) -> None:
    kept = json.loads(json.dumps(told.as_json()))
    assert told == report_from_json(kept)
    before = handled_well.as_json()
    assert (None, None) == (before.pop("ticket"), before.pop("mirror"))
    assert handled_well == report_from_json(json.loads(json.dumps(before)))  # as it was kept before there were any
