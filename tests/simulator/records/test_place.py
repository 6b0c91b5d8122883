"""The file comes to be whole, private and explained; what is not ours is left as it is, with a word on what to do."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.course.errors import DesksideError
from simulator.records.migrations import APPLICATION_ID, MIGRATIONS
from simulator.records.store import Store, default_path

posix = pytest.mark.skipif(os.name != "posix", reason="the file modes of Unix")


def refused(path: Path) -> str:
    """The message with which the store at `path` can not be opened."""
    with pytest.raises(DesksideError) as caught:
        Store.open(path)
    return str(caught.value)


def test_the_place_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DESKSIDE_STORE", str(tmp_path / "mine.db"))
    assert tmp_path / "mine.db" == default_path()


def test_else_it_is_the_state_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DESKSIDE_STORE", raising=False)
    assert ("deskside", "sessions.db") == default_path().parts[-2:]


@posix
def test_the_folder_is_made_private_and_explains_itself(path: Path) -> None:
    previous = os.umask(0)
    try:
        with Store.open(path) as store:
            store.begin("frozen_save", "c0ffee", 7, "practice")
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
    finally:
        os.umask(previous)
    assert 0o700 == stat.S_IMODE(path.parent.stat().st_mode)
    assert {0o600} == {modes[name] for name in ("sessions.db", "sessions.db-wal", "sessions.db-shm")}
    assert "Deskside" in (path.parent / "README.txt").read_text(encoding="utf-8")


def test_somebodys_own_folder_gets_no_readme(tmp_path: Path) -> None:
    Store.open(tmp_path / "mine.db").close()
    assert ["mine.db"] == [one.name for one in tmp_path.iterdir() if not one.name.startswith(".")]


def test_the_state_folder_gets_one_even_if_it_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_state_dir", lambda name: str(tmp_path / name))
    monkeypatch.delenv("DESKSIDE_STORE", raising=False)
    (tmp_path / "deskside" / "logs").mkdir(parents=True)
    Store.open(default_path()).close()
    assert (tmp_path / "deskside" / "README.txt").exists()


def test_the_file_is_marked_durable_and_in_wal(store: Store, path: Path) -> None:
    for pragma, expected in {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": APPLICATION_ID,
        "user_version": len(MIGRATIONS),
        "busy_timeout": 10_000,
    }.items():
        assert (pragma, expected) == (pragma, store._db.execute(f"PRAGMA {pragma}").fetchone()[0])


def test_many_programs_may_begin_at_once(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from simulator.records.store import Store\n"
        "from simulator.engine.events import Left\n"
        "sys.stdin.read()\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "    for _ in range(5):\n"
        "        session = store.begin('frozen_save', 'c0ffee', 7, 'practice')\n"
        "        store.append(session, [Left(0)])\n"
    )
    children = [
        subprocess.Popen([sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(8)
    ]
    for child in children:
        assert child.stdin is not None
        child.stdin.close()  # now
    for child in children:
        assert child.stderr is not None
        assert b"" == child.stderr.read()
        assert 0 == child.wait()
    with Store.open(path) as store:
        assert 40 == len(store.sessions())


def test_a_start_that_was_cut_off_is_made_good(path: Path) -> None:
    path.parent.mkdir()
    (path.parent / ".sessions.db.new").write_bytes(b"half a data")
    (path.parent / ".sessions.db.new-wal").write_bytes(b"base")
    path.touch()  # an empty file, as mktemp makes it
    with Store.open(path) as store:
        assert () == store.sessions()
    assert not (path.parent / ".sessions.db.new").exists()


@posix
def test_a_symbolic_link_is_followed(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    Store.open(link).close()
    assert link.is_symlink()
    assert path.exists()


class TestRefused:
    def test_a_file_that_is_no_database(self, tmp_path: Path) -> None:
        path = tmp_path / "notes.txt"
        path.write_text("my notes, " * 100)
        message = refused(path)
        assert message.startswith(f"{path}: this file is damaged or is no store of Deskside")
        assert "left as it is" in message
        assert "my notes, " * 100 == path.read_text()

    def test_a_database_of_something_else(self, tmp_path: Path) -> None:
        path = tmp_path / "contacts.db"
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE contacts (name TEXT)")
        before = path.read_bytes()
        assert refused(path).startswith(f"{path}: this is a database of another program.")
        assert before == path.read_bytes()

    def test_a_newer_format(self, path: Path) -> None:
        Store.open(path).close()
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA user_version = 99")
        assert refused(path).startswith(
            f"{path}: a newer Deskside wrote this (format 99; this one reads up to {len(MIGRATIONS)}). It has been left as it is."
        )

    def test_damage_is_told_and_nothing_is_deleted(self, path: Path) -> None:
        with Store.open(path) as store:
            session = store.begin("frozen_save", "c0ffee", 7, "practice")
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        with Store.open(path) as store, pytest.raises(DesksideError) as caught:
            store.session(session)
        assert str(caught.value).startswith(f"{path}: this file is damaged")
        assert len(whole) == path.stat().st_size

    def test_a_stray_event_is_told(self, store: Store, path: Path) -> None:
        session = store.begin("frozen_save", "c0ffee", 7, "practice")
        with sqlite3.connect(path) as db:
            db.execute("INSERT INTO events VALUES (?, 1, 1, '', 'teleported', 0, '{}')", (session,))
        with pytest.raises(DesksideError, match=f"session {session} holds an event that can not be read: 'teleported'"):
            store.events(session)

    def test_the_rest_of_a_store_whose_file_is_gone(self, path: Path) -> None:
        path.parent.mkdir()
        rest = path.with_name("sessions.db-wal")
        rest.write_bytes(b"pages")
        assert "the file is missing, but sessions.db-wal still holds a part of it" in refused(path)
        assert b"pages" == rest.read_bytes()

    def test_a_folder(self, tmp_path: Path) -> None:
        assert f"{tmp_path}: sessions can not be kept here (this is a folder; name a file in it)." in refused(tmp_path)

    def test_a_place_below_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        message = refused(tmp_path / "file" / "sessions.db")
        assert "sessions can not be kept here (" in message
        assert "--store FILE or the environment variable DESKSIDE_STORE" in message

    @posix
    def test_links_in_a_circle(self, tmp_path: Path) -> None:
        path = tmp_path / "one"
        path.symlink_to(tmp_path / "two")
        (tmp_path / "two").symlink_to(path)
        assert "sessions can not be kept here" in refused(path)

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_is_not_ours_to_write(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        assert "sessions can not be kept here (Permission denied)" in refused(tmp_path / "sessions.db")
        tmp_path.chmod(0o700)

    def test_a_file_that_another_program_holds(self, store: Store, path: Path) -> None:
        store._db.execute("PRAGMA busy_timeout = 0")
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(DesksideError, match="another program is holding this file. Nothing was written"):
            store.begin("frozen_save", "c0ffee", 7, "practice")
        holder.close()
        store.begin("frozen_save", "c0ffee", 7, "practice")
