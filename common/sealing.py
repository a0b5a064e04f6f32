"""Encrypts short secrets for storage: AES-256-GCM, bound to the row that holds them (design 8).

The additional data names table, column and row, so that a value copied to another row does not
open there. The key comes from the environment and never from the database.
"""

import base64
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12


def seal(plain: bytes, *, bound_to: str) -> bytes:
    """Encrypt ``plain``; ``bound_to`` is ``table|column|row`` and must be given again to open."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(_key()).encrypt(nonce, plain, bound_to.encode())


def unseal(sealed: bytes, *, bound_to: str) -> bytes:
    """Decrypt; raises ``cryptography.exceptions.InvalidTag`` for another row, key or content."""
    nonce, body = bytes(sealed[:NONCE_BYTES]), bytes(sealed[NONCE_BYTES:])
    return AESGCM(_key()).decrypt(nonce, body, bound_to.encode())


def _key() -> bytes:
    return base64.b64decode(settings.DATA_KEY)
