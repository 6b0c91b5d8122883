"""A scenario as Mermaid: readable, and valid whatever the names."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rubric import Rubric
from simulator.authoring.graph import mermaid, rule_in_words
from simulator.course.models import Bound, Clock, Happening, Lines, Rule, Scenario, Shift, Shown, State

SCENARIO = Scenario(
    id="frozen",
    title="The save",
    persona="dana",
    channel="phone",
    level=1,
    scene="",
    facts={},
    moves=(),
    start="ringing",
    states={
        "ringing": State("ringing", then=(Rule("talk", Shown(any=("greet", "ask_open"))), Rule("lost", after=2))),
        "talk": State("talk", then=(Rule("lost", Shown(all=("blame",))), Rule("saved"), Rule("talk"))),
        "saved": State("saved", ending="handled_well"),
        "lost": State("lost", ending="failed"),
    },
    rubric=Rubric(70, ()),
    clock=Clock(starts=1000),
    folder=Path("frozen"),
)
NAMES = {"ask_open": "ask an open question"}

STATE = re.compile(r'  state "[^"\n]*" as (s\d+_\w*)')
EDGE = re.compile(r"  (s\d+_\w*) --> (s\d+_\w*): [^:;\n]*(?:#\d+;[^:;\n]*)*")
OTHER = re.compile(
    r'---|title: ".*"|stateDiagram-v2|  direction TB|  classDef s_\w+ [-\w:#,]+'
    r"|  Class s\d+_\w* s_\w+|  \[\*\] --> s\d+_\w*"
    r"|  s\d+_\w* --> \[\*\]|"
)


def test_states_rules_and_endings_are_drawn() -> None:
    drawn = mermaid(SCENARIO, NAMES)
    assert drawn.startswith('---\ntitle: "The save"\n---\nstateDiagram-v2\n  direction TB\n')
    for line in (
        '  state "ringing" as s1_ringing',
        '  state "saved (handled well)" as s3_saved',
        "  Class s3_saved s_handled_well",
        "  Class s4_lost s_failed",
        "  s1_ringing --> s2_talk: 1. greet or ask an open question",
        "  s1_ringing --> s4_lost: 2. after 2 replies here",
        "  s2_talk --> s4_lost: 1. blame",
        "  s2_talk --> s3_saved: 2. otherwise",
        "  [*] --> s1_ringing",
        "  s3_saved --> [*]",
        "  s4_lost --> [*]",
    ):
        assert line in drawn.splitlines()


def test_a_bare_otherwise_stay_is_not_drawn() -> None:
    assert "s2_talk --> s2_talk" not in mermaid(SCENARIO, NAMES)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Rule("x"), "otherwise"),
        (Rule("x", Shown(all=("greet", "ask_open"), none=("blame",))), "greet and ask an open question, without blame"),
        (Rule("x", Shown(any=tuple("abcde"))), "a or b or c or d or e"),
        (Rule("x", Shown(any=tuple("abcdefg"))), "a or b or c or d or 3 others"),
        (Rule("x", so_far=Shown(any=("greet",))), "so far greet"),
        (Rule("x", after=1), "after 1 reply here"),
        (
            Rule("x", mood=(Bound("patience", below=20), Bound("calm", at_least=60))),
            "patience below 20, calm at least 60",
        ),
        (Rule("x", clock=30), "from 17:10"),
        (Rule("x", told=("stuck", "one_copy")), "told stuck and one copy"),
        (Rule("x", after=2, shift=Shift(patience=-20)), "after 2 replies here (patience -20)"),
    ],
)
def test_conditions_in_words(rule: Rule, told: str) -> None:
    assert told == rule_in_words(rule, SCENARIO, NAMES)


odd = st.text(st.sampled_from("ab1_ :;#\"'`{}[]()<>|%\\-*$&@!?/=,.é你\n"), min_size=1, max_size=12) | st.sampled_from(
    ["end", "state", "note", "class", "-->", "[*]", "---", "%% x", "#35;", "direction LR", "<<fork>>"]
)


@given(odd, st.lists(odd, min_size=2, max_size=4, unique=True), odd)
def test_odd_names_and_titles_stay_inside_their_labels(title: str, ids: list[str], behaviour: str) -> None:
    states = {one: State(one, then=(Rule(ids[-1], Shown(any=(behaviour,))),)) for one in ids[:-1]}
    states[ids[-1]] = State(ids[-1], ending="failed")
    lines = mermaid(replace(SCENARIO, title=title, states=states, start=ids[0]), {}).splitlines()
    assert [] == [
        line for line in lines if not (STATE.fullmatch(line) or EDGE.fullmatch(line) or OTHER.fullmatch(line))
    ]
    assert len(ids) == sum(bool(STATE.fullmatch(line)) for line in lines)
    assert len(ids) - 1 == sum(bool(EDGE.fullmatch(line)) for line in lines)


def test_events_are_notes_and_rules_tell_of_them() -> None:
    happenings = {
        "rings": Happening("rings", Lines(), Rule("", after=2, shift=Shift(patience=-3)), ("talk",)),
        "kim": Happening("kim", Lines(), Rule("", happened=("rings",), clock=10)),
        "bell": Happening("bell", Lines(), Rule("")),
    }
    drawn = mermaid(replace(SCENARIO, happenings=happenings), NAMES)
    assert drawn.endswith(
        "  note right of s2_talk\n"
        "    event rings, after 2 replies in all (patience -3)\n"
        "  end note\n"
        "  note right of s1_ringing\n"
        "    event kim in any state, from 16#58;50, rings happened\n"
        "    event bell in any state, at once\n"
        "  end note\n"
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule("x", happened=("rings", "bell")), "rings and bell happened"),
        (Rule("x", not_happened=("rings",), after=1), "after 1 reply here, rings did not happen"),
        (Rule("x", promised=("call_back",)), "call back promised"),
        (Rule("x", kept=("update",)), "promise update kept"),
        (
            Rule("x", broken=("update",), shift=Shift(trust=-5), takes=20),
            "promise update broken (trust -5, takes 20 minutes)",
        ),
        (Rule("x", takes=5), "otherwise (takes 5 minutes)"),
    ],
)
def test_what_happened_and_promises_in_words(rule: Rule, expected: str) -> None:
    assert expected == rule_in_words(rule, SCENARIO, NAMES)
