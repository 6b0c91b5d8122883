"""The label set: which behaviours exist, what each one is, and what it is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

BEHAVIOURS = Path(__file__).parent / "behaviours"
COACHING = Path(__file__).parent / "coaching.yaml"
"""Apart from the behaviours' files: its wording is no part of what recognizes, and changes no version."""


@dataclass(frozen=True, slots=True)
class Label:
    """A behaviour's definition. `kind` is "expect" (earns credit) or "avoid" (costs it); `source` names the source
    texts that teach it; `name` is what people read ("ask an open question"). `why` is the reason for it in one sentence,
    `sounds` a phrase that shows it; "" where there is none."""

    id: str
    kind: str
    is_: str
    not_: str
    source: tuple[str, ...]
    name: str
    why: str = ""
    sounds: str = ""


@cache
def labels() -> Mapping[str, Label]:
    """The built-in behaviours by id, in the order of their ids, from `scoring/behaviours/*.yaml`
    and `scoring/coaching.yaml`."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    told = yaml.load(COACHING.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - as below
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
            **told.get(path.stem, {}),
        )
    return MappingProxyType(found)
