"""What must be right before the server starts: keys that are secret (security 5)."""

import base64
import binascii
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register

KEY_NAMES = ("SECRET_KEY", "AUDIT_KEY", "DATA_KEY")
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
            problems.append("SECRET_KEY, AUDIT_KEY en DATA_KEY moeten van elkaar verschillen.")
    return [
        Error(text, hint="Maak nieuwe sleutels; zie .env.example.", id=f"clusters.E{number:03}")
        for number, text in enumerate(problems, start=1)
    ]


def _problems(name: str) -> list[str]:
    """What is wrong with one key."""
    key = str(getattr(settings, name))
    if len(key) < SHORTEST_KEY:
        return [f"{name} is te kort: minstens {SHORTEST_KEY} tekens."]
    if key.lower().startswith(NOT_SECRET) or len(set(key)) < FEWEST_DIFFERENT:
        return [f"{name} is een voorbeeld of testsleutel, geen geheim."]
    return []


def _data_key_problems() -> list[str]:
    """The data key must be thirty-two bytes in base64, in a demo too."""
    try:
        size = len(base64.b64decode(settings.DATA_KEY, validate=True))
    except (binascii.Error, ValueError):
        size = 0
    return [] if size == DATA_KEY_BYTES else ["DATA_KEY moet 32 bytes zijn, als base64."]
