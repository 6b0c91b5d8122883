"""A small course that plays at once, for a trainer to change into their own."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from simulator.course.errors import DesksideError

TEMPLATE = Path(__file__).parent / "templates" / "course"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
NAME_IN_TEXT = "COURSE_NAME"


def new_course(name: str, parent: Path) -> Path:
    """Make the course pack `name` in the folder `parent`, whole or not at all, and return its folder.

    Raises DesksideError when the name is not fit for a folder, when something of that name is there, or when it can not
    be written.
    """
    if not NAME.fullmatch(name):
        raise DesksideError(
            f"{name!r} can not be the name of a course; use up to 64 letters, digits, - and _, "
            "and begin with a letter or digit"
        )
    target = parent / name
    if os.path.lexists(target):
        raise DesksideError(
            f"{target} is there already and is left as it is; choose another name, or another folder with --at"
        )
    try:
        parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{name}.", dir=parent))
    except OSError as error:
        raise _not_written(target, error) from None
    try:
        pack = draft / name
        _fill(pack, name)
        # A folder can be renamed onto an empty one only: what somebody else put there in the meantime stays.
        pack.rename(target)
    except OSError as error:
        raise _not_written(target, error) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return target


def _fill(pack: Path, name: str) -> None:
    for source in sorted(TEMPLATE.rglob("*")):
        if source.is_file() and source.suffix in (".yaml", ".md"):
            place = pack / source.relative_to(TEMPLATE)
            place.parent.mkdir(parents=True, exist_ok=True)
            text = source.read_text(encoding="utf-8").replace(NAME_IN_TEXT, name)
            place.write_text(text, encoding="utf-8", newline="\n")


def _not_written(target: Path, error: OSError) -> DesksideError:
    return DesksideError(f"can not write {target}: {error.strerror}; choose a folder that you can write to with --at")
