"""A ticket tells what happened; what it blames or insults somebody for is found, what it only tells is not."""

from __future__ import annotations

import pytest

from scoring.detector import Detector
from simulator.engine.ticket_tone import Unkind, unkind


@pytest.mark.parametrize(
    ("text", "behaviour"),
    [
        ("User error", "blame"),
        ("Report lost. It was her own fault", "blame"),
        ("She should have saved it", "blame"),
        ("Should have saved before", "blame"),
        ("The user has done everything wrong", "blame"),
        ("If she had saved her report this would not have happened", "blame"),
        ("PEBKAC", "blame"),
        ("layer 8 problem", "blame"),
        ("User is an idiot and never saved her work", "insult"),
        ("the caller was too dumb to click", "insult"),
        ("Another clueless user", "insult"),
        ("hysterical woman", "insult"),
        ("moron", "insult"),
    ],
)
def test_what_judges_is_found(detector: Detector, text: str, behaviour: str) -> None:
    assert [behaviour] == [one.behaviour for one in unkind(text, detector)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "none",
        "Report had never been saved since Monday",
        "User had connected to the wrong screen",
        "User unplugged the cable by mistake; plugged in again",
        "Customer lost all data, no backup, dead drive",
        "Dialog hidden behind the e-mail; user did not see it",
        "user restarted the computer twelve times before calling",
        "User was angry because of the wait",
        "Caller was upset and swore; passed to supervisor",
        "User called me an idiot and hung up",
        "not her fault, the dialog was hidden",
        "nobody's fault",
        "my own fault: I deleted the wrong folder",
        "explained that she did nothing wrong",
        "She was crying; gave her time",
        "I should have asked for the backup first",
    ],
)
def test_what_only_tells_is_not(detector: Detector, text: str) -> None:
    assert () == unkind(text, detector)


def test_the_words_are_quoted(detector: Detector) -> None:
    text = "Word hung on saving. User error, of course! Idiot."
    assert (Unkind("blame", "User error, of course!"), Unkind("insult", "Idiot")) == unkind(text, detector)
