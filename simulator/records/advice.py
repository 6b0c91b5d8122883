"""What a trainee should practise next, and why: where they stand on the path, and what they miss most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.course.models import Course, Scenario
from simulator.records.interface import Records, SessionRow
from simulator.records.progress import Progress, Standing, counted, progress

LAST = 10
"""So many of the newest sessions say what somebody misses."""
FADES = 0.8
"""What a session counts, compared with the one after it."""
WRONG: Mapping[str, float] = {"missed": 1.0, "stuffed": 1.0, "charged": 1.0, "late": 0.5, "fatal": 2.0}
"""How much an item of a report says that its behaviour needs practice."""
RIGHT: Mapping[str, float] = {"earned": -0.5}
"""How much it says that the behaviour is learned. Not to have blamed anybody is no proof of anything."""
SAYS: Mapping[str, float] = {**WRONG, **RIGHT, "avoided": 0.0}
MOST_WEAK = 3

Reports = Mapping[str, Mapping[str, Any]]
"""Session id -> its kept report (`Report.as_json()`)."""


@dataclass(frozen=True, slots=True)
class Training:
    """A scenario that trains a behaviour: `worth` is what it can earn (or cost) there, of 100."""

    standing: Standing
    worth: float


@dataclass(frozen=True, slots=True)
class Weakness:
    """A behaviour that went wrong in `wrong` of the last `of` sessions which scored it. `avoid`: it is one not to show.
    `weight` orders weaknesses: 0 is none; recent sessions count more."""

    behaviour: str
    avoid: bool
    wrong: int
    of: int
    weight: float
    training: Training


@dataclass(frozen=True, slots=True)
class Advice:
    """`now` is how they stand in the scenario to do now: the first open one of the path that is not passed; when all
    are passed (`again`) the one with the lowest best score. None for a course without scenarios. `weaknesses` are the
    worst few, the worst first."""

    progress: Progress
    now: Standing | None
    again: bool
    weaknesses: tuple[Weakness, ...]


def look_back(records: Records, trainee: str) -> tuple[tuple[SessionRow, ...], Reports]:
    """All sessions of a trainee, and the kept reports of those that say what they miss. Raises DesksideError."""
    rows = records.sessions(trainee=trainee)
    kept = {row.id: records.report(row.id) for row in _newest(rows)}
    return rows, {session: report for session, report in kept.items() if report is not None}


def advise(course: Course, rows: Sequence[SessionRow], reports: Reports) -> Advice:
    """The advice for somebody with these sessions, in any order, and these reports on the newest of them."""
    done = progress(course, rows)
    todo = [one for one in done.standings if not one.passed]
    now = next((one for one in todo if one.scenario not in done.locked), None)
    if now is None:
        now = min(todo or done.standings, key=lambda one: one.best or 0, default=None)
    weak = _weaknesses(course, done, [reports[row.id] for row in _newest(rows) if row.id in reports])
    return Advice(done, now, not todo, tuple(weak[:MOST_WEAK]))


def _newest(rows: Iterable[SessionRow]) -> Sequence[SessionRow]:
    """The sessions that say what somebody misses, the one that ended last first."""
    return sorted(counted(rows), key=lambda row: (row.ended, row.id), reverse=True)[:LAST]


def _weaknesses(course: Course, done: Progress, newest_first: Sequence[Mapping[str, Any]]) -> list[Weakness]:
    verdicts: dict[str, list[tuple[int, str]]] = {}
    for age, kept in enumerate(newest_first):
        for item in kept.get("items", ()):
            if item["status"] in SAYS:
                verdicts.setdefault(item["behaviour"], []).append((age, item["status"]))
    found = []
    for behaviour, given in verdicts.items():
        weight = sum(FADES**age * SAYS[status] for age, status in given)
        ages = {age for age, status in given if status in WRONG}
        training = _training(course, done, behaviour)
        if ages and weight > 0 and training is not None:
            avoid = any(item.behaviour == behaviour for item in _scenario(course, training).rubric.avoid)
            found.append(
                Weakness(behaviour, avoid, len(ages), len({age for age, _ in given}), round(weight, 3), training)
            )
    return sorted(found, key=lambda one: (-one.weight, one.behaviour))


def _scenario(course: Course, training: Training) -> Scenario:
    return course.scenarios[training.standing.scenario]


def _training(course: Course, done: Progress, behaviour: str) -> Training | None:
    """Where a behaviour is trained best: in an open scenario before a locked one, in one that is not passed before one
    that is; then where it is worth most, or, among those that are passed, where the best score is lowest. None when no
    scenario asks for it, or when it is a move of a scenario's own."""
    options = [
        Training(standing, worth)
        for standing in done.standings
        if (worth := worth_of(course.scenarios[standing.scenario], behaviour))
    ]

    def order(option: Training) -> tuple[bool, bool, float, float]:
        standing = option.standing
        best = standing.best or 0
        first, second = (best, -option.worth) if standing.passed else (-option.worth, best)
        return (standing.scenario in done.locked, standing.passed, first, second)

    return min(options, key=order, default=None)


def worth_of(scenario: Scenario, behaviour: str) -> float:
    """What a behaviour can earn in a scenario, or cost there once, of 100; 0 when its rubric does not name it, or when
    it is one of the scenario's own moves."""
    if any(move.id == behaviour for move in scenario.moves):
        return 0.0
    rubric = scenario.rubric
    whole = sum(item.worth for item in rubric.expect)
    earns = [100 * item.worth / whole for item in rubric.expect if item.behaviour == behaviour and whole]
    costs = [100.0 if item.fatal else float(item.costs) for item in rubric.avoid if item.behaviour == behaviour]
    return round(max([*earns, *costs, 0.0]), 1)
