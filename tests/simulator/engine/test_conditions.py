"""When a rule holds: all of its conditions must."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.course.models import Bound, Rule, Shown
from simulator.engine.conditions import TurnFacts, holds
from simulator.engine.events import Mood

NAMES = st.frozensets(st.sampled_from("abcd"))


def test_an_otherwise_always_holds() -> None:
    assert holds(Rule("on"), TurnFacts())


@pytest.mark.parametrize(
    ("asked", "shown", "expected"),
    [
        (Shown(any=("a", "b")), "a", True),
        (Shown(any=("a", "b")), "ab", True),
        (Shown(any=("a", "b")), "c", False),
        (Shown(any=("a", "b")), "", False),
        (Shown(all=("a", "b")), "abc", True),
        (Shown(all=("a", "b")), "ac", False),
        (Shown(none=("a", "b")), "c", True),
        (Shown(none=("a", "b")), "", True),
        (Shown(none=("a", "b")), "bc", False),
        (Shown(any=("a",), all=("b",), none=("c",)), "ab", True),
        (Shown(any=("a",), all=("b",), none=("c",)), "abc", False),
        (Shown(any=("a",), all=("b",), none=("c",)), "b", False),
    ],
)
def test_any_all_and_none_of_what_was_shown(asked: Shown, shown: str, expected: bool) -> None:
    assert expected == holds(Rule("on", when=asked), TurnFacts(shown=frozenset(shown)))
    assert expected == holds(Rule("on", so_far=asked), TurnFacts(so_far=frozenset(shown)))


def test_when_asks_of_this_reply_and_so_far_of_all() -> None:
    facts = TurnFacts(shown=frozenset("b"), so_far=frozenset("ab"))
    assert not holds(Rule("on", when=Shown(any=("a",))), facts)
    assert holds(Rule("on", so_far=Shown(any=("a",))), facts)


@pytest.mark.parametrize(("turns", "expected"), [(1, False), (2, True), (3, True)])
def test_after_so_many_turns_in_the_state(turns: int, expected: bool) -> None:
    assert expected == holds(Rule("on", after=2), TurnFacts(turns_in_state=turns))


@pytest.mark.parametrize(("clock", "expected"), [(9, False), (10, True), (11, True)])
def test_at_or_past_a_time(clock: int, expected: bool) -> None:
    assert expected == holds(Rule("on", clock=10), TurnFacts(clock=clock))


@pytest.mark.parametrize(
    ("bound", "calm", "expected"),
    [
        (Bound("calm", at_least=60), 60, True),
        (Bound("calm", at_least=60), 59, False),
        (Bound("calm", below=20), 19, True),
        (Bound("calm", below=20), 20, False),
        (Bound("calm", at_least=20, below=40), 30, True),
        (Bound("calm", at_least=20, below=40), 40, False),
    ],
)
def test_bounds_on_the_mood(bound: Bound, calm: int, expected: bool) -> None:
    assert expected == holds(Rule("on", mood=(bound,)), TurnFacts(mood=Mood(calm, 0, 0)))


@pytest.mark.parametrize(("axis", "expected"), [("calm", False), ("trust", True), ("patience", False)])
def test_each_axis_is_asked_of_itself(axis: str, expected: bool) -> None:
    assert expected == holds(Rule("on", mood=(Bound(axis, at_least=50),)), TurnFacts(mood=Mood(10, 60, 30)))


def test_facts_told() -> None:
    rule = Rule("on", told=("a", "b"))
    assert holds(rule, TurnFacts(told=frozenset("abc")))
    assert not holds(rule, TurnFacts(told=frozenset("ac")))


RULE = Rule("on", Shown(any=("a",)), Shown(all=("b",)), 2, (Bound("trust", at_least=40),), 10, ("f",))
FACTS = TurnFacts(frozenset("a"), frozenset("ab"), 2, Mood(50, 40, 50), 10, frozenset("f"))


@pytest.mark.parametrize(
    "missing",
    [
        TurnFacts(frozenset("c"), FACTS.so_far, 2, FACTS.mood, 10, FACTS.told),
        TurnFacts(FACTS.shown, frozenset("a"), 2, FACTS.mood, 10, FACTS.told),
        TurnFacts(FACTS.shown, FACTS.so_far, 1, FACTS.mood, 10, FACTS.told),
        TurnFacts(FACTS.shown, FACTS.so_far, 2, Mood(50, 39, 50), 10, FACTS.told),
        TurnFacts(FACTS.shown, FACTS.so_far, 2, FACTS.mood, 9, FACTS.told),
        TurnFacts(FACTS.shown, FACTS.so_far, 2, FACTS.mood, 10, frozenset()),
    ],
)
def test_one_condition_that_does_not_hold_is_enough(missing: TurnFacts) -> None:
    assert holds(RULE, FACTS)
    assert not holds(RULE, missing)


@given(NAMES, NAMES)
def test_any_of_some_is_the_opposite_of_none_of_them(asked: frozenset[str], shown: frozenset[str]) -> None:
    names = tuple(sorted(asked | {"a"}))
    facts = TurnFacts(shown=shown)
    assert holds(Rule("on", when=Shown(any=names)), facts) != holds(Rule("on", when=Shown(none=names)), facts)
