"""What stops ``make run`` says in one Dutch sentence what to do, and ends with a code ≠ 0."""

import os
import shutil
import socket
import subprocess
import sys

import pytest

from tests.tools.conftest import ROOT


def test_an_old_python_is_told_which_one_is_needed(clone, assert_one_sentence):
    code = "import sys; sys.version_info = (3, 8, 2); import tools.run"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=clone.root, capture_output=True, text=True, check=False
    )

    assert_one_sentence(answer, "Python 3.11 of nieuwer", "Python 3.8")


@pytest.mark.parametrize("line", ["SECRET_KEY", "= value", "SECRET KEY=x", "SECRET_KEY: x"])
def test_a_malformed_env_file_names_the_line(clone, assert_one_sentence, line):
    (clone.root / ".env").write_text(f"# comment\n\nDEMO=True\n{line}\n")

    answer = clone.run("tools.run")

    assert_one_sentence(answer, "Regel 4 van .env", "NAAM=waarde")
    assert line not in answer.stderr, "a line may hold a secret"


def test_a_busy_port_is_refused_before_any_work(clone, assert_one_sentence):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        answer = clone.run("tools.run", PORT=str(port))

    assert_one_sentence(answer, f"Poort {port} is niet vrij", f"PORT={port + 1}")
    assert "1/8" not in answer.stdout


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1"])
def test_a_port_that_is_no_port_is_refused(clone, assert_one_sentence, port):
    assert_one_sentence(clone.run("tools.run", PORT=port), "PORT is", "getal van 1")


@pytest.mark.parametrize("folder", ["file/data", "/proc/wijkteams"])
def test_a_data_folder_that_cannot_be_written_is_refused(clone, assert_one_sentence, folder):
    """Below a file, and on a file system where even root may not write."""
    (clone.root / "file").write_text("in the way")

    answer = clone.run("tools.run", DATA_DIR=folder)

    assert_one_sentence(answer, "gegevensmap", "schrijfbaar", "DATA_DIR=")


def test_a_machine_without_node_and_without_its_package_is_told_so(clone, assert_one_sentence):
    shutil.copy(ROOT / "requirements-node.txt", clone.root)
    (clone.root / ".venv").symlink_to(ROOT / ".venv")
    no_node = clone.root / "empty"
    no_node.mkdir()

    answer = clone.run(
        "tools.frontend", PATH=str(no_node), PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull
    )

    assert_one_sentence(answer, "Node 20 of nieuwer", "installeer Node")


def test_a_data_folder_in_use_by_another_run_is_refused(clone, assert_one_sentence):
    hold = "import fcntl, sys; f = open('var/run.lock', 'w'); fcntl.flock(f, fcntl.LOCK_EX)\n"
    hold += "print('held', flush=True); sys.stdin.read()"
    (clone.root / "var").mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", hold],
        cwd=clone.root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        holder.stdout.readline()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]

        answer = clone.run("tools.run", PORT=str(port))
        holder.stdin.close()

    assert_one_sentence(answer, "draait al een make run")


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"DATABASE_URL": "postgres://x:geheim@127.0.0.1:1/x"}, ["127.0.0.1:1/x", "DATABASE_URL"]),
        ({"SECRET_KEY": None}, ["instellingen kloppen niet", "SECRET_KEY", ".env.example"]),
    ],
)
def test_what_django_cannot_use_is_one_sentence(tmp_path, assert_one_sentence, variables, words):
    (tmp_path / "log").mkdir()
    wanted = {**os.environ, "DATA_DIR": str(tmp_path), **variables}
    environment = {name: value for name, value in wanted.items() if value is not None}

    answer = subprocess.run(
        [sys.executable, "-m", "tools.prepare", "4", "8"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert_one_sentence(answer, *words)
    assert "geheim" not in answer.stdout + answer.stderr


def test_trouble_leaves_make_with_a_code(clone):
    (clone.root / ".env").write_text("wrong\n")

    answer = subprocess.run(
        ["make", "run", f"PYTHON={sys.executable}"],
        cwd=clone.root,
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode != 0
    assert "Regel 1 van .env" in answer.stderr
