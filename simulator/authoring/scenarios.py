"""What the scenarios of a course are about, for choosing one."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.course.models import Course, Happening, Scenario
from simulator.course.path import Needs, Step, steps_of


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """Something that happens in a scenario. `answered_by`: what answers it (ids): the rubric's items that are due then,
    and what keeps it from being ignored."""

    id: str
    answered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedPromise:
    """A promise, and what makes and keeps it (ids). `definition` is the author's `is`."""

    id: str
    definition: str
    made_by: tuple[str, ...]
    kept_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One scenario. `persona` is the person's name. `step` is the title of the step of the path in which it stands, and
    `needs` what is to be passed before it; "" and None where there is nothing of the kind. `behaviours` (what earns), `avoid`
    (what costs) and `moves` (the scenario's own) are ids, in the order of its file. `exercised` are all behaviours that it
    measures: those, and what answers its events, makes its promises and keeps them."""

    id: str
    title: str
    summary: str
    channel: str
    level: int
    step: str
    needs: Needs | None
    persona: str
    behaviours: tuple[str, ...]
    avoid: tuple[str, ...]
    moves: tuple[str, ...]
    events: tuple[ListedEvent, ...]
    promises: tuple[ListedPromise, ...]
    exercised: tuple[str, ...]


def listed(course: Course) -> tuple[Listed, ...]:
    """All scenarios in the order of the path, which is the easiest first where there is none."""
    return tuple(_listed(course, course.scenarios[name], step) for step in steps_of(course) for name in step.scenarios)


def _listed(course: Course, scenario: Scenario, step: Step) -> Listed:
    moves = tuple(move.id for move in scenario.moves)
    rubric = scenario.rubric
    behaviours = tuple(item.behaviour for item in rubric.expect if item.behaviour not in moves)
    avoid = tuple(item.behaviour for item in rubric.avoid if item.behaviour not in moves)
    events = tuple(_event(scenario, happening) for happening in scenario.happenings.values())
    promises = tuple(
        ListedPromise(one.id, one.definition, one.made_by, one.kept_by) for one in scenario.promises.values()
    )
    measured = [*behaviours, *avoid]
    measured += [name for event in events for name in event.answered_by]
    measured += [name for promise in promises for name in (*promise.made_by, *promise.kept_by)]
    return Listed(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        channel=scenario.channel,
        level=scenario.level,
        step=step.title,
        needs=step.needs or None,
        persona=course.personas[scenario.persona].name,
        behaviours=behaviours,
        avoid=avoid,
        moves=moves,
        events=events,
        promises=promises,
        exercised=tuple(dict.fromkeys(name for name in measured if name not in moves)),
    )


def _event(scenario: Scenario, happening: Happening) -> ListedEvent:
    due = [item.behaviour for item in scenario.rubric.expect if item.due == happening.id]
    unless = happening.ignored.unless if happening.ignored is not None else ()
    return ListedEvent(happening.id, tuple(dict.fromkeys((*due, *unless))))
