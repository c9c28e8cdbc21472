"""Time and memory of this process."""

import resource
from collections.abc import Callable
from time import perf_counter
from typing import Any

_KIB_PER_MIB = 1024


def seconds(action: Callable[[], Any]) -> tuple[float, Any]:
    """Return how long the action took, and what it returned."""
    begun = perf_counter()
    answer = action()
    return perf_counter() - begun, answer


def peak_mib() -> float:
    """Return the most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
