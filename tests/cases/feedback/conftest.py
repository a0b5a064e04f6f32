"""A dossier of Noord, and a consent for the huisarts."""

from typing import Any

import pytest

from cases.models import DataCategory, RecipientKind
from common.reference import sync
from tests.cases.dossiers.conftest import file, monday, resident
from tests.factories.advice import consent_for
from tests.factories.feedback import FeedbackFactory

__all__ = ["file", "monday", "resident"]


@pytest.fixture(autouse=True)
def _lists(monday: Any) -> None:
    for model in (DataCategory, RecipientKind):
        sync(model)


@pytest.fixture
def consent(resident: Any) -> Any:
    return consent_for(resident, "huisarts")


@pytest.fixture
def feedback(file: Any) -> Any:
    return FeedbackFactory(file=file)
