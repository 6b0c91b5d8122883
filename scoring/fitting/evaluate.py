"""`python -m scoring.fitting.evaluate`: how good recognition is, on replies of authors that the fit had not seen.

Prints a table per behaviour and per author with bootstrap intervals, and compares with the figures that were committed
last (`docs/recognition-figures.json`). Exits with 1 when micro-F1 fell by more than noise.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from scoring.bank import load_bank
from scoring.fitting.calibration import Bin, calibrate, chances, reliability
from scoring.fitting.crossval import cross_validate, held_out
from scoring.fitting.measures import Counts, Table, count, held_out_found, interval, table
from scoring.fitting.replies import MARKED, ROOT, MarkedReply, authors, bank_replies, read_replies, written_replies
from scoring.labels import labels

FIGURES = ROOT / "docs" / "recognition-figures.json"
KINDS = {
    "hard": ("w1", "w2", "w6", "w10", "w15"),
    "everyday": ("w7", "w11", "w13"),
    "support logs": ("w14",),
    "long": ("w16",),
    "counterfeits and twins": ("w12",),
}
"""What tests/data/replies/README.md says of the authors."""
QUICK = ("w10", "w11", "w14")
"""Hard, everyday and as in support logs: what `make test` measures each time."""
QUICK_STEPS = 25
COUNTERFEITS = "w12"
"""Wrote pairs: a counterfeit, then its genuine twin."""
NOISE = 0.01
"""A fall of micro-F1 that a repetition with other folds also shows."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, compare; with --accept also keep the figures."""
    parser = argparse.ArgumentParser(
        prog="evaluate", description="Measure recognition by cross-validation over authors."
    )
    parser.add_argument("--accept", action="store_true", help="keep the figures as the ones to compare with")
    parser.add_argument("--quick", action="store_true", help=f"one fold only: {', '.join(QUICK)} read by a short fit")
    options = parser.parse_args(arguments)
    kept: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    if options.quick:
        figures = {**kept, "quick": measure_quickly()}
        before, now = kept.get("quick", 0.0), figures["quick"]
    else:
        figures = {**measure(), "quick": measure_quickly()}
        before, now = kept.get("micro", 0.0), figures["micro"]
        print(rendered(figures))
    print(f"\nmicro-F1 {now:.3f}, before {before:.3f}")
    if options.accept:
        FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    elif now < before - NOISE:
        print(
            f"It fell by more than {NOISE}. Mend it, or accept it with --accept and say why in the commit.",
            file=sys.stderr,
        )
        return 1
    return 0


def measure_quickly() -> float:
    """Micro-F1 on the replies of the authors QUICK, from a short fit on all others; even odds decide."""
    behaviours = sorted(labels())
    marked, others = read_replies(MARKED), [*written_replies(), *bank_replies(load_bank())]
    fold = held_out(marked, others, behaviours, QUICK, steps=QUICK_STEPS)
    read = [marked[row] for row in fold.rows]
    shown, disputed = table(read, behaviours), table(read, behaviours, disputed=True)
    return round(count(fold.totals >= 0, shown, disputed).f1, 4)


def measure() -> dict[str, Any]:
    """All figures, ready for JSON."""
    behaviours = sorted(labels())
    avoid = [name for name in behaviours if labels()[name].kind == "avoid"]
    marked, others = read_replies(MARKED), [*written_replies(), *bank_replies(load_bank())]
    totals = cross_validate(marked, others, behaviours)
    found = held_out_found(marked, totals, behaviours, avoid)
    shown, disputed = table(marked, behaviours), table(marked, behaviours, disputed=True)
    owner = np.array([reply.author for reply in marked])
    per_behaviour = {
        name: _figures(found[:, [at]], shown[:, [at]], disputed[:, [at]]) for at, name in enumerate(behaviours)
    }
    return {
        "replies": len(marked),
        "micro": round(count(found, shown, disputed).f1, 4),
        "macro": round(float(np.mean([one["f1"] for one in per_behaviour.values()])), 4),
        "something shown where nothing is": round(
            float((found & ~disputed)[shown.sum(axis=1) == 0].any(axis=1).mean()), 4
        ),
        "behaviours": per_behaviour,
        "authors": {
            name: _figures(found[owner == name], shown[owner == name], disputed[owner == name])
            for name in authors(marked)
        },
        "kinds": {
            kind: _figures(found[rows], shown[rows], disputed[rows])
            for kind, names in KINDS.items()
            if (rows := np.isin(owner, names)).any()
        },
        "unseen": _share_of_silent(marked, found),
        "counterfeits": counterfeits(marked, found, behaviours),
        "reliability": [list(one) for one in _reliability(marked, totals, behaviours)],
    }


def counterfeits(marked: Sequence[MarkedReply], found: Table, behaviours: Sequence[str]) -> dict[str, float]:
    """Shares (0..1) of the pairs in which the counterfeit is credited with what only its twin shows, and in which the
    twin is credited with some of it."""
    pairs = credited = twins = 0
    rows = [row for row, reply in enumerate(marked) if reply.author == COUNTERFEITS]
    for counterfeit, twin in zip(rows[::2], rows[1::2], strict=True):
        told = marked[counterfeit].behaviours | marked[counterfeit].disputed
        only = [at for at, name in enumerate(behaviours) if name in marked[twin].behaviours - told]
        pairs += bool(only)
        credited += bool(found[counterfeit, only].any())
        twins += bool(found[twin, only].any())
    return {"pairs": pairs, "credited": round(credited / pairs, 4), "twins found": round(twins / pairs, 4)}


def _reliability(marked: Sequence[MarkedReply], totals: npt.NDArray[np.int64], behaviours: Sequence[str]) -> list[Bin]:
    """Each author's replies with a calibration made on the others'."""
    shown, disputed = table(marked, behaviours), table(marked, behaviours, disputed=True)
    owner = np.array([reply.author for reply in marked])
    told = np.zeros(totals.shape)
    for author in authors(marked):
        own = owner == author
        told[own] = chances(totals[own], calibrate(totals[~own], shown[~own], disputed[~own]))
    return reliability(told, shown, disputed)


def _figures(found: Table, shown: Table, disputed: Table) -> dict[str, Any]:
    counts: Counts = count(found, shown, disputed)
    low, high = interval(found, shown, disputed)
    return {
        "f1": round(counts.f1, 4),
        "low": round(low, 4),
        "high": round(high, 4),
        "hits": counts.hits,
        "false": counts.false,
        "missed": counts.missed,
    }


def _share_of_silent(marked: Sequence[MarkedReply], found: Table) -> float:
    """Share of the replies that show something in which nothing was found: the unfairest kind of miss."""
    showing = np.array([bool(reply.behaviours) for reply in marked])
    silent = np.count_nonzero(found, axis=1) == 0
    return round(float(silent[showing].mean()), 4)


def rendered(figures: dict[str, Any]) -> str:
    """The figures as a table for people."""
    lines = [f"{figures['replies']} marked replies: micro-F1 {figures['micro']:.3f}, macro-F1 {figures['macro']:.3f}"]
    lines.append(f"replies that show nothing and get something: {figures['something shown where nothing is']:.1%}")
    lines.append(f"replies that show something and get nothing: {figures['unseen']:.1%}")
    pairs = figures["counterfeits"]
    lines.append(
        f"of {pairs['pairs']} counterfeits, credited: {pairs['credited']:.1%}; of their genuine twins, found: {pairs['twins found']:.1%}"
    )
    lines.append("confidence told, and how often it was right: ")
    lines.extend(f"{told:9.2f} {right:5.2f}  of {number}" for number, told, right in figures["reliability"])
    for section in ("kinds", "authors", "behaviours"):
        lines.append(f"\n{section:24} {'F1':>5}  {'95 %':>13}  hits false missed")
        rows = figures[section].items()
        ordered = sorted(rows, key=lambda row: row[1]["f1"]) if section == "behaviours" else rows
        lines.extend(
            f"{name:24} {one['f1']:5.2f}  {one['low']:5.2f} to {one['high']:4.2f}  {one['hits']:4} {one['false']:5} {one['missed']:6}"
            for name, one in ordered
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
