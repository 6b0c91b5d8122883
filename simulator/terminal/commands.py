"""What a typed line is: a reply, a command such as /hint, or a command that does not exist."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.course.suggest import nearest
from simulator.terminal.clean import clean

COMMANDS = ("help", "hint", "notes", "mood", "undo", "again", "quit")


@dataclass(frozen=True, slots=True)
class Reply:
    """Words for the person; "" is a silence."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command that exists, with what was typed after it."""

    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something after a / that is no command; `near` is the one that was probably meant, or ""."""

    name: str
    near: str


def read(line: str) -> Reply | Command | Unknown:
    """Read one typed line. A line that starts with // is a reply that starts with /; a blank one is a silence."""
    text = clean(line).strip()
    if text.startswith("//"):
        return Reply(text[1:])
    if not text.startswith("/"):
        return Reply(text)
    name, _, argument = text[1:].partition(" ")
    name, _, more = name.partition("\n")
    name = name.lower()
    if name in COMMANDS:
        return Command(name, f"{more} {argument}".strip())
    return Unknown(name, _near(name))


def is_command(text: str) -> bool:
    """Whether what is typed so far is one line that would be read as a command."""
    return text.startswith("/") and not text.startswith("//") and "\n" not in text


def _near(name: str) -> str:
    starts = [one for one in COMMANDS if name and one.startswith(name)]
    return starts[0] if starts else nearest(name, COMMANDS) or ""
