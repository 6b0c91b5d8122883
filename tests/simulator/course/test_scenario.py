from __future__ import annotations

from typing import Any

import pytest

from scoring.detection import Move
from simulator.course.load import load_course
from simulator.course.models import Bound, Clock, Lines, Rule, Shift, Shown


def test_a_scenario_is_read(pack: Any) -> None:
    scenario = load_course(pack.root).scenarios["lost_file"]
    assert (
        scenario.id,
        scenario.persona,
        scenario.channel,
        scenario.level,
        scenario.start,
    ) == ("lost_file", "sam_okafor", "phone", 1, "ringing")
    assert scenario.scene == "Ten past nine on a Monday. Your line rings."
    assert Clock(starts=550, each_turn=2, deadline=590) == scenario.clock
    assert scenario.facts["tidied"] == "he tidied his desktop up this morning"
    [move] = scenario.moves
    assert isinstance(move, Move)
    assert (move.id, len(move.like), len(move.unlike)) == ("look_in_bin", 5, 1)
    assert pack.root / "scenarios" / "lost_file" == scenario.folder
    assert list(scenario.states) == ["ringing", "complaint", "story", "found", "thanked", "shrugged", "hung_up"]


def test_rules_are_read(pack: Any) -> None:
    states = load_course(pack.root).scenarios["lost_file"].states
    assert (
        Rule(go="complaint", when=Shown(any=("greet",))),
        Rule(go="complaint", after=2, shift=Shift(patience=-10)),
    ) == states["ringing"].then
    assert (
        Rule(go="hung_up", mood=(Bound("calm", below=20),)),
        Rule(go="found", when=Shown(any=("look_in_bin",)), so_far=Shown(none=("ask_fact",)), shift=Shift(trust=-5)),
        Rule(go="story", when=Shown(any=("ask_open", "ask_fact"))),
        Rule(go="hung_up", clock=40),
    ) == states["complaint"].then
    assert (
        Rule(go="found", when=Shown(all=("look_in_bin",), none=("blame",))),
        Rule(
            go="hung_up",
            when=Shown(any=("blame",)),
            say=Lines(("Good day to you.", "I'll ask somebody else.", "That will do.")),
        ),
        Rule(go="hung_up", told=("tidied",), after=6, clock=30),
        Rule(go="story"),
    ) == states["story"].then


def test_a_scenario_may_do_without_a_clock(pack: Any) -> None:
    pack.edit("scenario", 'clock: {starts: "09:10", each_turn: 2m, deadline: "09:50"}\n', "")
    pack.edit("scenario", "      - {clock: deadline, go: hung_up}\n", "")
    assert pack.told() == []
    assert Clock(starts=540, each_turn=1, deadline=None) == load_course(pack.root).scenarios["lost_file"].clock


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("persona: sam_okafor", "persona: sam_okafar", ["DS303 sam_okafar"]),
        ("channel: phone", "channel: fax", ["DS211 fax"]),
        ("level: 1", "level: 6", ["DS209 6"]),
        ("level: 1", "level: no", ["DS208 no"]),
        ("title: The list that went missing", "title: 12:30", []),
        ("title: The list that went missing", "title: no", []),
        ("each_turn: 2m", "each_turn: 2", ["DS213 2"]),
        ('deadline: "09:50"', 'deadline: "09:05"', ['DS410 "09:05"']),
        ('deadline: "09:50"', 'deadline: "09:10"', ['DS410 "09:10"']),
        ('clock: "09:40"', 'clock: "09:10"', ['DS415 "09:10"']),
        (', deadline: "09:50"', "", ["DS411 deadline"]),
        ("  list: the list", "  List: the list", ["DS007 List", "DS413 List", "DS304 list"]),
        (
            "  look_in_bin:\n",
            "  apologize:\n",
            ["DS305 apologize", "DS301 look_in_bin", "DS301 look_in_bin", "DS301 look_in_bin"],
        ),
        ("      - deleted things sit in the trash folder first\n", "", ["DS601 like"]),
        ("could it be in the bin on your desktop", "Have a look: in the recycle bin", ["DS206 H"]),
        (
            "could it be in the bin on your desktop",
            "Have a look - in the recycle bin!",
            ["DS603 Have a look - in the recycle bin!"],
        ),
        (
            "the bin outside the canteen is full",
            "have a look in the recycle bin",
            ["DS604 have a look in the recycle bin"],
        ),
        ("start: ringing", "start: rining", ["DS302 rining"]),
        ("start: ringing", "start: hung_up", ["DS408 hung_up"]),
        ("    tells: [list]\n", "    tells: [lists]\n", ["DS413 list", "DS304 lists"]),
        ("    tells: [list]\n", "", ["DS413 list"]),
        ("if_mood: {calm: below 20}", "if_mood: {anger: below 20}", ["DS201 anger"]),
        ("if_mood: {calm: below 20}", "if_mood: {calm: low}", ["DS215 low"]),
        ("    when_angry:\n", "    when_mad:\n", ["DS306 when_mad"]),
        ("when: look_in_bin, so_far", "when: look_in_bim, so_far", ["DS301 look_in_bim"]),
        ("so_far: {none: [ask_fact]}", "so_far: {non: [ask_fact]}", ["DS201 non"]),
        ("{clock: deadline, go: hung_up}", "{clock: deadline}", ["DS202 {"]),
        ("{clock: deadline, go: hung_up}", "{clock: deadline, goto: hung_up}", ["DS202 {", "DS201 goto"]),
        ("ending: handled_well", "ending: handled-well", ["DS211 handled-well"]),
    ],
)
def test_one_mistake_is_told_as_what_it_is(pack: Any, old: str, new: str, told: list[str]) -> None:
    pack.edit("scenario", old, new)
    assert told == pack.marked("scenario")


def test_a_move_with_a_name_of_its_own_meaning_is_told(pack: Any) -> None:
    pack.edit("scenario", "moves:\n", "moves:\n  silence: {is: Says nothing., like: [a, b, c, d, e]}\n")
    assert pack.marked("scenario") == ["DS307 silence"]


def test_the_rest_of_a_file_is_read_when_a_part_of_it_is_of_the_wrong_kind(pack: Any) -> None:
    pack.edit(
        "scenario",
        "facts:\n  list: the list of rooms to be painted is gone\n  tidied: he tidied his desktop up this morning\n",
        "facts:\n  - the list is gone\n",
    )
    pack.edit("scenario", "level: 1", "level: one")
    assert pack.told() == ["DS208 5:8", "DS203 11:3"]


def test_a_state_given_twice_is_told_with_the_mistakes_in_both(pack: Any) -> None:
    pack.edit("scenario", "  shrugged:\n    ending: muddled_through\n", "  thanked:\n    ending: mudled_through\n")
    told = pack.told("scenario")
    assert "DS101 86:3" in told
    assert "DS211 87:13" in told
    assert "DS302 79:30" in told
