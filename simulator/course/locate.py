"""Where the course is: the one that was asked for, else the built-in one."""

from __future__ import annotations

import os
from pathlib import Path

import simulator

VARIABLE = "DESKSIDE_COURSE"


def find_course(option: str | None) -> Path:
    """The folder that an option names, else the one in $DESKSIDE_COURSE, else the built-in course. It is not looked
    into."""
    named = option or os.environ.get(VARIABLE)
    return Path(os.path.expanduser(named)) if named else built_in()


def built_in() -> Path:
    """The course that ships with the program: inside the installed package, or around it in a checkout."""
    package = Path(simulator.__file__).parent
    inside = package / "_course"
    return inside if inside.is_dir() else package.parent
