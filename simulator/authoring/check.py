"""What a trainer wants to know of a course, a scenario or a file: every mistake in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.course.diagnostic import ERROR, Diagnostic, printable
from simulator.course.load import check_course
from simulator.course.loose import check_file, check_folder
from simulator.course.pack import BEHAVIOURS, PERSONAS, SCENARIO, SCENARIOS, kind


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and everything that there is to say about it: errors first, then by file and place."""

    path: Path
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> int:
        return sum(one.severity == ERROR for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        return len(self.diagnostics) - self.errors

    @property
    def summary(self) -> str:
        """One line: how much there is to mend."""
        if not self.diagnostics:
            return f"{printable(self.path)}: no mistakes"
        files = len({one.path for one in self.diagnostics})
        counts = [_counted(self.errors, "error")] if self.errors else []
        if self.warnings:
            counts.append(_counted(self.warnings, "warning"))
        return f"{' and '.join(counts)} in {_counted(files, 'file')}"

    def as_json(self) -> dict[str, object]:
        return {
            "path": printable(self.path),
            "errors": self.errors,
            "warnings": self.warnings,
            "diagnostics": [one.as_json() for one in self.diagnostics],
        }


def check(path: Path) -> Checked:
    """Check a course pack, a part of one, or a file that belongs to none. A part is checked with the whole pack in view, but only what is
    in it is told. Never raises for what is on the disk."""
    path = _near(path)
    root = _pack_of(path)
    if root is not None:
        found = check_course(root)
        if root != path:
            found = [one for one in found if one.path.is_relative_to(path)]
    elif kind(path) != "folder":
        found = check_file(path)
    elif os.path.lexists(path / SCENARIO):
        found = check_folder(path)
    else:
        found = check_course(path)
    return Checked(path, tuple(found))


def _pack_of(path: Path) -> Path | None:
    """The pack that `path` is or belongs to; None when there is none."""
    if not os.path.lexists(path):
        return None
    if kind(path) == "folder" and _is_pack(path):
        return path
    return next((root for root, below in _above(path) if below in (PERSONAS, SCENARIOS, BEHAVIOURS) and _is_pack(root)), None)


def _above(path: Path) -> Iterator[tuple[Path, str]]:
    """Folders above `path`, each with the name of the part of it that `path` belongs to."""
    whole = _whole(path)
    for levels, (root, below) in enumerate(zip(whole.parents, [whole, *whole.parents], strict=False)):
        if levels > 2:
            return
        yield _near(root), below.name


def _is_pack(folder: Path) -> bool:
    return "folder" in (kind(folder / PERSONAS), kind(folder / SCENARIOS))


def _near(path: Path) -> Path:
    """The path as it is shortest to read from the current folder."""
    try:
        here = Path.cwd()
        whole = _whole(path)
    except (OSError, ValueError):
        return path
    return whole.relative_to(here) if whole.is_relative_to(here) else whole


def _whole(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links and show names that nobody typed


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
