"""Things that are slow to make and can always be made again, kept in the user's cache folder."""

from __future__ import annotations

import contextlib
import os
import pickle
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

MOST_KEPT = 12
"""Files of one kind that stay: whoever edits makes a new one each time."""
CHECKSUM = 4
"""Bytes in front of the content, which tell when it was damaged; that it is ours, its owner tells."""
FORMAT = 8
"""Part of every name: a cache written by another version of this code is not looked at."""


def cached(name: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What `make` gives, from the cache when it was made before under this name (which must contain a hash of all that
    it is made from). Safe under concurrent first use: files appear whole or not at all; one that is damaged is made
    anew."""
    folder = cache_folder()
    path = folder / f"{name}-{FORMAT}.cache"
    with contextlib.suppress(
        OSError,
        ValueError,
        TypeError,
        pickle.UnpicklingError,
        EOFError,
        AttributeError,
        ImportError,
        IndexError,
        KeyError,
    ):
        return _read(path)
    made = make()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(path, made)
        _forget(folder, name.partition("-")[0])
    return made


def cache_folder() -> Path:
    """Where the cache is: DESKSIDE_CACHE, else the platform's place for the user's caches."""
    chosen = os.environ.get("DESKSIDE_CACHE")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("deskside", appauthor=False)


def _forget(folder: Path, kind: str) -> None:
    """Let go of what has not been used for longest, where there is much of one kind."""
    used = sorted(folder.glob(f"{kind}-*.cache"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in used[MOST_KEPT:]:
        path.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    checksum, body = content[:CHECKSUM], memoryview(content)[CHECKSUM:]
    if zlib.crc32(body).to_bytes(CHECKSUM, "big") != checksum:
        raise ValueError("damaged")
    if path.stat().st_uid != os.getuid():
        raise ValueError("not ours")
    value: dict[str, Any] = pickle.loads(body)  # noqa: S301 - our own file, by its owner
    with contextlib.suppress(OSError):
        os.utime(path)
    return value


def _write(path: Path, made: dict[str, Any]) -> None:
    body = pickle.dumps(made, protocol=5)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(zlib.crc32(body).to_bytes(CHECKSUM, "big") + body)
        os.replace(temporary, path)
    except OSError:
        os.unlink(temporary)
        raise
