"""What is installed has the whole built-in course."""

from __future__ import annotations

import tomllib
from pathlib import Path

from simulator.course.pack import COURSE, PERSONAS, SCENARIOS

ROOT = Path(__file__).parents[1]


def test_the_whole_course_goes_into_the_wheel_and_the_source_package() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        targets = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]
    parts = {PERSONAS, SCENARIOS, COURSE}
    assert {part: f"simulator/_course/{part}" for part in parts} == targets["wheel"]["force-include"]
    assert parts <= set(targets["sdist"]["include"])
    assert all((ROOT / part).exists() for part in parts)
