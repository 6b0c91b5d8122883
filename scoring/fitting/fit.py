"""Fit the linear model: marked replies and exemplars in, readable integer weights out.

The log-odds of a behaviour are those of the whole reply plus the pooled ones of its clauses (`scoring.model.pooled`);
both sets of weights are fitted together by maximum likelihood with an L2 penalty (L-BFGS), all behaviours at once.
Pooling over clauses is what lets a reply of six clauses carry marks that belong to one of them: multiple-instance
learning with a log-sum instead of a maximum (Ray and Craven 2005, "Supervised versus multiple instance learning").
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import minimize

from scoring.clauses import clauses
from scoring.evidence import Evidence, gather, line_words, quotations, with_line, word_parts
from scoring.fitting.replies import MarkedReply
from scoring.model import BLOCKS, FORM_WORTH, LOGIT_ONE, SHARPNESS, WEIGHT_ONE
from scoring.text import tokens

Floats = npt.NDArray[np.float32]

FEWEST = {"word": 3, "part": 8, "form": 3}
"""Pieces of text that a piece of evidence must occur in to get a weight."""
FEWEST_LINES = 15
"""The same for a word of the person's line: rarer ones stand for a situation, not for what fits an answer."""
PENALTY_REPLY = 0.2
PENALTY_CLAUSE = 0.1
POSITIVE_WORTH = 3.0
"""How much more a shown behaviour weighs than one not shown: they are about thirty times rarer."""
EXEMPLAR_WORTH = 0.7
"""Weight of a phrase of the bank beside a marked reply."""
STEPS = 80
"""Steps of L-BFGS: more change the figures by less than noise."""
SMALLEST = {"word": 100, "part": 160, "form": 20}
"""Weights (in 1/WEIGHT_ONE) nearer to nothing are left out."""
STRONGEST_LEAST = 300
"""A piece of evidence whose strongest weight is below this is left out altogether."""


class Pieces(NamedTuple):
    """The evidence of one reply and of its clauses."""

    reply: Evidence
    clauses: list[Evidence]


class Vocabulary(NamedTuple):
    """Row numbers and rarities (1 + log(inverse document frequency)) of the evidence of one block."""

    rows: dict[str, int]
    rarity: list[int]


RARITY_ONE = 64


def take_apart(reply: MarkedReply) -> Pieces:
    """The same evidence that the detector gathers."""
    words = tokens(reply.reply)
    line = tokens(reply.person)
    told = line_words(line)
    asks = any(token.norm == "?" for token in line)
    inside = quotations(words)
    whole = gather(words, told, asks, inside)
    pieces = [gather(words[one.first : one.last], told, asks, inside[one.first : one.last]) for one in clauses(words)]
    return Pieces(with_line(whole, told), pieces or [whole])


def fit(
    replies: Sequence[MarkedReply], pieces: Sequence[Pieces], behaviours: Sequence[str], steps: int = STEPS
) -> tuple[Floats, list[str]]:
    """Fit on marked replies (`pieces[i]` belongs to `replies[i]`). Returns the biases and the finished lines of the
    weights file."""
    reply_blocks = [one.reply for one in pieces]
    clause_blocks = [clause for one in pieces for clause in one.clauses]
    owner = np.repeat(np.arange(len(pieces)), [len(one.clauses) for one in pieces])
    vocabularies = {
        **_vocabularies("reply", reply_blocks),
        **_vocabularies("clause", clause_blocks),
    }
    reply_matrix = _matrix("reply", reply_blocks, vocabularies, bias=True)
    clause_matrix = _matrix("clause", clause_blocks, vocabularies, bias=False)
    shown, counts = _targets(replies, behaviours)
    reply_weights, clause_weights = _maximize(reply_matrix, clause_matrix, owner, shown, counts, steps)
    lines = []
    at = {"reply": 0, "clause": 0}
    for block in BLOCKS:
        kind = block.partition(" ")[0]
        weights = reply_weights if kind == "reply" else clause_weights
        vocabulary = vocabularies[block]
        for name, row in vocabulary.rows.items():
            pairs = _pairs(weights[at[kind] + row], behaviours, block.partition(" ")[2])
            if pairs:
                lines.append(f"{block}\t{name}\t{vocabulary.rarity[row]}\t{pairs}")
        at[kind] += len(vocabulary.rows)
    return reply_weights[-1], lines


def _pairs(weights: Floats, behaviours: Sequence[str], block: str) -> str:
    whole = [round(float(weight) * WEIGHT_ONE) for weight in weights]
    if max(abs(weight) for weight in whole) < STRONGEST_LEAST:
        return ""
    return " ".join(
        f"{name}:{weight}" for name, weight in zip(behaviours, whole, strict=True) if abs(weight) >= SMALLEST[block]
    )


def _vocabularies(kind: str, blocks: Sequence[Evidence]) -> dict[str, Vocabulary]:
    counts: dict[str, Counter[str]] = {"word": Counter(), "part": Counter(), "form": Counter()}
    for evidence in blocks:
        counts["word"].update(set(evidence.words))
        counts["part"].update(set(evidence.parts))
        counts["form"].update(evidence.form)
    found = {}
    for block, counter in counts.items():
        names = sorted(
            name
            for name, count in counter.items()
            if count >= (FEWEST_LINES if name.startswith("line word") else FEWEST[block])
        )
        rarity = [round(RARITY_ONE * (1 + math.log((1 + len(blocks)) / (1 + counter[name])))) for name in names]
        found[f"{kind} {block}"] = Vocabulary({name: row for row, name in enumerate(names)}, rarity)
    return found


def _matrix(
    kind: str, blocks: Sequence[Evidence], vocabularies: dict[str, Vocabulary], *, bias: bool
) -> sparse.csr_matrix:
    parts = [
        _worded([evidence.words for evidence in blocks], vocabularies[f"{kind} word"]),
        _spelled([evidence.spelled for evidence in blocks], vocabularies[f"{kind} part"]),
        _formed([evidence.form for evidence in blocks], vocabularies[f"{kind} form"]),
    ]
    if bias:
        parts.append(sparse.csr_matrix(np.ones((len(blocks), 1))))
    return sparse.hstack(parts).tocsr().astype(np.float32)


def _worded(texts: Sequence[Sequence[str]], vocabulary: Vocabulary) -> sparse.csr_matrix:
    """Rarities of the words, each piece of text scaled to length 1."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for names in texts:
        known = [vocabulary.rows[name] for name in dict.fromkeys(names) if name in vocabulary.rows]
        length = math.sqrt(sum(vocabulary.rarity[row] ** 2 for row in known))
        columns.extend(known)
        values.extend(vocabulary.rarity[row] / length for row in known)
        ends.append(len(columns))
    return sparse.csr_matrix((values, columns, ends), shape=(len(texts), len(vocabulary.rows)))


def _spelled(texts: Sequence[Sequence[str]], vocabulary: Vocabulary) -> sparse.csr_matrix:
    """Rarities of the letter groups, summed over the words; scaled by a length for which words do not overlap, so that
    each can be summed by itself (`scoring.spelling`)."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for words in texts:
        raw: dict[int, int] = {}
        square = 0
        for word in dict.fromkeys(words):
            counts = Counter(vocabulary.rows[part] for part in word_parts(word) if part in vocabulary.rows)
            for row, count in counts.items():
                value = count * vocabulary.rarity[row]
                raw[row] = raw.get(row, 0) + value
                square += value * value
        length = math.sqrt(square)
        columns.extend(raw)
        values.extend(value / length for value in raw.values())
        ends.append(len(columns))
    return sparse.csr_matrix((values, columns, ends), shape=(len(texts), len(vocabulary.rows)))


def _formed(forms: Sequence[dict[str, float]], vocabulary: Vocabulary) -> sparse.csr_matrix:
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for form in forms:
        for name, strength in form.items():
            if name in vocabulary.rows:
                columns.append(vocabulary.rows[name])
                values.append(strength * FORM_WORTH)
        ends.append(len(columns))
    return sparse.csr_matrix((values, columns, ends), shape=(len(forms), len(vocabulary.rows)))


def _targets(replies: Sequence[MarkedReply], behaviours: Sequence[str]) -> tuple[Floats, Floats]:
    """Replies x behaviours: 1 where shown; and how much each cell counts."""
    column = {name: at for at, name in enumerate(behaviours)}
    shown = np.zeros((len(replies), len(behaviours)), dtype=np.float32)
    counts = np.ones_like(shown)
    for row, reply in enumerate(replies):
        for name in reply.behaviours & column.keys():
            shown[row, column[name]] = 1
        if reply.exemplar:
            counts[row] *= EXEMPLAR_WORTH
        for name in reply.disputed & column.keys():
            counts[row, column[name]] = 0
    return shown, counts * (1 + (POSITIVE_WORTH - 1) * shown)


def _maximize(
    replies: sparse.csr_matrix,
    pieces: sparse.csr_matrix,
    owner: npt.NDArray[np.int64],
    shown: Floats,
    counts: Floats,
    steps: int,
) -> tuple[Floats, Floats]:
    columns = shown.shape[1]
    cut = replies.shape[1] * columns
    starts = np.searchsorted(owner, np.arange(len(shown)))
    replies_turned, pieces_turned = replies.T.tocsr(), pieces.T.tocsr()

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        small = flat.astype(np.float32)
        of_reply, of_piece = small[:cut].reshape(-1, columns), small[cut:].reshape(-1, columns)
        sharp = (pieces @ of_piece) * SHARPNESS
        highest = np.maximum.reduceat(sharp, starts, axis=0)
        share = np.exp(sharp - highest[owner])
        total = np.add.reduceat(share, starts, axis=0)
        share /= total[owner]
        log_odds = replies @ of_reply + (np.log(total) + highest) / SHARPNESS
        error = counts * (1 / (1 + np.exp(-log_odds)) - shown)
        value = float((counts * (np.logaddexp(0, log_odds) - shown * log_odds)).sum())
        value += 0.5 * PENALTY_REPLY * float((of_reply[:-1] ** 2).sum()) + 0.5 * PENALTY_CLAUSE * float(
            (of_piece**2).sum()
        )
        slope = np.empty_like(small)
        free = of_reply.copy()
        free[-1] = 0
        slope[:cut] = (replies_turned @ error + PENALTY_REPLY * free).ravel()
        slope[cut:] = (pieces_turned @ (share * error[owner]) + PENALTY_CLAUSE * of_piece).ravel()
        return value, slope.astype(np.float64)

    start = np.zeros(cut + pieces.shape[1] * columns)
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 6})
    weights = result.x.astype(np.float32)
    return weights[:cut].reshape(-1, columns), weights[cut:].reshape(-1, columns)


def as_logit(value: float) -> int:
    """Log-odds in the model's integers."""
    return round(value * LOGIT_ONE)
