"""`python -m scoring.fitting`: fit the model on everything there is and write `scoring/fitted/weights.tsv`."""

from __future__ import annotations

import sys

import numpy as np

from scoring.bank import load_bank
from scoring.fitting.calibration import calibrate
from scoring.fitting.crossval import cross_validate
from scoring.fitting.fit import STEPS, as_logit, fit, take_apart
from scoring.fitting.measures import best_thresholds, table
from scoring.fitting.replies import MARKED, bank_replies, fitted_on, read_replies, written_replies
from scoring.labels import labels
from scoring.model import write
from scoring.versions import WEIGHTS


def main() -> None:
    """Fit, choose thresholds on replies that no fit had seen, write."""
    marked, written, bank = read_replies(MARKED), written_replies(), load_bank()
    behaviours = sorted(labels())
    exemplars = bank_replies(bank)
    print(f"{len(marked)} marked, {len(written)} written, {len(exemplars)} exemplars", file=sys.stderr)
    measured = [*marked, *written]
    totals = cross_validate(measured, exemplars, behaviours, steps=50)
    thresholds = best_thresholds(
        measured, totals, behaviours, [name for name in behaviours if labels()[name].kind == "avoid"]
    )
    calibration = calibrate(totals, table(measured, behaviours), table(measured, behaviours, disputed=True))
    everything = [*measured, *exemplars]
    biases, rows = fit(everything, [take_apart(reply) for reply in everything], behaviours)
    about = {
        "what": "weights of Deskside's recognizer; made by `make fit`, not by hand",
        "fitted on": f"{len(marked)} marked replies, {len(written)} written ones, {len(exemplars)} exemplars",
        "exemplar bank": bank.version,
        "replies": fitted_on(),
        "calibration": f"{calibration.scale} {calibration.shift}",
        "steps": str(STEPS),
        "units": "weights and log-odds as described in scoring/model.py",
    }
    head = [
        (name, labels()[name].kind, as_logit(float(bias)), int(threshold))
        for name, bias, threshold in zip(behaviours, np.asarray(biases), thresholds, strict=True)
    ]
    write(WEIGHTS, about, head, rows)
    print(f"{WEIGHTS}: {len(rows)} pieces of evidence", file=sys.stderr)


if __name__ == "__main__":
    main()
