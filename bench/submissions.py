"""Bench: requests submitted at the same time, by the service and by HTTP; none lost."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import portal_clients
from databases import Engine, Place
from growth import table
from tasks.measuring import seconds

PROCESSES, THREADS = 2, 4
CLIENTS = 8
ORGANS = 4
#: One submission over HTTP is a dozen requests.
HTTP_SHARE = 5
_COLUMNS = {
    "service_per_s": "service, a second",
    "http_per_s": "whole form over HTTP, a second",
    "insert_per_s": "bare INSERT, a second",
    "ratio": "INSERT : service",
}


class LostRequestsError(Exception):
    """Something was acknowledged and is not there, or was refused."""


def measure(engine: Engine, sizes: Sequence[int], _runs: int) -> dict[str, Any]:
    """Submit so many; fail unless all of them are acknowledged and kept."""
    return {"sizes": {size: _measured(engine, size) for size in sizes}}


def shown(result: dict[str, Any]) -> str:
    """Return the speeds as a table; that nothing was lost is a condition of it."""
    rows = [
        [int(size), *(figures[name] for name in _COLUMNS)]
        for size, figures in result["sizes"].items()
    ]
    return table(["requests", *_COLUMNS.values()], rows)


def _measured(engine: Engine, size: int) -> dict[str, Any]:
    http = max(size // HTTP_SHARE, 1)
    with engine.fresh() as place:
        place.run("count_requests", make=ORGANS)
        service_s = _submit(place, size)
        with _served(place) as origin:
            http_s, complaints = seconds(lambda: _apply(origin, http))
        counted = place.run("count_requests")
        insert_s = place.run("insert_requests", size=size)["insert_s"]
    if complaints:
        raise LostRequestsError(complaints[:5])
    kept = {
        "requests": size + http,
        "applicants": size + http,
        "twice": 0,
        "journal_is_whole": True,
    }
    if counted != kept:
        raise LostRequestsError(counted, kept)
    return {
        "service_per_s": size / service_s,
        "http_per_s": http / http_s,
        "insert_per_s": size / insert_s,
        "ratio": service_s / insert_s,
    }


def _submit(place: Place, size: int) -> float:
    """Submit from several processes with several threads each; return seconds."""
    shares = [size // PROCESSES] * PROCESSES
    shares[0] += size % PROCESSES

    def submitted(worker: int) -> dict[str, Any]:
        answer: dict[str, Any] = place.run(
            "submit_requests", worker=worker, size=shares[worker], threads=THREADS
        )
        return answer

    with ThreadPoolExecutor(PROCESSES) as pool:
        answers = list(pool.map(submitted, range(PROCESSES)))
    if sum(each["acknowledged"] for each in answers) != size:
        raise LostRequestsError([each["complaints"] for each in answers])
    return max(float(each["submit_s"]) for each in answers)


def _apply(origin: str, count: int) -> list[str]:
    def applied(n: int) -> str:
        return portal_clients.apply(origin, f"X{n % ORGANS:03d}", f"示例H{n}号")

    with ThreadPoolExecutor(CLIENTS) as pool:
        return [complaint for complaint in pool.map(applied, range(count)) if complaint]


@contextmanager
def _served(place: Place) -> Iterator[str]:
    """Serve the place with the program's own server, in two processes."""
    port = _free_port()
    environ = {
        "GONGKAI_DATA_DIR": str(place.data_dir),
        "DATABASE_URL": place.url,
        "GONGKAI_APPLY_PER_ADDRESS": "1000000",
    }
    server = subprocess.Popen(
        [
            str(Path(sys.executable).with_name("gongkai")),
            *("serve", "--port", str(port), "--workers", str(PROCESSES)),
        ],
        env={**os.environ, **environ},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise LostRequestsError("the server did not start")
