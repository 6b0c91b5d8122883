"""The mood curve is one SVG that can be read without seeing it."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.events import Mood
from simulator.terminal.mood_curve import HEIGHT, LABEL_GAP, LEFT, RIGHT, WIDTH, description, svg

moods = st.builds(Mood, st.integers(0, 100), st.integers(0, 100), st.integers(0, 100))
CURVE = (Mood(35, 45, 50), Mood(20, 45, 50), Mood(72, 60, 44))


def test_title_and_description_say_what_the_lines_show() -> None:
    drawn = ElementTree.fromstring(svg(CURVE, "Dana"))
    texts = {child.tag: child.text for child in drawn if child.tag in ("title", "desc")}
    assert "How Dana felt, reply by reply" == texts["title"]
    assert description(CURVE) == texts["desc"]
    assert "img" == drawn.get("role")
    ids = {child.get("id") for child in drawn}
    assert set((drawn.get("aria-labelledby") or "").split()) <= ids


def test_the_words_tell_the_way_up_and_the_lowest_point() -> None:
    assert "Calm: from 35 (angry) to 72 (settled), lowest 20 after turn 1." in description(CURVE)
    assert "Patience: from 50 (some patience) to 44 (some patience)." in description(CURVE)


def test_both_axes_are_labelled() -> None:
    texts = [text.text for text in ElementTree.fromstring(svg(CURVE, "Dana")).iter("text")]
    for label in ("points", "after reply", "0", "100", "furious", "start", "1", "2", "calm", "trust", "patience"):
        assert label in texts


def test_the_three_lines_differ_in_more_than_colour() -> None:
    lines = list(ElementTree.fromstring(svg(CURVE, "Dana")).iter("polyline"))
    assert 3 == len({line.get("stroke-dasharray") for line in lines})


def test_a_name_is_never_markup() -> None:
    drawn = ElementTree.fromstring(svg(CURVE, '</title><script>alert("x")</script>&\x1b'))
    assert not list(drawn.iter("script"))
    assert 'How </title><script>alert("x")</script>& felt, reply by reply' == next(drawn.iter("title")).text


@given(st.lists(moods, min_size=1, max_size=200))
def test_every_point_lies_inside_and_names_do_not_cover_each_other(curve: list[Mood]) -> None:
    drawn = ElementTree.fromstring(svg(curve, "Dana"))
    for line in drawn.iter("polyline"):
        spots = [tuple(map(float, spot.split(","))) for spot in (line.get("points") or "").split()]
        assert len(curve) == len(spots)
        assert all(LEFT <= x <= WIDTH - RIGHT and 0 <= y <= HEIGHT for x, y in spots)
    heights = sorted(float(text.get("y") or 0) for text in drawn.iter("text") if text.get("class") == "name")
    assert all(lower - upper >= LABEL_GAP - 0.01 for upper, lower in pairwise(heights))
    assert heights[-1] <= HEIGHT
