"""A file is written whole or stays as it was."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from simulator.cohort.whole import written_whole
from simulator.course.errors import DesksideError

posix = pytest.mark.skipif(os.name != "posix", reason="the files of Unix")


def refused(path: Path) -> str:
    with pytest.raises(DesksideError) as caught, written_whole([path]):
        pytest.fail("there is nowhere to write to")
    return str(caught.value)


def test_the_files_appear_together_at_the_end(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    with written_whole([one, other]) as (first, second):
        first.write_text("1")
        second.write_text("2")
        assert not one.exists() and not other.exists()
    assert ["1", "2"] == [one.read_text(), other.read_text()]
    assert {one, other} == set(tmp_path.iterdir())


def test_when_the_block_fails_what_was_there_stays(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("as it was")
    with pytest.raises(ZeroDivisionError), written_whole([old, new]) as (draft, _):
        draft.write_text("half")
        raise ZeroDivisionError
    assert "as it was" == old.read_text()
    assert [old] == list(tmp_path.iterdir())


@posix
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "scores.csv"
    path.write_text("as it was")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.raises(DesksideError) as caught, written_whole([path]) as (draft,):
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
        try:
            draft.write_bytes(b"x" * 5_000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert f"{path}: can not be written (File too large). What was there before is unchanged" in str(caught.value)
    assert "as it was" == path.read_text()
    assert [path] == list(tmp_path.iterdir())


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "none" / "scores.csv"
    assert f"{path}: there is no folder {path.parent}; make it first or name another place" == refused(path)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert "can not be written (File name too long)" in refused(tmp_path / ("n" * 300))


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    assert f"{tmp_path}: this is no file; name another place" == refused(tmp_path)


@posix
def test_a_device_is_not_replaced() -> None:
    assert "/dev/null: this is no file; name another place" == refused(Path("/dev/null"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "can not be written (Permission denied)" in refused(tmp_path / "scores.csv")
    tmp_path.chmod(0o700)


@posix
def test_a_new_file_is_as_private_as_any_and_a_replaced_one_as_it_was(tmp_path: Path) -> None:
    private, new = tmp_path / "private", tmp_path / "new"
    private.touch(0o600)
    previous = os.umask(0o027)
    try:
        with written_whole([private, new]):
            pass
    finally:
        os.umask(previous)
    assert [0o600, 0o640] == [stat.S_IMODE(path.stat().st_mode) for path in (private, new)]


@posix
def test_a_symbolic_link_keeps_pointing_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    with written_whole([link]) as (draft,):
        draft.write_text("new")
    assert link.is_symlink()
    assert "new" == (tmp_path / "real").read_text()


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    with written_whole([path]) as (draft,):
        draft.write_text("x")
    assert "x" == path.read_text()
