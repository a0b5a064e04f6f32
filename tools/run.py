"""``make run``: from a fresh clone to a working demo at one address, and a clean end on Ctrl-C."""

import fcntl
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from tools.children import Children
from tools.configuration import (
    ROOT,
    Configuration,
    check_port_is_free,
    make_data_dir,
    read_configuration,
)
from tools.demo_keys import demo_keys
from tools.environment import ensure_environment
from tools.frontend import ensure_frontend
from tools.steps import Steps
from tools.trouble import Trouble, run_main

STEPS = 8
FIRST_OF_DJANGO = 4  # tools.prepare shows four steps
WEB = ["-m", "gunicorn", "wijkteams.wsgi", "--worker-class", "gthread", "--workers", "2"]
WEB += ["--threads", "4", "--no-control-socket", "--log-level", "warning"]
WORKER = ["-m", "celery", "-A", "wijkteams", "worker", "-B", "--pool", "solo"]
WORKER += ["--loglevel", "WARNING", "--without-gossip", "--without-mingle"]
START_SECONDS = 60


def main() -> int:
    """Prepare, start, stay until Ctrl-C; 0 after a wish to stop, 1 after trouble."""
    signal.signal(signal.SIGTERM, _interrupt)
    here = read_configuration(ROOT, os.environ)
    make_data_dir(here.data_dir)
    check_port_is_free(here.port)
    with _only_run_on(here):
        _prepare(here)
        with Children() as children:
            _start(children, here)
            _tell(here)
            children.watch()
    print("Gestopt. Wat is ingevoerd blijft bewaard.")
    return 0


def _prepare(here: Configuration) -> None:
    """Steps 1 to 7: environment, front end, keys, and what needs Django."""
    steps = Steps(STEPS)
    tmp = {"TMPDIR": here.environment["TMPDIR"]}
    with steps.step("Python-omgeving"):
        ensure_environment(
            here.root, "requirements.txt", log=here.log("environment"), environment=tmp
        )
    with steps.step("Voorkant"):
        ensure_frontend(here.root, log=here.log("frontend"), environment=tmp)
    with steps.step("Sleutels"):
        for name, value in demo_keys(here.data_dir).items():
            here.environment[name] = here.environment.get(name) or value
    command = [str(here.python), "-m", "tools.prepare", str(FIRST_OF_DJANGO), str(STEPS)]
    if subprocess.run(command, cwd=here.root, env=here.environment, check=False).returncode:
        raise SystemExit(1)  # tools.prepare has said why


def _start(children: Children, here: Configuration) -> None:
    """Step 8: web server and worker, until the first page is answered."""
    with Steps(STEPS, first=STEPS).step("Webserver en worker"):
        bind = ["--bind", f"127.0.0.1:{here.port}", "--worker-tmp-dir", here.environment["TMPDIR"]]
        children.start("webserver", [here.python, *WEB, *bind], here)
        children.start("worker", [here.python, *WORKER], here)
        deadline = time.monotonic() + START_SECONDS
        while not (_answers(here.port) or children.must_stop):
            children.check_all_run()
            if time.monotonic() > deadline:
                raise Trouble(
                    f"De webserver antwoordt na {START_SECONDS} seconden nog niet; waarom staat "
                    f"in {here.log('webserver')}, start daarna opnieuw met make run."
                )
            time.sleep(0.2)


def _tell(here: Configuration) -> None:
    logs = here.shown(here.log("webserver").parent)
    people = (here.data_dir / "demo-people.txt").read_text(encoding="utf-8")
    print(f"\nOpen {here.address} en kies bij 'Inloggen als …' een demopersoon, bijvoorbeeld:")
    print(people)
    print(f"Stoppen: Ctrl-C. Logboeken: {logs}/.", flush=True)


def _answers(port: int) -> bool:
    """Whether the health page says anything at all; what it says is for the page itself."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/gezondheid/")
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


@contextmanager
def _only_run_on(here: Configuration) -> Iterator[None]:
    """Two runs on one data folder would share one beat schedule and one SQLite file."""
    with (here.data_dir / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Trouble(
                f"Op de gegevensmap {here.shown(here.data_dir)} draait al een make run: stop die, "
                "of kies een andere map met `make run DATA_DIR=…`."
            ) from error
        yield


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Let a polite request to end during the preparation end like Ctrl-C."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(run_main(main))
