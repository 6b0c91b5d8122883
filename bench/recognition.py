"""How fast recognition is, beside raw rapidfuzz over the same bank in the same run.

usage: python bench/recognition.py   (prints a table; nothing is asserted: machines differ)
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from itertools import islice

ROUNDS = 3
RAW_REPLIES = 200


def main() -> None:
    """Measure and print."""
    from scoring.bank import load_bank
    from scoring.detector import load_detector
    from scoring.fitting.replies import MARKED, read_replies

    print(f"{'start of the detector, cached, beyond bare Python':52} {started() * 1000:8.0f} ms")
    replies = read_replies(MARKED)
    detector = load_detector()
    for reply in islice(replies, 200):
        detector.detect(reply.reply, reply.person)
    times: list[float] = []
    for _ in range(ROUNDS):
        for reply in replies:
            before = time.perf_counter()
            detector.detect(reply.reply, reply.person)
            times.append(time.perf_counter() - before)
    times.sort()
    each = sum(times) / len(times)
    print(f"{'one reply, median':52} {times[len(times) // 2] * 1000:8.2f} ms")
    print(f"{'one reply, 99th percentile':52} {times[len(times) * 99 // 100] * 1000:8.2f} ms")
    print(f"{'replies a second, one core':52} {1 / each:8.0f}")
    raw = raw_rapidfuzz([reply.reply for reply in replies[:RAW_REPLIES]], [one.text for _, one in load_bank()])
    print(f"{'raw rapidfuzz token_set_ratio, replies a second':52} {1 / raw:8.0f}")
    print(f"{'times as fast as raw rapidfuzz over the same bank':52} {raw / each:8.1f}")
    print(
        f"{'memory of this process at its highest':52} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB"
    )


def started() -> float:
    """Seconds from nothing to the first detection, less those that Python itself takes: the best of several."""

    def best(code: str) -> float:
        taken = []
        for _ in range(5):
            before = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            taken.append(time.perf_counter() - before)
        return min(taken)

    return best("from scoring.detector import load_detector; load_detector().detect('hello')") - best("pass")


def raw_rapidfuzz(replies: list[str], phrases: list[str]) -> float:
    """Seconds a reply that comparing every reply with every phrase takes on one core."""
    from rapidfuzz import fuzz, process

    before = time.perf_counter()
    process.cdist(replies, phrases, scorer=fuzz.token_set_ratio, workers=1)
    return (time.perf_counter() - before) / len(replies)


if __name__ == "__main__":
    main()
