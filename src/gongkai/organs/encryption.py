"""Personal data at rest: one field class, AES-256-GCM, a new nonce for each value.

The key is ``GONGKAI_FIELD_KEY`` or, when that is not set, a file beside the data
that is made on first use (``settings.FIELD_KEY``). A value is bound to its model
and field, so that it cannot be moved to another column.
"""

import base64
import hashlib
import hmac
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

from gongkai.statute.errors import GongkaiError

_NONCE_BYTES = 12
_PREFIX = "g1:"


def encrypt(text: str, *, purpose: str) -> str:
    """Return the text sealed for one purpose (the model and field it belongs to)."""
    sealed = encrypt_bytes(text.encode(), purpose=purpose)
    return _PREFIX + base64.urlsafe_b64encode(sealed).decode()


def decrypt(sealed: str, *, purpose: str) -> str:
    """Return the text; ``GongkaiError`` when key or purpose are not those it had."""
    raw = base64.urlsafe_b64decode(sealed.removeprefix(_PREFIX))
    return decrypt_bytes(raw, purpose=purpose).decode()


def encrypt_bytes(content: bytes, *, purpose: str) -> bytes:
    """Return the content sealed for one purpose, the nonce before it."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(_key("encrypt")).encrypt(nonce, content, purpose.encode())


def decrypt_bytes(sealed: bytes, *, purpose: str) -> bytes:
    """Return the content; ``GongkaiError`` when key or purpose are not those it had."""
    nonce, body = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return AESGCM(_key("encrypt")).decrypt(nonce, body, purpose.encode())
    except InvalidTag as error:
        raise GongkaiError(
            "个人信息解不开：密钥不是加密时的那一个。"
            "请恢复数据目录里的 field_key 文件或 GONGKAI_FIELD_KEY。"
        ) from error


def fingerprint(text: str, *, purpose: str) -> str:
    """Return a keyed hash by which equal texts are known again without reading them."""
    digest = hmac.new(_key("fingerprint"), f"{purpose}\0{text}".encode(), "sha256")
    return digest.hexdigest()


class EncryptedTextField(models.TextField):
    """Text that is sealed in the database and plain in Python; empty stays empty."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return encrypt(text, purpose=self._purpose) if text else text

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return decrypt(value, purpose=self._purpose) if value else value

    @property
    def _purpose(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"  # noqa: SLF001


def _key(use: str) -> bytes:
    return hashlib.sha256(f"{settings.FIELD_KEY}:{use}".encode()).digest()
