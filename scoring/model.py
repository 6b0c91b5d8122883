"""The fitted linear model: a weight for every piece of evidence and behaviour, and the integer arithmetic that sums
them.

`fitted/weights.tsv` is readable: provenance in `# key: value` lines, a line per behaviour with its bias and threshold,
then a line per piece of evidence: block, name, rarity, and `behaviour:weight` pairs. Parsed once, it is kept in the
user's cache under the hash of its content; a cache that is missing, stale or damaged is only slower, never wrong.

All sums are made in integers, so they come out the same on every machine. Units: weights 1/WEIGHT_ONE, values of
evidence 1/VALUE_ONE, log-odds 1/LOGIT_ONE.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from scoring.evidence import Evidence
from scoring.spelling import SpelledWords
from scoring.versions import WEIGHTS, of_file

WEIGHT_ONE = 1024
VALUE_ONE = 4096
LOGIT_ONE = 256
SHARPNESS = 4
"""How sharply the best clause of a reply counts above the sum of the others: the temperature of the log-sum that pools
clauses."""
BLOCKS = ("reply word", "reply part", "reply form", "clause word", "clause part", "clause form")
FORM_WORTH = 0.5
"""Value of a piece of form evidence that is fully present, beside word blocks whose values have length 1."""

FORM_VALUE = FORM_WORTH * VALUE_ONE
SPILL = 2 * LOGIT_ONE
LIKELY_KINDNESS = -80
"""Log-odds from which a kindness is likely enough to compete."""
NOTHING = 0
"""The row of the weights that says nothing."""

Ints = npt.NDArray[np.int64]


class Contribution(NamedTuple):
    """What one piece of evidence adds to the log-odds of a behaviour. `kind` is words, spelling (the letter groups of a
    word), form or line."""

    kind: str
    name: str
    log_odds: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A reply as the model reads it, in log-odds x LOGIT_ONE: `totals` per behaviour, `by_clause` clauses x
    behaviours, `form` the part of the form in it, for the reply and then its clauses, which are `pieces`."""

    totals: Ints
    by_clause: Ints
    form: Ints
    pieces: tuple[Evidence, ...]

    def at_least(self, clause: int, column: int, log_odds: int) -> Reading:
        """The same, with no less than so much for one behaviour in one clause."""
        by_clause, totals = self.by_clause.copy(), self.totals.copy()
        by_clause[clause, column] = max(by_clause[clause, column], log_odds)
        totals[column] = max(totals[column], log_odds)
        return Reading(totals, by_clause, self.form, self.pieces)


class Model:
    """Weights ready for use. `behaviours` is the order of all columns."""

    def __init__(
        self,
        about: Mapping[str, str],
        behaviours: Sequence[str],
        avoid: npt.NDArray[np.bool_],
        biases: Ints,
        thresholds: Ints,
        vocabulary: Mapping[str, Mapping[str, int]],
        rarity: Sequence[int],
        weights: npt.NDArray[np.int16],
        version: str,
    ) -> None:
        self.about = about
        self._calibration = Calibration(*map(int, about.get("calibration", "1000 0").split()))
        self.behaviours = tuple(behaviours)
        self._avoid = avoid
        self.biases = biases
        self.thresholds = thresholds
        self.version = version
        self._vocabulary = vocabulary
        self._rarity = np.array(rarity, dtype=np.int64)
        self._weights = weights
        self._spelled = {
            kind: SpelledWords(vocabulary[f"{kind} part"], weights, self._rarity) for kind in ("reply", "clause")
        }

    def read(self, reply: Evidence, clauses: Sequence[Evidence]) -> Reading:
        """Sum the evidence of a reply and of each of its clauses (at least one)."""
        rows: list[int] = []
        starts: list[int] = []
        strengths: list[int] = []
        strong: list[int] = []
        for kind, piece in zip(("reply", *("clause" for _ in clauses)), (reply, *clauses), strict=True):
            # The row of nothing keeps every segment from being empty, which reduceat could not tell from its neighbour.
            starts.append(len(rows))
            rows.append(NOTHING)
            vocabulary = self._vocabulary[f"{kind} form"]
            for name, strength in piece.form.items():
                if name in vocabulary:
                    strong.append(len(rows))
                    strengths.append(int(strength * FORM_VALUE + 0.5))
                    rows.append(vocabulary[name])
            starts.append(len(rows))
            rows.append(NOTHING)
            rows.extend(filter(None, map(self._vocabulary[f"{kind} word"].get, dict.fromkeys(piece.words))))
        values = self._rarity[rows]
        squares = np.add.reduceat(values * values, starts)[1::2]
        if strong:
            values[strong] = strengths
        segments = np.add.reduceat(self._weights[rows] * values[:, None], starts, axis=0)
        form, words = segments[::2] // (WEIGHT_ONE * VALUE_ONE // LOGIT_ONE), _scaled(segments[1::2], squares)
        spelled = np.concatenate(
            [
                _scaled(*self._spelled["reply"].read((reply.spelled,))),
                _scaled(*self._spelled["clause"].read([clause.spelled for clause in clauses])),
            ]
        )
        sums = form + words + spelled
        totals = self._competed(self.biases + sums[0] + pooled(sums[1:]), sums[1:].argmax(axis=0))
        return Reading(totals, sums[1:], form, (reply, *clauses))

    def _competed(self, totals: Ints, best_clause: Ints) -> Ints:
        """An unkindness that rests on the same clause as a likelier kindness loses SPILL of its log-odds: most such are spill-over of common words."""
        kindest = np.full(int(best_clause.max()) + 1, np.iinfo(np.int64).min)
        np.maximum.at(kindest, best_clause[~self._avoid], totals[~self._avoid])
        beaten = self._avoid & (kindest[best_clause] > np.maximum(totals, LIKELY_KINDNESS))
        return totals - SPILL * beaten

    def confidence(self, log_odds: int) -> float:
        """How often what has such log-odds (x LOGIT_ONE) is right: 0..1, in thousandths."""
        scale, shift = self._calibration
        return probability((log_odds * scale + shift * LOGIT_ONE) / CALIBRATION_ONE)

    def known_share(self, words: Sequence[str]) -> float:
        """The share (0..1) of these words that the model has met; 0 for no words."""
        known = self._vocabulary["clause word"]
        return sum(word in known for word in words) / len(words) if words else 0.0

    def strongest_kind(self, reading: Reading, clause: int, behaviour: str) -> str:
        """Which kind of evidence in a clause speaks most for a behaviour: words, form or line."""
        column = self.behaviours.index(behaviour)
        form = int(reading.form[clause + 1, column])
        words = int(reading.by_clause[clause, column]) - form
        if words >= form:
            return "words"
        lines = [one for one in self.contributions(reading, clause + 1, behaviour, 99) if one.kind != "words"]
        return max(("form", "line"), key=lambda kind: sum(one.log_odds for one in lines if one.kind == kind))

    def contributions(self, reading: Reading, piece: int, behaviour: str, most: int = 6) -> tuple[Contribution, ...]:
        """The evidence of one piece (0: the reply, then its clauses) that weighs most for or against a behaviour,
        heaviest first."""
        column = self.behaviours.index(behaviour)
        evidence = reading.pieces[piece]
        of = "clause" if piece else "reply"
        found = []
        form = self._vocabulary[f"{of} form"]
        for name, strength in evidence.form.items():
            if name in form:
                value = strength * FORM_WORTH * self._weights[form[name], column] / WEIGHT_ONE
                found.append(Contribution("line" if name.startswith("line") else "form", name, float(value)))
        vocabulary = self._vocabulary[f"{of} word"]
        known = [(name, row) for name in dict.fromkeys(evidence.words) if (row := vocabulary.get(name))]
        length = math.sqrt(sum(int(self._rarity[row]) ** 2 for _, row in known)) * WEIGHT_ONE
        for name, row in known:
            value = int(self._weights[row, column]) * int(self._rarity[row]) / length
            found.append(Contribution("words", name, value))
        spelled = {word: self._spelled[of].of(word) for word in evidence.spelled}
        length = math.sqrt(max(1, sum(square for _, square in spelled.values()))) * WEIGHT_ONE
        for word, (sums, _) in spelled.items():
            found.append(Contribution("spelling", word, float(sums[column] / length)))
        told = (one for one in found if one.log_odds)
        return tuple(sorted(told, key=lambda one: (-abs(one.log_odds), one.kind, one.name))[:most])


def _scaled(sums: Ints, squares: Ints) -> Ints:
    """Sums of rarity x weight (pieces x behaviours) as log-odds, for evidence scaled to length 1. Sums are whole numbers,
    and square root, division and rounding are exact by the floating-point standard, so this is the same everywhere."""
    lengths = np.sqrt(np.maximum(squares, 1))
    log_odds: Ints = np.rint(sums * LOGIT_ONE / (WEIGHT_ONE * lengths[:, None])).astype(np.int64)
    return log_odds


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


class Calibration(NamedTuple):
    """How log-odds of the model are told as a probability: x `scale` + `shift`, in 1/CALIBRATION_ONE (Platt 1999,
    "Probabilistic outputs for support vector machines"; fitted on replies that the model had not seen)."""

    scale: int = 1000
    shift: int = 0


CALIBRATION_ONE = 1000


def probability(log_odds: float) -> float:
    """The probability that log-odds (x LOGIT_ONE) stand for, in thousandths."""
    return round(1 / (1 + math.exp(-max(-_FAR, min(_FAR, log_odds)) / LOGIT_ONE)), 3)


def load_model(path: Path = WEIGHTS) -> Model:
    """The fitted model. Raises OSError when the file is missing."""
    from scoring.cache import cached

    content = path.read_bytes()
    # A checksum finds what was made of the same content in a fraction of the time of a hash; the hash is kept with it.
    parts = cached(f"weights-{zlib.crc32(content):08x}-{len(content)}", lambda: _packed(content))
    return Model(
        about=parts["about"],
        behaviours=parts["behaviours"],
        avoid=parts["avoid"],
        biases=parts["biases"],
        thresholds=parts["thresholds"],
        vocabulary={block: dict(zip(names.split("\n"), rows, strict=False)) for block, names, rows in parts["names"]},
        rarity=parts["rarity"],
        weights=parts["weights"],
        version=parts["version"],
    )


def _packed(content: bytes) -> dict[str, Any]:
    """The parts of a weights file as they are fast to read again: one long text of names is read in a fraction of the
    time that a hundred thousand short ones take."""
    parts = parse(content.decode("utf-8"))
    vocabulary = parts.pop("vocabulary")
    parts["version"] = of_file(content)
    return {**parts, "names": [(block, "\n".join(rows), list(rows.values())) for block, rows in vocabulary.items()]}


def parse(text: str) -> dict[str, Any]:
    """The parts of a weights file."""
    about: dict[str, str] = {}
    behaviours: list[str] = []
    avoid: list[bool] = []
    biases: list[int] = []
    thresholds: list[int] = []
    row = 0
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
            row += 1
            vocabulary[block][name] = row
            rarity.append(int(rare))
            pairs.append(weights)
    column = {name: at for at, name in enumerate(behaviours)}
    matrix = np.zeros((len(rarity), len(behaviours)), dtype=np.int16)
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
        "vocabulary": vocabulary,
        "rarity": rarity,
        "weights": matrix,
    }


def write(
    path: Path, about: Mapping[str, str], behaviours: Iterable[tuple[str, str, int, int]], rows: Iterable[str]
) -> None:
    """Write a weights file: `behaviours` as (name, kind, bias, threshold), `rows` as finished lines."""
    lines = [f"# {key}: {value}" for key, value in about.items()]
    lines.extend("behaviour\t" + "\t".join(map(str, one)) for one in behaviours)
    lines.extend(rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
