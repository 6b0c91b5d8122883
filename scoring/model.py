"""The fitted linear model: a weight for every piece of evidence and behaviour, and the integer arithmetic that sums
them.

`fitted/weights.tsv` is readable: provenance in `# key: value` lines, a line per behaviour with its bias and threshold,
then a line per piece of evidence: block, name, rarity, and `behaviour:weight` pairs. Parsed once, it is kept in the
user's cache under the hash of its content; a cache that is missing, stale or damaged is only slower, never wrong.

All sums are made in integers, so they come out the same on every machine. Units: weights 1/WEIGHT_ONE, values of
evidence 1/VALUE_ONE, log-odds 1/LOGIT_ONE.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from scoring.evidence import Evidence, word_parts

WEIGHTS = Path(__file__).parent / "fitted" / "weights.tsv"
WEIGHT_ONE = 1024
VALUE_ONE = 4096
LOGIT_ONE = 256
SHARPNESS = 4
"""How sharply the best clause of a reply counts above the sum of the others: the temperature of the log-sum that pools
clauses."""
BLOCKS = ("reply word", "reply part", "reply form", "clause word", "clause part", "clause form")
FORM_WORTH = 0.5
"""Value of a piece of form evidence that is fully present, beside word blocks whose values have length 1."""

SPILL = 2 * LOGIT_ONE
LIKELY_KINDNESS = -80
"""Log-odds from which a kindness is likely enough to compete."""
KINDS = ("words", "form", "line")
NOTHING = 0
"""The row of the weights that says nothing."""
MOST_WORDS_KEPT = 20_000

Ints = npt.NDArray[np.int64]


class Contribution(NamedTuple):
    """What one piece of evidence adds to the log-odds of a behaviour."""

    name: str
    log_odds: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A reply as the model reads it, in log-odds x LOGIT_ONE: `totals` per behaviour, `by_clause` clauses x
    behaviours; `rows` and `values` are the evidence that was summed, `starts` where each piece (the reply first, then
    its clauses) begins in them."""

    totals: Ints
    by_clause: Ints
    rows: Ints
    values: Ints
    starts: tuple[int, ...]

    def span(self, piece: int) -> slice:
        """Where the evidence of one piece (0: the reply, then its clauses) lies in `rows` and `values`."""
        return slice(self.starts[piece], self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.rows))


class Model:
    """Weights ready for use. `behaviours` is the order of all columns."""

    def __init__(
        self,
        about: Mapping[str, str],
        behaviours: Sequence[str],
        avoid: npt.NDArray[np.bool_],
        biases: Ints,
        thresholds: Ints,
        names: Sequence[str],
        vocabulary: Mapping[str, Mapping[str, int]],
        rarity: Ints,
        weights: npt.NDArray[np.int16],
        kinds: npt.NDArray[np.int8],
        version: str,
    ) -> None:
        self.about = about
        self.behaviours = tuple(behaviours)
        self._avoid = avoid
        self.biases = biases
        self.thresholds = thresholds
        self.version = version
        self._names = names
        self._vocabulary = vocabulary
        self._rarity = rarity
        self._weights = weights
        self._kinds = kinds
        self._part_rows: dict[tuple[str, str], tuple[int, ...]] = {}

    def read(self, reply: Evidence, clauses: Sequence[Evidence]) -> Reading:
        """Sum the evidence of a reply and of each of its clauses (at least one)."""
        rows: list[int] = []
        counts: list[int] = []
        blocks: list[int] = []
        starts: list[int] = []
        strengths: list[tuple[int, int]] = []
        for kind, piece in (("reply", reply), *(("clause", clause) for clause in clauses)):
            starts.append(len(rows))
            forms = [
                (row, strength)
                for name, strength in piece.form.items()
                if (row := self._vocabulary[f"{kind} form"].get(name, NOTHING))
            ]
            strengths.extend(
                (len(rows) + at, round(strength * FORM_WORTH * VALUE_ONE))
                for at, (_, strength) in enumerate(forms, start=1)
            )
            # The row of nothing keeps every piece from being empty, which reduceat could not tell from its neighbour.
            for block in (
                dict.fromkeys((NOTHING, *(row for row, _ in forms)), 0),
                Counter(filter(None, map(self._vocabulary[f"{kind} word"].get, piece.words))),
                Counter(chain.from_iterable(self._rows_of_parts(kind, word) for word in piece.spelled)),
            ):
                if block:
                    blocks.append(len(rows))
                    rows.extend(block)
                    counts.extend(block.values())
        row_array = np.array(rows, dtype=np.int64)
        values = self._values(row_array, counts, blocks)
        if strengths:
            values[[at for at, _ in strengths]] = [strength for _, strength in strengths]
        weighted = self._weights[row_array] * values[:, None].astype(np.int32)
        sums = np.add.reduceat(weighted, starts, axis=0, dtype=np.int64)
        sums //= WEIGHT_ONE * VALUE_ONE // LOGIT_ONE
        totals = self._competed(self.biases + sums[0] + pooled(sums[1:]), sums[1:].argmax(axis=0))
        return Reading(totals, sums[1:], row_array, values, tuple(starts))

    def _competed(self, totals: Ints, best_clause: Ints) -> Ints:
        """An unkindness that rests on the same clause as a likelier kindness loses SPILL of its log-odds: most such are spill-over of common words."""
        kindest = np.full(int(best_clause.max()) + 1, np.iinfo(np.int64).min)
        np.maximum.at(kindest, best_clause[~self._avoid], totals[~self._avoid])
        beaten = self._avoid & (kindest[best_clause] > np.maximum(totals, LIKELY_KINDNESS))
        return totals - SPILL * beaten

    def known_share(self, words: Sequence[str]) -> float:
        """The share (0..1) of these words that the model has met; 0 for no words."""
        known = self._vocabulary["clause word"]
        return sum(word in known for word in words) / len(words) if words else 0.0

    def strongest_kind(self, reading: Reading, piece: int, behaviour: str) -> str:
        """Which kind of evidence in one piece (as in `contributions`) speaks most for a behaviour: words, form or
        line."""
        span = reading.span(piece)
        for_it = self._weights[reading.rows[span], self.behaviours.index(behaviour)] * reading.values[span]
        return KINDS[int(np.bincount(self._kinds[reading.rows[span]], for_it, len(KINDS)).argmax())]

    def _values(self, rows: Ints, counts: Sequence[int], blocks: Sequence[int]) -> Ints:
        """(1 + log(count)) x rarity, each block scaled to length VALUE_ONE. Sums of squares are whole numbers, and
        square root, division and rounding are exact by the floating-point standard, so this too is the same
        everywhere."""
        raw = _LOG_COUNT[np.minimum(counts, len(_LOG_COUNT) - 1)] * self._rarity[rows]
        lengths = np.sqrt(np.maximum(np.add.reduceat(raw * raw, blocks), 1))
        sizes = np.diff(blocks, append=len(rows))
        scaled: Ints = np.rint(raw * VALUE_ONE / np.repeat(lengths, sizes)).astype(np.int64)
        return scaled

    def _rows_of_parts(self, kind: str, word: str) -> tuple[int, ...]:
        known = self._part_rows.get((kind, word))
        if known is None:
            if len(self._part_rows) > MOST_WORDS_KEPT:
                self._part_rows.clear()
            vocabulary = self._vocabulary[f"{kind} part"]
            known = tuple(row for part in word_parts(word) if (row := vocabulary.get(part)))
            self._part_rows[kind, word] = known
        return known

    def contributions(self, reading: Reading, piece: int, behaviour: str, most: int = 6) -> tuple[Contribution, ...]:
        """The evidence of one piece (0: the reply, then its clauses) that weighs most for or against a behaviour,
        heaviest first."""
        column = self.behaviours.index(behaviour)
        span = reading.span(piece)
        found = [
            Contribution(self._names[row], int(self._weights[row, column]) * int(value) / (WEIGHT_ONE * VALUE_ONE))
            for row, value in zip(reading.rows[span], reading.values[span], strict=True)
        ]
        return tuple(sorted(found, key=lambda one: (-abs(one.log_odds), one.name))[:most])


def _kind(name: str) -> int:
    """The position in KINDS of a piece of evidence."""
    block, _, what = name.partition("\t")
    return KINDS.index(what.partition(":")[0].split(" ")[0]) if block.endswith("form") else 0


_LOG_COUNT = np.array([0, *(round(64 * (1 + math.log(count))) for count in range(1, 33))], dtype=np.int64)
"""1 + log(count), x 64."""

_FAR = 16 * LOGIT_ONE
_LOG_ADD = np.array(
    [round(LOGIT_ONE / SHARPNESS * math.log1p(math.exp(-SHARPNESS * gap / LOGIT_ONE))) for gap in range(_FAR)] + [0],
    dtype=np.int64,
)


def pooled(by_clause: Ints) -> Ints:
    """The log-sum of the clauses' log-odds, SHARPNESS times sharpened: about the best clause, a little more where
    several agree."""
    total: Ints = by_clause[0]
    for clause in by_clause[1:]:
        high = np.maximum(total, clause)
        total = high + _LOG_ADD[np.minimum(high - np.minimum(total, clause), _FAR)]
    return total


def probability(log_odds: int) -> float:
    """The probability that log-odds (x LOGIT_ONE) stand for, in thousandths."""
    return round(1 / (1 + math.exp(-max(-_FAR, min(_FAR, log_odds)) / LOGIT_ONE)), 3)


def load_model(path: Path = WEIGHTS) -> Model:
    """The fitted model. Raises OSError when the file is missing."""
    from scoring.cache import cached

    content = path.read_bytes()
    version = hashlib.sha256(content).hexdigest()[:16]
    parts = cached(f"weights-{version}", lambda: parse(content.decode("utf-8")))
    return Model(
        about=parts["about"],
        behaviours=parts["behaviours"],
        avoid=parts["avoid"],
        biases=parts["biases"],
        thresholds=parts["thresholds"],
        names=parts["names"],
        vocabulary=parts["vocabulary"],
        rarity=parts["rarity"],
        weights=parts["weights"],
        kinds=parts["kinds"],
        version=version,
    )


def parse(text: str) -> dict[str, Any]:
    """The parts of a weights file."""
    about: dict[str, str] = {}
    behaviours: list[str] = []
    avoid: list[bool] = []
    biases: list[int] = []
    thresholds: list[int] = []
    names = ["nothing"]
    rarity = [0]
    pairs = [""]
    vocabulary: dict[str, dict[str, int]] = {block: {} for block in BLOCKS}
    for line in text.splitlines():
        if line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            about[key] = value
        elif line.startswith("behaviour\t"):
            _, name, kind, bias, threshold = line.split("\t")
            behaviours.append(name)
            avoid.append(kind == "avoid")
            biases.append(int(bias))
            thresholds.append(int(threshold))
        elif line:
            block, name, rare, weights = line.split("\t")
            vocabulary[block][name] = len(names)
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
        "avoid": np.array(avoid),
        "biases": np.array(biases, dtype=np.int64),
        "thresholds": np.array(thresholds, dtype=np.int64),
        "names": names,
        "vocabulary": vocabulary,
        "rarity": np.array(rarity, dtype=np.int64),
        "weights": matrix,
        "kinds": np.array([_kind(name) for name in names], dtype=np.int8),
    }


def write(
    path: Path, about: Mapping[str, str], behaviours: Iterable[tuple[str, str, int, int]], rows: Iterable[str]
) -> None:
    """Write a weights file: `behaviours` as (name, kind, bias, threshold), `rows` as finished lines."""
    lines = [f"# {key}: {value}" for key, value in about.items()]
    lines.extend("behaviour\t" + "\t".join(map(str, one)) for one in behaviours)
    lines.extend(rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
