from __future__ import annotations

from pathlib import Path

import pytest

import simulator
from simulator.course.locate import VARIABLE, find_course


def test_the_option_is_taken_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/elsewhere")
    assert Path("mine") == find_course("mine")


def test_then_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/elsewhere")
    assert Path("/elsewhere") == find_course(None)


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/robin")
    assert Path("/home/robin/course") == find_course("~/course")


@pytest.mark.parametrize("value", [None, ""])
def test_then_the_built_in_course(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    if value is None:
        monkeypatch.delenv(VARIABLE, raising=False)
    else:
        monkeypatch.setenv(VARIABLE, value)
    package = Path(simulator.__file__).parent
    assert find_course(None) in (package / "_course", package.parent)
    assert (find_course(None) / "personas").is_dir()
    assert (find_course(None) / "scenarios").is_dir()
