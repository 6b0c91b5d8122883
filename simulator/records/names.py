"""Names of trainees and cohorts: the same name is the same person, however it was typed."""

from __future__ import annotations

import unicodedata

from simulator.records.trouble import StoreError


def same_name(text: str) -> str:
    """The same name however it was typed: accents composed, no blanks around it; "?" for what is no text at all."""
    return unicodedata.normalize("NFC", text).strip().encode("utf-8", "replace").decode("utf-8")


def checked_name(what: str, text: str) -> str:
    """The name as it is kept. Raises StoreError, which calls it `what`, for one that no table could show."""
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text.strip()):
        raise StoreError(f"{what} {text!r}: use a name without line breaks and control characters")
    return same_name(text)
