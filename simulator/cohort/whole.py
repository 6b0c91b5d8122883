"""Files written whole or not at all: beside their place first, then moved there. What stood there stays until then."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from simulator.course.errors import DesksideError


@contextmanager
def written_whole(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Give the block a fresh empty file for each of `paths` to write to; afterwards all of them take their places.

    When anything fails in the block, or the disk does not take it, the files that stood there are as they were. Raises
    DesksideError for what the operating system refuses.
    """
    drafts: list[Path] = []
    try:
        targets = [_target(path) for path in paths]
        for target in targets:
            drafts.append(_draft(target))  # noqa: PERF401 - what was drafted must be known when a later one fails
        yield tuple(drafts)
        for draft in drafts:
            _to_disk(draft)
        for draft, target in zip(drafts, targets, strict=True):
            os.replace(draft, target)
        if os.name == "posix":
            for folder in {target.parent for target in targets}:
                _to_disk(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DesksideError(
            f"{paths[0]}: can not be written ({reason}). What was there before is unchanged; mend that or name another place"
        ) from error
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)


def _target(path: Path) -> Path:
    """Where `path` really is, once it is clear that a file can stand there."""
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise DesksideError(f"{path}: there is no folder {target.parent}; make it first or name another place")
    if target.exists() and not target.is_file():
        raise DesksideError(f"{path}: this is no file; name another place")
    return target


def _draft(target: Path) -> Path:
    draft = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    # The mode that any new file of this person gets, or that of the file which it replaces.
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    if target.exists():
        draft.chmod(stat.S_IMODE(target.stat().st_mode))
    return draft


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
