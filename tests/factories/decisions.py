"""Aanvragen with their terms and decisions, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta
from decimal import Decimal
from typing import Any

import factory

from cases.decisions.lifecycle import ApplicationState
from cases.decisions.models import (
    Application,
    Decision,
    DecisionOutcome,
    Form,
    Frequency,
    Ground,
    Objection,
    PauseGround,
    Provision,
    TermLetter,
    TermPause,
)
from cases.decisions.terms import decision_end, end_of_day, objection_end
from tests.factories.cases import MONDAY
from tests.factories.intakes import NotificationFactory
from tests.factories.mandates import ProductFactory, ProviderFactory
from tests.factories.talks import ReportFactory, TalkFactory, VersionFactory

TODAY = MONDAY.date()
EMPTY_LETTER: dict[str, Any] = {
    **dict.fromkeys(("date", "reference", "subject", "salutation"), ""),
    **dict.fromkeys(("to", "sections", "closing"), ()),
}


def version_of(notification: Any) -> Any:
    """A report about this melding that was sent on the Monday."""
    talk = TalkFactory(
        notification=notification, resident=notification.resident, planned_by=notification.handler,
        concluded=True,
    )  # fmt: skip
    return VersionFactory(report=ReportFactory(talk=talk))


class ApplicationFactory(factory.django.DjangoModelFactory):
    """An aanvraag of the Monday after a report; the traits are the other states and grounds."""

    class Meta:
        model = Application

    class Params:
        melding = factory.SubFactory(NotificationFactory, investigated=True)
        decided = factory.Trait(state=ApplicationState.DECIDED)
        sent = factory.Trait(state=ApplicationState.SENT, ended_at=MONDAY)
        withdrawn = factory.Trait(state=ApplicationState.WITHDRAWN, ended_at=MONDAY)

    uuid = factory.LazyFunction(uuid.uuid4)
    notification = factory.SelfAttribute("melding")
    resident = factory.SelfAttribute("notification.resident")
    team = factory.SelfAttribute("notification.team")
    desk = factory.SelfAttribute("team")
    handler = factory.SelfAttribute("notification.handler")
    ground = Ground.FORM
    received_on = TODAY
    registered_at = MONDAY
    registered_by = factory.SelfAttribute("notification.registered_by")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **own: Any) -> Any:
        made = model_class(**own)
        if made.ground in (Ground.FORM, Ground.REPORT) and made.report is None:
            made.report = version_of(made.notification)
        made.due_at = own.get("due_at") or end_of_day(decision_end(made, []).day)
        made.make_key()
        made.save()
        return made


class PauseFactory(factory.django.DjangoModelFactory):
    """A week in which the resident can complete the aanvraag."""

    class Meta:
        model = TermPause

    application = factory.SubFactory(ApplicationFactory)
    resident = factory.SelfAttribute("application.resident")
    ground = PauseGround.INCOMPLETE
    asked_on = TODAY
    until_on = TODAY + timedelta(days=7)
    by = factory.SelfAttribute("application.handler")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Uw polis.", **own: Any) -> Any:
        pause = model_class(id=uuid.uuid4(), **own)
        pause.seal_in("asked", words)
        pause.save(force_insert=True)
        return pause


class TermLetterFactory(factory.django.DjangoModelFactory):
    """A letter of the Monday about the day that was promised."""

    class Meta:
        model = TermLetter

    application = factory.SubFactory(ApplicationFactory)
    resident = factory.SelfAttribute("application.resident")
    promised_on = factory.SelfAttribute("application.promised_on")
    way = "post"
    sent_on = TODAY
    by = factory.SelfAttribute("application.handler")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, content: Any = None, **own: Any) -> Any:
        letter = model_class(id=uuid.uuid4(), **own)
        letter.freeze(content or EMPTY_LETTER)
        letter.save(force_insert=True)
        return letter


class DecisionFactory(factory.django.DjangoModelFactory):
    """A draft that grants; ``taken`` and ``sent`` are decided and announced on the Monday."""

    class Meta:
        model = Decision

    class Params:
        taken = factory.Trait(
            decided_on=TODAY, decided_by=factory.SelfAttribute("application.handler")
        )

    application = factory.SubFactory(ApplicationFactory)
    resident = factory.SelfAttribute("application.resident")
    outcome = DecisionOutcome.GRANTED
    saved_at = MONDAY
    saved_by = factory.SelfAttribute("application.handler")

    @classmethod
    def _create(
        cls,
        model_class: Any,
        *args: Any,
        motivation: str = "U redt het niet alleen.",
        letter: Any = None,
        **own: Any,
    ) -> Any:
        made = model_class(id=uuid.uuid4(), **own)
        made.seal_in("content", motivation)
        if letter is not None:
            made.freeze(letter)
            made.sent_on, made.sent_by, made.way = TODAY, made.decided_by, "post"
            made.objection_until = objection_end(TODAY)
        made.save(force_insert=True)
        return made


class ProvisionFactory(factory.django.DjangoModelFactory):
    """Two hours and a half per week for a year, by a provider."""

    class Meta:
        model = Provision

    id = factory.LazyFunction(uuid.uuid4)
    decision = factory.SubFactory(DecisionFactory)
    resident = factory.SelfAttribute("decision.resident")
    product = factory.SubFactory(ProductFactory)
    volume = Decimal("2.50")
    frequency = Frequency.WEEK
    since = TODAY
    until = TODAY + timedelta(days=364)
    form = Form.IN_KIND
    provider = factory.SubFactory(ProviderFactory)


class ObjectionFactory(factory.django.DjangoModelFactory):
    """An objection of the Monday; the aanvraag has a decision that was sent."""

    class Meta:
        model = Objection

    application = factory.SubFactory(ApplicationFactory, sent=True)
    resident = factory.SelfAttribute("application.resident")
    received_on = TODAY
    due_at = MONDAY + timedelta(days=84)
    by = factory.SelfAttribute("application.handler")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Te weinig.", **own: Any) -> Any:
        made = model_class(id=uuid.uuid4(), **own)
        made.seal_in("content", words)
        made.save(force_insert=True)
        return made
