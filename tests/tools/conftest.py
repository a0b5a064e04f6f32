"""A copy of the scripts in an empty folder, so that a test never touches this clone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clone(tmp_path):
    """A folder with only the scripts; ``clone.run("tools.run", PORT="1")`` starts one of them."""
    root = tmp_path / "clone"
    shutil.copytree(ROOT / "tools", root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "Makefile", root)

    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=root,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return SimpleNamespace(root=root, run=run)


@pytest.fixture
def assert_one_sentence():
    """A refusal is one line on the error channel, exit code 1, and no traceback."""

    def check(answer, *words):
        lines = answer.stderr.strip().splitlines()
        assert answer.returncode == 1
        assert len(lines) == 1, answer.stderr
        assert "Traceback" not in answer.stdout + answer.stderr
        for word in words:
            assert word in lines[0]

    return check
