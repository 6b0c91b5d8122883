"""Tables as one Excel workbook, a sheet each, with real numbers, real dates, and text that stays text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from simulator.cohort.cells import cell
from simulator.cohort.tables import Table, Value
from simulator.course.errors import DesksideError

ROWS = 1_048_576
"""What a sheet of Excel holds, heading included."""
_EXACT = 10**15
"""Excel keeps 15 digits of a number."""
_MADE = datetime(2025, 1, 1)
"""Stands in the workbook as its date of making: the same sessions give the same file."""


class Sheet(Protocol):
    """What is used of xlsxwriter's worksheet: each method writes a cell of one kind, whatever the text looks like."""

    def write_string(self, row: int, column: int, value: str) -> int: ...

    def write_number(self, row: int, column: int, value: float) -> int: ...

    def write_boolean(self, row: int, column: int, value: bool) -> int: ...

    def write_datetime(self, row: int, column: int, value: datetime, form: object) -> int: ...


def write_xlsx(tables: Sequence[Table], path: Path) -> list[int]:
    """Write the workbook and return how many rows each table has. Raises DesksideError for more rows than a sheet
    holds, OSError for what the disk does not take."""
    import xlsxwriter  # type: ignore[import-untyped]
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

    # Rows wait in files of their own until the workbook is closed; whatever happens, none of them is left behind.
    with TemporaryDirectory(prefix="deskside-", ignore_cleanup_errors=True) as rows:
        book = xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": rows})
        book.use_zip64()
        book.set_properties({"created": _MADE})
        heading, time = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        counts = []
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            for number, column in enumerate(table.columns):
                sheet.set_column(number, number, column.width)
                sheet.write_string(0, number, column.name, heading)
            counts.append(_fill(sheet, table, time))
        try:
            book.close()
        except FileCreateError as error:
            cause = error.args[0]
            raise (cause if isinstance(cause, OSError) else OSError(str(cause))) from error
    return counts


def _fill(sheet: Sheet, table: Table, time: object) -> int:
    count = 0
    for count, row in enumerate(table.rows, start=1):
        if count >= ROWS:
            raise DesksideError(
                f"the table of {table.name} has more rows than a sheet of Excel holds ({ROWS - 1:,}): use --format csv, or fewer"
                " sessions with --cohort, --trainee or --scenario"
            )
        for number, value in enumerate(row):
            _write(sheet, count, number, value, time)
    return count


def _write(sheet: Sheet, row: int, column: int, value: Value, time: object) -> None:
    match value:
        case bool():
            sheet.write_boolean(row, column, value)
        case datetime():
            sheet.write_datetime(row, column, value.astimezone(UTC).replace(tzinfo=None), time)
        case int() if abs(value) >= _EXACT:
            sheet.write_string(row, column, str(value))
        case int() | float():
            sheet.write_number(row, column, value)
        case str():
            # Excel's own line break within a cell; XML would turn the others into it anyhow.
            shown = cell(value).replace("\r\n", "\n").replace("\r", "\n")
            if shown:
                sheet.write_string(row, column, shown)
        case None:
            pass
