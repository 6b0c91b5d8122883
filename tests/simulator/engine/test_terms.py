"""What ids stand for."""

from __future__ import annotations

from simulator.course.models import Course, Scenario
from simulator.engine.terms import definition, harmful


def test_a_move_a_behaviour_and_what_nobody_defined(course: Course, scenario: Scenario) -> None:
    assert "Offers a loan laptop." == definition(course, scenario, "send_loan")
    assert course.behaviours["greet"].is_ == definition(course, scenario, "greet")
    assert "dance" == definition(course, scenario, "dance")


def test_what_the_rubric_charges_harms_and_so_does_what_is_to_be_avoided_anywhere(
    course: Course, scenario: Scenario
) -> None:
    found = harmful(course, scenario)
    assert {"blame", "insult", "dismiss", "interrupt"} <= found
    assert found.isdisjoint({"greet", "apologize", "unplug"})
