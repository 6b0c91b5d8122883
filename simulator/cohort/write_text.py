"""Tables as text: CSV that spreadsheets and notebooks both read, and JSON Lines for programs."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

from simulator.cohort.cells import cell
from simulator.cohort.tables import Table, Value


def write_csv(table: Table, path: Path) -> int:
    """Write UTF-8 with a byte order mark (without one, Excel garbles accents), CRLF, every text in quotes. Returns how
    many rows.

    Times are UTC without saying so, as "2026-11-22 14:05:06": the one form that Excel and pandas both take for a time.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow([column.name for column in table.columns])
        count = 0
        for row in table.rows:
            writer.writerow([_for_csv(value) for value in row])
            count += 1
    return count


def write_jsonl(table: Table, path: Path) -> int:
    """Write one JSON object a line, texts untouched, empty cells null, times ISO 8601 in UTC. Returns how many rows."""
    names = [column.name for column in table.columns]
    with path.open("w", encoding="ascii", newline="\n") as file:
        count = 0
        for row in table.rows:
            file.write(json.dumps(dict(zip(names, map(_for_json, row), strict=True))) + "\n")
            count += 1
    return count


def _for_csv(value: Value) -> str | int | float | bool | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    return cell(value) if isinstance(value, str) else value


def _for_json(value: Value) -> str | int | float | bool | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return value
