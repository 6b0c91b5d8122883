"""The marked replies and exemplars that the model is fitted on and measured with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from scoring.bank import Bank

ROOT = Path(__file__).parents[2]
WRITTEN = Path(__file__).parent / "replies"
MARKED = ROOT / "tests" / "data" / "replies" / "marked.jsonl"


class MarkedReply(NamedTuple):
    """A reply with the behaviours that its author and a second reader agree on; `disputed` ones count neither for nor
    against. `exemplar`: it is a phrase of the bank."""

    id: str
    author: str
    person: str
    reply: str
    behaviours: frozenset[str]
    disputed: frozenset[str]
    exemplar: bool = False


def read_replies(path: Path) -> list[MarkedReply]:
    """The replies of one JSON Lines file; an id's part before the dash names the author."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.append(
            MarkedReply(
                row["id"],
                row["id"].split("-")[0],
                row.get("person") or "",
                row["reply"],
                frozenset(row["behaviours"]),
                frozenset(row.get("disputed") or ()),
            )
        )
    return found


def written_replies() -> list[MarkedReply]:
    """All replies that were written for fitting, in the order of the files' names."""
    return [reply for path in sorted(WRITTEN.glob("*.jsonl")) for reply in read_replies(path)]


def fitted_on() -> str:
    """A hash of all marked and written replies, whatever their line ends."""
    digest = hashlib.sha256()
    for path in (MARKED, *sorted(WRITTEN.glob("*.jsonl"))):
        digest.update(path.name.encode() + "\n".join(path.read_text(encoding="utf-8").splitlines()).encode())
    return digest.hexdigest()[:16]


def bank_replies(bank: Bank) -> list[MarkedReply]:
    """Every exemplar and counter-exemplar as a marked reply of its own."""
    return [
        MarkedReply(
            f"bank-{behaviour}-{number}",
            "bank",
            "",
            exemplar.text,
            frozenset(exemplar.shows) | (frozenset() if exemplar.counter else {behaviour}),
            frozenset(),
            exemplar=True,
        )
        for number, (behaviour, exemplar) in enumerate(bank)
    ]


def authors(replies: Iterable[MarkedReply]) -> tuple[str, ...]:
    """The authors in the order of their first reply."""
    return tuple(dict.fromkeys(reply.author for reply in replies))
