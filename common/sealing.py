"""Encrypts short secrets for storage: AES-256-GCM, bound to the row that holds them (design 8).

The additional data names table, column and row, so that a value copied to another row does not
open there. The key comes from the environment and never from the database. What belongs to one file
is sealed with a key of its own, of which the database holds only the wrapped form (security 5):
without that row nothing of the file opens again, also not from a backup.
"""

import base64
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12
DATA_KEY_BITS = 256


def seal(plain: bytes, *, bound_to: str) -> bytes:
    """Encrypt ``plain``; ``bound_to`` is ``table|column|row`` and must be given again to open."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(_key()).encrypt(nonce, plain, bound_to.encode())


def unseal(sealed: bytes, *, bound_to: str) -> bytes:
    """Decrypt; raises ``cryptography.exceptions.InvalidTag`` for another row, key or content."""
    nonce, body = bytes(sealed[:NONCE_BYTES]), bytes(sealed[NONCE_BYTES:])
    return AESGCM(_key()).decrypt(nonce, body, bound_to.encode())


def new_data_key(*, bound_to: str) -> bytes:
    """A fresh key for one file, wrapped by the master key: all the database may hold of it."""
    return seal(AESGCM.generate_key(DATA_KEY_BITS), bound_to=bound_to)


class Envelope:
    """The opened data key of one file."""

    def __init__(self, wrapped: bytes, *, bound_to: str) -> None:
        self._cipher = AESGCM(unseal(wrapped, bound_to=bound_to))

    def seal(self, plain: bytes, *, bound_to: str) -> bytes:
        """Encrypt with the key of this file."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, bound_to.encode())

    def unseal(self, sealed: bytes, *, bound_to: str) -> bytes:
        """Decrypt; raises ``InvalidTag`` for another row, file or content."""
        nonce, body = bytes(sealed[:NONCE_BYTES]), bytes(sealed[NONCE_BYTES:])
        return self._cipher.decrypt(nonce, body, bound_to.encode())


class MasterKey:
    """The master key in the place of an envelope: for words that belong to no file (ADR 49)."""

    def seal(self, plain: bytes, *, bound_to: str) -> bytes:
        """Encrypt with the master key."""
        return seal(plain, bound_to=bound_to)

    def unseal(self, sealed: bytes, *, bound_to: str) -> bytes:
        """Decrypt; raises ``InvalidTag`` for another row or content."""
        return unseal(sealed, bound_to=bound_to)


def _key() -> bytes:
    return base64.b64decode(settings.DATA_KEY)
