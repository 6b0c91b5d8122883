"""What the detector promises whatever it reads. How well it recognizes is measured elsewhere; here the words are plain."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.bank import load_bank
from scoring.detection import Detections, Move
from scoring.detector import LONGEST_REPLY, Detector, load_detector
from scoring.labels import BEHAVIOURS

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "data" / "packs" / "small" / "behaviours"
LINE = "My computer has been on this hour glass for thirty minutes!"
BIN = Move(
    "look_in_bin", "Has him look into the bin.", ("have a look in the recycle bin", "could it be in the waste basket")
)

PHRASES = (
    "Good morning, IT service desk, this is Robin speaking.",
    "I'm so sorry about this.",
    "What happened before it went missing?",
    "This is your own fault, you should have saved it!",
    "have a look in the recycle bin",
    "Tell me your password.",
    "thirty minutes",
    "ok",
    "…",
    "?!",
    "“So”",
    "\n",
    "😀",
)
REPLIES = st.lists(st.sampled_from(PHRASES) | st.text(max_size=15), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("reply", "behaviour"),
    [
        ("Good morning, IT service desk, this is Robin speaking. How may I help you?", "greet"),
        ("I'm so sorry about this.", "apologize"),
        ("This is your own fault, you should have saved it.", "blame"),
        ("Tell me your password.", "demand_password"),
        ("You are an idiot.", "insult"),
    ],
)
def test_plain_words_show_what_they_mean(detector: Detector, reply: str, behaviour: str) -> None:
    assert behaviour in detector.detect(reply, LINE).ids


def test_an_exemplar_counts_as_soon_as_it_is_written(detector: Detector, tmp_path: Path) -> None:
    phrase = "The kettle is on and my chair is yours"
    assert "listen" not in detector.detect(f"{phrase.lower()}, madam.").ids
    folder = tmp_path / "behaviours"
    shutil.copytree(BEHAVIOURS, folder)
    path = folder / "listen.yaml"
    path.write_text(path.read_text().replace("exemplars:\n  plain:\n", f"exemplars:\n  plain:\n    - {phrase}\n", 1))
    taught = Detector(detector.model, load_bank(folder))
    (found,) = (
        one
        for one in taught.detect(f"{phrase.lower()}. And the printer?")
        if one.behaviour == "listen" and one.start == 0
    )
    assert (phrase, "exemplar") == (found.exemplar, found.by)


def test_a_phrase_that_a_pack_adds_to_a_built_in_behaviour_counts(detector: Detector, tmp_path: Path) -> None:
    folder = tmp_path / "behaviours"
    folder.mkdir()
    (folder / "listen.yaml").write_text("exemplars: [The kettle is on and my chair is yours.]\n")
    taught = Detector(detector.model, load_bank(), load_bank(folder))
    assert "listen" in taught.detect("my chair is yours and the kettle's on").ids


@pytest.mark.parametrize(("kind", "shown"), [("expect", True), ("avoid", False)])
def test_what_costs_is_known_by_its_words_alone(detector: Detector, tmp_path: Path, kind: str, shown: bool) -> None:
    (tmp_path / "own.yaml").write_text(f"kind: {kind}\nexemplars: [bring the window to the front]\n")
    taught = Detector(detector.model, load_bank(), load_bank(tmp_path))
    assert "own" in taught.detect("Bring the window to the front.").ids
    assert shown == ("own" in taught.detect("get that hidden window up on top of the others").ids)


def test_a_detection_says_what_where_how_surely_and_on_what_evidence(detector: Detector) -> None:
    reply = "Oh. I'm so sorry about this. One moment."
    (found,) = [one for one in detector.detect(reply) if one.behaviour == "apologize"]
    assert ("I'm so sorry about this.", 4, 28) == (found.text, found.start, found.end)
    assert 0.5 < found.confidence <= 1
    assert "sorry" in found.exemplar.lower()
    assert found.by in {"exemplar", "words"}


def test_loose_marks_at_the_ends_are_not_quoted_but_a_question_mark_is(detector: Detector) -> None:
    found = detector.detect("I'm so sorry about this, what were you doing before it froze?").found
    assert ["I'm so sorry about this"] == [one.text for one in found if one.behaviour == "apologize"]
    assert {"what were you doing before it froze?"} == {
        one.text for one in found if one.behaviour in {"ask_open", "ask_fact"}
    }


def test_an_exemplar_of_the_bank_is_named_as_itself(detector: Detector) -> None:
    (found,) = [one for one in detector.detect("My apologies for keeping you waiting.") if one.behaviour == "apologize"]
    assert ("My apologies for keeping you waiting.", "exemplar") == (found.exemplar, found.by)


def test_a_move_is_found_beside_behaviours(detector: Detector) -> None:
    found = detector.detect("I'm so sorry about this. Please have a look in the recycle bin.", moves=[BIN])
    assert {"apologize", "look_in_bin"} <= found.ids
    assert "look_in_bin" not in detector.detect("I'm so sorry about this.", moves=[BIN]).ids


def test_declining_a_password_is_never_demanding_it(detector: Detector) -> None:
    assert "demand_password" not in detector.detect("Please don't tell me your password, nobody here needs it.").ids


def test_what_the_person_told_before_can_be_taken_up(detector: Detector) -> None:
    now = detector.take_apart("Ninety pages?", "Yes.", ())
    later = detector.take_apart("Ninety pages?", "Yes.", ("the report has ninety pages",))
    assert "line: words taken up" not in now.reply.form
    assert later.reply.form["line: words taken up"] > 0


# Nothing in it


@pytest.mark.parametrize("empty", ["", " ", "\n\t", "\u00a0\u2003"])
def test_an_empty_reply_shows_nothing(detector: Detector, empty: str) -> None:
    assert Detections() == detector.detect(empty, LINE, moves=[BIN], facts=["a fact"])


@pytest.mark.parametrize(
    "reply",
    [
        "asdf qwer zxcv",
        "kjh kjhkjh kjhkj?",
        "purple monkey dishwasher",
        "banana",
        "lorem ipsum dolor sit amet consectetur",
        "12345",
        "?",
        "...",
        "-",
        "😀😀😀",
        "\u200b",
        "你好，我很抱歉",
        "Добрый день, чем могу помочь?",
        "Bonjour, je suis désolé",
        "नमस्ते",
    ],
)
@pytest.mark.parametrize("person", ["", LINE, "Who are you? Can you help me?"])
def test_what_says_nothing_shows_nothing(detector: Detector, reply: str, person: str) -> None:
    found = detector.detect(reply, person, moves=[BIN])
    assert ([], None, False) == ([one.behaviour for one in found], found.stuffed, found.understood)


# However long

LONG = {
    "sentences": "ok. " * 5_000,
    "one word": "a" * 20_000,
    "emoji": "😀" * 20_000,
    "commas": "one two three, " * 1_333,
    "brackets": "(" * 20_000,
    "run on": "and i you " * 2_000,
    "moves": "the recycle bin, the waste basket, " * 571,
}


@pytest.mark.parametrize("reply", LONG.values(), ids=LONG)
def test_a_reply_of_twenty_thousand_characters_is_read(detector: Detector, reply: str) -> None:
    assert_holds(detector.detect(reply, LINE, moves=[BIN]), reply)


def test_what_follows_twenty_thousand_characters_is_not_read(detector: Detector) -> None:
    blanks = " " * (LONGEST_REPLY - 24)
    assert "apologize" in detector.detect(blanks + "I'm so sorry about this.").ids
    assert Detections() == detector.detect(" " * LONGEST_REPLY + "I'm so sorry about this.")


# What always holds


def assert_holds(found: Detections, reply: str) -> None:
    for one in found:
        assert one.text == reply[one.start : one.end]
        assert 0 <= one.start < one.end <= len(reply)
        assert 0.0 <= one.confidence <= 1.0
        assert one.by in {"exemplar", "meaning", "words", "form", "line"}
    assert sorted(one.start for one in found) == [one.start for one in found]
    assert sorted(found.ids) == sorted(one.behaviour for one in found), "each once"
    assert bool(found.found) == found.understood


@given(reply=REPLIES, person=st.sampled_from(["", LINE]) | st.text(max_size=30), fact=st.text(max_size=10))
@settings(max_examples=300)
def test_whatever_is_said_spans_are_exact_and_in_order(detector: Detector, reply: str, person: str, fact: str) -> None:
    assert_holds(detector.detect(reply, person, moves=[BIN], facts=[fact]), reply)


@given(reply=REPLIES)
def test_reading_changes_nothing_in_the_detector(detector: Detector, reply: str) -> None:
    first = detector.detect(reply, LINE, moves=[BIN])
    detector.detect("Something else. I'm so sorry.", "Hm?")
    assert first == detector.detect(reply, LINE, moves=[BIN])


READ = """
import json, sys
from scoring.detection import Move
from scoring.detector import load_detector

detector = load_detector()
move = Move("look_in_bin", "", ("have a look in the recycle bin", "could it be in the waste basket"))
found = [[str(one) for one in detector.detect(reply, sys.argv[2], moves=[move])] for reply in json.loads(sys.argv[1])]
print(json.dumps([detector.version, found]))
"""


def test_every_process_reads_the_same_with_and_without_a_cache(detector: Detector, tmp_path: Path) -> None:
    replies = [*PHRASES, " ".join(PHRASES), " ".join(reversed(PHRASES))]
    here = [[str(one) for one in detector.detect(reply, LINE, moves=[BIN])] for reply in replies]
    for seed in ("1", "2"):  # the second finds the cache that the first made
        environment = os.environ | {"PYTHONHASHSEED": seed, "DESKSIDE_CACHE": str(tmp_path), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", READ, json.dumps(replies), LINE]
        there = subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True, text=True)
        assert [detector.version, here] == json.loads(there.stdout)


# A course's own moves and behaviours


def test_a_moves_own_phrase_counts_whatever_its_words(detector: Detector) -> None:
    move = Move("eject", "Has her eject the dongle.", ("entsperren Sie den Dongle",))
    assert {"eject"} == detector.detect("Entsperren Sie den Dongle.", moves=[move]).ids


def test_a_behaviour_that_a_course_adds_counts_at_once(detector: Detector) -> None:
    own = load_detector(SMALL)
    reply = "Right, Sam, let's have a look."
    assert "use_name" in own.detect(reply).ids
    assert "use_name" not in own.detect("The file is called Sam.").ids
    assert "use_name" not in detector.detect(reply).ids


def test_a_phrase_that_a_course_adds_to_a_known_behaviour_counts_beside_its_own(
    detector: Detector, tmp_path: Path
) -> None:
    (tmp_path / "apologize.yaml").write_text("exemplars: [Mea maxima culpa, domina.]\n", encoding="utf-8")
    own = load_detector(tmp_path)
    assert "apologize" not in detector.detect("mea maxima culpa domina").ids
    assert "apologize" in own.detect("mea maxima culpa domina").ids
    assert ["apologize"] == [
        one.behaviour for one in own.detect("I'm so sorry. Mea maxima culpa, domina.") if one.behaviour == "apologize"
    ]


def test_the_version_tells_what_it_was_made_from(detector: Detector, tmp_path: Path) -> None:
    assert detector.version == load_detector().version == load_detector(tmp_path / "none").version
    assert detector.version != load_detector(SMALL).version
