"""Words that change with what they speak of."""

import pytest

from simulator.course.models import CHANNELS, OUTCOMES
from simulator.terminal import words


def test_every_channel_and_outcome_has_its_words() -> None:
    assert set(CHANNELS) == set(words.CHANNEL)
    assert set(OUTCOMES) <= set(words.OUTCOME)


@pytest.mark.parametrize(("number", "text"), [(0, "0 replies"), (1, "1 reply"), (2, "2 replies")])
def test_one_and_several(number: int, text: str) -> None:
    assert text == words.counted(number, "reply", "replies")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dana Whitfield", "Dana"),
        ("Mrs. Patel", "Mrs. Patel"),
        ("Dr Owusu", "Dr Owusu"),
        ("J. R. Hartley", "J. R. Hartley"),
    ],
)
def test_a_short_name_is_still_a_name(name: str, short: str) -> None:
    assert short == words.short_name(name)


@pytest.mark.parametrize(("answer", "yes"), [("y", True), (" YES ", True), ("n", False), ("", False), ("yo", False)])
def test_only_a_yes_is_a_yes(answer: str, yes: bool) -> None:
    assert yes == words.is_yes(answer)
