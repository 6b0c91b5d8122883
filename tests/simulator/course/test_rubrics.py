from __future__ import annotations

from typing import Any

import pytest

from scoring.rubric import Avoided, Expected
from simulator.course.load import load_course


def test_a_rubric_is_read(pack: Any) -> None:
    rubric = load_course(pack.root).scenarios["lost_file"].rubric
    assert rubric.pass_mark == 60
    assert (
        Expected("greet", 10, "ringing", 3, "Good morning, service desk, how can I help you?"),
        Expected("apologize", 10, "complaint", 2, "I'm sorry about your list."),
        Expected("ask_open", 20, "complaint", None, "What happened before it went missing?"),
        Expected("use_name", 5, None, 3, "Thank you, Mr Okafor."),
        Expected("look_in_bin", 20, "story", 3, "Could you look into the recycle bin?"),
        Expected("confirm_resolved", 10, "found", 3, "Is everything on it?", if_reached=True),
    ) == rubric.expect
    assert (
        Avoided("blame", 15, 3, "", "Let's see where it may have gone."),
        Avoided("demand_password", 0, 2, "you asked for a password"),
    ) == rubric.avoid


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("pass: 60", "pass: 160", ["DS209 160"]),
        ("pass: 60", "pass: most", ["DS208 most"]),
        ("  pass: 60\n", "", ["DS202 rubric"]),
        ("    apologize: {worth", "    apologise: {worth", ["DS301 apologise"]),
        ("    apologize: {worth", "    dismiss: {worth", ["DS501 dismiss"]),
        ("    blame: {costs", "    thank: {costs", ["DS501 thank"]),
        ("    blame: {costs", "    greet: {costs", ["DS501 greet", "DS504 greet"]),
        ("worth: 10, due: complaint", "worth: 0, due: complaint", ["DS209 0"]),
        ("worth: 10, due: complaint", "due: complaint", ["DS202 apologize"]),
        ("due: story", "due: storey", ["DS302 storey"]),
        ("due: story", "due: hung_up", ["DS505 hung_up"]),
        ("due: complaint, within: 2 turns", "within: 2 turns", ["DS503 within"]),
        ("within: any", "within: ever", ["DS214 ever"]),
        ("if_reached: yes", "if_reached: sometimes", ["DS210 sometimes"]),
        ("if_reached: yes, model: Is everything on it?", "if_reached: yes", ["DS506 confirm_resolved"]),
        ("costs: 15, times: 3,", "times: 3,", ["DS502 blame"]),
        ("costs: 15, times: 3,", "costs: 15, fatal: unkind, times: 3,", ["DS502 blame"]),
        ("costs: 15", "costs: 150", ["DS209 150"]),
        ("{fatal: you asked for a password}", "{fatal: ''}", ["DS207 ''"]),
        ("{fatal: you asked for a password}", "10", ["DS203 10"]),
    ],
)
def test_one_mistake_is_told_as_what_it_is(pack: Any, old: str, new: str, told: list[str]) -> None:
    pack.edit("scenario", old, new)
    assert told == pack.marked("scenario")
