"""What is slow to make, kept: never half, never stale, never needed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from scoring.cache import MOST_KEPT, cache_folder, cached


class Kitchen:
    """Makes a dish, and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> dict[str, Any]:
        self.made += 1
        return {"dish": ["soup", 1.5]}


@pytest.fixture
def make() -> Kitchen:
    return Kitchen()


def test_what_was_made_once_is_not_made_again(cache: Path, make: Kitchen) -> None:
    assert [{"dish": ["soup", 1.5]}] * 3 == [cached("menu", make) for _ in range(3)]
    assert 1 == make.made


def test_another_name_is_another_thing(cache: Path, make: Kitchen) -> None:
    cached("menu-monday", make)
    cached("menu-tuesday", make)
    assert 2 == make.made


def test_the_folder_is_made_for_the_user_alone(cache: Path, make: Kitchen) -> None:
    cached("menu", make)
    assert 0o700 == cache.stat().st_mode & 0o777
    assert [0o600] == [file.stat().st_mode & 0o777 for file in cache.iterdir()]


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 40, None])
def test_a_damaged_file_is_made_anew(cache: Path, make: Kitchen, damage: bytes | None) -> None:
    cached("menu", make)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if damage is None else damage)
    assert {"dish": ["soup", 1.5]} == cached("menu", make)
    assert whole == file.read_bytes()
    assert 2 == make.made


def test_damage_that_could_be_read_all_the_same_is_noticed(cache: Path, make: Kitchen) -> None:
    cached("menu", make)
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes().replace(b"soup", b"soap"))
    assert {"dish": ["soup", 1.5]} == cached("menu", make)


def test_every_way_of_cutting_a_file_short_is_noticed(cache: Path, make: Kitchen) -> None:
    cached("menu", make)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert {"dish": ["soup", 1.5]} == cached("menu", make)
    assert len(whole) + 1 == make.made


def test_a_folder_in_the_files_place_is_no_hindrance(cache: Path, make: Kitchen) -> None:
    cached("menu", make)
    (file,) = cache.iterdir()
    file.unlink()
    file.mkdir()
    assert {"dish": ["soup", 1.5]} == cached("menu", make)
    assert [file.name] == [one.name for one in cache.iterdir()], "nothing unfinished is left behind"


@pytest.fixture(params=["a file stands in its place", "it is read-only", "it can not exist"])
def unwritable(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "there"
    if request.param == "it is read-only":
        folder.mkdir(mode=0o500)
    else:
        folder.write_text("a file")
    monkeypatch.setenv("DESKSIDE_CACHE", str(folder / "below" if request.param == "it can not exist" else folder))
    yield
    folder.chmod(0o700)


@pytest.mark.usefixtures("unwritable")
def test_without_a_folder_it_is_only_slower(make: Kitchen) -> None:
    assert [{"dish": ["soup", 1.5]}] * 2 == [cached("menu", make) for _ in range(2)]


def test_when_all_come_first_at_once_each_gets_the_whole(cache: Path) -> None:
    everybody_looked = threading.Barrier(8)

    def make() -> dict[str, Any]:
        everybody_looked.wait()
        return {"numbers": list(range(10_000))}

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: cached("numbers", make), range(8)))
    assert [{"numbers": list(range(10_000))}] * 8 == found
    assert 1 == len(list(cache.iterdir()))
    assert found[0] == cached("numbers", dict)


def test_what_can_not_be_made_is_not_kept(cache: Path, make: Kitchen) -> None:
    def burnt() -> dict[str, Any]:
        raise ValueError("burnt")

    with pytest.raises(ValueError, match="burnt"):
        cached("menu", burnt)
    assert {"dish": ["soup", 1.5]} == cached("menu", make)


def test_the_platform_says_where_unless_the_user_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DESKSIDE_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    assert ("deskside", True) == (cache_folder().name, cache_folder().is_relative_to(tmp_path))
    monkeypatch.setenv("DESKSIDE_CACHE", str(tmp_path / "mine"))
    assert tmp_path / "mine" == cache_folder()


def test_what_is_used_stays_and_what_is_not_goes(cache: Path, make: Kitchen) -> None:
    cached("menu-used", make)
    cached("menu-forgotten", make)
    for number in range(MOST_KEPT):
        cached(f"menu-{number}", make)
        cached("menu-used", make)
    made = make.made
    cached("menu-used", make)
    assert made == make.made
    cached("menu-forgotten", make)
    assert made + 1 == make.made
