"""Which face the program shows: the practice screen, plain lines for a person, or a transcript for a pipe."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Face(Enum):
    """SCREEN: prompt_toolkit and colours. PLAIN: append-only lines, typed at a terminal. PIPED: replies come from a
    file or a program, nobody can be asked anything."""

    SCREEN = "screen"
    PLAIN = "plain"
    PIPED = "piped"


def choose(*, typed: bool, shown: bool, plain: bool, json: bool, environ: Mapping[str, str]) -> Face:
    """The face for a session. `typed`: standard input is a terminal; `shown`: standard output is one; `plain`, `json`:
    the options. A terminal that can not move its cursor (TERM=dumb or none), DESKSIDE_PLAIN, and an output that goes
    elsewhere all mean plain lines."""
    if not typed:
        return Face.PIPED
    if (
        plain
        or json
        or not shown
        or environ.get("DESKSIDE_PLAIN")
        or environ.get("TERM", "") in ("", "dumb", "unknown")
    ):
        return Face.PLAIN
    return Face.SCREEN
