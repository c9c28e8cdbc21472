"""The handlers of jobs by name; an app registers its own in its ``tasks`` module.

A handler takes plain values, fetches, calls one service and returns what the page
of the job shows, as JSON. It may run twice and do no harm.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol


class Report(Protocol):
    """What a handler calls as it goes."""

    def __call__(self, done: int, total: int | None = None) -> None: ...


Run = Callable[..., dict[str, Any]]


@dataclass(frozen=True)
class Handler:
    """A job that the program knows: its name, its title for people, its function."""

    kind: str
    title: str
    run: Run


_handlers: dict[str, Handler] = {}


def handles(kind: str, title: str) -> Callable[[Run], Run]:
    """Register the function below as the handler of ``kind``."""

    def register(run: Run) -> Run:
        if kind in _handlers and _handlers[kind].run is not run:
            message = f"job {kind} has two handlers"
            raise ValueError(message)
        _handlers[kind] = Handler(kind, title, run)
        return run

    return register


def handler_of(kind: str) -> Handler | None:
    """Return the handler of a job; None when the program has it no longer."""
    return _handlers.get(kind)
