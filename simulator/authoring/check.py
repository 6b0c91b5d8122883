"""What a trainer wants to know of a course, a scenario or a file: every mistake in it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from simulator.course.diagnostic import ERROR, Diagnostic, printable
from simulator.course.load import check_course
from simulator.course.loose import check_file, check_folder
from simulator.course.pack import BEHAVIOURS, COURSE, PERSONAS, SCENARIO, SCENARIOS, kind

DEEPEST = 3
"""How many folders below its pack a course file is at most."""


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
    """Check a course pack, a part of one, or a file that belongs to none. A part is checked with the whole pack in
    view, but only what is in it is told. Never raises for what is on the disk."""
    whole = _whole(path)
    root = _pack_of(whole)
    if root is not None:
        found = [one for one in check_course(root) if one.path.is_relative_to(whole)]
    elif kind(whole) != "folder":
        found = check_file(whole)
    elif os.path.lexists(whole / SCENARIO):
        found = check_folder(whole)
    else:
        found = check_course(whole)
    return Checked(_near(whole), tuple(replace(one, path=_near(one.path)) for one in found))


def _pack_of(path: Path) -> Path | None:
    """The pack that `path` is or belongs to; None when there is none."""
    if kind(path) == "nothing" and not os.path.lexists(path):
        return None
    if _is_pack(path):
        return path
    parts = zip(path.parents, [path, *path.parents], strict=False)
    above = ((root, part.name) for root, part in islice(parts, DEEPEST))
    return next(
        (root for root, part in above if part in (PERSONAS, SCENARIOS, BEHAVIOURS, COURSE) and _is_pack(root)), None
    )


def _is_pack(folder: Path) -> bool:
    return "folder" in (kind(folder / PERSONAS), kind(folder / SCENARIOS))


def _whole(path: Path) -> Path:
    try:
        return Path(os.path.abspath(path))
    except OSError:  # the current folder is gone
        return path


def _near(path: Path) -> Path:
    """The path as it is shortest to read from the current folder."""
    here = _whole(Path())
    return path.relative_to(here) if path.is_relative_to(here) else path


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
