"""Quiet colours. They only ever repeat what a word beside them says, and are the terminal's own, so that every theme
serves."""

from __future__ import annotations

from collections.abc import Mapping

MOOD_COLOUR: Mapping[str, str] = {
    "furious": "red",
    "angry": "red",
    "upset": "yellow",
    "settled": "cyan",
    "calm": "green",
}

WIDEST = 84
"""Columns that text fills at most: longer lines tire the eye."""

PROMPT_STYLE: Mapping[str, str] = {
    "you": "bold",
    "question": "bold",
    "more": "ansibrightblack",
    "bottom-toolbar": "noreverse",
    "toolbar": "noreverse",
    "toolbar.quiet": "noreverse ansibrightblack",
    **{f"toolbar.{mood}": f"noreverse ansi{colour}" for mood, colour in MOOD_COLOUR.items()},
}
