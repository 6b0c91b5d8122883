"""A scenario's events, and the promises that it watches over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scoring.rubric import Expected
from simulator.course.load import check_course, load_course, load_walkthroughs
from simulator.course.models import Came, Happening, Ignored, Lines, Promise, Rule, Shift
from simulator.course.walkthrough import WalkTurn

OFFICE = Path(__file__).parents[2] / "data" / "packs" / "office"

EVENTS = """
events:
  phone_rings:
    in: [complaint, story]
    after: 2 turns
    clock: "09:20"
    when: {any: [greet, blame]}
    so_far: {none: [insult]}
    happens: ["(Your own phone begins to ring.)"]
    mood: {patience: -3}
    ignored: {unless: [defer_interruption], mood: {trust: -6}, say: [It rings., It still rings., It rings on.]}
  kim_asks:
    happened: phone_rings
    happens: [Kim looks up., Kim turns round., Kim waves.]
    due: 2 turns
promises:
  update:
    is: To ring him with news.
    made_by: [promise_update]
    in: [complaint, story]
    kept_by: [look_in_bin]
    by: said
    within: 15m
    kept: {mood: {trust: 10}}
    broken: {mood: {trust: -15}, say: [You said so., So you said., You promised.]}
"""


@pytest.fixture
def office(pack: Any) -> Any:
    """The small pack with events and a promise."""
    text = pack.path("scenario").read_text(encoding="utf-8")
    pack.write("scenario", text + EVENTS)
    return pack


def test_the_office_uses_everything_and_has_no_mistakes() -> None:
    assert [] == check_course(OFFICE)


def test_events_are_read(office: Any) -> None:
    scenario = load_course(office.root).scenarios["lost_file"]
    rings, kim = scenario.happenings.values()
    assert ("phone_rings", Lines(("(Your own phone begins to ring.)",)), ("complaint", "story"), 1) == (
        rings.id,
        rings.lines,
        rings.states,
        rings.due,
    )
    assert (2, 10, ("greet", "blame"), ("insult",), Shift(patience=-3), "") == (
        rings.rule.after,
        rings.rule.clock,
        rings.rule.when.any,
        rings.rule.so_far.none,
        rings.rule.shift,
        rings.rule.go,
    )
    assert Ignored(
        ("defer_interruption",), 1, Shift(trust=-6), Lines(("It rings.", "It still rings.", "It rings on."))
    ) == (rings.ignored)
    assert Happening("kim_asks", kim.lines, Rule("", happened=("phone_rings",)), due=2) == kim


def test_promises_are_read(office: Any) -> None:
    promises = load_course(office.root).scenarios["lost_file"].promises
    assert promises == {
        "update": Promise(
            "update",
            "To ring him with news.",
            ("promise_update",),
            ("look_in_bin",),
            ("complaint", "story"),
            as_said=True,
            turns=None,
            minutes=15,
            kept=Came(Shift(trust=10)),
            broken=Came(Shift(trust=-15), Lines(("You said so.", "So you said.", "You promised."))),
            costs=10,
        )
    }


@pytest.mark.parametrize(
    ("within", "turns", "minutes"),
    [
        ("", 3, None),
        ("    within: 2 turns\n", 2, None),
        ("    within: 1h\n", None, 60),
        ("    within: any\n", None, None),
    ],
)
def test_when_a_promise_is_due(office: Any, within: str, turns: int | None, minutes: int | None) -> None:
    office.edit("scenario", "    within: 15m\n", within)
    promise = load_course(office.root).scenarios["lost_file"].promises["update"]
    assert (turns, minutes) == (promise.turns, promise.minutes)


def test_rules_may_ask_for_them_and_take_time(office: Any) -> None:
    office.edit(
        "scenario",
        "      - {when: [ask_open, ask_fact], go: story}\n",
        "      - {happened: [phone_rings], not_happened: kim_asks, promised: update, go: story, takes: 20m}\n"
        "      - {kept: update, go: found}\n      - {broken: [update], go: hung_up}\n",
    )
    rules = load_course(office.root).scenarios["lost_file"].states["complaint"].then
    assert (
        Rule("story", happened=("phone_rings",), not_happened=("kim_asks",), promised=("update",), takes=20),
        Rule("found", kept=("update",)),
        Rule("hung_up", broken=("update",)),
    ) == rules[2:5]


def test_an_item_may_be_due_at_an_event(office: Any) -> None:
    office.edit(
        "scenario",
        "    use_name: {worth: 5,",
        "    defer_interruption: {worth: 5, due: kim_asks, model: You come first.}\n    use_name: {worth: 5,",
    )
    expected = load_course(office.root).scenarios["lost_file"].rubric.expect[3]
    assert Expected("defer_interruption", 5, "kim_asks", 2, "You come first.", if_reached=True, answer=True) == expected


def test_walkthroughs_may_expect_them() -> None:
    kept, broken, _ = load_walkthroughs(load_course(OFFICE).scenarios["late_part"])
    assert kept.turns[1] == WalkTurn(
        "I'll let that ring, you come first. I'll ring you back in ten minutes, whatever I find.",
        "at_work",
        ("defer_interruption", "promise_update"),
        happens=("kim_asks",),
        makes=("update",),
    )
    assert ("update",) == kept.turns[2].keeps == broken.turns[1].breaks


def test_a_mail_has_a_subject_and_its_lines() -> None:
    scenario = load_course(OFFICE).scenarios["one_line"]
    assert "printer" == scenario.subject
    assert "printer does not work\n\nN. Castell" == scenario.states["asked"].person.usual[0]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    in: [complaint, story]\n    after", "    in: [complaint, storey]\n    after", ["DS302 storey"]),
        ("when: {any: [greet, blame]}", "when: {any: [greeting, blame]}", ["DS301 greeting"]),
        ("unless: [defer_interruption]", "unless: [defer]", ["DS301 defer"]),
        ("unless: [defer_interruption], ", "", ["DS202 ignored"]),
        ("mood: {trust: -6}, say: [It rings., It still rings., It rings on.]", "within: 2 turns", ["DS418 ignored"]),
        ("happened: phone_rings", "happened: phone_ring", ["DS309 phone_ring"]),
        ("happened: phone_rings", "happened: kim_asks", ["DS416 kim_asks"]),
        ("    due: 2 turns", "    in: found, thanked\n    due: soon", ["DS214 soon"]),
        ("    due: 2 turns", "    in: [thanked, hung_up]", ["DS416 kim_asks"]),
        ("    happens: [Kim looks up., Kim turns round., Kim waves.]\n", "", ["DS202 kim_asks"]),
        ('clock: "09:20"', 'clock: "09:05"', ['DS415 "09:05"']),
        ('clock: "09:20"', "clock: nine", ["DS212 nine"]),
        ("    after: 2 turns\n", "    after: two\n", ["DS214 two"]),
        ("    after: 2 turns\n", "    aftr: 2 turns\n", ["DS201 aftr"]),
        ("  kim_asks:", "  story:", ["DS308 story"]),
        ("  kim_asks:", "  Kim asks:", ["DS007 Kim asks"]),
        ("made_by: [promise_update]", "made_by: []", ["DS207 ["]),
        ("    made_by: [promise_update]\n", "", ["DS202 update"]),
        ("kept_by: [look_in_bin]", "kept_by: []", ["DS207 ["]),
        ("    kept_by: [look_in_bin]\n", "", ["DS202 update"]),
        ("kept_by: [look_in_bin]", "kept_by: [look_in_basket]", ["DS301 look_in_basket"]),
        ("by: said", "by: sayd", ["DS211 sayd"]),
        ("within: 15m", "within: soon", ["DS218 soon"]),
        ("within: 15m", "within: 0 turns", ["DS209 0 turns"]),
        ("within: 15m", "within: 25h", ["DS209 25h"]),
        ("within: 15m", "costs: many", ["DS208 many"]),
        ("    in: [complaint, story]\n    kept_by", "    in: thanked\n    kept_by", ["DS417 in"]),
        ("  update:", "  look_in_bin:", ["DS308 look_in_bin"]),
        ("  update:", "  apologize:", ["DS308 apologize"]),
        ("go: hung_up, say", "go: hung_up, takes: long, say", ["DS213 long"]),
        ("so_far: {none: [ask_fact]}", "kept: updates", ["DS310 updates"]),
        ("so_far: {none: [ask_fact]}", "kept: update, broken: update", ["DS412 {"]),
        ("level: 1\n", "level: 1\nsubject: A list\n", ["DS419 subject"]),
    ],
)
def test_one_mistake_is_told_as_what_it_is(office: Any, old: str, new: str, told: list[str]) -> None:
    office.edit("scenario", old, new)
    assert told == office.marked("scenario")


def test_events_that_wait_for_each_other_never_happen(office: Any) -> None:
    office.edit("scenario", '    after: 2 turns\n    clock: "09:20"\n', "    happened: kim_asks\n")
    assert ["DS416 phone_rings", "DS416 kim_asks"] == office.marked("scenario")


def test_a_promise_made_where_every_way_ends_can_not_be_kept(office: Any) -> None:
    office.edit("scenario", "    in: [complaint, story]\n    kept_by", "    in: story\n    kept_by")
    assert [] == office.marked("scenario")
    office.edit("scenario", "      - {otherwise: stay}\n", "      - {otherwise: hung_up}\n")
    office.edit("scenario", "      - {when: {all: [look_in_bin], none: [blame]}, go: found}\n", "")
    office.edit(
        "scenario",
        "    meanwhile:\n      - And the list was on the desktop, I think.\n",
        "    meanwhile:\n      - Well.\n",
    )
    assert "DS417 in" in office.marked("scenario")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("happens: phone_ring", ["DS309 phone_ring"]),
        ("makes: updat", ["DS310 updat"]),
        ("keeps: [updat]", ["DS310 updat"]),
        ("breaks: updat", ["DS310 updat"]),
        ("happens: phone_rings, kim_asks", []),
    ],
)
def test_walkthroughs_are_held_against_them(office: Any, written: str, told: list[str]) -> None:
    office.edit("walkthroughs", "      not: [blame]\n", f"      not: [blame]\n      {written}\n")
    assert told == office.marked("walkthroughs")


def test_what_could_not_be_read_is_not_missed_elsewhere(office: Any) -> None:
    office.edit("scenario", "    due: 2 turns\n", "    due: 2 turns\n  lights_out: [x]\n")
    office.edit("walkthroughs", "      not: [blame]\n", "      not: [blame]\n      happens: lights_out\n")
    assert ["DS203 ["] == office.marked("scenario")
    assert [] == office.marked("walkthroughs")
