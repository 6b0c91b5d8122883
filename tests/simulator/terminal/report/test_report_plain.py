"""The plain report: append-only lines, one fact a line."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.report import Report
from simulator.records.interface import SessionRow
from simulator.terminal.report_plain import render

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


def test_the_result_comes_first_and_in_words(handled_well: Report) -> None:
    assert [
        "Report: The save, with Dana Whitfield (phone)",
        "Score: 61 of 100",
        "Pass mark: 70",
        "Verdict: not passed",
        "Outcome: handled well",
    ] == render(handled_well).splitlines()[:5]


def test_an_item_with_its_evidence(handled_well: Report) -> None:
    text = render(handled_well)
    assert (
        "Item: apologize: half: late, 7.5 of 15 points\n"
        "  Turn 4, you said: “I'm sorry”\n"
        "  Why: shown more than 1 turn after it was due\n"
        "  You could say: “I'm sorry you're having trouble.”\n"
    ) in text
    assert (
        "Item: ask an open question: missed, 0 of 20 points\n"
        "  Due from turn 2, in “complaint”\n"
        "  Why it matters: Their story tells what went wrong.\n"
        "  You could say: “What happened just before it stopped?”\n"
    ) in text


def test_what_was_avoided_is_one_line(handled_well: Report) -> None:
    assert "Rightly avoided: blame, demand a password\n" in render(handled_well)


def test_why_a_score_is_capped(gone_wrong: Report) -> None:
    assert "Capped: you asked for a password\n" in render(gone_wrong)


def test_mood_strengths_lesson_and_earlier_attempts(handled_well: Report) -> None:
    text = render(handled_well, history=[EARLIER])
    assert "Mood, calm: from 35 (angry) to 59 (upset)\n" in text
    assert "Strength: bring forward\nStrength: greet\n" in text
    assert "Practise next: ask an open question\n  For example: “What happened just before it stopped?”\n" in text
    assert "Earlier attempt: 2026-11-20 09:30 UTC: 31 of 100, not passed, failed (practice)\n" in text


def test_the_transcript_has_the_speaker_first_and_what_each_reply_showed(handled_well: Report) -> None:
    text = render(handled_well)
    assert (
        "Dana Whitfield: (your phone is ringing)\nYou, turn 1: Good morning, IT service desk.\n  Showed: greet\n"
    ) in text
    assert "You, turn 3: (says nothing)\n  Showed: nothing\n" in text


def test_the_help_that_was_taken(helped: Report, handled_well: Report) -> None:
    text = render(helped)
    assert "Hints: 3: bring forward (which, how it sounds, a reply)\nSaid once more: 2 replies\n" in text
    assert "Hints" not in render(handled_well)


def test_the_transcript_can_be_left_out(handled_well: Report) -> None:
    assert "Transcript:" in render(handled_well)
    short = render(handled_well, transcript=False)
    assert "Transcript:" not in short
    assert "Practise next:" in short


def test_the_score_can_be_traced(handled_well: Report) -> None:
    assert render(handled_well).endswith("Scenario frozen_save, course c0ffeec0ffee, seed 7, practice.\n")


@given(st.text())
def test_a_reply_never_adds_lines_or_controls(played: Callable[..., Report], reply: str) -> None:
    usual, strange = render(played("Hm.")), render(played(reply.replace("!!", "")))
    assert usual.count("\n") <= strange.count("\n") <= usual.count("\n") + 12
    assert all(line.isprintable() or not line.isascii() for line in strange.splitlines())
    strange.encode("utf-8")
