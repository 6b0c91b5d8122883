"""A small course pack of one's own, to be spoilt."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from simulator.course.diagnostic import Diagnostic
from simulator.course.load import check_course

SMALL = Path(__file__).parents[2] / "data" / "packs" / "small"

FILES = {
    "persona": "personas/sam_okafor.yaml",
    "scenario": "scenarios/lost_file/scenario.yaml",
    "walkthroughs": "scenarios/lost_file/walkthroughs.yaml",
    "behaviour": "behaviours/use_name.yaml",
    "course": "course.yaml",
    "after": "after.yaml",
}


class Pack:
    """A copy of the small pack. Files are named by what they are: persona, scenario, walkthroughs, behaviour, course,
    after."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, file: str) -> Path:
        return self.root / FILES.get(file, file)

    def write(self, file: str, content: str | bytes) -> None:
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        self.path(file).parent.mkdir(parents=True, exist_ok=True)
        self.path(file).write_bytes(data)

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a text that stands in the file once."""
        text = self.path(file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the {file}"
        self.write(file, text.replace(old, new))

    def check(self) -> Sequence[Diagnostic]:
        return check_course(self.root)

    def told(self, file: str | None = None) -> list[str]:
        """What is told (of one file): code, line and column, in the order of the lines."""
        found = [one for one in self.check() if file is None or one.path == self.path(file)]
        return [
            f"{one.code} {one.line}:{one.column}"
            for one in sorted(found, key=lambda one: (one.line, one.column, one.code))
        ]

    def marked(self, file: str) -> list[str]:
        """What is told of a file: the code and the text at the place, in the order of the lines."""
        found = [one for one in self.check() if one.path == self.path(file)]
        found.sort(key=lambda one: (one.line, one.column, one.code, one.message))
        return [f"{one.code} {_marked(one)}" for one in found]


def _marked(one: Diagnostic) -> str:
    rest = one.source_line[one.column - 1 :]
    return rest[: one.width] if one.width else rest


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    root = tmp_path / "small"
    shutil.copytree(SMALL, root)
    return Pack(root)
