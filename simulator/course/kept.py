"""A course that was found right, kept in the user's cache: a large one takes a good part of a second to check, and it
changes seldom."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import scoring
from scoring.cache import cached
from simulator.course.models import Course
from simulator.course.pack import Pack

CODE = (Path(__file__).parent, Path(scoring.__file__).parent, Path(scoring.__file__).parent / "behaviours")
"""Where that lies which makes a course of files: when it changes, nothing that was kept is looked at."""
LARGEST = 4_000_000
"""Bytes of a file of a course that is kept; what is larger is for the reader to refuse."""


def kept(pack: Pack, make: Callable[[], Course]) -> Course:
    """What `make` gives for a pack, from the cache when the same files were found right before, wherever they lay. What
    `make` raises is passed on, and nothing is kept. Files that can not be read are left to `make`."""
    try:
        name = _name(pack)
    except OSError:
        return make()
    found: dict[str, Any] = cached(name, lambda: {"course": make()})
    return _moved(found["course"], pack.root)


def _name(pack: Pack) -> str:
    """The files' places in the pack and their contents, and the age of the code, as the name of what is kept."""
    digest = hashlib.sha256()
    for path in sorted(_files(pack)):
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
            raise OSError("not a file to be read as it is")
        content = path.read_bytes()
        digest.update(f"{path.relative_to(pack.root).as_posix()}\0{len(content)}\0".encode() + content)
    for folder in CODE:
        for path in sorted(one for one in folder.iterdir() if one.suffix in (".py", ".yaml")):
            about = path.stat()
            digest.update(f"{path.name}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    return f"course-{digest.hexdigest()[:24]}"


def _files(pack: Pack) -> Iterator[Path]:
    yield from (*pack.personas.values(), *pack.scenarios.values(), *pack.behaviours.values())
    if pack.course is not None:
        yield pack.course


def _moved(course: Course, root: Path) -> Course:
    """The same course at another place."""
    if course.root == root:
        return course
    scenarios = {
        name: replace(scenario, folder=root / scenario.folder.relative_to(course.root))
        for name, scenario in course.scenarios.items()
    }
    return replace(course, root=root, scenarios=scenarios)
