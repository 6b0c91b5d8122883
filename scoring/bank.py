"""The exemplar bank: for each behaviour the phrases that show it, and those that only look like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring.cache import cached
from scoring.labels import BEHAVIOURS
from scoring.text import Token, tokens
from scoring.versions import bank_files, of_bank


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
    """Exemplars by behaviour id. `version` is a hash of the files' contents. `by_words`: the words of an exemplar (see
    `words_of`) -> the behaviours that it shows. `avoid`: the behaviours whose file says that they cost."""

    exemplars: Mapping[str, tuple[Exemplar, ...]]
    version: str
    by_words: Mapping[str, tuple[str, ...]]
    avoid: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[tuple[str, Exemplar]]:
        for behaviour, exemplars in self.exemplars.items():
            for exemplar in exemplars:
                yield behaviour, exemplar


def load_bank(folder: Path = BEHAVIOURS) -> Bank:
    """All exemplars of a folder of behaviour files, from the cache when they have been read before."""
    contents = bank_files(folder)
    version = of_bank(contents)
    made = cached(f"bank-{version}", lambda: _read(contents))
    return Bank(
        {name: tuple(Exemplar(*row) for row in made["rows"][name]) for name in contents},
        version,
        made["by_words"],
        made["avoid"],
    )


def words_of(words: Iterable[Token]) -> str:
    """What two ways of typing the same words have in common: the words in one spelling, without marks."""
    return " ".join([token.norm for token in words if token.norm[0].isalnum()])


def _read(contents: Mapping[str, bytes]) -> dict[str, Any]:
    read = {name: _data(content) for name, content in contents.items()}
    rows = {name: list(_parse(data)) for name, data in read.items()}
    shown: dict[str, set[str]] = {}
    not_shown: dict[str, set[str]] = {}
    for name, behaviour in rows.items():
        for text, _, counter, shows in behaviour:
            words = words_of(tokens(text))
            shown.setdefault(words, set()).update(shows if counter else {name, *shows})
            if counter:
                not_shown.setdefault(words, set()).add(name)
    by_words = {words: tuple(sorted(names - not_shown.get(words, set()))) for words, names in shown.items() if words}
    avoid = frozenset(name for name, data in read.items() if data.get("kind") == "avoid")
    return {"rows": rows, "by_words": {words: names for words, names in by_words.items() if names}, "avoid": avoid}


def _data(content: bytes) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = yaml.load(content, Loader=loader)  # noqa: S506 - the base loader makes text, lists and maps only
    return data


def _parse(data: Mapping[str, Any]) -> Iterator[tuple[str, str, bool, tuple[str, ...]]]:
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
