"""What somebody may have meant by a name that nothing has."""

from __future__ import annotations

from collections.abc import Collection

LIKE_ENOUGH = 66
"""Similarity, 0 to 100, from which a name is suggested."""

MOST = 500
"""Among more names than that none is looked for."""

NAMED = 12
"""So many names are listed at most when none is like the one given."""


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that is most like `name`, or None when none is like enough."""
    if len(known) > MOST:
        return None
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, sorted(known), scorer=fuzz.ratio, processor=_plain, score_cutoff=LIKE_ENOUGH)
    return found[0] if found else None


def hint(name: str, known: Collection[str]) -> str:
    """A sentence that helps: the name that was probably meant, else those there are."""
    meant = nearest(name, known)
    if meant is not None:
        return f"Did you mean '{meant}'?"
    if not known:
        return "There are none so far."
    listed = ", ".join(sorted(known)[:NAMED])
    return f"There are: {listed}{', …' if len(known) > NAMED else ''}."


def _plain(name: str) -> str:
    return name.lower().replace("-", "_").replace(" ", "_")
