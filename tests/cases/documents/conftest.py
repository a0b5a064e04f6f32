"""A dossier of the handler, and folders for files of this test alone."""

from pathlib import Path
from typing import Any

import pytest

from tests.cases.callbacks.conftest import monday
from tests.cases.documents.clamd import fake_clamd
from tests.cases.dossiers.conftest import file, resident
from tests.factories.documents import DocumentFactory

__all__ = ["file", "monday", "resident"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    """Where documents are kept; what comes in waits beside it."""
    settings.DOCUMENT_DIR, settings.UPLOAD_DIR = tmp_path / "documents", tmp_path / "uploads"
    settings.DOCUMENT_SCANNER = ""
    return tmp_path / "documents"


@pytest.fixture
def document(file: Any) -> Any:
    return DocumentFactory(file=file)


@pytest.fixture
def clamd(settings: Any) -> Any:
    with fake_clamd(settings) as scanner:
        yield scanner


def on_disk(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
