"""The shape of the database, as an ordered list of functions that each take it one step further.

A released step is never changed: a new shape is a new step at the end. Each runs once; the table `migrations` says
which have.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

APPLICATION_ID = 0x4453444B
"""Marks the file as a store of Deskside ("DSDK")."""

Migration = Callable[[sqlite3.Connection], None]


def m001_sessions_events_reports(db: sqlite3.Connection) -> None:
    """Sessions, their events and the reports on them. All three only grow: triggers refuse every change."""
    # `seed` is text because a seed may be any whole number; SQLite's are 64 bits wide.
    db.execute(
        "CREATE TABLE sessions (id TEXT PRIMARY KEY NOT NULL, scenario TEXT NOT NULL, course TEXT NOT NULL, seed TEXT NOT NULL,"
        " mode TEXT NOT NULL, trainee TEXT NOT NULL, cohort TEXT NOT NULL, origin TEXT NOT NULL, started TEXT NOT NULL)"
    )
    # `sitting` counts the times that somebody sat down to the session: the time between two sittings is a break.
    db.execute(
        "CREATE TABLE events (session TEXT NOT NULL REFERENCES sessions (id), seq INTEGER NOT NULL, sitting INTEGER NOT NULL,"
        " written TEXT NOT NULL, kind TEXT NOT NULL, turn INTEGER NOT NULL, payload TEXT NOT NULL, PRIMARY KEY (session, seq))"
        " WITHOUT ROWID"
    )
    db.execute("CREATE INDEX events_by_kind ON events (session, kind, seq)")
    db.execute("CREATE INDEX events_by_sitting ON events (session, sitting, written)")
    db.execute(
        "CREATE TABLE reports (session TEXT NOT NULL REFERENCES sessions (id), number INTEGER NOT NULL, written TEXT NOT NULL,"
        " outcome TEXT NOT NULL, score INTEGER NOT NULL, passed INTEGER NOT NULL, pass_mark INTEGER, body TEXT NOT NULL,"
        " PRIMARY KEY (session, number)) WITHOUT ROWID"
    )
    for table in ("sessions", "events", "reports"):
        for change in ("update", "delete"):
            db.execute(
                f"CREATE TRIGGER {table}_refuse_{change} BEFORE {change.upper()} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} are only ever added to'); END"
            )


MIGRATIONS: tuple[Migration, ...] = (m001_sessions_events_reports,)


def migrate(db: sqlite3.Connection, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Take the steps that `db` (in autocommit mode) lacks, all in one transaction, and mark the file as ours."""
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY NOT NULL, applied TEXT NOT NULL)")
        applied = {name for (name,) in db.execute("SELECT name FROM migrations")}
        for step in steps:
            if step.__name__ not in applied:
                step(db)
                now = datetime.now(UTC).isoformat(timespec="milliseconds")
                db.execute("INSERT INTO migrations VALUES (?, ?)", (step.__name__, now))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(steps)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.rollback()
        raise
