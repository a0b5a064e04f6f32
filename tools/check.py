"""``make check``: everything a machine can say about the code without running the tests."""

import base64
import os
import subprocess
import sys
import time
from pathlib import Path

from tools.configuration import ROOT, make_data_dir, read_configuration
from tools.test_env import TEST_ENVIRONMENT
from tools.trouble import run_main

PRODUCTION = {  # the shape of a real installation; every value is made up
    "SECRET_KEY": "a-made-up-secret-key-for-the-deployment-check-9Zx!4kQw7$Lm2@Rt",
    "AUDIT_KEY": "a-made-up-audit-key-for-the-deployment-check-7Hd#1pVb8%Ns3&Yc",
    "DATA_KEY": base64.b64encode(b"made-up-32-bytes-for-this-check!").decode(),
    "INDEX_KEY": "a-made-up-index-key-for-the-deployment-check-5Jf^8wRt!2Ck&Zm",
    "DEMO": "False",
    "DEBUG": "False",
    "SECURE_COOKIES": "True",
    "ALLOWED_HOSTS": "wijkteams.example",
    "SITE_URL": "https://wijkteams.example",
    "EMAIL_URL": "smtp://mail.example:25",
}
MANAGE = [sys.executable, "manage.py"]
CHECKS: list[tuple[str, list[str], dict[str, str]]] = [
    ("ruff format", [sys.executable, "-m", "ruff", "format", "--check", "."], {}),
    ("ruff check", [sys.executable, "-m", "ruff", "check", "."], {}),
    ("mypy", [sys.executable, "-m", "mypy"], TEST_ENVIRONMENT),
    ("import contracts", [str(Path(sys.executable).parent / "lint-imports")], TEST_ENVIRONMENT),
    ("check --deploy", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
    ("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], PRODUCTION),
    ("reference data", [*MANAGE, "load_reference_data", "--check"], PRODUCTION),
    ("lifecycles", [sys.executable, "-m", "tools.lifecycles", "--check"], TEST_ENVIRONMENT),
]


def main() -> int:
    """Run every check, also after one failed; print one line each and what failed."""
    here = read_configuration(ROOT, os.environ)
    make_data_dir(here.data_dir)
    failed = [name for name, command, extra in CHECKS if not _passes(name, command, extra)]
    print(f"FAILED: {', '.join(failed)}" if failed else "OK")
    return 1 if failed else 0


def _passes(name: str, command: list[str], extra: dict[str, str]) -> bool:
    """Run one check; its own words are shown only when it fails."""
    began = time.monotonic()
    environment = {**os.environ, **extra, "TMPDIR": str(ROOT / "var" / "tmp")}
    answer = subprocess.run(
        command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )
    is_good = answer.returncode == 0
    print(f"{'ok    ' if is_good else 'FAILED'} {name} ({time.monotonic() - began:.0f} s)")
    if not is_good:
        print(answer.stdout + answer.stderr, flush=True)
    return is_good


if __name__ == "__main__":
    sys.exit(run_main(main))
