"""What forbids a reading whatever the words resemble."""

from __future__ import annotations

import pytest

from scoring.clauses import clauses
from scoring.scope import forbids_move, veto
from scoring.text import tokens


def vetoed(behaviour: str, reply: str) -> bool:
    words = tokens(reply)
    return veto(behaviour, words, clauses(words)[0], ()) != ""


@pytest.mark.parametrize(
    "reply",
    [
        "Please don't tell me your password",
        "You never need to give me your password",
        "Type your password yourself",
        "do not ever send your password",
    ],
)
def test_declining_a_password_is_not_asking_for_it(reply: str) -> None:
    assert vetoed("demand_password", reply)


@pytest.mark.parametrize(
    "reply", ["Tell me your password", "I need your password", "I can not go on, and so: your password"]
)
def test_asking_for_a_password_is(reply: str) -> None:
    assert not vetoed("demand_password", reply)


@pytest.mark.parametrize(
    ("reply", "says_so"),
    [
        ("I can't promise that it is all there", True),
        ("I am not certain", True),
        ("I promise that it is all there", False),
        ("It is certain", False),
    ],
)
def test_saying_that_nothing_is_certain_is_no_promise(reply: str, says_so: bool) -> None:
    assert says_so == vetoed("overpromise", reply)


def test_other_behaviours_are_not_vetoed() -> None:
    assert not vetoed("apologize", "Please don't tell me your password")


@pytest.mark.parametrize(
    ("reply", "phrase", "forbidden"),
    [
        ("Don't restart the computer", "restart the computer", True),
        ("You must not restart the computer", "restart the computer", True),
        ("Restart the computer", "restart the computer", False),
        ("Restart the computer so that it can not hang", "restart the computer", False),
        ("Don't touch it", "don't touch it", False),
        ("Touch it", "don't touch it", True),
        ("Dont touch it", "dont touch it", False),
        ("Please don’t: it is hot", "please don't: it is hot", False),
        ("You can't lose it", "you cannot lose it", False),
    ],
)
def test_telling_the_opposite_of_the_phrase(reply: str, phrase: str, forbidden: bool) -> None:
    words = tokens(reply)
    assert forbidden == forbids_move(words, clauses(words)[0], phrase)


@pytest.mark.parametrize("reply", ["Have a wonderful day.", "Thank you, bye then.", "Thanks a lot for your help!"])
@pytest.mark.parametrize("behaviour", ["insult", "refuse"])
def test_a_wish_is_no_unkindness(reply: str, behaviour: str) -> None:
    assert vetoed(behaviour, reply)
    assert not vetoed(behaviour, f"{reply.rstrip('.!')} and never come back")


@pytest.mark.parametrize("reply", ["No.", "Bye.", "Bye then.", "Thanks, but I can't."])
def test_a_bare_no_or_goodbye_may_be_a_refusal(reply: str) -> None:
    assert not vetoed("refuse", reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Could you type the password in for me, please?",
        "Let's set a temporary password.",
        "You could change the password so that I can get in.",
    ],
)
def test_a_password_that_is_typed_in_or_changed_is_not_asked_for(reply: str) -> None:
    assert vetoed("demand_password", reply)


@pytest.mark.parametrize(
    "reply", ["Tell me the password and I type it in.", "Type me your password.", "Type your password in the chat."]
)
def test_a_password_that_is_typed_to_somebody_is_asked_for(reply: str) -> None:
    assert not vetoed("demand_password", reply)
