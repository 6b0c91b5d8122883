"""The mood curve as one inline SVG: three lines told apart by more than colour, and words for all of it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from simulator.course.models import MOOD_AXES, MOOD_WORDS
from simulator.engine.events import Mood
from simulator.engine.mood import BAND
from simulator.terminal.clean import clean
from simulator.terminal.report_words import axis_in_words

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 84, 88, 16, 46
TOP_OF_SCALE = 100
MOST_TICKS = 12
LABEL_GAP = 15
MOST_MARKERS = 40
_STROKE = 'fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round"'
STROKE = {
    "calm": _STROKE,
    "trust": f'{_STROKE} stroke-dasharray="9 4"',
    "patience": f'{_STROKE} stroke-dasharray="2 4"',
}


def svg(curve: Sequence[Mood], person: str) -> str:
    """The curve as markup. `curve[0]` is the mood at the start, then one per reply; it is never empty. Everything in it
    is escaped; its colours come from the page's style sheet through the classes mood, grid, band, axis, calm, trust and
    patience."""
    name = escape(clean(person))
    parts = [
        f'<svg class="mood" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="mood-title mood-desc">',
        f'<title id="mood-title">How {name} felt, reply by reply</title>',
        f'<desc id="mood-desc">{escape(description(curve))}</desc>',
        *_scale(),
        *_ticks(len(curve)),
    ]
    names_at = _apart([_y(getattr(curve[-1], axis)) for axis in MOOD_AXES])
    for axis, name_at in zip(MOOD_AXES, names_at, strict=True):
        parts.extend(_line(curve, axis, name_at))
    parts.append("</svg>")
    return "\n".join(parts)


def description(curve: Sequence[Mood]) -> str:
    """The whole curve in words."""
    return " ".join(f"{axis.capitalize()}: {axis_in_words(curve, axis)}." for axis in MOOD_AXES)


def _scale() -> list[str]:
    lines = []
    for value in range(0, TOP_OF_SCALE + 1, BAND):
        y = _y(value)
        lines.append(f'<line class="grid" stroke="#888" x1="{LEFT}" y1="{y:g}" x2="{WIDTH - RIGHT}" y2="{y:g}"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y + 4:g}" text-anchor="end">{value}</text>')
    for band, word in enumerate(MOOD_WORDS):
        y = _y(band * BAND + BAND / 2) + 4
        lines.append(f'<text class="band" x="{LEFT - 8}" y="{y:g}" text-anchor="end">{word}</text>')
    middle = _y(TOP_OF_SCALE / 2)
    lines.append(
        f'<text class="axis" x="14" y="{middle:g}" transform="rotate(-90 14 {middle:g})" '
        'text-anchor="middle">points</text>'
    )
    return lines


def _ticks(count: int) -> list[str]:
    step = max(1, -(-(count - 1) // MOST_TICKS))
    y = HEIGHT - BOTTOM + 18
    lines = [
        f'<text x="{_x(turn, count):g}" y="{y}" text-anchor="middle">{turn or "start"}</text>'
        for turn in range(0, count, step)
    ]
    middle = (LEFT + WIDTH - RIGHT) / 2
    lines.append(f'<text class="axis" x="{middle:g}" y="{HEIGHT - 6}" text-anchor="middle">after reply</text>')
    return lines


def _line(curve: Sequence[Mood], axis: str, name_at: float) -> list[str]:
    spots = [(_x(turn, len(curve)), _y(getattr(mood, axis))) for turn, mood in enumerate(curve)]
    drawn = " ".join(f"{x:g},{y:g}" for x, y in spots)
    lines = [f'<g class="{axis}" fill="currentColor">', f'<polyline {STROKE[axis]} points="{drawn}"/>']
    if len(spots) <= MOST_MARKERS:
        lines.extend(_marker(axis, x, y) for x, y in spots)
    lines.append(f'<text class="name" x="{WIDTH - RIGHT + 10}" y="{name_at + 4:g}">{axis}</text>')
    lines.append("</g>")
    return lines


def _marker(axis: str, x: float, y: float) -> str:
    if axis == "calm":
        return f'<circle cx="{x:g}" cy="{y:g}" r="4"/>'
    if axis == "trust":
        return f'<rect x="{x - 3.5:g}" y="{y - 3.5:g}" width="7" height="7"/>'
    return f'<path d="M{x:g} {y - 5:g}l5 8.5h-10z"/>'


def _apart(heights: Sequence[float]) -> list[float]:
    """The same heights, moved just far enough apart for their names to be read; the order from top to bottom stays."""
    order = sorted(range(len(heights)), key=lambda one: heights[one])
    placed = [0.0] * len(heights)
    least = 0.0
    for rank, index in enumerate(order):
        room_below = (len(order) - 1 - rank) * LABEL_GAP
        placed[index] = min(max(heights[index], least), _y(0) - room_below)
        least = placed[index] + LABEL_GAP
    return placed


def _x(turn: int, count: int) -> float:
    if count == 1:
        return (LEFT + WIDTH - RIGHT) / 2
    return round(LEFT + turn * (WIDTH - RIGHT - LEFT) / (count - 1), 1)


def _y(value: float) -> float:
    return round(TOP + (TOP_OF_SCALE - value) * (HEIGHT - TOP - BOTTOM) / TOP_OF_SCALE, 1)
