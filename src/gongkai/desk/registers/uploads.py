"""An uploaded table, kept privately between its check and its confirmation.

The browser only holds a random token; name and place of the file stay in the
session and on the server's own disk, and both go when the import is done.
"""

import os
import secrets
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

_KEY = "desk_upload"
_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Upload:
    """A table that waits for its confirmation."""

    token: str
    layout: str
    name: str
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return _folder() / self.token

    def content(self) -> bytes | None:
        """Return the table, or None when it is no longer there."""
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None


def keep(
    session: Any,
    *,
    layout: str,
    name: str,
    content: bytes,
    answers: dict[str, str] | None = None,
) -> Upload:
    """Keep a table; the one that waited before is forgotten.

    ``answers`` say by which column the titles go that were asked about.
    """
    forget(session)
    _clear_old()
    upload = Upload(secrets.token_hex(16), layout, name, answers or {})
    descriptor = os.open(upload.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    session[_KEY] = asdict(upload)
    return upload


def waiting(session: Any, *, layout: str, token: str) -> Upload | None:
    """Return the table that the token and the session agree on."""
    held = session.get(_KEY) or {}
    if held.get("layout") != layout or not secrets.compare_digest(
        str(held.get("token", "")), token
    ):
        return None
    return Upload(held["token"], layout, held["name"], held.get("answers", {}))


def forget(session: Any) -> None:
    """Delete the table that waits, if one does."""
    held = session.pop(_KEY, None)
    if held:
        (_folder() / held["token"]).unlink(missing_ok=True)


def _folder() -> Path:
    folder = Path(settings.DATA_DIR) / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _clear_old() -> None:
    """Delete what was never confirmed."""
    for path in _folder().iterdir():
        if time.time() - path.stat().st_mtime > _DAY:
            path.unlink(missing_ok=True)
