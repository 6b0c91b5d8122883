"""Where a session comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.records.origins import WhatIf, read_what_if, what_if_origin
from simulator.records.store import Store


@given(st.text(min_size=1), st.integers(1, 10_000))
def test_what_was_written_can_be_read(session: str, turn: int) -> None:
    assert WhatIf(session, turn) == read_what_if(what_if_origin(session, turn))


@pytest.mark.parametrize(
    "origin", ["", "what-if", "what-if:", "what-if::3", "what-if:s1:", "what-if:s1:x", "what-if:s1:²", "import:s1:3"]
)
def test_any_other_origin_is_no_what_if(origin: str) -> None:
    assert read_what_if(origin) is None


def test_a_what_if_is_never_an_attempt(store: Store) -> None:
    finished = {"score": 88, "passed": True, "pass_mark": 70, "outcome": "handled_well"}
    ordinary = store.begin("frozen_save", "c0ffee", 7, "practice")
    left = store.begin("frozen_save", "c0ffee", 7, "practice")
    other = store.begin("frozen_save", "c0ffee", 7, "practice", origin=what_if_origin(ordinary, 4))
    for session in (ordinary, other):
        store.finish(session, finished)
    assert (True, None) == (store.session(ordinary).attempt, store.session(ordinary).what_if)
    assert not store.session(left).attempt
    assert (False, WhatIf(ordinary, 4)) == (store.session(other).attempt, store.session(other).what_if)
