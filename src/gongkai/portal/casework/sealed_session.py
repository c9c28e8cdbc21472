"""What a visitor writes is kept in his session, sealed, and forgotten after a time.

The session lies in the database; the browser holds its key alone. Nothing of it
stands in an address.
"""

import json
import time
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from gongkai.organs.encryption import decrypt, encrypt
from gongkai.statute.errors import GongkaiError


def put(session: SessionBase, key: str, value: dict[str, Any], seconds: int) -> None:
    """Keep a value for a time."""
    text = json.dumps({"until": time.time() + seconds, "value": value})
    session[key] = encrypt(text, purpose=_purpose(key))


def get(session: SessionBase, key: str) -> dict[str, Any] | None:
    """Return the value; None when there is none or its time is over."""
    sealed = session.get(key)
    if not isinstance(sealed, str):
        return None
    try:
        kept = json.loads(decrypt(sealed, purpose=_purpose(key)))
    except GongkaiError:
        return None
    if kept["until"] < time.time():
        return None
    value: dict[str, Any] = kept["value"]
    return value


def _purpose(key: str) -> str:
    return f"portal.session.{key}"
