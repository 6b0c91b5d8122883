"""Every code has its file, and every file's example is a mistake of just that kind, at just that place."""

from __future__ import annotations

import os
import re
import string
import subprocess
from pathlib import Path
from typing import Any

import pytest

import simulator.course
from simulator.course.catalogue import FOLDER, Entry, codes, entry, find
from simulator.course.loose import check_file

PACKAGE = Path(simulator.course.__file__).parent
CODE = re.compile(r"\bDS[0-9]{3}\b")


def test_every_code_in_the_program_is_in_the_catalogue_and_the_other_way_round() -> None:
    used = {code for path in PACKAGE.glob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert used == set(codes())
    assert len(codes()) == len(list(FOLDER.iterdir()))


@pytest.mark.parametrize("code", codes())
def test_an_entry_is_complete(code: str) -> None:
    said = entry(code)
    assert f"{said.code}-{said.name}.md" == codes()[code].name
    assert code == said.code
    assert said.severity in ("error", "warning")
    assert said.file in ("persona", "scenario", "walkthroughs", "behaviour", "course", "after", "shell")
    assert re.fullmatch(r"[1-9][0-9]*:[1-9][0-9]*", said.at)
    for part in (said.message, said.remedy, said.text.split("```")[0], said.example):
        assert part.strip()
    assert not [line for line in said.example.splitlines() if said.file != "shell" and line.lstrip().startswith("#")]
    for template in (said.message, said.remedy):
        assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(template))


@pytest.mark.parametrize("code", codes())
def test_the_example_is_complained_of_where_the_entry_says(code: str, pack: Any) -> None:
    said = entry(code)
    if said.file == "shell":
        subprocess.run(["sh", "-e", "-c", _command(said)], cwd=pack.root, check=True, capture_output=True)
    else:
        pack.write(said.file, said.example)
    checked = check_file(pack.path("after")) if said.file == "after" else pack.check()
    found = [one for one in checked if one.code == code]
    assert said.at in [f"{one.line}:{one.column}" for one in found]
    for one in found:
        assert said.severity == one.severity
        assert "None" not in one.message + one.remedy
        assert "{" not in one.message.replace("{…", "")
        lines = _lines(one.path)
        assert 1 <= one.line <= len(lines)
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1


@pytest.mark.parametrize("given", ["DS101", "ds101", "duplicate-key"])
def test_a_code_is_found_by_its_number_and_by_its_name(given: str) -> None:
    assert find(given) == "DS101"


def test_what_is_no_code_is_not_found() -> None:
    assert find("DS999") is None
    assert find("") is None


def _command(said: Entry) -> str:
    # Nothing is unreadable to the superuser but what the system itself refuses to read.
    return (
        "ln -sf /proc/self/mem personas/sam_okafor.yaml" if said.code == "DS003" and os.geteuid() == 0 else said.example
    )


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return [""]
