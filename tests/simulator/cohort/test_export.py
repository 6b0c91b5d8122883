"""What is exported is read back by the programs that it is for: csv, json and openpyxl."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import simulator.cohort.write_xlsx
from simulator.cohort.cells import cell
from simulator.cohort.export import Exported, export, targets
from simulator.cohort.tables import Column, Table
from simulator.cohort.write_text import write_csv, write_jsonl
from simulator.cohort.write_xlsx import write_xlsx
from simulator.course.errors import DesksideError
from simulator.records.store import Store


class Cohort(Protocol):
    """The small cohort of conftest.py."""

    store: Store
    ids: list[str]

    def session(
        self, trainee: str, score: int | None, *, cohort: str = ..., quote: str = ..., seed: int = ...
    ) -> str: ...


def everything(cohort: Cohort, kind: str, out: Path) -> Exported:
    return export(cohort.store, cohort.store.sessions(), kind, str(out))


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_xlsx(path: Path, sheet: str) -> list[dict[str, Any]]:
    rows = list(load_workbook(path)[sheet].iter_rows(values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


class TestCsv:
    def test_the_sessions(self, cohort: Cohort, tmp_path: Path) -> None:
        written = everything(cohort, "csv", tmp_path / "spring.csv")
        assert Exported((tmp_path / "spring-sessions.csv", tmp_path / "spring-items.csv"), 3, 8) == written
        first, second, third = read_csv(written.paths[0])
        assert {
            "session": cohort.ids[0],
            "trainee": "ada",
            "cohort": "spring",
            "scenario": "frozen_save",
            "course_version": "c0ffee",
            "seed": "7",
            "mode": "exam",
            "started": "2026-11-22 14:05:06",
            "ended": "2026-11-22 14:07:06",
            "minutes": "2.0",
            "turns": "1",
            "score": "88",
            "pass_mark": "70",
            "passed": "True",
            "outcome": "handled_well",
            "ticket_score": "",
            "mirror_yes": "",
            "mirror_measured": "",
            "mirror_accuracy": "",
            "what_if": "False",
            "origin": "",
        } == first
        assert ("'=bob", str(2**60), "12", "False") == (
            second["trainee"],
            second["seed"],
            second["score"],
            second["passed"],
        )
        assert ("cleo", "", "", "", "", "unfinished") == tuple(
            third[name] for name in ("trainee", "ended", "score", "pass_mark", "passed", "outcome")
        )

    def test_the_items(self, cohort: Cohort, tmp_path: Path) -> None:
        rows = read_csv(everything(cohort, "csv", tmp_path).paths[1])
        assert [cohort.ids[0]] * 4 + [cohort.ids[1]] * 4 == [row["session"] for row in rows]
        assert ["apologize", "follow_up", "greet", "blame"] == [row["behaviour"] for row in rows[:4]]
        assert ["7.5", "", "0.0", "-15.0"] == [row["points"] for row in rows[:4]]  # not scored is empty, missed is zero
        assert ["1", "", "1", "2"] == [row["turn"] for row in rows[:4]]
        assert "I'm so sorry, Dana – this is on us" == rows[0]["quote"]
        assert "'-- you did it" == rows[3]["quote"]
        assert '\'=HYPERLINK("http://x")\r\nand  more' == rows[4]["quote"]

    def test_excel_sees_that_it_is_utf8_and_every_text_is_in_quotes(self, cohort: Cohort, tmp_path: Path) -> None:
        content = everything(cohort, "csv", tmp_path).paths[1].read_bytes()
        assert content.startswith(b'\xef\xbb\xbf"session","behaviour","kind",')
        assert b'"expect","earned",7.5,15,1,"' in content


class TestJsonl:
    def test_values_are_what_they_are(self, cohort: Cohort, tmp_path: Path) -> None:
        written = everything(cohort, "jsonl", tmp_path / "spring")
        assert ["spring-sessions.jsonl", "spring-items.jsonl"] == [path.name for path in written.paths]
        first, second, third = read_jsonl(written.paths[0])
        assert (88, 70, True, 1, 2.0) == tuple(
            first[name] for name in ("score", "pass_mark", "passed", "turns", "minutes")
        )
        assert ("2026-11-22T14:05:06.120Z", "2026-11-22T14:07:06.120Z") == (first["started"], first["ended"])
        assert ("=bob", 2**60, False) == (second["trainee"], second["seed"], second["passed"])
        assert [None] * 4 == [third[name] for name in ("ended", "score", "pass_mark", "passed")]

    def test_texts_are_untouched(self, cohort: Cohort, tmp_path: Path) -> None:
        rows = read_jsonl(everything(cohort, "jsonl", tmp_path).paths[1])
        assert '=HYPERLINK("http://x")\r\nand \x07 more' == rows[4]["quote"]
        assert [7.5, None, 0.0, -15.0] == [row["points"] for row in rows[:4]]


class TestXlsx:
    def test_one_workbook_with_real_values(self, cohort: Cohort, tmp_path: Path) -> None:
        written = everything(cohort, "xlsx", tmp_path / "spring.xlsx")
        assert Exported((tmp_path / "spring.xlsx",), 3, 8) == written
        first, second, third = read_xlsx(written.paths[0], "sessions")
        assert (88, 70, True, 1, 2) == tuple(
            first[name] for name in ("score", "pass_mark", "passed", "turns", "minutes")
        )
        assert first["passed"] is True
        assert datetime(2026, 11, 22, 14, 5, 6, 120_000) == first["started"]
        assert ("'=bob", str(2**60)) == (second["trainee"], second["seed"])  # Excel would round such a number
        assert [None] * 4 == [third[name] for name in ("ended", "score", "pass_mark", "passed")]
        items = read_xlsx(written.paths[0], "items")
        assert [7.5, None, 0, -15] == [row["points"] for row in items[:4]]
        assert '\'=HYPERLINK("http://x")\nand  more' == items[4]["quote"]

    def test_the_heading_stays_and_the_columns_are_wide_enough(self, cohort: Cohort, tmp_path: Path) -> None:
        book = load_workbook(everything(cohort, "xlsx", tmp_path).paths[0])
        assert ["sessions", "items"] == book.sheetnames
        for sheet in book.worksheets:
            assert "A2" == sheet.freeze_panes
            assert sheet["A1"].font.bold
        assert book["items"].column_dimensions["H"].width > 45
        assert "yyyy-mm-dd hh:mm:ss" == book["sessions"]["H2"].number_format

    def test_nothing_in_it_is_a_formula_or_a_link(self, cohort: Cohort, tmp_path: Path) -> None:
        cohort.session("dan", 70, quote="https://example.org")
        path = everything(cohort, "xlsx", tmp_path).paths[0]
        kinds = {one.data_type for sheet in load_workbook(path) for row in sheet.iter_rows() for one in row}
        assert kinds <= {"s", "inlineStr", "n", "b", "d"}
        with zipfile.ZipFile(path) as book:
            sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
            assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)

    def test_more_rows_than_a_sheet_holds(
        self, cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(simulator.cohort.write_xlsx, "ROWS", 8)
        with pytest.raises(
            DesksideError, match=r"the table of items has more rows than a sheet of Excel holds \(7\): use --format"
        ):
            everything(cohort, "xlsx", tmp_path)
        assert not (tmp_path / "deskside.xlsx").exists()
        monkeypatch.setattr(simulator.cohort.write_xlsx, "ROWS", 9)
        everything(cohort, "xlsx", tmp_path)


@pytest.mark.parametrize("kind", ["csv", "jsonl", "xlsx"])
class TestEveryFormat:
    def test_the_same_sessions_give_the_same_bytes(self, cohort: Cohort, tmp_path: Path, kind: str) -> None:
        first = [path.read_bytes() for path in everything(cohort, kind, tmp_path).paths]
        assert first == [path.read_bytes() for path in everything(cohort, kind, tmp_path).paths]

    def test_without_sessions_there_are_headings(self, cohort: Cohort, tmp_path: Path, kind: str) -> None:
        written = export(cohort.store, (), kind, str(tmp_path))
        assert (0, 0) == (written.sessions, written.items)
        assert all(path.exists() for path in written.paths)

    def test_a_failure_half_way_leaves_what_was_there(self, cohort: Cohort, tmp_path: Path, kind: str) -> None:
        before = {path: path.read_bytes() for path in everything(cohort, kind, tmp_path).paths}
        cohort.session("eve", 90)
        rows = cohort.store.sessions()
        cohort.store.close()  # the reports can not be read any more
        with pytest.raises(Exception, match="closed"):
            export(cohort.store, rows, kind, str(tmp_path))
        assert before == {path: path.read_bytes() for path in before}
        assert set(before) == {path for path in tmp_path.iterdir() if path.is_file()}

    @pytest.mark.skipif(os.name != "posix", reason="limits of Unix")
    def test_a_disk_that_is_full(self, cohort: Cohort, tmp_path: Path, kind: str) -> None:
        import resource

        before = {path: path.read_bytes() for path in everything(cohort, kind, tmp_path).paths}
        cohort.session("eve", 90)
        rows = cohort.store.sessions()
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
        try:
            with pytest.raises(
                DesksideError, match=r"can not be written \(File too large\). What was there before is unchanged"
            ):
                export(cohort.store, rows, kind, str(tmp_path))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert before == {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}


class TestTargets:
    def test_a_folder(self, tmp_path: Path) -> None:
        assert (tmp_path / "deskside-sessions.csv", tmp_path / "deskside-items.csv") == targets("csv", str(tmp_path))
        assert (tmp_path / "deskside.xlsx",) == targets("xlsx", f"{tmp_path}/")

    @pytest.mark.parametrize("name", ["spring", "spring.xlsx", "spring.XLSX"])
    def test_a_workbook(self, tmp_path: Path, name: str) -> None:
        assert (tmp_path / "spring.xlsx",) == targets("xlsx", str(tmp_path / name))

    @pytest.mark.parametrize(
        ("name", "stem"), [("a", "a"), ("a.csv", "a"), ("v1.2", "v1.2"), ("a.txt", "a.txt"), (".csv", ".csv")]
    )
    def test_two_files(self, tmp_path: Path, name: str, stem: str) -> None:
        expected = (tmp_path / f"{stem}-sessions.csv", tmp_path / f"{stem}-items.csv")
        assert expected == targets("csv", str(tmp_path / name))

    def test_a_folder_that_is_meant_but_missing(self, cohort: Cohort, tmp_path: Path) -> None:
        with pytest.raises(DesksideError, match="there is no folder .*none; make it first"):
            export(cohort.store, (), "csv", f"{tmp_path / 'none'}/")


values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(-1e300, 1e300)
    | st.text(st.characters())
    | st.text("=+-@\t\r\n '\";,\x00\x07_x0041_\ud83d😀")
    | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
)
rows = st.lists(st.tuples(values, values), max_size=8)
COLUMNS = (Column("one", 10), Column("other", 10))
anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


class TestWhateverIsInIt:
    @anything
    @given(rows)
    def test_csv(self, tmp_path: Path, rows: list[tuple[Any, Any]]) -> None:
        path = tmp_path / "table.csv"
        assert len(rows) == write_csv(Table("t", COLUMNS, rows), path)

        def read(value: Any) -> str:
            if isinstance(value, datetime):
                return value.strftime("%Y-%m-%d %H:%M:%S")
            return cell(value) if isinstance(value, str) else "" if value is None else str(value)

        content = path.read_bytes().decode("utf-8-sig")
        expected = [["one", "other"], *([read(value) for value in row] for row in rows)]
        assert expected == list(csv.reader(io.StringIO(content, newline=""), strict=True))

    @anything
    @given(rows)
    def test_jsonl(self, tmp_path: Path, rows: list[tuple[Any, Any]]) -> None:
        path = tmp_path / "table.jsonl"
        assert len(rows) == write_jsonl(Table("t", COLUMNS, rows), path)

        def read(value: Any) -> Any:
            if isinstance(value, datetime):
                return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
            if isinstance(value, str):  # two halves of a surrogate pair are one character to every reader
                return value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
            return value

        assert [dict(zip(("one", "other"), map(read, row), strict=True)) for row in rows] == read_jsonl(path)

    @anything
    @given(rows)
    def test_xlsx(self, tmp_path: Path, rows: list[tuple[Any, Any]]) -> None:
        path = tmp_path / "table.xlsx"
        assert [len(rows)] == write_xlsx([Table("t", COLUMNS, rows)], path)
        sheet = load_workbook(path)["t"]
        for number, row in enumerate(rows, start=2):
            for column, value in enumerate(row, start=1):
                found = sheet.cell(number, column)
                match value:
                    case bool():
                        assert ("b", value) == (found.data_type, found.value)
                    case datetime():
                        assert found.is_date
                        assert abs((found.value - value.replace(tzinfo=None)).total_seconds()) < 0.002
                    case int() if abs(value) >= 10**15:
                        assert str(value) == found.value
                    case int() | float():
                        assert "n" == found.data_type
                        assert value == pytest.approx(found.value, rel=1e-14)
                    case str():
                        shown = cell(value).replace("\r\n", "\n").replace("\r", "\n")
                        assert (shown or None) == found.value
                    case None:
                        assert found.value is None
