"""Where sessions are kept, and how the file comes to be there: whole or not at all, even when two programs begin at
once."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from simulator.records import trouble
from simulator.records.lock import locked
from simulator.records.migrations import migrate

PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600

README = """\
This folder belongs to Deskside, the flight simulator for help-desk conversations.

{name}        the conversations that were practised: every line said, and the reports.
{name}-wal    the newest part of the same; it is there while Deskside runs or after it was cut off.
{name}-shm    the index of that part.
.{name}.lock  keeps two programs from making the first at once; it is empty.

The first three belong together: copy or move all of them at once, with Deskside closed. `deskside history` lists what
is kept, `deskside export` writes it as tables. Deskside never deletes anything here; deleting these files deletes the
conversations.
"""


def default_path() -> Path:
    """The file that the environment variable DESKSIDE_STORE names, else sessions.db in this person's state folder."""
    named = os.environ.get("DESKSIDE_STORE")
    return Path(os.path.expanduser(named)) if named else _state_folder() / "sessions.db"


def prepare(path: Path) -> Path:
    """Make sure that a store of the present shape stands at `path` and return where it really is.

    An existing file is not looked into. Raises StoreError.
    """
    try:
        real = path.resolve()
        if not _stands(real):
            _make_folder(real)
            with locked(real.with_name(f".{real.name}.lock")):
                if not _stands(real):
                    _create(real)
    except (OSError, RuntimeError) as error:  # RuntimeError: symbolic links in a circle, before Python 3.13
        raise trouble.unwritable(path, getattr(error, "strerror", None) or str(error)) from error
    return real


def _stands(path: Path) -> bool:
    if path.is_dir():
        raise trouble.unwritable(path, "this is a folder; name a file in it")
    return path.exists() and path.stat().st_size > 0


def _state_folder() -> Path:
    from platformdirs import user_state_dir

    return Path(user_state_dir("deskside"))


def _make_folder(path: Path) -> None:
    folder = path.parent
    ours = folder == _state_folder().resolve()
    if not folder.exists():
        folder.mkdir(parents=True, mode=PRIVATE_FOLDER, exist_ok=True)
        ours = True
    readme = folder / "README.txt"
    # Somebody's own folder is left as tidy as it was.
    if ours and not readme.exists():
        readme.write_text(README.format(name=path.name), encoding="utf-8")


def _create(path: Path) -> None:
    """Build the database beside its place and move it there in one step. The caller holds the lock."""
    remains = path.with_name(path.name + "-wal")
    # SQLite would play these pages into the new file.
    if remains.exists() and remains.stat().st_size > 0:
        raise trouble.damaged(path, f"the file is missing, but {remains.name} still holds a part of it")
    fresh = path.with_name(f".{path.name}.new")
    for ending in ("", "-wal", "-shm", "-journal"):
        fresh.with_name(fresh.name + ending).unlink(missing_ok=True)
    # SQLite gives its companion files the mode of this one.
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    with trouble.explained(path):
        db = sqlite3.connect(fresh, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            migrate(db)
        finally:
            db.close()
    os.replace(fresh, path)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have the folder's new entry survive a power cut, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
