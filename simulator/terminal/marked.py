"""A reply cut at the edges of what it showed, so that the quoted words can be marked in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple


class Piece(NamedTuple):
    """A stretch of a reply. `behaviours`: all that these words show; `ending`: those whose words end with it."""

    text: str
    behaviours: tuple[str, ...]
    ending: tuple[str, ...]


def pieces(reply: str, shown: Sequence[Mapping[str, Any]]) -> tuple[Piece, ...]:
    """Cut `reply` so that `"".join(piece.text)` is the reply again. `shown` holds "behaviour", "start", "end"
    (character offsets, end exclusive); they may overlap. What lies outside the reply or is empty marks nothing."""
    spans = [
        (max(0, one["start"]), min(len(reply), one["end"]), one["behaviour"])
        for one in shown
        if max(0, one["start"]) < min(len(reply), one["end"])
    ]
    edges = sorted({0, len(reply)} | {edge for start, end, _ in spans for edge in (start, end)})
    return tuple(
        Piece(
            reply[left:right],
            tuple(dict.fromkeys(name for start, end, name in spans if start <= left and right <= end)),
            tuple(dict.fromkeys(name for _, end, name in spans if end == right)),
        )
        for left, right in pairwise(edges)
    )
