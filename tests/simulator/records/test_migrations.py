"""An older store is brought up to date step by step, once, all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from simulator.records.migrations import APPLICATION_ID, MIGRATIONS, migrate


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def m900_adds_a_table(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE marks (session TEXT)")


def m901_fails_half_way(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE marks (session TEXT)")
    raise RuntimeError("half way")


def names(db: sqlite3.Connection) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM migrations ORDER BY rowid")]


def figure(db: sqlite3.Connection, pragma: str) -> int:
    (value,) = db.execute(f"PRAGMA {pragma}").fetchone()
    return int(value)


def test_a_new_store_takes_every_step(db: sqlite3.Connection) -> None:
    migrate(db)
    assert [step.__name__ for step in MIGRATIONS] == names(db)
    assert (APPLICATION_ID, len(MIGRATIONS)) == (figure(db, "application_id"), figure(db, "user_version"))


def test_an_older_store_takes_only_what_it_lacks(db: sqlite3.Connection) -> None:
    migrate(db)
    later = (*MIGRATIONS, m900_adds_a_table)
    for _ in range(2):
        migrate(db, later)
    assert [step.__name__ for step in later] == names(db)
    assert len(later) == figure(db, "user_version")


def test_a_step_that_fails_leaves_the_store_as_it_was(db: sqlite3.Connection) -> None:
    migrate(db)
    with pytest.raises(RuntimeError):
        migrate(db, (*MIGRATIONS, m901_fails_half_way))
    assert [step.__name__ for step in MIGRATIONS] == names(db)
    assert [] == db.execute("SELECT name FROM sqlite_master WHERE name = 'marks'").fetchall()
    assert len(MIGRATIONS) == figure(db, "user_version")
