from __future__ import annotations

from typing import Any

from simulator.course.load import load_course
from simulator.course.models import Lines, Shift


def test_a_persona_is_read(pack: Any) -> None:
    sam = load_course(pack.root).personas["sam_okafor"]
    assert (sam.id, sam.name, sam.age, sam.literacy) == ("sam_okafor", "Sam Okafor", 52, "low")
    assert Shift(calm=55, trust=50, patience=70) == sam.mood
    assert Shift(calm=-25, trust=-20) == sam.weights["blame"]
    assert len(sam.reactions["blame"]) == 3
    assert {"angry"} == set(sam.silence.by_mood)
    assert isinstance(sam.stuffed, Lines)
    assert len(sam.stuffed.usual) == 3


def test_every_key_that_is_missing_is_told(pack: Any) -> None:
    pack.write("persona", "name: Sam\n")
    missing = [one.message for one in pack.check() if one.code == "DS202"]
    assert len(missing) == 10
    assert "A persona lacks 'temperament'." in missing


def test_every_mistake_of_a_file_is_told_at_once(pack: Any) -> None:
    pack.edit("persona", "age: 52", "age: fifty")
    pack.edit("persona", "literacy: low", "literacy: lowish")
    pack.edit("persona", "calm: 55", "calm: 155")
    pack.edit("persona", "  apologize: {calm: 6, trust: 4}", "  apologise: {calm: 6, trust: 400, anger: 1}")
    pack.edit("persona", "temperament:", "temperment:")
    assert pack.marked("persona") == [
        "DS202 n",
        "DS208 fifty",
        "DS211 lowish",
        "DS201 temperment",
        "DS209 155",
        "DS301 apologise",
        "DS209 400",
        "DS201 anger",
    ]


def test_a_near_miss_is_helped(pack: Any) -> None:
    pack.edit("persona", "temperament:", "temperment:")
    [one] = [one for one in pack.check() if one.code == "DS201"]
    assert one.remedy == "Did you mean 'temperament'?"
    assert one.source_line == "temperment: Patient, until he feels laughed at."


def test_weights_may_name_what_is_no_behaviour_but_reactions_may_not(pack: Any) -> None:
    pack.edit("persona", "reactions:\n", "reactions:\n  silence: [Well?, So?, And?]\n")
    assert pack.told() == ["DS301 15:3"]


def test_weights_go_from_minus_100_to_100(pack: Any) -> None:
    pack.edit("persona", "patience: -10", "patience: -101")
    assert pack.marked("persona") == ["DS209 -101"]


def test_a_mood_that_is_none_is_told(pack: Any) -> None:
    pack.edit("persona", "silence_when_angry:", "silence_when_mad:")
    [one] = pack.check()
    assert (one.code, one.line, one.column) == ("DS306", 23, 1)
    assert "angry" in one.remedy


def test_few_wordings_are_a_warning_and_the_course_can_be_used(pack: Any) -> None:
    pack.edit("persona", "  - You lost me there.\n", "")
    assert pack.told() == ["DS602 27:1"]
    assert len(load_course(pack.root).personas["sam_okafor"].confused.usual) == 2


def test_equal_wordings_are_told_even_if_signs_differ(pack: Any) -> None:
    pack.edit("persona", "  - Come again?", "  - Sorry, I don\u2019t follow")
    assert [one for one in pack.told() if one.startswith("DS605")] == ["DS605 29:5"]
