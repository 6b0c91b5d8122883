"""How far a trainer's own phrases reach, without any fitting: the moves of the built-in scenarios.

usage: python bench/moves.py [--words] [SCENARIO ...]   (all scenarios unless named; --words: by words alone)

For each move some of its phrases are taken and the others are read as replies: what share shows the move? And what
share of the phrases of the same scenario's other moves, and of the marked replies, shows it wrongly?
"""

from __future__ import annotations

import random
import sys

KNOWN = (3, 5, 10, 20)
ROUNDS = 5


def main() -> None:
    """Measure and print."""
    from scoring.bank import load_bank
    from scoring.clauses import clauses
    from scoring.detection import Move
    from scoring.fitting.replies import MARKED, read_replies
    from scoring.moves import MoveMatcher
    from scoring.phrases import WordWeights
    from scoring.text import tokens
    from simulator.course.load import load_course
    from simulator.course.locate import find_course

    bank = load_bank()
    weights = WordWeights((one.text for _, one in bank), bank.version)
    words_alone = "--words" in sys.argv[1:]
    named = [name for name in sys.argv[1:] if name != "--words"]
    scenarios = [
        scenario for name, scenario in load_course(find_course(None)).scenarios.items() if not named or name in named
    ]
    unrelated = [reply.reply for reply in read_replies(MARKED)]

    def shows(move: Move, replies: list[str]) -> int:
        matcher = MoveMatcher((move,), weights)
        read = ((reply, words := tokens(reply), clauses(words)) for reply in replies)
        return sum(bool(matcher.match(*one)) for one in read)

    print(
        f"{'phrases known':>13}  {'found of the others':>19}  {'wrongly, other moves':>20}  {'wrongly, any reply':>18}"
    )
    for known in KNOWN:
        found = asked = wrong = other = 0
        stray = strays = 0
        for scenario in scenarios:
            for move in scenario.moves:
                chance = random.Random(f"{scenario.id}:{move.id}:{known}")
                neighbours = [text for one in scenario.moves if one is not move for text in one.like]
                for _ in range(ROUNDS):
                    phrases = list(move.like)
                    chance.shuffle(phrases)
                    small = Move(move.id, move.definition, tuple(phrases[:known]), move.unlike, words_alone)
                    found, asked = found + shows(small, phrases[known:]), asked + len(phrases[known:])
                    wrong, other = wrong + shows(small, neighbours), other + len(neighbours)
                stray, strays = stray + shows(small, unrelated), strays + len(unrelated)
        print(f"{known:13}  {found / asked:19.0%}  {wrong / other:20.1%}  {stray / strays:18.1%}")


if __name__ == "__main__":
    main()
