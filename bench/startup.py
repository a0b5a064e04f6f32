"""Times ``make run`` on a fresh clone with an empty home: the first start and the second.

``python -m bench.startup`` clones HEAD to a temporary folder, waits each time until the health
page answers 200, stops the run with the signal of Ctrl-C, and removes everything again.
"""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST, SECOND = 180.0, 10.0  # seconds; the bars of design 10
LEFT_OUT: tuple[str, ...] = (
    "VIRTUAL_ENV",
    "DATABASE_URL",
    "REDIS_URL",
    "CELERY_BROKER_URL",
    "DATA_DIR",
    "TMPDIR",
)
LEFT_OUT += (
    "DJANGO_SETTINGS_MODULE",
    "SECRET_KEY",
    "AUDIT_KEY",
    "DATA_KEY",
    "INDEX_KEY",
    "MAKEFLAGS",
)


def main() -> int:
    """Print both times and whether they hold; 0 when they do."""
    place = Path(tempfile.mkdtemp(prefix="wijkteams-start-"))
    try:
        clone, home = place / "clone", place / "home"
        home.mkdir()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        times = [_time_one_run(clone, home) for _ in ("first", "second")]
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return max(_judge("first", times[0], FIRST), _judge("second", times[1], SECOND))


def _time_one_run(clone: Path, home: Path) -> float:
    """Seconds from the command until the health page is green; then end the run."""
    port = _free_port()
    environment = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    environment |= {"HOME": str(home), "PORT": str(port)}
    began = time.monotonic()
    with subprocess.Popen(
        ["make", "run"], cwd=clone, env=environment, start_new_session=True
    ) as process:
        try:
            while not _is_healthy(port):
                if process.poll() is not None:
                    raise SystemExit(f"make run ended with code {process.returncode}")
                if time.monotonic() - began > 2 * FIRST:
                    raise SystemExit("make run does not answer")
                time.sleep(0.1)
            seconds = time.monotonic() - began
        finally:
            _stop(process)
    return seconds


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Press Ctrl-C, as far as a program can."""
    if process.poll() is not None:
        return
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise SystemExit("make run did not end within 30 seconds of Ctrl-C") from None


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/gezondheid/")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _judge(name: str, seconds: float, bar: float) -> int:
    holds = seconds <= bar
    print(f"{name} start: {seconds:.1f} s (bar {bar:.0f} s): {'holds' if holds else 'TOO SLOW'}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
