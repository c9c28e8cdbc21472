"""What is done in a remedy: each legal act is one function."""

from gongkai.remedies.services.course import (
    keep_party,
    read_party,
    record_step,
    undo_step,
)
from gongkai.remedies.services.recomputation import Moved, recompute_open

__all__ = [
    "Moved",
    "keep_party",
    "read_party",
    "recompute_open",
    "record_step",
    "undo_step",
]
