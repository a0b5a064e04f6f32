"""What an authenticator app needs to start: a QR code, or the same secret to type."""

import base64
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote, urlencode

import segno
from django.conf import settings

from clusters.login.models import STEP_SECONDS, Authenticator

BORDER = 4


@dataclass(frozen=True)
class QrCode:
    """A drawing for an SVG without style attributes: its size and the path of the dark dots."""

    size: int
    path: str


def qr_code(device: Authenticator) -> QrCode:
    """The QR code that a telephone scans; drawn here, so the secret goes nowhere else."""
    rows = segno.make(_address(device), error="m", micro=False).matrix
    runs = [
        f"M{BORDER + start} {BORDER + line}h{length}v1h-{length}z"
        for line, row in enumerate(rows)
        for start, length in _dark_runs(row)
    ]
    return QrCode(size=len(rows) + 2 * BORDER, path="".join(runs))


def secret_in_groups(device: Authenticator) -> str:
    """The secret in groups of four letters, to type by hand."""
    letters = _letters(device)
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _dark_runs(row: bytearray) -> list[tuple[int, int]]:
    """Begin and length of every run of dark dots in one line."""
    runs = [
        (dark, [place for place, _ in dots]) for dark, dots in groupby(enumerate(row), _is_dark)
    ]
    return [(places[0], len(places)) for dark, places in runs if dark]


def _is_dark(dot: tuple[int, int]) -> bool:
    return bool(dot[1])


def _letters(device: Authenticator) -> str:
    return base64.b32encode(device.secret).decode().rstrip("=")


def _address(device: Authenticator) -> str:
    """The address that apps understand (otpauth)."""
    label = quote(f"{settings.OTP_TOTP_ISSUER}:{device.user.get_username()}")
    query = {
        "secret": _letters(device),
        "issuer": settings.OTP_TOTP_ISSUER,
        "digits": 6,
        "period": STEP_SECONDS,
    }
    return f"otpauth://totp/{label}?{urlencode(query)}"
