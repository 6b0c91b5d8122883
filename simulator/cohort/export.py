"""Sessions out of the store and into files, in the format that was asked for: all of them whole, or none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.cohort.tables import tables
from simulator.cohort.whole import written_whole
from simulator.records.interface import Records, SessionRow

FORMATS = ("csv", "jsonl", "xlsx")
NAME = "deskside"
"""The files' name when `out` is a folder."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and how many sessions and items are in them."""

    paths: tuple[Path, ...]
    sessions: int
    items: int


def targets(kind: str, out: str) -> tuple[Path, ...]:
    """The files that an export to `out` writes: one workbook, or NAME-sessions.KIND and NAME-items.KIND.

    `out` is an existing folder (or ends as folders do), else a file's name, with or without its ending.
    """
    place = Path(os.path.expanduser(out))
    if os.path.isdir(place) or out.endswith(("/", os.sep)):
        place = place / NAME
    elif place.suffix.lower() == f".{kind}":
        place = place.with_suffix("")
    if kind == "xlsx":
        return (place.with_name(f"{place.name}.xlsx"),)
    return tuple(place.with_name(f"{place.name}-{table}.{kind}") for table in ("sessions", "items"))


def export(records: Records, rows: Sequence[SessionRow], kind: str, out: str) -> Exported:
    """Write the sessions `rows` and their items as `kind` (one of FORMATS) to `out`. Raises DesksideError."""
    paths = targets(kind, out)
    with written_whole(paths) as drafts:
        content = tables(records, rows)
        if kind == "xlsx":
            from simulator.cohort.write_xlsx import write_xlsx

            sessions, items = write_xlsx(content, drafts[0])
        else:
            from simulator.cohort.write_text import write_csv, write_jsonl

            write = write_csv if kind == "csv" else write_jsonl
            sessions, items = (write(table, draft) for table, draft in zip(content, drafts, strict=True))
    return Exported(paths, sessions, items)
