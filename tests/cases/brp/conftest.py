"""An extract on disk, and the command that reads it in."""

import io
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command

from tests.cases.brp.extracts import extract


@pytest.fixture
def read_in(tmp_path: Any) -> Any:
    """``read_in(anja())`` or ``read_in(b"…")``: what the command said on its two channels."""

    def run(*people: Any, options: tuple[str, ...] = ()) -> Any:
        file = tmp_path / "uittreksel.csv"
        file.write_bytes(people[0] if isinstance(people[0], bytes) else extract(*people))
        out, err = io.StringIO(), io.StringIO()
        call_command("import_residents", str(file), *options, stdout=out, stderr=err)
        return SimpleNamespace(report=out.getvalue(), progress=err.getvalue())

    return run


@pytest.fixture
def upload_dir(tmp_path: Any, settings: Any) -> Any:
    """A folder of closed files for this test alone."""
    settings.UPLOAD_DIR = tmp_path / "uploads"
    settings.UPLOAD_DIR.mkdir()
    return settings.UPLOAD_DIR
