"""A question in a dossier of Noord, and a consent for the schuldhulp."""

from typing import Any

import pytest

from cases.models import DataCategory, RecipientKind
from common.reference import sync
from tests.cases.dossiers.conftest import file, monday, question, resident
from tests.factories.advice import consent_for

__all__ = ["file", "monday", "question", "resident"]


@pytest.fixture(autouse=True)
def _lists(monday: Any) -> None:
    for model in (DataCategory, RecipientKind):
        sync(model)


@pytest.fixture
def consent(resident: Any) -> Any:
    return consent_for(resident, "schuldhulp")
