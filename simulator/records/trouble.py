"""What goes wrong with a store, told to the person who can mend it: which file, what happened, what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.course.errors import DesksideError

ELSEWHERE = "keep sessions in another file with --store FILE or the environment variable DESKSIDE_STORE"

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_FAILING = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)


class StoreError(DesksideError):
    """The sessions can not be kept or read; nothing that was kept has been changed."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system complain of inside the block into a StoreError about `path`."""
    try:
        yield
    except sqlite3.Error as error:
        told = _explain(path, error)
        if told is None:
            raise
        raise told from error
    except OSError as error:
        raise unwritable(path, error.strerror or str(error)) from error


def unwritable(path: Path, reason: str) -> StoreError:
    return StoreError(f"{path}: sessions can not be kept here ({reason}). Mend that, or {ELSEWHERE}.")


def damaged(path: Path, reason: str) -> StoreError:
    return StoreError(
        f"{path}: this file is damaged or is no store of Deskside ({reason}). It has been left as it is. Put a backup in its"
        f" place, or copy it and try `sqlite3 {path.name} .recover` on the copy; to go on without it, move it away or {ELSEWHERE}."
    )


def foreign(path: Path) -> StoreError:
    return StoreError(f"{path}: this is a database of another program. It has been left as it is; {ELSEWHERE}.")


def newer(path: Path, theirs: int, ours: int) -> StoreError:
    return StoreError(
        f"{path}: a newer Deskside wrote this (format {theirs}; this one reads up to {ours}). It has been left as it is."
        f" Install the newer Deskside again, or {ELSEWHERE}."
    )


def _explain(path: Path, error: sqlite3.Error) -> StoreError | None:
    """None for what no person at the keyboard can mend: that is a bug, and is to surface as one."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return StoreError(
            f"{path}: another program is holding this file. Nothing was written; close that program and try again."
        )
    if code in _DAMAGED:
        return damaged(path, str(error))
    if code in _UNWRITABLE:
        return unwritable(path, str(error))
    if code in _FAILING:
        return StoreError(
            f"{path}: the disk did not take what was to be written ({error}). What was kept before is whole."
            f" Make room on the disk, or {ELSEWHERE}."
        )
    return None
