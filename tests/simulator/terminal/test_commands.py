"""What a typed line means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.terminal.commands import COMMANDS, Command, Reply, Unknown, read


def test_words_are_a_reply() -> None:
    assert Reply("I am sorry to hear that.") == read("  I am sorry to hear that. ")


@pytest.mark.parametrize("line", ["", "   ", "\t", "\n"])
def test_a_blank_line_is_a_silence(line: str) -> None:
    assert Reply("") == read(line)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_known(name: str) -> None:
    assert Command(name, "") == read(f"/{name}")
    assert Command(name, "") == read(f" /{name.upper()} ")


def test_a_command_takes_the_words_after_it() -> None:
    assert Command("notes", "asset tag 4711") == read("/notes  asset tag 4711")


@pytest.mark.parametrize(
    ("typed", "near"), [("/hlep", "help"), ("/hin", "hint"), ("/note", "notes"), ("/exit", ""), ("/", "")]
)
def test_an_unknown_command_is_not_a_reply(typed: str, near: str) -> None:
    assert Unknown(typed[1:], near) == read(typed)


def test_two_slashes_say_one() -> None:
    assert Reply("/etc/hosts is the file") == read("//etc/hosts is the file")
    assert Reply("/help") == read("//help")


def test_several_lines_stay_one_reply() -> None:
    assert Reply("I see.\nWhat did you click?") == read("I see.\nWhat did you click?\n")


@given(st.text())
def test_whatever_is_typed_means_something(line: str) -> None:
    entry = read(line)
    assert isinstance(entry, Reply | Command | Unknown)
    if isinstance(entry, Reply):
        assert entry.text == entry.text.strip()
