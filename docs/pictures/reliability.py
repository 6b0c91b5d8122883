"""Draw the reliability diagram from the figures that `make evaluate` kept.

usage: python docs/pictures/reliability.py   (writes reliability.svg beside itself)
"""

from __future__ import annotations

import json
from pathlib import Path

HERE = Path(__file__).parent
FIGURES = HERE.parent / "recognition-figures.json"
SIZE, MARGIN = 320, 48
MOST = 9
"""Radius of the largest dot."""


def main() -> None:
    """Read the bins, write the picture."""
    bins = [tuple(one) for one in json.loads(FIGURES.read_text(encoding="utf-8"))["reliability"]]
    (HERE / "reliability.svg").write_text(drawn(bins), encoding="utf-8")


def drawn(bins: list[tuple[int, float, float]]) -> str:
    """The diagram: a dot for each tenth of confidence, as large as its share of the cells told of more than 0.1."""
    most = max((number for number, told, _ in bins if told > 0.1), default=1)
    total = SIZE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {total}" role="img" font-family="sans-serif" font-size="12">',
        "<title>How often a behaviour was right, by the confidence that was told</title>",
        f'<rect width="{total}" height="{total}" fill="#ffffff"/>',
        f'<path d="M{x(0)} {y(0)}H{x(1)}M{x(0)} {y(0)}V{y(1)}" stroke="#555" fill="none"/>',
        f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
        f'<text x="{x(0.5)}" y="{total - 8}" text-anchor="middle">confidence told</text>',
        f'<text transform="translate(14 {y(0.5)}) rotate(-90)" text-anchor="middle">share that was right</text>',
    ]
    for tenth in range(0, 11, 2):
        parts.append(f'<text x="{x(tenth / 10)}" y="{y(0) + 18}" text-anchor="middle">{tenth / 10:.1f}</text>')
        parts.append(f'<text x="{x(0) - 8}" y="{y(tenth / 10) + 4}" text-anchor="end">{tenth / 10:.1f}</text>')
    for number, told, right in bins:
        radius = 3 + (MOST - 3) * min(1.0, number / most)
        parts.append(
            f'<circle cx="{x(told)}" cy="{y(right)}" r="{radius:.1f}" fill="#2a6fb0"><title>{number} cells: told {told:.2f}, right {right:.2f}</title></circle>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def x(share: float) -> float:
    """Where a share (0..1) lies from the left."""
    return round(MARGIN + SIZE * share, 1)


def y(share: float) -> float:
    """Where a share (0..1) lies from the top."""
    return round(MARGIN + SIZE * (1 - share), 1)


if __name__ == "__main__":
    main()
