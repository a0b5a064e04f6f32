"""The web servers of the bench: one per city, started as in production, stopped by their id."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bench.environment import DATA_DIR, ROOT, City, environment, free_port
from tools.trouble import Trouble

WORKERS, THREADS = 2, 4
GUNICORN = [sys.executable, "-m", "gunicorn", "bench.wsgi", "--worker-class", "gthread"]
GUNICORN += ["--workers", str(WORKERS), "--threads", str(THREADS), "--keep-alive", "60"]
GUNICORN += ["--no-control-socket", "--log-level", "warning"]
START_SECONDS, STOP_SECONDS = 60, 15
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@contextmanager
def serving(cities: Sequence[City]) -> Iterator[dict[str, int]]:
    """A running server per city; gives the port of each, and stops them all at the end."""
    running: list[subprocess.Popen[bytes]] = []
    ports: dict[str, int] = {}
    try:
        for city in cities:
            ports[city.name] = free_port()
            running.append(_start(city, ports[city.name]))
        for process, port in zip(running, ports.values(), strict=True):
            _wait(process, port)
        yield ports
    finally:
        for process in running:
            process.terminate()
        for process in running:
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def count_queries(port: int, path: str, cookie: str) -> int:
    """How many queries one page takes, asked for the second time."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        for _ in range(2):
            headers = {"Cookie": cookie, "X-Bench-Count": "1"}
            place, _, form = path.partition(" ")
            method = "POST" if form else "GET"
            connection.request(method, place, body=form or None, headers=headers | FORM)
            answer = connection.getresponse()
            answer.read()
            if answer.status != http.client.OK:
                raise Trouble(f"{path} antwoordde {answer.status} in plaats van 200.")
        return int(answer.headers["X-Bench-Queries"])
    finally:
        connection.close()


def _start(city: City, port: int) -> "subprocess.Popen[bytes]":
    log = (DATA_DIR / f"gunicorn-{city.name}.log").open("wb")
    with log:
        return subprocess.Popen(
            [*GUNICORN, "--bind", f"127.0.0.1:{port}"],
            cwd=ROOT,
            env=environment(city),
            stdout=log,
            stderr=log,
        )


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Until the server answers something."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/gezondheid/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    raise Trouble(f"De webserver van de bench start niet; waarom staat in {DATA_DIR}.")
