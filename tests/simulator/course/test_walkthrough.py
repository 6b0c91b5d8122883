from __future__ import annotations

from typing import Any

import pytest

from simulator.course.errors import CourseError
from simulator.course.load import load_course, load_walkthroughs
from simulator.course.walkthrough import Expectation, WalkTurn


def test_walkthroughs_are_read(pack: Any) -> None:
    kind, rude = load_walkthroughs(load_course(pack.root).scenarios["lost_file"])
    assert (kind.name, kind.seed, kind.line) == ("kind and quick", 1, 1)
    assert Expectation("handled_well", (60, 100), True) == kind.expect
    assert (
        WalkTurn(
            "I'm sorry about your list. What happened before it went missing?",
            "story",
            ("apologize", "ask_open"),
            ("blame",),
        )
        == kind.turns[1]
    )
    assert kind.turns[2].say == ""
    assert ("rude", Expectation("failed", (0, 30), False)) == (rude.name, rude.expect)
    assert rude.turns[-1].shows == ("blame",)


def test_a_scenario_without_walkthroughs_has_none_and_is_warned_of(pack: Any) -> None:
    pack.path("walkthroughs").unlink()
    assert pack.told() == ["DS701 1:1"]
    assert load_walkthroughs(load_course(pack.root).scenarios["lost_file"]) == ()


def test_mistakes_in_walkthroughs_do_not_keep_a_course_from_being_played(pack: Any) -> None:
    pack.edit("walkthroughs", "- name: rude\n", "- name: rude\n  sed: 2\n")
    scenario = load_course(pack.root).scenarios["lost_file"]
    with pytest.raises(CourseError) as raised:
        load_walkthroughs(scenario)
    assert [one.code for one in raised.value.diagnostics] == ["DS201"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("score: 60 to 100", "score: high", ["DS216 high"]),
        ("score: 60 to 100", "score: 60 to 110", ["DS209 60 to 110"]),
        ("outcome: handled_well", "outcome: handled", ["DS211 handled"]),
        ("outcome: failed, score: 0 to 30, passed: no", "outcome: failed, passed: yes", ["DS704 passed"]),
        ("passed: yes", "passed: maybe", ["DS210 maybe"]),
        ("state: found", "state: fund", ["DS302 fund"]),
        ("shows: [greet]", "shows: [greeting]", ["DS301 greeting"]),
        ("not: [blame]", "not: [apologize]", ["DS705 apologize"]),
        ("- name: rude", "- name: kind and quick", ["DS702 kind and quick"]),
        ('say: ""', "say:", ["DS207 say"]),
        ("  seed: 1\n", "  seed: one\n", ["DS208 one"]),
        ("- name: rude\n  expect: {outcome: failed, score: 0 to 30, passed: no}\n", "- name: rude\n", ["DS202 n"]),
        ("    - say: What happened?\n", "    - What happened?\n", ["DS203 What happened?"]),
        ("shows: blame", "shows: blame, use_name, look_in_bin", []),
    ],
)
def test_one_mistake_is_told_as_what_it_is(pack: Any, old: str, new: str, told: list[str]) -> None:
    pack.edit("walkthroughs", old, new)
    assert told == pack.marked("walkthroughs")


def test_an_outcome_that_the_scenario_can_not_have_is_told(pack: Any) -> None:
    pack.edit("scenario", "ending: muddled_through", "ending: failed")
    pack.edit("walkthroughs", "outcome: handled_well", "outcome: muddled_through")
    assert pack.marked("walkthroughs") == ["DS703 muddled_through"]


def test_of_a_scenario_that_can_not_be_read_nothing_is_expected(pack: Any) -> None:
    pack.write("scenario", "]")
    assert pack.marked("walkthroughs") == []


def test_a_map_where_the_list_of_walkthroughs_belongs_is_told(pack: Any) -> None:
    pack.write("walkthroughs", "rude: {expect: {outcome: failed}}\n")
    assert pack.told() == ["DS204 1:1"]
