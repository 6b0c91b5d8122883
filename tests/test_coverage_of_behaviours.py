"""The course exercises everything that it can measure: each behaviour in two situations at least."""

from __future__ import annotations

from simulator.authoring.exercised import exercised
from simulator.course.load import load_course
from simulator.course.locate import built_in

FEWEST = 2


def test_every_behaviour_is_exercised_by_two_scenarios() -> None:
    course = load_course(built_in())
    found = exercised(course)
    wide = max(map(len, found))
    for behaviour, scenarios in found.items():
        print(f"{behaviour:<{wide}}  {len(scenarios):>2}  {', '.join(scenarios)}")
    assert 43 == len(found)
    assert [] == [behaviour for behaviour, scenarios in found.items() if len(scenarios) < FEWEST]
