"""A scenario as a state machine: one shared `transitions` machine per scenario, each conversation a model of it."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from transitions import EventData, Machine

from simulator.course.models import Rule, Scenario
from simulator.engine.conditions import TurnFacts, holds

_machines: WeakKeyDictionary[Scenario, Machine] = WeakKeyDictionary()


class Position:
    """Where one conversation stands: the model that `transitions` moves. `fired` is the position (from 1) of the rule
    that moved it last, 0 for none."""

    state: str
    reply: Callable[[], bool]

    def __init__(self) -> None:
        self.facts = TurnFacts()
        self.fired = 0


def enter(scenario: Scenario, state: str) -> tuple[Machine, Position]:
    """A new model of the scenario's machine, standing in `state`. Remove it with `machine.remove_model` when it is
    done with."""
    machine = _machines.get(scenario)
    if machine is None:
        machine = _machines[scenario] = _build(scenario)
    position = Position()
    machine.add_model(position, initial=state)
    return machine, position


def advance(position: Position, facts: TurnFacts) -> int:
    """Take the first rule of the present state whose conditions hold. Returns its position (from 1), or 0 when none
    did."""
    position.facts = facts
    position.fired = 0
    position.reply()
    return position.fired


def _build(scenario: Scenario) -> Machine:
    machine = Machine(
        model=None,
        states=list(scenario.states),
        initial=scenario.start,
        auto_transitions=False,
        send_event=True,
        ignore_invalid_triggers=True,
    )
    for state in scenario.states.values():
        for number, rule in enumerate(state.then, start=1):
            machine.add_transition(
                "reply", state.id, rule.go, conditions=[_condition(rule)], before=[_note_fired(number)]
            )
    return machine


def _condition(rule: Rule) -> Callable[[EventData], bool]:
    def rule_holds(event: EventData) -> bool:
        return holds(rule, _position(event).facts)

    return rule_holds


def _note_fired(number: int) -> Callable[[EventData], None]:
    def fired(event: EventData) -> None:
        _position(event).fired = number

    return fired


def _position(event: EventData) -> Position:
    position = event.model
    assert isinstance(position, Position)
    return position
