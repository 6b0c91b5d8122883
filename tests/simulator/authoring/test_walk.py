"""Written conversations, played: what holds, and where it does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scoring.detector import Detector
from simulator.authoring.detector import detector_of
from simulator.authoring.new_course import new_course
from simulator.authoring.walk import Difference, Walked, turn_lines, walk
from simulator.course.load import load_course, load_walkthroughs

WRITTEN = """\
- name: one
  expect: {{outcome: {outcome}, score: {score}, passed: {passed}}}
  turns:
    - say: Good morning, service desk, Robin speaking, how can I help you? I'm so sorry about the printer.
      state: {state}
      shows: [{shows}]
      not: [{not_}]
    - say: Could you please look whether there is paper in the tray?
    - say: |
        Is everything working for you now? I'm glad. Have a good day, and call us again any time.
"""
AS_IT_IS = {
    "outcome": "handled_well",
    "score": "70 to 100",
    "passed": "yes",
    "state": "ringing",
    "shows": "greet",
    "not_": "blame",
}


@pytest.fixture(scope="module")
def detector() -> Detector:
    return detector_of(Path("nowhere"))


def walked(folder: Path, detector: Detector, text: str) -> Walked:
    root = new_course("frontline", folder)
    path = root / "scenarios" / "silent_printer" / "walkthroughs.yaml"
    path.write_text(text, encoding="utf-8")
    course = load_course(root)
    scenario = course.scenarios["silent_printer"]
    return walk(course, scenario, load_walkthroughs(scenario)[0], detector)


def test_everything_is_as_written(tmp_path: Path, detector: Detector) -> None:
    result = walked(tmp_path, detector, WRITTEN.format(**AS_IT_IS))
    assert () == result.differences
    assert result.held
    assert ("silent_printer", "one", "handled_well", 1) == (result.scenario, result.name, result.outcome, result.line)


@pytest.mark.parametrize(
    ("wrong", "line", "turn", "message"),
    [
        ({"outcome": "muddled_through"}, 1, 0, "the outcome is handled_well, not muddled_through"),
        ({"score": "0 to 40"}, 1, 0, "the score is "),
        ({"passed": "no"}, 1, 0, "it passed (the pass mark is 70)"),
        ({"state": "printing"}, 4, 1, "the state is ringing, not printing"),
        ({"shows": "greet, teach"}, 4, 1, "does not show teach; it shows apologize, greet"),
        ({"not_": "apologize"}, 4, 1, "shows apologize with “I'm so sorry about the printer.”"),
    ],
)
def test_what_differs_is_told_with_its_line(
    tmp_path: Path, detector: Detector, wrong: dict[str, str], line: int, turn: int, message: str
) -> None:
    (difference,) = walked(tmp_path, detector, WRITTEN.format(**(AS_IT_IS | wrong))).differences
    assert (line, turn) == (difference.line, difference.turn)
    assert difference.message.startswith(message)


def test_a_score_that_differs_says_where_the_points_went(tmp_path: Path, detector: Detector) -> None:
    (difference,) = walked(tmp_path, detector, WRITTEN.format(**(AS_IT_IS | {"score": "0 to 40"}))).differences
    assert "empathize missed" in difference.message


def test_replies_after_the_end_are_told_of_once(tmp_path: Path, detector: Detector) -> None:
    text = WRITTEN.format(**AS_IT_IS) + "    - say: Goodbye.\n    - say: Hello?\n"
    assert (Difference(11, 4, "the conversation ended at solved in turn 3; from here on nothing was said"),) == walked(
        tmp_path, detector, text
    ).differences


def test_a_conversation_that_does_not_end_is_unfinished(tmp_path: Path, detector: Detector) -> None:
    text = "- name: one\n  expect: {outcome: failed, score: 0 to 100}\n  turns:\n    - say: Hm.\n"
    (difference,) = walked(tmp_path, detector, text).differences
    assert "the outcome is unfinished, not failed" == difference.message


def test_lines_of_turns_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "walkthroughs.yaml"
    path.write_text(
        "# a note\n- expect: {}\n  name: late\n  turns: [{say: a}, {say: b},\n    {say: c}]\n", encoding="utf-8"
    )
    assert {3: (4, 4, 5)} == turn_lines(path)


@pytest.mark.parametrize("text", ["", "- [", "a: b", "- a\n- {name: x}\n- {[1]: 2}", "- name: x\n  turns: {a: b}"])
def test_a_file_that_can_not_be_read_has_no_lines(tmp_path: Path, text: str) -> None:
    path = tmp_path / "walkthroughs.yaml"
    path.write_text(text, encoding="utf-8")
    assert {} == turn_lines(path)
    assert {} == turn_lines(tmp_path / "missing.yaml")


OFFICE = Path(__file__).parents[2] / "data" / "packs" / "office"


def test_what_happens_and_what_comes_of_promises_is_as_written(detector: Detector) -> None:
    course = load_course(OFFICE)
    for scenario in course.scenarios.values():
        for written in load_walkthroughs(scenario):
            assert () == walk(course, scenario, written, detector).differences


def test_what_does_not_happen_and_what_does_not_come_of_promises_is_told(detector: Detector) -> None:
    course = load_course(OFFICE)
    scenario = course.scenarios["late_part"]
    kept = load_walkthroughs(scenario)[0]
    first, second, *rest = kept.turns
    spoilt = replace(
        kept,
        turns=(
            replace(first, happens=("bell",), makes=("update",)),
            replace(second, happens=("phone_rings",), keeps=("update",), breaks=("update",)),
            *rest,
        ),
    )
    told = [(one.turn, one.message) for one in walk(course, scenario, spoilt, detector).differences]
    assert told == [
        (1, "bell does not happen; phone_rings does"),
        (1, "does not make the promise update"),
        (2, "phone_rings does not happen; kim_asks does"),
        (2, "does not keep the promise update"),
        (2, "does not break the promise update"),
    ]
