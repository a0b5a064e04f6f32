"""Running another program quietly: its output goes to a log, a failure becomes a sentence."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.trouble import Trouble


def run_quietly(
    command: Sequence[str | Path],
    *,
    log: Path,
    cwd: Path,
    environment: Mapping[str, str],
    otherwise: str,
) -> None:
    """Run ``command``; when it fails, raise Trouble with ``otherwise`` and where the log is."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w", encoding="utf-8") as out:
        try:
            code = subprocess.run(
                [str(part) for part in command],
                cwd=cwd,
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
        except OSError as error:
            raise Trouble(f"{otherwise} ({error.strerror}: {error.filename}).") from error
    if code:
        raise Trouble(f"{otherwise}; waarom staat in {log}.")
