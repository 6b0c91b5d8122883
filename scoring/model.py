"""The fitted linear model: a weight for every piece of evidence and behaviour, and the integer arithmetic that sums them.

`fitted/weights.tsv` is readable: provenance in `# key: value` lines, a line per behaviour with its bias and threshold, then a line per piece of evidence:
block, name, rarity, and `behaviour:weight` pairs. Parsed once, it is kept in the user's cache under the hash of its content; a cache that is
missing, stale or damaged is only slower, never wrong.

All sums are made in integers, so they come out the same on every machine. Units: weights 1/WEIGHT_ONE, values of evidence 1/VALUE_ONE,
log-odds 1/LOGIT_ONE.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from scoring.evidence import Evidence

WEIGHTS = Path(__file__).parent / "fitted" / "weights.tsv"
WEIGHT_ONE = 1024
VALUE_ONE = 4096
LOGIT_ONE = 256
SHARPNESS = 4
"""How sharply the best clause of a reply counts above the sum of the others: the temperature of the log-sum that pools clauses."""
BLOCKS = ("reply word", "reply part", "reply form", "clause word", "clause part", "clause form")
FORM_WORTH = 0.5
"""Value of a piece of form evidence that is fully present, beside word blocks whose values have length 1."""

Ints = npt.NDArray[np.int64]


class Contribution(NamedTuple):
    """What one piece of evidence adds to the log-odds of a behaviour."""

    name: str
    log_odds: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A reply as the model reads it, in log-odds x LOGIT_ONE: `totals` per behaviour, `by_clause` clauses x behaviours; `rows` and `values`
    are the evidence that was summed, `starts` where each piece (the reply first, then its clauses) begins in them."""

    totals: Ints
    by_clause: Ints
    rows: Ints
    values: Ints
    starts: tuple[int, ...]


class Model:
    """Weights ready for use. `behaviours` is the order of all columns."""

    def __init__(
        self,
        about: Mapping[str, str],
        behaviours: Sequence[str],
        biases: Ints,
        thresholds: Ints,
        names: Sequence[str],
        vocabulary: Mapping[str, int],
        rarity: npt.NDArray[np.int32],
        weights: npt.NDArray[np.int16],
        version: str,
    ) -> None:
        self.about = about
        self.behaviours = tuple(behaviours)
        self.biases = biases
        self.thresholds = thresholds
        self.version = version
        self._names = names
        self._vocabulary = vocabulary
        self._rarity = rarity
        self._weights = weights

    def read(self, reply: Evidence, clauses: Sequence[Evidence]) -> Reading:
        """Sum the evidence of a reply and of each of its clauses (at least one)."""
        rows: list[int] = []
        values: list[int] = []
        starts = []
        for kind, piece in (("reply", reply), *(("clause", clause) for clause in clauses)):
            starts.append(len(rows))
            self._collect(kind, piece, rows, values)
        row_array = np.array(rows, dtype=np.int64)
        value_array = np.array(values, dtype=np.int64)
        weighted = self._weights[row_array].astype(np.int64) * value_array[:, None]
        sums = np.zeros((len(starts), len(self.behaviours)), dtype=np.int64)
        for piece_number, (first, last) in enumerate(zip(starts, [*starts[1:], len(rows)], strict=True)):
            sums[piece_number] = weighted[first:last].sum(axis=0)
        sums //= WEIGHT_ONE * VALUE_ONE // LOGIT_ONE
        totals = self.biases + sums[0] + pooled(sums[1:])
        return Reading(totals, sums[1:], row_array, value_array, tuple(starts))

    def contributions(self, reading: Reading, piece: int, behaviour: str, most: int = 6) -> tuple[Contribution, ...]:
        """The evidence of one piece (0: the reply, then its clauses) that weighs most for or against a behaviour, heaviest first."""
        column = self.behaviours.index(behaviour)
        last = reading.starts[piece + 1] if piece + 1 < len(reading.starts) else len(reading.rows)
        span = slice(reading.starts[piece], last)
        found = [
            Contribution(self._names[row], int(self._weights[row, column]) * int(value) / (WEIGHT_ONE * VALUE_ONE))
            for row, value in zip(reading.rows[span], reading.values[span], strict=True)
        ]
        return tuple(sorted(found, key=lambda one: (-abs(one.log_odds), one.name))[:most])

    def _collect(self, kind: str, piece: Evidence, rows: list[int], values: list[int]) -> None:
        for block, names in ((f"{kind} word\t", piece.words), (f"{kind} part\t", piece.parts)):
            counts = Counter(names)
            known = [(row, count) for name, count in counts.items() if (row := self._vocabulary.get(block + name)) is not None]
            raw = [_LOG_COUNT[min(count, len(_LOG_COUNT) - 1)] * int(self._rarity[row]) for row, count in known]
            length = math.sqrt(sum(value * value for value in raw))
            rows.extend(row for row, _ in known)
            values.extend(round(value * VALUE_ONE / length) for value in raw)
        for name, strength in piece.form.items():
            row = self._vocabulary.get(f"{kind} form\t{name}")
            if row is not None:
                rows.append(row)
                values.append(round(strength * FORM_WORTH * VALUE_ONE))


_LOG_COUNT = [0, *(round(64 * (1 + math.log(count))) for count in range(1, 33))]
"""1 + log(count), x 64."""

_FAR = 16 * LOGIT_ONE
_LOG_ADD = np.array(
    [round(LOGIT_ONE / SHARPNESS * math.log1p(math.exp(-SHARPNESS * gap / LOGIT_ONE))) for gap in range(_FAR)] + [0],
    dtype=np.int64,
)


def pooled(by_clause: Ints) -> Ints:
    """The log-sum of the clauses' log-odds, SHARPNESS times sharpened: about the best clause, a little more where several agree."""
    total: Ints = by_clause[0]
    for clause in by_clause[1:]:
        high = np.maximum(total, clause)
        total = high + _LOG_ADD[np.minimum(high - np.minimum(total, clause), _FAR)]
    return total


def probability(log_odds: int) -> float:
    """The probability that log-odds (x LOGIT_ONE) stand for, in thousandths."""
    return round(1 / (1 + math.exp(-log_odds / LOGIT_ONE)), 3)


def load_model(path: Path = WEIGHTS) -> Model:
    """The fitted model. Raises OSError when the file is missing."""
    from scoring.cache import cached

    content = path.read_bytes()
    version = hashlib.sha256(content).hexdigest()[:16]
    parts = cached(f"weights-{version}", lambda: parse(content.decode("utf-8")))
    return Model(
        about=parts["about"],
        behaviours=parts["behaviours"],
        biases=parts["biases"],
        thresholds=parts["thresholds"],
        names=parts["names"],
        vocabulary=parts["vocabulary"],
        rarity=parts["rarity"],
        weights=parts["weights"],
        version=version,
    )


def parse(text: str) -> dict[str, Any]:
    """The parts of a weights file."""
    about: dict[str, str] = {}
    behaviours: list[str] = []
    biases: list[int] = []
    thresholds: list[int] = []
    names: list[str] = []
    rarity: list[int] = []
    pairs: list[str] = []
    for line in text.splitlines():
        if line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            about[key] = value
        elif line.startswith("behaviour\t"):
            _, name, bias, threshold = line.split("\t")
            behaviours.append(name)
            biases.append(int(bias))
            thresholds.append(int(threshold))
        elif line:
            block, name, rare, weights = line.split("\t")
            names.append(f"{block}\t{name}")
            rarity.append(int(rare))
            pairs.append(weights)
    column = {name: at for at, name in enumerate(behaviours)}
    matrix = np.zeros((len(names), len(behaviours)), dtype=np.int16)
    for row, weights in enumerate(pairs):
        for pair in weights.split():
            name, _, weight = pair.partition(":")
            matrix[row, column[name]] = int(weight)
    return {
        "about": about,
        "behaviours": behaviours,
        "biases": np.array(biases, dtype=np.int64),
        "thresholds": np.array(thresholds, dtype=np.int64),
        "names": names,
        "vocabulary": {name: row for row, name in enumerate(names)},
        "rarity": np.array(rarity, dtype=np.int32),
        "weights": matrix,
    }


def write(path: Path, about: Mapping[str, str], behaviours: Iterable[tuple[str, int, int]], rows: Iterable[str]) -> None:
    """Write a weights file: `behaviours` as (name, bias, threshold), `rows` as finished lines."""
    lines = [f"# {key}: {value}" for key, value in about.items()]
    lines.extend(f"behaviour\t{name}\t{bias}\t{threshold}" for name, bias, threshold in behaviours)
    lines.extend(rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
