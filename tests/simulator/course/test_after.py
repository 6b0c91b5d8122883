"""The file of --after: read whole, and every mistake in it told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.course.after import MIRROR_QUESTIONS, TICKET_FIELDS, After, AfterError, load_after
from simulator.course.loose import check_file

ROOT = Path(__file__).parents[3]
WHOLE = """\
ticket:
  problem: hour glass on save   # a remark
  work_started: 16:40
  solution: >-
    clicked back to Word,
    saved
  work_ended: "17:00"
  hours: 0.5
  parts: [a mouse, a cable]
  follow_up: no
mirror: [yes, no, yes, True, NO, yes, yes]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "after.yaml"


def load(path: Path, content: str) -> After:
    path.write_text(content, encoding="utf-8")
    return load_after(path)[0]


def told(path: Path, content: str) -> list[str]:
    """What is told of a file: code, line and column."""
    with pytest.raises(AfterError) as raised:
        load(path, content)
    assert 2 == raised.value.exit_code
    return [f"{one.code} {one.line}:{one.column}" for one in raised.value.diagnostics]


def test_a_whole_file(path: Path) -> None:
    after = load(path, WHOLE)
    assert {
        "problem": "hour glass on save",
        "work_started": "16:40",
        "solution": "clicked back to Word, saved",
        "work_ended": "17:00",
        "hours": "0.5",
        "parts": "a mouse, a cable",
        "follow_up": "no",
    } == after.ticket
    assert [True, False, True, True, False, True, True] == list((after.mirror or {}).values())
    assert MIRROR_QUESTIONS == tuple(after.mirror or {})


def test_what_is_left_out_is_not_given(path: Path) -> None:
    assert After(None, dict.fromkeys(MIRROR_QUESTIONS, True)) == load(path, f"mirror: [{', '.join(['yes'] * 7)}]")
    assert After(dict.fromkeys(TICKET_FIELDS, "") | {"parts": "none"}, None) == load(
        path, "ticket: {parts: none, hours: ''}"
    )


def test_the_mirror_by_name(path: Path) -> None:
    lines = [f"  {name}: {'no' if name == 'confident' else 'yes'}" for name in reversed(MIRROR_QUESTIONS)]
    mirror = load(path, "mirror:\n" + "\n".join(lines)).mirror
    assert {name: name != "confident" for name in MIRROR_QUESTIONS} == mirror
    assert MIRROR_QUESTIONS == tuple(mirror or {})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("ticket: {work_started: noonish o}", ["DS212 1:24"]),
        ("ticket: {work_ended: 25:00}", ["DS212 1:22"]),
        ("ticket: {hours: a while}", ["DS901 1:17"]),
        ("ticket: {follow_up: some time}", ["DS902 1:21"]),
        ("ticket: {solutoin: x}", ["DS201 1:10"]),
        ("ticket: {problem: [a]}", ["DS205 1:19"]),
        ("ticket:\n  problem:\n", ["DS207 2:3"]),
        ("ticket: no", ["DS203 1:9"]),
        ("mirror: [yes, no]", ["DS903 1:1"]),
        ("mirror: [yes, yes, yes, yes, yes, yes, perhaps]", ["DS210 1:40"]),
        ("mirror: {own_problem: yes, confidence: no}", ["DS903 1:1", "DS201 1:28"]),
        ("mirror: yes", ["DS203 1:9"]),
        ("miror: [yes]", ["DS201 1:1"]),
        ("- ticket", ["DS203 1:1"]),
        ("ticket: {hours: 1\n", ["DS106 1:9"]),
        ("", ["DS012 1:1"]),
        ("ticket:\n  hours: x\n  hours: y\nmirror: [no]\n", ["DS901 2:10", "DS101 3:3", "DS903 4:1"]),
    ],
)
def test_every_mistake_has_its_place(path: Path, content: str, expected: list[str]) -> None:
    assert expected == told(path, content)


def test_a_missing_file(path: Path) -> None:
    with pytest.raises(AfterError, match=r"after\.yaml:1:1: error DS002"):
        load_after(path)


def test_a_warning_keeps_nothing_from_being_used(path: Path) -> None:
    path.write_text("ticket: {hours: 1}\nmirror: [yes, yes, yes, yes, yes, yes, yes]\n", encoding="utf-8-sig")
    after, warnings = load_after(path)
    assert after.mirror is not None
    assert ["DS010"] == [one.code for one in warnings]


def test_check_knows_such_a_file(path: Path) -> None:
    path.write_text("ticket: {hours: a while}", encoding="utf-8")
    assert ["DS901"] == [one.code for one in check_file(path)]


def test_the_example_of_the_documentation_is_one(path: Path) -> None:
    text = (ROOT / "docs" / "after.md").read_text(encoding="utf-8")
    after = load(path, text.split("```yaml\n")[1].split("```")[0])
    assert all((after.ticket or {}).values())
    assert after.mirror is not None
