"""Time and memory of this process."""

import resource
from collections.abc import Callable
from time import perf_counter, process_time
from typing import Any

_KIB_PER_MIB = 1024


def seconds(action: Callable[[], Any]) -> tuple[float, Any]:
    """Return how long the action took, and what it returned."""
    begun = perf_counter()
    answer = action()
    return perf_counter() - begun, answer


def times(name: str, action: Callable[[], Any]) -> tuple[dict[str, float], Any]:
    """Return the action's seconds and its own work in seconds, and its answer.

    The work is what the processor did for this process, whoever else was busy; a
    database server's is not in it.
    """
    begun = process_time()
    elapsed, answer = seconds(action)
    return {f"{name}_s": elapsed, f"{name}_cpu_s": process_time() - begun}, answer


def peak_mib() -> float:
    """Return the most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
