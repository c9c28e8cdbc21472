"""Compare the clock with the day-by-day model: ``python run_many.py N [SEED]``.

Runs in as many processes as there are cores, stops at the first difference and prints
the history that shows it.
"""

import sys
from multiprocessing import Pool
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from statute.clock.comparing import described, difference
from statute.clock.histories import random_history

CHUNK = 5_000


def compare(job: tuple[int, int]) -> tuple[int, int, str]:
    seed, number = job
    rng = Random(seed)  # noqa: S311 - histories, not secrets
    impossible = 0
    for _ in range(number):
        history = random_history(rng)
        impossible += history.is_impossible
        found = difference(history)
        if found is not None:
            return number, impossible, f"{found}\n{described(history)}"
    return number, impossible, ""


def main() -> int:
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 711
    jobs = [
        (seed * 1_000_003 + start, min(CHUNK, total - start))
        for start in range(0, total, CHUNK)
    ]
    done = refused = 0
    begun = perf_counter()
    with Pool() as pool:
        for number, impossible, found in pool.imap_unordered(compare, jobs):
            if found:
                print(found)  # noqa: T201
                return 1
            done += number
            refused += impossible
    seconds = perf_counter() - begun
    result = f"{done:,} histories agree ({refused:,} of them refused)"
    print(f"{result}, {seconds:.0f} s")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
