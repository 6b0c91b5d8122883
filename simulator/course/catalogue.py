"""Every code that a complaint can have: one Markdown file each in `diagnostics/`, which is the only place of its
words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

FOLDER = Path(__file__).parent / "diagnostics"


class Entry(NamedTuple):
    """A code's words. `message` and `remedy` are templates for `str.format`. `file` says what the example is: the text
    of a "persona", "scenario", "walkthroughs", "behaviour", "course" or "after" file, or "shell" for commands run inside a
    pack. `at` is where the example is complained of: "line:column". `text` is the explanation with the example, in
    Markdown."""

    code: str
    name: str
    severity: str
    message: str
    remedy: str
    file: str
    at: str
    text: str

    @property
    def example(self) -> str:
        """What stands inside the fence."""
        return self.text.split("```")[1].split("\n", 1)[1]


@cache
def codes() -> Mapping[str, Path]:
    """Code -> its file, in the order of the codes."""
    return MappingProxyType({path.name[:5]: path for path in sorted(FOLDER.glob("DS[0-9][0-9][0-9]-*.md"))})


@cache
def entry(code: str) -> Entry:
    """The words of a code. Raises KeyError for a code that does not exist."""
    import yaml

    _, front, text = codes()[code].read_text(encoding="utf-8").split("---\n", 2)
    fields = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes text, lists and maps only
    return Entry(text=text.strip(), **fields)


def find(given: str) -> str | None:
    """The code that somebody means by a code in small letters or by a name ("duplicate-key")."""
    return next((code for code, path in codes().items() if given.lower() in (code.lower(), path.stem[6:])), None)
