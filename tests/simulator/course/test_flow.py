"""States and rules looked at together."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.course.flow import covers, impossible
from simulator.course.models import Bound, Rule, Shown

HEAD = """\
title: The list
persona: sam_okafor
channel: phone
level: 1
scene: Your line rings.
facts: {gone: the list is gone}
rubric: {pass: 50, expect: {greet: {worth: 10, model: Hello.}}}
start: one
states:
"""
LINES = "    person: [Hm., Well., So.]\n    meanwhile: [Hm!, Well!, So!]\n"
END = "  good: {ending: handled_well, person: [A., B., C.]}\n"


def state(name: str, *rules: str, tells: str = "gone") -> str:
    then = "".join(f"      - {{{rule}}}\n" for rule in rules)
    return f"  {name}:\n    tells: [{tells}]\n{LINES}" + (f"    then:\n{then}" if rules else "")


def told(pack: Any, *states: str) -> list[str]:
    pack.write("scenario", HEAD + "".join(states))
    return list(pack.marked("scenario"))


@pytest.fixture(autouse=True)
def alone(pack: Any) -> None:
    """The scenario of these tests has no moves, and nobody tests it."""
    pack.edit("persona", "  look_in_bin: {trust: 10}\n", "")
    pack.path("walkthroughs").unlink()


def test_a_conversation_that_comes_and_goes_is_fine(pack: Any) -> None:
    assert told(pack, state("one", "when: greet, go: good"), END) == []


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([state("one", "when: greet, go: good"), state("lost", "when: greet, go: good"), END], ["DS401 lost"]),
        (
            [
                state("one", "when: greet, go: good"),
                state("a", "when: greet, go: b"),
                state("b", "when: greet, go: a"),
                END,
            ],
            ["DS401 a", "DS403 a", "DS401 b", "DS403 b"],
        ),
        ([state("one"), END], ["DS402 one", "DS401 good"]),
        ([state("one", "otherwise: stay"), END], ["DS402 one", "DS401 good"]),
        ([state("one", "when: greet, go: one"), END], ["DS402 one", "DS401 good"]),
        ([state("one", "when: greet, go: good", "when: blame, go: two"), state("two"), END], ["DS402 two"]),
        ([state("one", "otherwise: good", "when: greet, go: good"), END], ["DS404 {"]),
        ([state("one", "go: good"), END], ["DS406 {"]),
        ([state("one", "when: greet, go: bad"), "  bad: {ending: failed, person: [A., B., C.]}\n"], ["DS409 states"]),
        ([state("one", "otherwise: good, when: greet"), END], ["DS414 when"]),
        ([state("one", "otherwise: good, go: good"), END], ["DS414 go"]),
        ([state("one", "when: {all: [greet], none: [greet]}, go: good"), END], ["DS412 {"]),
        (
            [
                state("one", "when: greet, go: good"),
                "  good: {ending: handled_well, person: [A., B., C.], meanwhile: [A, B, C]}\n",
            ],
            ["DS407 meanwhile"],
        ),
        (
            [
                state("one", "when: greet, go: stay", "when: blame, go: good"),
                state("stay", "when: greet, go: good"),
                END,
            ],
            ["DS307 stay", "DS401 stay"],
        ),
    ],
)
def test_what_does_not_hang_together(pack: Any, states: list[str], expected: list[str]) -> None:
    assert expected == told(pack, *states)


def test_a_state_that_was_misspelt_is_not_told_to_be_out_of_reach_as_well(pack: Any) -> None:
    states = [state("one", "when: greet, go: complant"), state("complaint", "when: greet, go: good"), END]
    assert told(pack, *states) == ["DS302 complant"]


def test_where_a_rule_leads_to_nobody_knows_where_nothing_is_told_to_be_out_of_reach(pack: Any) -> None:
    assert told(pack, state("one", "when: greet, go: xyz"), END) == ["DS302 xyz"]


def test_a_state_that_can_not_be_read_has_no_cascade(pack: Any) -> None:
    assert told(pack, state("one", "when: greet, go: two", "when: blame, go: nowhere"), "  two: [x]\n", END) == [
        "DS302 nowhere",
        "DS203 [",
    ]


ALWAYS = Rule(go="x")
GREET = Rule(go="x", when=Shown(any=("greet",)))
EITHER = Rule(go="x", when=Shown(any=("greet", "listen")))
BOTH = Rule(go="x", when=Shown(all=("greet", "listen")))


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (ALWAYS, GREET, True),
        (GREET, ALWAYS, False),
        (GREET, GREET, True),
        (EITHER, GREET, True),
        (GREET, EITHER, False),
        (EITHER, BOTH, True),
        (BOTH, EITHER, False),
        (GREET, Rule(go="x", when=Shown(any=("greet",)), after=2), True),
        (Rule(go="x", when=Shown(any=("greet",)), after=2), GREET, False),
        (Rule(go="x", after=1), GREET, True),
        (Rule(go="x", after=2), Rule(go="x", after=3), True),
        (Rule(go="x", after=3), Rule(go="x", after=2), False),
        (Rule(go="x", clock=10), Rule(go="x", clock=20), True),
        (Rule(go="x", clock=20), Rule(go="x", clock=10), False),
        (Rule(go="x", mood=(Bound("calm", below=40),)), Rule(go="x", mood=(Bound("calm", below=20),)), True),
        (Rule(go="x", mood=(Bound("calm", below=20),)), Rule(go="x", mood=(Bound("calm", below=40),)), False),
        (Rule(go="x", mood=(Bound("calm", below=40),)), Rule(go="x", mood=(Bound("trust", below=20),)), False),
        (Rule(go="x", mood=(Bound("calm", at_least=40),)), Rule(go="x", mood=(Bound("calm", at_least=60),)), True),
        (Rule(go="x", mood=(Bound("calm", at_least=40),)), Rule(go="x", mood=(Bound("calm", below=60),)), False),
        (Rule(go="x", told=("stuck",)), Rule(go="x", told=("stuck", "fear")), True),
        (Rule(go="x", told=("fear",)), GREET, False),
        (Rule(go="x", told=("told_here",)), GREET, True),
        (Rule(go="x", when=Shown(none=("blame",))), Rule(go="x", when=Shown(any=("greet",), none=("blame",))), True),
        (Rule(go="x", when=Shown(none=("blame",))), GREET, False),
        (Rule(go="x", so_far=Shown(all=("greet",))), GREET, False),
    ],
)
def test_a_rule_covers_another_when_it_holds_whenever_the_other_does(
    earlier: Rule, later: Rule, expected: bool
) -> None:
    assert expected is covers(earlier, later, tells=("told_here",))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (BOTH, False),
        (Rule(go="x", when=Shown(all=("greet",), none=("greet",))), True),
        (Rule(go="x", when=Shown(any=("greet", "listen"), none=("greet",))), False),
        (Rule(go="x", when=Shown(any=("greet",), none=("greet", "listen"))), True),
        (Rule(go="x", when=Shown(any=("greet",)), so_far=Shown(none=("greet",))), True),
        (Rule(go="x", when=Shown(none=("greet",)), so_far=Shown(all=("greet",))), False),
    ],
)
def test_a_rule_is_impossible_when_its_conditions_contradict_each_other(rule: Rule, expected: bool) -> None:
    assert expected is impossible(rule)
