"""Which of several wordings the person says: seeded, varied, never the same twice running."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence


class LinePicker:
    """Picks among wordings by seed and turn. A wording comes again only when the others of its list were said as
    often."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._said: Counter[str] = Counter()
        self._turn = -1
        self._latest: set[str] = set()
        self._before: set[str] = set()

    def pick(self, wordings: Sequence[str], turn: int, purpose: str) -> str:
        """One of `wordings` ("" when there are none). The choice depends on seed, turn and purpose only, and on what
        was said."""
        if not wordings:
            return ""
        if turn != self._turn:
            # A turn may take several lines: a reaction, then the state's. None of them comes again in the next one.
            self._turn, self._before, self._latest = turn, self._latest, set()
        recent = self._before | self._latest
        choices = [line for line in wordings if line not in recent] or list(wordings)
        rarest = min(self._said[line] for line in choices)
        choices = [line for line in choices if self._said[line] == rarest]
        # A hash, not `random`: its sequence is the same on every machine and Python version by definition.
        digest = hashlib.sha256(f"{self._seed}:{turn}:{purpose}".encode()).digest()
        line = choices[int.from_bytes(digest[:8], "big") % len(choices)]
        self._said[line] += 1
        self._latest.add(line)
        return line
