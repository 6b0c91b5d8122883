"""Words that do the same work at a help desk: a phrase that says "restart" also matches a reply that says "reboot"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_GROUPS = (
    "restart reboot",
    "click press hit tap push",
    "kill end terminate",
    "close quit exit shut",
    "copy backup clone image duplicate",
    "save store",
    "document doc file",
    "photo picture image pic",
    "program app application software",
    "computer laptop machine desktop",
    "screen monitor display",
    "disk drive harddisk hdd",
    "recover restore retrieve rescue salvage",
    "check look see verify inspect",
    "send mail email forward",
    "call ring phone",
    "boss supervisor manager lead",
    "specialist expert lab",
    "window prompt dialog box popup",
    "behind hidden hide under underneath",
    "presentation slides deck talk pitch",
    "fix repair mend sort",
    "borrow lend loan spare",
    "use try",
    "begin start",
    "wait hold",
    "switch swap change replace",
    "unplug disconnect",
    "plug connect",
    "internet wifi network",
    "folder directory",
    "print printout",
    "password passcode login credential",
    "visit come",
    "delete wipe erase format",
    "usb stick",
    "front forward top foreground",
    "old older previous earlier",
    "version draft",
    "show display",
    "taskbar bar",
)


@cache
def synonyms() -> Mapping[str, tuple[str, ...]]:
    """Stem -> the stems that may stand for it."""
    from scoring.phrases import stem_of

    found: dict[str, list[str]] = {}
    for group in _GROUPS:
        stems = list(dict.fromkeys(stem_of(word) for word in group.split()))
        for stem in stems:
            found.setdefault(stem, []).extend(other for other in stems if other != stem)
    return {stem: tuple(dict.fromkeys(others)) for stem, others in found.items()}
