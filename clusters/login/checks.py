"""What must be right before the server starts: secret keys, and a demo with demo data only."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connection

from clusters.login.demo import demo_database_is_clean
from clusters.people.models import User

KEY_NAMES = ("SECRET_KEY", "AUDIT_KEY", "DATA_KEY", "INDEX_KEY")
SHORTEST_KEY = 32
FEWEST_DIFFERENT = 12
DATA_KEY_BYTES = 32
NOT_SECRET = (
    "only-for-tests",
    "test",
    "demo",
    "development",
    "change",
    "example",
    "insecure",
    "geheim",
    "secret",
)


@register(Tags.security)
def keys_are_secret(app_configs: Any = None, **kwargs: Any) -> list[Error]:
    """Outside a demo every key is long, its own, and not one from a manual or a test."""
    problems = _data_key_problems()
    if not settings.DEMO:
        problems += [problem for name in KEY_NAMES for problem in _problems(name)]
        if len({getattr(settings, name) for name in KEY_NAMES}) < len(KEY_NAMES):
            names = f"{', '.join(KEY_NAMES[:-1])} en {KEY_NAMES[-1]}"
            problems.append(f"{names} moeten van elkaar verschillen.")
    return [
        Error(text, hint="Maak nieuwe sleutels; zie .env.example.", id=f"clusters.E{number:03}")
        for number, text in enumerate(problems, start=1)
    ]


@register(Tags.database)
def demo_holds_demo_data_only(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[Error]:
    """A demo does not start on a database with a real account (design 10); ``migrate`` asks."""
    if not settings.DEMO or DEFAULT_DB_ALIAS not in (databases or []):
        return []
    if User._meta.db_table not in connection.introspection.table_names():
        return []
    if demo_database_is_clean():
        return []
    text = "In deze database staan echte accounts. De demonstratie start daarom niet."
    hint = "Kies met DATABASE_URL of DATA_DIR een lege database, of zet DEMO uit."
    return [Error(text, hint=hint, id="clusters.E100")]


def refuse_unsafe_start() -> None:
    """Stop a web server or worker whose keys are no secret: they do not run Django's checks.

    Raises ImproperlyConfigured with what is wrong, one sentence per problem.
    """
    problems = keys_are_secret()
    if problems:
        raise ImproperlyConfigured(" ".join(problem.msg for problem in problems))


def _problems(name: str) -> list[str]:
    """What is wrong with one key."""
    key = str(getattr(settings, name))
    if len(key) < SHORTEST_KEY:
        return [f"{name} is te kort: minstens {SHORTEST_KEY} tekens."]
    words = (key.lower(), _decoded(key).lower())  # a test key in base64 is still a test key
    if any(word.startswith(NOT_SECRET) for word in words) or len(set(key)) < FEWEST_DIFFERENT:
        return [f"{name} is een voorbeeld of testsleutel, geen geheim."]
    return []


def _decoded(key: str) -> str:
    """What a key in base64 says; empty when it is not base64 or not text."""
    try:
        return base64.b64decode(key, validate=True).decode()
    except (binascii.Error, ValueError):
        return ""


def _data_key_problems() -> list[str]:
    """The data key must be thirty-two bytes in base64, in a demo too."""
    try:
        size = len(base64.b64decode(settings.DATA_KEY, validate=True))
    except (binascii.Error, ValueError):
        size = 0
    return [] if size == DATA_KEY_BYTES else ["DATA_KEY moet 32 bytes zijn, als base64."]
