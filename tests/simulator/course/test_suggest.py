from __future__ import annotations

import pytest

from simulator.course.suggest import hint, nearest

BEHAVIOURS = ["apologize", "ask_fact", "ask_open", "blame", "empathize", "listen"]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("apologise", "apologize"),
        ("Apologize", "apologize"),
        ("ask-fact", "ask_fact"),
        ("ask open", "ask_open"),
        ("emphatize", "empathize"),
        ("blme", "blame"),
        ("reboot", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_suggested_if_it_is_near(given: str, meant: str | None) -> None:
    assert meant == nearest(given, BEHAVIOURS)


def test_the_hint_names_what_was_meant() -> None:
    assert hint("lisen", BEHAVIOURS) == "Did you mean 'listen'?"


def test_the_hint_lists_what_there_is_when_nothing_is_near() -> None:
    assert hint("zzz", BEHAVIOURS) == "There are: apologize, ask_fact, ask_open, blame, empathize, listen."


def test_the_hint_does_not_list_without_end() -> None:
    assert hint("zzz", [f"state_{number}" for number in range(40)]).endswith(", ….")


def test_the_hint_says_when_there_is_nothing_to_choose_from() -> None:
    assert hint("zzz", []) == "There are none so far."
