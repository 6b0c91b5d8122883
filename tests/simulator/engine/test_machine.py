"""A scenario as a state machine, shared by all its conversations."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest

from scoring.detector import Detector
from simulator.course.models import Course, Rule, Scenario, Shown, State
from simulator.engine.conditions import TurnFacts
from simulator.engine.conversation import Conversation
from simulator.engine.machine import advance, enter

Make = Callable[..., tuple[Course, Scenario]]
STATES = (
    State(
        "hall",
        then=(
            Rule("cellar", when=Shown(any=("red",))),
            Rule("attic", when=Shown(any=("red", "blue"))),
            Rule("hall", after=3),
        ),
    ),
    State("attic"),
    State("cellar", ending="failed"),
)


@pytest.fixture
def house(make: Make) -> tuple[Course, Scenario]:
    return make(*STATES)


def shows(*names: str, turns: int = 1) -> TurnFacts:
    return TurnFacts(shown=frozenset(names), turns_in_state=turns)


def test_the_first_rule_that_holds_is_taken(house: tuple[Course, Scenario]) -> None:
    for name, rule, state in (("red", 1, "cellar"), ("blue", 2, "attic"), ("green", 0, "hall")):
        _, position = enter(house[1], "hall")
        assert (rule, state) == (advance(position, shows(name)), position.state)


def test_a_rule_may_lead_back_to_its_own_state(house: tuple[Course, Scenario]) -> None:
    _, position = enter(house[1], "hall")
    assert (3, "hall") == (advance(position, shows(turns=3)), position.state)


def test_where_no_rule_is_nothing_happens(house: tuple[Course, Scenario]) -> None:
    for state in ("attic", "cellar"):
        _, position = enter(house[1], state)
        assert (0, state) == (advance(position, shows("red", "blue", turns=9)), position.state)


def test_a_rule_that_fired_is_forgotten_in_the_next_turn(house: tuple[Course, Scenario]) -> None:
    _, position = enter(house[1], "hall")
    assert 2 == advance(position, shows("blue"))
    assert 0 == advance(position, shows("blue"))


def test_all_conversations_of_a_scenario_share_one_machine_and_stand_where_they_stand(
    house: tuple[Course, Scenario], make: Make
) -> None:
    machine, one = enter(house[1], "hall")
    same, two = enter(house[1], "hall")
    other, _ = enter(make(*STATES)[1], "hall")
    assert machine is same
    assert machine is not other
    advance(one, shows("blue"))
    assert ("attic", "hall") == (one.state, two.state)


def test_a_conversation_takes_its_model_away_when_it_goes(house: tuple[Course, Scenario], detector: Detector) -> None:
    machine, mine = enter(house[1], "hall")
    conversations = [Conversation(*house, detector, seed) for seed in range(3)]
    for conversation in conversations:
        conversation.open()
        conversation.reply("Hm.")
        conversation.undo()
    assert 4 == len(machine.models)
    del conversation
    conversations.clear()
    gc.collect()
    assert [mine] == machine.models


def test_a_machine_goes_with_its_scenario(make: Make, detector: Detector) -> None:
    course, scenario = make(*STATES)
    conversation = Conversation(course, scenario, detector, 1)
    conversation.open()
    machine = weakref.ref(enter(scenario, "hall")[0])
    del course, scenario, conversation
    gc.collect()
    assert None is machine()
