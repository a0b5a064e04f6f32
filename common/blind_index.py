"""Finds an encrypted value without opening it: the same mark for the same value (design 8).

An HMAC under a key of its own, that is neither in the database nor the key that opens: who has
the database alone cannot try out every number there is.
"""

import hashlib
import hmac

from django.conf import settings

MARK_LENGTH = 64


def blind_index(value: str, *, of: str) -> str:
    """The mark of a value; ``of`` names what it is, so that two kinds never share a mark."""
    text = f"{of}|{value}".encode()
    return hmac.new(settings.INDEX_KEY.encode(), text, hashlib.sha256).hexdigest()
