"""One reply in, everything it shows out: the house's `Recognizer`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from scoring.bank import Bank, load_bank, words_of
from scoring.clauses import Clause, clauses
from scoring.detection import Detection, Detections, Move
from scoring.evidence import Evidence, gather, line_words, quotations, with_line
from scoring.explanation import Explanation
from scoring.index import PhraseIndex
from scoring.labels import labels
from scoring.meaning import meaning
from scoring.model import LOGIT_ONE, Model, Reading, load_model
from scoring.moves import MoveMatcher
from scoring.phrases import WordWeights
from scoring.scope import veto
from scoring.stuffing import stuffed
from scoring.text import Token, tokens
from scoring.versions import of_recognizer

LIKELY_PHRASE = 0.72
"""Similarity from which the nearest exemplar is named as the evidence."""
FEWEST_KNOWN = 0.5
"""Share of a reply's words that must be known; another language and a cat on the keyboard show nothing."""
WRITTEN = 2 * LOGIT_ONE
"""The least log-odds of what a clause shows that says the same words as an exemplar: so a phrase that somebody adds to
the bank counts before anything is fitted again. Of such clauses in the marked replies nine in ten show it."""
LONGEST_REPLY = 20_000
"""Characters of a reply that are read; what follows is left out."""


class Read(NamedTuple):
    """A reply taken apart: its words, those of the line it answers, its clauses, and the evidence in the whole and in
    each clause."""

    words: list[Token]
    line: list[Token]
    pieces: list[Clause]
    reply: Evidence
    clauses: list[Evidence]


class Detector:
    """Reads replies with a fitted model and an exemplar bank. Safe to share: what it keeps only makes it faster."""

    def __init__(self, model: Model, bank: Bank, extra: Bank | None = None) -> None:
        self.model = model
        self._bank = bank
        self._matchers: dict[tuple[Move, ...], MoveMatcher] = {}
        self._indexes: dict[str, PhraseIndex] = {}
        self._added = _as_moves(extra) if extra else ()
        self.version = of_recognizer(model.version, bank.version, extra.version if extra else "", meaning().version)

    def detect(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Detections:
        """Read one reply; `person` is the other's last line, `facts` what they told before."""
        reply = reply[:LONGEST_REPLY]
        read = self.take_apart(reply, person, facts)
        if not read.pieces:
            return Detections()
        known = self.model.known_share([token.norm for token in read.words if token.is_word])
        found = self._behaviours(reply, read) if known >= FEWEST_KNOWN else []
        shown = {one.behaviour for one in found}
        found.extend(one for one in self._matched(tuple(moves), reply, read, found) if one.behaviour not in shown)
        found.sort(key=lambda one: (one.start, -one.confidence, one.behaviour))
        return Detections(tuple(found), stuffed(reply, person, read.words, read.pieces, found))

    def take_apart(self, reply: str, person: str, facts: Sequence[str]) -> Read:
        """The words, clauses and evidence of a reply."""
        words = tokens(reply)
        pieces = clauses(words)
        line = tokens(person)
        told = line_words(line).union(*(line_words(tokens(fact)) for fact in facts)) if facts else line_words(line)
        asks = any(token.norm == "?" for token in line)
        inside = quotations(words)
        return Read(
            words,
            line,
            pieces,
            with_line(gather(words, told, asks, inside), line_words(line)),
            [gather(words[one.first : one.last], told, asks, inside[one.first : one.last]) for one in pieces],
        )

    def reading(self, read: Read) -> Reading:
        """What the model reads, and what exemplars that say the same words make sure of."""
        reading = self.model.read(read.reply, read.clauses)
        for number, piece in enumerate(read.pieces):
            for behaviour in self._bank.by_words.get(words_of(read.words[piece.first : piece.last]), ()):
                reading = reading.at_least(number, self.model.behaviours.index(behaviour), WRITTEN)
        return reading

    def _behaviours(self, reply: str, read: Read) -> list[Detection]:
        reading = self.reading(read)
        found = []
        for column in (reading.totals >= self.model.thresholds).nonzero()[0]:
            behaviour = self.model.behaviours[column]
            piece = int(reading.by_clause[:, column].argmax())
            if not veto(behaviour, read.words, read.pieces[piece], read.line):
                found.append(self._detection(behaviour, reply, read, reading, piece))
        return found

    def _detection(self, behaviour: str, reply: str, read: Read, reading: Reading, piece: int) -> Detection:
        clause = read.pieces[piece]
        start, end = trimmed(reply, clause.start, clause.end)
        index = self.index(behaviour)
        near, _ = index.nearest(index.piece(reply[start:end], read.words[clause.first : clause.last]))
        column = self.model.behaviours.index(behaviour)
        return Detection(
            behaviour=behaviour,
            confidence=self.model.confidence(int(reading.totals[column])),
            start=start,
            end=end,
            text=reply[start:end],
            exemplar=near.text if near else "",
            by="exemplar"
            if near and near.similarity >= LIKELY_PHRASE
            else self.model.strongest_kind(reading, piece, behaviour),
        )

    def _matched(self, moves: tuple[Move, ...], reply: str, read: Read, found: Sequence[Detection]) -> list[Detection]:
        return self.matcher(moves).match(reply, read.words, read.pieces, found)

    def matcher(self, moves: tuple[Move, ...]) -> MoveMatcher:
        """The moves of a scenario and the behaviours that the course adds, ready to be compared."""
        if moves not in self._matchers:
            self._matchers[moves] = MoveMatcher((*moves, *self._added), self._word_weights)
        return self._matchers[moves]

    def explain(
        self, reply: str, person: str = "", *, moves: Sequence[Move] = (), facts: Sequence[str] = ()
    ) -> Explanation:
        """What each clause showed and why, and what it nearly showed and why not."""
        from scoring.explain import explain

        return explain(self, reply, person, moves=moves, facts=facts)

    @cached_property
    def _word_weights(self) -> WordWeights:
        return WordWeights((exemplar.text for _, exemplar in self._bank), self._bank.version)

    def index(self, behaviour: str) -> PhraseIndex:
        """The phrases of one behaviour, ready to be compared."""
        if behaviour not in self._indexes:
            known = self._bank.exemplars.get(behaviour, ())
            self._indexes[behaviour] = PhraseIndex(
                self._word_weights,
                (one.text for one in known if not one.counter),
                (one.text for one in known if one.counter),
            )
        return self._indexes[behaviour]


def _as_moves(bank: Bank) -> tuple[Move, ...]:
    """Behaviours that a course adds, and phrases that it adds to known ones: they count at once, by likeness alone, and
    what costs by its words alone."""
    built_in = labels()
    return tuple(
        Move(
            behaviour,
            "",
            tuple(one.text for one in exemplars if not one.counter),
            tuple(one.text for one in exemplars if one.counter),
            strict=behaviour in bank.avoid or (behaviour in built_in and built_in[behaviour].kind == "avoid"),
        )
        for behaviour, exemplars in bank.exemplars.items()
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and loose marks at its ends; question and exclamation marks belong to the words."""
    while start < end and (text[start].isspace() or text[start] in ",;:.-–—…"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-–—"):
        end -= 1
    return start, end


def load_detector(extra: Path | None = None) -> Detector:
    """The detector that ships, with a course pack's own `behaviours/` folder if it has one."""
    added = load_bank(extra) if extra is not None and extra.is_dir() else None
    return Detector(load_model(), load_bank(), added)
