from __future__ import annotations

from typing import Any

import pytest

from scoring.labels import Label
from simulator.course.load import load_course


def test_a_behaviour_of_the_pack_is_a_label_like_any_other(pack: Any) -> None:
    behaviours = load_course(pack.root).behaviours
    assert (
        Label(
            id="use_name",
            kind="expect",
            is_="Calls the person by their name.",
            not_="The trainee's own name.",
            source=("house rules",),
            name="use their name",
            sounds="Thank you, Mr Okafor.",
        )
        == behaviours["use_name"]
    )
    assert "apologize" in behaviours


def test_it_may_say_why_it_matters(pack: Any) -> None:
    pack.edit("behaviour", "kind: expect\n", "kind: expect\nwhy: A name is the shortest way to somebody.\n")
    assert "A name is the shortest way to somebody." == load_course(pack.root).behaviours["use_name"].why


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: expect", "kind: good", ["DS211 good"]),
        ("kind: expect\n", "", ["DS202 n"]),
        ("  formal:\n", "  formel:\n", ["DS601 exemplars", "DS201 formel"]),
        ("  other_sense:", "  othersense:", ["DS201 othersense"]),
        ("    - I shall see to it, Ms Oyelaran.\n", "", ["DS601 exemplars"]),
        ("    - I shall see to it, Ms Oyelaran.\n", "    - Thank you, Mr Okafor!\n", ["DS603 Thank you, Mr Okafor!"]),
        ("    - The file is called Sam.\n", "    - Thank you, Mr Okafor.\n", ["DS604 Thank you, Mr Okafor."]),
    ],
)
def test_one_mistake_is_told_as_what_it_is(pack: Any, old: str, new: str, told: list[str]) -> None:
    pack.edit("behaviour", old, new)
    assert told == pack.marked("behaviour")


def test_exemplars_may_be_a_plain_list(pack: Any) -> None:
    pack.write("behaviour", "name: n\nkind: avoid\nis: x\nexemplars: [Hey Sam, Oi Sam, Sam!, Well Sam, Sam again]\n")
    assert pack.told("behaviour") == []


def test_a_file_named_after_a_built_in_behaviour_adds_phrases_and_nothing_else(pack: Any) -> None:
    path = pack.root / "behaviours" / "apologize.yaml"
    path.write_text("exemplars: [My bad., We messed that up for you.]\ncounter: {other_sense: [A sorry sight.]}\n")
    assert pack.told() == []
    path.write_text("kind: avoid\nexemplars: [My bad., We messed that up for you.]\n")
    assert pack.told("behaviours/apologize.yaml") == ["DS201 1:1"]


def test_a_behaviour_that_can_not_be_read_is_not_told_to_be_unknown_elsewhere(pack: Any) -> None:
    pack.write("behaviour", b"")
    assert pack.told() == ["DS012 1:1"]
