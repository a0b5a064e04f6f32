"""The HMACs of the trail: with a key that is not in the database, so nobody can restamp a row.

Each use has a key of its own, derived from AUDIT_KEY with a label, so that a value made for one
purpose means nothing for another.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC
from functools import lru_cache
from typing import Any

from django.conf import settings

SIGNED_COLUMNS = (
    "uuid",
    "at",
    "code",
    "action",
    "outcome",
    "actor_id",
    "actor_login",
    "actor_name",
    "role",
    "organisation",
    "team",
    "purpose",
    "rule",
    "relation",
    "session_mac",
    "request_id",
    "route",
    "method",
    "status",
    "object_type",
    "object_id",
    "fields",
    "result_count",
    "source_version",
    "kid",
)


@lru_cache(maxsize=16)
def _key(secret: str, purpose: str) -> bytes:
    return hmac.digest(secret.encode(), f"wijkteams/audit/v1/{purpose}".encode(), hashlib.sha256)


def _mac(purpose: str, message: bytes) -> bytes:
    return hmac.digest(_key(settings.AUDIT_KEY, purpose), message, hashlib.sha256)


def key_id() -> str:
    """A short mark of the key in use, so that a changed key is not taken for tampering."""
    return _key(settings.AUDIT_KEY, "kid").hex()[:16]


def event_mac(values: Sequence[Any], resident_ids: Iterable[int]) -> bytes:
    """The HMAC of one event: its SIGNED_COLUMNS in order, and the residents it shows."""
    at = values[1].astimezone(UTC).isoformat(timespec="microseconds")
    canonical = [str(values[0]), at, *values[2:], sorted(resident_ids)]
    return _mac("row", _bytes(canonical))


def seal_mac(facts: Mapping[str, Any]) -> bytes:
    """The HMAC of one seal."""
    return _mac("seal", _bytes(facts))


def fingerprint(purpose: str, value: str) -> str:
    """A mark that is equal for equal values and tells nothing else (session, typed login name)."""
    return _mac(purpose, value.encode()).hex()[:32] if value else ""


def _bytes(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True, default=str).encode()
