"""The exemplar bank: for each behaviour the phrases that show it, and those that only look like it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring.cache import cached
from scoring.labels import BEHAVIOURS


@dataclass(frozen=True, slots=True)
class Exemplar:
    """One phrase. `group` is its register (plain, formal, texting, second_language, indirect), or for a
    counter-exemplar why it is none (negated, mentioned, sarcastic, other_sense, neighbour). `shows`: other behaviours
    that it shows as well (or, a counter-exemplar, instead)."""

    text: str
    group: str
    counter: bool
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bank:
    """Exemplars by behaviour id. `version` is a hash of the files' contents."""

    exemplars: Mapping[str, tuple[Exemplar, ...]]
    version: str

    def __iter__(self) -> Iterator[tuple[str, Exemplar]]:
        for behaviour, exemplars in self.exemplars.items():
            for exemplar in exemplars:
                yield behaviour, exemplar


def load_bank(folder: Path = BEHAVIOURS) -> Bank:
    """All exemplars of a folder of behaviour files, from the cache when they have been read before."""
    contents = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}
    digest = hashlib.sha256()
    for name, content in contents.items():
        digest.update(f"{name}:{len(content)}:".encode() + content)
    version = digest.hexdigest()[:16]
    rows = cached(f"bank-{version}", lambda: {name: list(_parse(content)) for name, content in contents.items()})
    return Bank({name: tuple(Exemplar(*row) for row in rows[name]) for name in contents}, version)


def _parse(content: bytes) -> Iterator[tuple[str, str, bool, tuple[str, ...]]]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = yaml.load(content, Loader=loader)  # noqa: S506 - the base loader makes text, lists and maps only
    for section, counter in (("exemplars", False), ("counter", True)):
        groups = data.get(section) or {}
        if isinstance(groups, list):
            groups = {"plain": groups}
        for group, items in groups.items():
            # One phrase alone counts as a list of one.
            for item in filter(None, [items] if isinstance(items, str) else items):
                if isinstance(item, str):
                    yield item, group, counter, ()
                else:
                    yield item["text"], group, counter, tuple(item.get("shows") or ())
