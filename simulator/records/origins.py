"""Where a session comes from when it was not simply begun: what its `origin` says."""

from __future__ import annotations

from typing import NamedTuple

WHAT_IF = "what-if"


class WhatIf(NamedTuple):
    """A session that goes another way than `session` did from its turn `turn` (from 1) on."""

    session: str
    turn: int


def what_if_origin(session: str, turn: int) -> str:
    """The `origin` of a what-if: "what-if:s1qhccwwak2:4"."""
    return f"{WHAT_IF}:{session}:{turn}"


def read_what_if(origin: str) -> WhatIf | None:
    """What `what_if_origin` wrote; None for any other origin."""
    kind, _, rest = origin.partition(":")
    session, _, turn = rest.rpartition(":")
    if kind != WHAT_IF or not session or not (turn.isascii() and turn.isdecimal()):
        return None
    return WhatIf(session, int(turn))
