"""The web server and the worker start, are watched and end together; tried with real processes."""

import os
import signal
import sys
import threading
import time

import pytest

from tools.children import Children
from tools.configuration import make_data_dir, read_configuration
from tools.trouble import Trouble

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
PARENT_OF_A_STUBBORN_CHILD = [
    sys.executable,
    "-c",
    "import signal, subprocess, sys, time\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import signal, time\\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\\ntime.sleep(60)'])\n"
    "print(child.pid, flush=True)\n"
    "time.sleep(60)\n",
]


@pytest.fixture
def here(tmp_path):
    configuration = read_configuration(tmp_path, {"PATH": os.environ["PATH"]})
    make_data_dir(configuration.data_dir)
    return configuration


@pytest.fixture(autouse=True)
def _own_signals():
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as file:
        return file.read().split()[2] != "Z"


def test_leaving_ends_every_child_and_grandchild(here):
    with Children() as children:
        children.start("sleeper", SLEEPER, here)
        children.start("parent", PARENT_OF_A_STUBBORN_CHILD, here)
        pids = [child.process.pid for child in children.running]
        while not (text := here.log("parent").read_text().strip()):
            time.sleep(0.05)
        pids.append(int(text))
        assert all(is_running(pid) for pid in pids)

    deadline = time.monotonic() + 5
    while any(is_running(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in pids if is_running(pid)] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_wish_to_stop_ends_the_watch_without_trouble(here, number):
    with Children() as children:
        children.start("sleeper", SLEEPER, here)
        threading.Timer(0.3, os.kill, (os.getpid(), number)).start()

        children.watch()

    assert children.must_stop


def test_a_child_that_dies_is_trouble_and_the_other_ends_too(here):
    started = []

    def run():
        with Children() as children:
            children.start("webserver", SLEEPER, here)
            children.start("worker", [sys.executable, "-c", "raise SystemExit(3)"], here)
            started.extend(child.process for child in children.running)
            children.watch()

    with pytest.raises(Trouble, match=r"worker is gestopt \(code 3\)"):
        run()

    assert [process.poll() is None for process in started] == [False, False]
