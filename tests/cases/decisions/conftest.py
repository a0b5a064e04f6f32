"""A Monday at ten o'clock, and an aanvraag of the handler in Noord."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.decisions.models import Application
from tests.cases.callbacks.conftest import monday
from tests.cases.decisions.acting import decide, revise, send, written
from tests.factories.cases import CallbackFactory
from tests.factories.decisions import ApplicationFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.mandates import MandateFactory, ProductFactory

__all__ = ["monday"]


@pytest.fixture
def melding(monday: Any, cast: SimpleNamespace, noord: Any) -> Any:
    """An investigated melding of somebody whose open request is on the desk of the handler."""
    callback = CallbackFactory(team=noord, claimed=True, handler=cast.handler)
    return NotificationFactory(
        resident=callback.resident, team=noord, handler=cast.handler, investigated=True
    )


@pytest.fixture
def application(melding: Any) -> Application:
    return ApplicationFactory(melding=melding)


@pytest.fixture
def product(db: None) -> Any:
    return ProductFactory(code="02A03", label="Begeleiding individueel")


@pytest.fixture
def mandate(cast: SimpleNamespace, product: Any) -> Any:
    """The handler may grant and refuse it, alone and without a limit."""
    return MandateFactory(holder=cast.handler, products=[product], may_refuse=True)


@pytest.fixture
def sent(application: Any, cast: SimpleNamespace, product: Any, mandate: Any) -> Application:
    """An aanvraag of which the decision, that grants the product, went out."""
    written(application, cast.handler, product)
    decide(application, cast.handler)
    send(application, cast.handler)
    return Application.objects.get()


@pytest.fixture
def begun(sent: Application, cast: SimpleNamespace) -> Application:
    """Another that changes or withdraws that decision."""
    return revise(sent, cast.handler)
