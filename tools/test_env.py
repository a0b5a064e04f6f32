"""The environment variables of a test run; real variables win, so a leg can choose its database."""

import base64
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = ROOT / "var" / "test"
TEST_ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "wijkteams.settings",
    "SECRET_KEY": "only-for-tests-secret-key-with-enough-characters-0123456789",
    "AUDIT_KEY": "only-for-tests-audit-key-with-enough-characters-0123456789",
    "DATA_KEY": base64.b64encode(b"only-for-tests-32-bytes-of-key!!").decode(),
    "INDEX_KEY": "only-for-tests-index-key-with-enough-characters-0123456789",
    "DEMO": "False",
    "DEBUG": "False",
    "SECURE_COOKIES": "False",
    "ALLOWED_HOSTS": "testserver,127.0.0.1,localhost",
    "SITE_URL": "http://testserver",
    "DATA_DIR": str(DATA_DIR),
    "EMAIL_URL": "memorymail://",
    "LOG_LEVEL": "WARNING",
}


def apply() -> None:
    """Set what is not set yet; call this before anything reads the settings."""
    for name in ("broker", "broker-control", "mail"):
        (DATA_DIR / name).mkdir(parents=True, exist_ok=True)
    for name, value in TEST_ENVIRONMENT.items():
        os.environ.setdefault(name, value)
