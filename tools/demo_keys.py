"""The keys of a demo: made at the first start, kept in the data folder, never committed."""

import base64
import os
import secrets
from pathlib import Path

from tools.configuration import read_env_file


def demo_keys(data_dir: Path) -> dict[str, str]:
    """The keys of this demo; a later start finds the same ones, and adds a key that is new."""
    path = data_dir / "demo.env"
    kept = read_env_file(path) if path.exists() else {}
    keys = _new_keys() | kept
    if keys != kept:
        _write_privately(path, keys)
    return read_env_file(path)


def _new_keys() -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(64),
        "AUDIT_KEY": secrets.token_urlsafe(64),
        "DATA_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
        "INDEX_KEY": secrets.token_urlsafe(64),
    }


def _write_privately(path: Path, keys: dict[str, str]) -> None:
    """Complete or not at all, and readable by nobody else from the first moment."""
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.writelines(f"{name}={value}\n" for name, value in keys.items())
    draft.replace(path)
