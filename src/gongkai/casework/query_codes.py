"""The code with which an applicant follows his request, shown once.

Only a keyed hash is kept (``organs.encryption.fingerprint``): the database alone,
without the key beside it, tells no code.
"""

import hmac
import secrets
import unicodedata

from gongkai.organs.encryption import fingerprint

#: Letters and digits that are not taken for one another on paper.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8
_PURPOSE = "casework.query_code"


def new_query_code() -> str:
    """Return a fresh code."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def query_code_hash(number: str, code: str) -> str:
    """Return what is kept of a code: it opens the request of this number only."""
    return fingerprint(f"{number.strip()}\0{_typed(code)}", purpose=_PURPOSE)


def is_same_hash(kept: str, given: str) -> bool:
    """Compare two hashes in a time that tells nothing; no code opens nothing."""
    return bool(kept) and hmac.compare_digest(kept, given)


def _typed(code: str) -> str:
    """Return a code as it was meant: small letters, full width and gaps allowed."""
    plain = unicodedata.normalize("NFKC", code).upper()
    return "".join(letter for letter in plain if letter.isalnum())
