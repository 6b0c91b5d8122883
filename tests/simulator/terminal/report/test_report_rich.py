"""The report in a terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from simulator.engine.report import Report
from simulator.records.interface import SessionRow
from simulator.terminal.report_rich import MOST_BARS, render, sparkline

EARLIER = SessionRow(
    "a1",
    "frozen_save",
    "c",
    1,
    "practice",
    "",
    "",
    "",
    "2026-11-20T09:30:00Z",
    "2026-11-20T09:40:00Z",
    "failed",
    31,
    False,
    6,
)


def shown(report: Report, *, width: int = 80, colour: bool = False, **options: object) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        legacy_windows=False,
    )
    render(report, console, **options)  # type: ignore[arg-type]
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


def test_score_pass_mark_verdict_and_outcome(handled_well: Report) -> None:
    text = shown(handled_well)
    assert "61 of 100   ✗ Not passed" in text
    assert "The pass mark is 70. The conversation: handled well." in text
    assert "61 of 100. Not passed (the pass mark is 70). The conversation: handled well." == words(
        text.splitlines()[-2]
    )


def test_why_a_score_is_capped(gone_wrong: Report) -> None:
    assert "Why the score is capped: you asked for a password" in shown(gone_wrong)


def test_an_item_with_its_evidence_and_a_model_reply(handled_well: Report) -> None:
    assert (
        "◐ apologize: half: late, 7.5 of 15 Turn 4: “I'm sorry” shown more than 1 turn after it was due "
        "You could say: “I'm sorry you're having trouble.”"
    ) in words(shown(handled_well))


def test_the_mood_is_drawn_and_told(handled_well: Report) -> None:
    assert re.search(r"calm +[▁▂▃▄▅▆▇█]{6} +from 35 \(angry\) to 59 \(upset\)", shown(handled_well))


def test_a_terminal_that_knows_ascii_only_gets_the_words(handled_well: Report) -> None:
    file = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    render(handled_well, Console(file=file, width=80))
    file.flush()
    assert b"from 35 (angry) to 59 (upset)" in file.buffer.getvalue()


def test_the_transcript_names_what_each_reply_showed(handled_well: Report) -> None:
    assert "You (1): Good morning [greet], IT service desk." in shown(handled_well)


def test_the_transcript_can_be_left_out(handled_well: Report) -> None:
    assert "The conversation\n" not in shown(handled_well, transcript=False)


def test_earlier_attempts(handled_well: Report) -> None:
    assert "• 2026-11-20 09:30 UTC: 31 of 100, not passed, failed (practice)" in shown(handled_well, history=[EARLIER])


def test_nothing_is_said_in_colour_alone(gone_wrong: Report) -> None:
    assert shown(gone_wrong) == re.sub(r"\x1b\[[0-9;]*m", "", shown(gone_wrong, colour=True))


@pytest.mark.parametrize(
    "typed", ["[bold red]I'm sorry[/]", "[link=http://x]y[/link]", ":smile: [/]", "\x1b[31mred\x1b]0;title\x07"]
)
def test_what_was_typed_is_never_markup_nor_an_escape(played: Callable[..., Report], typed: str) -> None:
    text = shown(played(typed, title=typed, persona=typed, line=typed), width=200)
    assert "\x1b" not in text
    assert "\x07" not in text
    visible = "".join(one for one in typed if one.isprintable())
    # What a span shows is named right after it; take the names out again.
    assert visible in text.replace(" [apologize]", "")


@given(st.text(max_size=60), st.integers(20, 120))
def test_any_text_fits_any_width(played: Callable[..., Report], typed: str, width: int) -> None:
    text = shown(played(typed + "x" * 300), width=width)
    assert "\x1b" not in text
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_a_sparkline_keeps_first_and_last() -> None:
    assert "▁█" == sparkline([0, 100])
    long = sparkline([0, *([50] * 500), 100])
    assert MOST_BARS == len(long)
    assert ("▁", "█") == (long[0], long[-1])


def test_the_help_that_was_taken(helped: Report, handled_well: Report) -> None:
    text = words(shown(helped))
    assert "Hints: 3: bring forward (which, how it sounds, a reply)" in text
    assert "Said once more: 2 replies" in text
    assert "Said once more" not in words(shown(handled_well))


def test_why_a_missed_item_matters(handled_well: Report) -> None:
    assert "Their story tells what went wrong." in words(shown(handled_well))
