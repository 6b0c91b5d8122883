"""The store as the commands open it that only look at what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.options import open_store, store_path

if TYPE_CHECKING:
    from simulator.records.store import Store


def open_kept(option: str | None) -> Store:
    """Open the store that `--store` names, else the usual one. Raises DesksideError also when the named file is
    missing: a mistyped name is not to become an empty store."""
    import os

    from simulator.course.errors import DesksideError

    if option is not None and not os.path.exists(store_path(option)):
        raise DesksideError(f"--store {option}: there is no such file; name the one that conversations were kept in")
    return open_store(option)
