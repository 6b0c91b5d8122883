"""Which recognizer this is, without waking it: hashes of the files that it is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

WEIGHTS = Path(__file__).parent / "fitted" / "weights.tsv"
MEANING = Path(__file__).parent / "fitted" / "meaning.tsv"


def of_file(content: bytes) -> str:
    """The version of what one file holds."""
    return hashlib.sha256(content).hexdigest()[:16]


def of_bank(contents: Mapping[str, bytes]) -> str:
    """The version of a bank: behaviour id -> what its file holds."""
    digest = hashlib.sha256()
    for name, content in contents.items():
        digest.update(f"{name}:{len(content)}:".encode() + content)
    return digest.hexdigest()[:16]


def bank_files(folder: Path) -> dict[str, bytes]:
    """The files of a bank, by the behaviour's id, in order."""
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}


def of_recognizer(weights: str, bank: str, extra: str, meaning: str) -> str:
    """The version of a recognizer, of those of its parts; `extra` is "" where a course adds nothing."""
    return of_file(f"{weights} {bank} {extra} {meaning}".encode())


def shipped(bank: Path, extra: Path | None = None) -> str:
    """The version of the recognizer that ships, with the bank in `bank` and what a course adds in `extra`. Raises
    OSError when one of its files is missing."""
    added = of_bank(bank_files(extra)) if extra is not None else ""
    weights, meaning = (of_file(path.read_bytes()) for path in (WEIGHTS, MEANING))
    return of_recognizer(weights, of_bank(bank_files(bank)), added, meaning)
