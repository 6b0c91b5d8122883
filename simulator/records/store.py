"""Sessions in one SQLite file: nothing to start, safe against being killed, and only ever added to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from simulator.engine.events import Event, from_payload
from simulator.records import trouble
from simulator.records.ids import as_typed, new_id
from simulator.records.interface import UNFINISHED, SessionRow
from simulator.records.listing import HAPPENED, ROWS, as_row
from simulator.records.migrations import APPLICATION_ID, MIGRATIONS, migrate
from simulator.records.names import checked_name, same_name
from simulator.records.place import default_path, prepare
from simulator.records.trouble import StoreError, explained

__all__ = ["SessionRow", "Store", "StoreError", "default_path"]

BUSY_SECONDS = 10
"""How long to wait for another program that is writing before giving up."""


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """The sessions of one file, as `simulator.records.interface.Records` describes it."""

    def __init__(self, path: Path, db: sqlite3.Connection, now: Callable[[], datetime]) -> None:
        self.path = path
        self._db = db
        self._now = now
        # Per session, how many events this object knows of, and the number of the sitting that it writes.
        self._known: dict[str, int] = {}
        self._sitting: dict[str, int] = {}

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], datetime] = _now) -> Store:
        """Open the store at `path`; make it, its folder and a README there when there is none. Raises StoreError.

        `now` gives the time that is written beside what is kept, in UTC.
        """
        real = prepare(path)
        with explained(real):
            db = sqlite3.connect(real, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                _ready(real, db)
            except BaseException:
                db.close()
                raise
        return cls(real, db, now)

    def begin(
        self,
        scenario: str,
        course: str,
        seed: int,
        mode: str,
        trainee: str = "",
        cohort: str = "",
        origin: str = "",
    ) -> str:
        trainee, cohort, origin = (
            checked_name("trainee", trainee),
            checked_name("cohort", cohort),
            checked_name("origin", origin),
        )
        now = self._now()
        with self._writing() as db:
            (newest,) = db.execute("SELECT max(id) FROM sessions").fetchone()
            session = new_id(int(now.timestamp() * 1000), newest)
            row = (session, scenario, course, str(seed), mode, trainee, cohort, origin, _stamp(now))
            db.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        return session

    def append(self, session: str, events: Iterable[Event]) -> None:
        known = self._known.get(session, 0)
        rows = [
            (session, number, event.kind, getattr(event, "turn", 0), _json(event.payload()))
            for number, event in enumerate(events, start=known + 1)
        ]
        if not rows:
            return
        with self._writing() as db:
            self._refuse_append(db, session, known)
            sitting = self._sitting.get(session)
            if sitting is None:
                (sitting,) = db.execute(
                    "SELECT coalesce(max(sitting), 0) + 1 FROM events WHERE session = ?", (session,)
                ).fetchone()
            written = _stamp(self._now())
            db.executemany(
                "INSERT INTO events (session, seq, kind, turn, payload, sitting, written) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(*row, sitting, written) for row in rows],
            )
            self._known[session], self._sitting[session] = known + len(rows), sitting

    def events(self, session: str) -> tuple[Event, ...]:
        with explained(self.path):
            self._refuse_unknown(self._db, session)
            rows = self._db.execute(
                "SELECT kind, payload FROM events WHERE session = ? ORDER BY seq", (session,)
            ).fetchall()
        try:
            events = tuple(from_payload(kind, json.loads(payload)) for kind, payload in rows)
        except (KeyError, TypeError, ValueError) as error:
            raise trouble.damaged(
                self.path, f"session {session} holds an event that can not be read: {error}"
            ) from error
        self._known[session] = len(events)
        self._sitting.pop(session, None)
        return events

    def session(self, id_or_prefix: str) -> SessionRow:
        typed = as_typed(id_or_prefix)
        with explained(self.path):
            rows = self._db.execute(
                ROWS + "WHERE :typed <> '' AND substr(s.id, 1, length(:typed)) = :typed ORDER BY s.id", {"typed": typed}
            ).fetchall()
        found = [as_row(row) for row in rows]
        exact = [row for row in found if row.id == typed]
        if not found:
            raise StoreError(
                f"no session {id_or_prefix!r} is kept in {self.path}; `deskside history` lists those that are"
            )
        if len(exact or found) > 1:
            some = ", ".join(row.id for row in found[:5]) + (", …" if len(found) > 5 else "")
            raise StoreError(f"{id_or_prefix!r} could be any of {len(found)} sessions ({some}): type more of it")
        return (exact or found)[0]

    def sessions(
        self,
        *,
        trainee: str | None = None,
        cohort: str | None = None,
        scenario: str | None = None,
    ) -> tuple[SessionRow, ...]:
        return self._rows(HAPPENED, trainee, cohort, scenario)

    def unfinished(
        self,
        *,
        trainee: str | None = None,
        cohort: str | None = None,
        scenario: str | None = None,
    ) -> tuple[SessionRow, ...]:
        return self._rows(f"{HAPPENED} AND r.session IS NULL", trainee, cohort, scenario)

    def finish(self, session: str, report_json: Mapping[str, Any]) -> None:
        body = _json(report_json)
        with self._writing() as db:
            self._refuse_unknown(db, session)
            db.execute(
                "INSERT INTO reports SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7 FROM reports"
                " WHERE session = ?1",
                (
                    session,
                    _stamp(self._now()),
                    report_json["outcome"],
                    report_json["score"],
                    report_json["passed"],
                    report_json.get("pass_mark"),
                    body,
                ),
            )

    def report(self, session: str) -> dict[str, Any] | None:
        with explained(self.path):
            self._refuse_unknown(self._db, session)
            row = self._db.execute(
                "SELECT body FROM reports WHERE session = ? ORDER BY outcome = ?, number DESC LIMIT 1",
                (session, UNFINISHED),
            ).fetchone()
        if row is None:
            return None
        try:
            kept = json.loads(row[0])
        except ValueError as error:
            raise trouble.damaged(self.path, f"the report on session {session} can not be read: {error}") from error
        assert isinstance(kept, dict)
        return kept

    def close(self) -> None:
        with explained(self.path):
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction. What this object knows changes only with what is committed: an interrupt that strikes while
        COMMIT waits for the disk surfaces after it, and must not make the next append look like somebody else's."""
        known, sitting = dict(self._known), dict(self._sitting)
        with explained(self.path):
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield self._db
                self._db.execute("COMMIT")
            except BaseException as error:
                # SQLite ends a transaction by itself when the disk is full.
                if isinstance(error, sqlite3.Error) or self._db.in_transaction:
                    self._known, self._sitting = known, sitting
                    self._db.rollback()
                raise

    def _refuse_append(self, db: sqlite3.Connection, session: str, known: int) -> None:
        self._refuse_unknown(db, session)
        (kept,) = db.execute("SELECT coalesce(max(seq), 0) FROM events WHERE session = ?", (session,)).fetchone()
        if kept != known:
            raise StoreError(
                f"session {session} was continued in another window or program meanwhile, so this was not added to it."
                f" Close one of the two; `deskside resume {session}` goes on from what is kept."
            )
        finished = db.execute(
            "SELECT 1 FROM reports WHERE session = ? AND outcome <> ?", (session, UNFINISHED)
        ).fetchone()
        if finished:
            raise StoreError(
                f"session {session} is finished and nothing can be added to it; `deskside play` begins a new one"
            )

    def _refuse_unknown(self, db: sqlite3.Connection, session: str) -> None:
        if db.execute("SELECT 1 FROM sessions WHERE id = ?", (session,)).fetchone() is None:
            raise StoreError(f"no session {session!r} is kept in {self.path}; `deskside history` lists those that are")

    def _rows(
        self, which: str, trainee: str | None, cohort: str | None, scenario: str | None
    ) -> tuple[SessionRow, ...]:
        asked = {"trainee": trainee, "cohort": cohort, "scenario": scenario}
        given = {name: same_name(value) for name, value in asked.items() if value is not None}
        where = " AND ".join([which, *(f"s.{name} = :{name}" for name in given)])
        with explained(self.path):
            rows = self._db.execute(f"{ROWS} WHERE {where} ORDER BY s.id DESC", given).fetchall()
        return tuple(as_row(row) for row in rows)


def _ready(path: Path, db: sqlite3.Connection) -> None:
    """Check that the open database is one that this Deskside can use, and bring an older one up to date."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise trouble.foreign(path)
    if version > len(MIGRATIONS):
        raise trouble.newer(path, version, len(MIGRATIONS))
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    if version < len(MIGRATIONS):
        migrate(db)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _json(data: Mapping[str, Any]) -> str:
    # Escaped to ASCII: what somebody typed may hold half a surrogate pair, which no database column takes.
    return json.dumps(data, sort_keys=True, separators=(",", ":"), allow_nan=False)
