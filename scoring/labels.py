"""The label set: which behaviours exist, what each one is, and what it is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

BEHAVIOURS = Path(__file__).parent / "behaviours"


@dataclass(frozen=True, slots=True)
class Label:
    """A behaviour's definition. `kind` is "expect" (earns credit) or "avoid" (costs it); `source` names the source
    texts that teach it; `name` is what people read ("ask an open question")."""

    id: str
    kind: str
    is_: str
    not_: str
    source: tuple[str, ...]
    name: str


@cache
def labels() -> Mapping[str, Label]:
    """The built-in behaviours by id, in the order of their ids, from `scoring/behaviours/*.yaml`."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    found = {}
    for path in sorted(BEHAVIOURS.glob("*.yaml")):
        head = path.read_text(encoding="utf-8").split("\nexemplars:", 1)[0]
        data = yaml.load(head, Loader=loader)  # noqa: S506 - the base loader makes text, lists and maps only
        found[path.stem] = Label(
            id=path.stem,
            kind=data["kind"],
            is_=data["is"],
            not_=data.get("not", ""),
            source=tuple(data["source"]),
            name=data["name"],
        )
    return MappingProxyType(found)
