"""Verkorte procedures, in the smallest valid record of each kind."""

import uuid
from datetime import date, timedelta
from typing import Any

import factory

from cases.models import HolderType, LegalCheck, ProfessionalAssessment, ShortProcedure
from cases.procedures.models import LegalItem
from tests.factories.cases import MONDAY
from tests.factories.clusters import UserFactory
from tests.factories.consents import ConsentFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.talks import domain


class HolderTypeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HolderType
        django_get_or_create = ("code",)

    code = "wijkverpleegkundige"
    label = "Wijkverpleegkundige"
    recipient_kind = "wijkverpleegkundige"
    position = 1


class ProcedureFactory(factory.django.DjangoModelFactory):
    """What a wijkverpleegkundige handed in, without a leefgebied yet."""

    class Meta:
        model = ShortProcedure

    uuid = factory.LazyFunction(uuid.uuid4)
    notification = factory.SubFactory(NotificationFactory, taken=True)
    resident = factory.SelfAttribute("notification.resident")
    holder_type = factory.SubFactory(HolderTypeFactory)
    professional_name = "Van Loon"
    organisation = "Zorggroep"
    phone = "036 5000000"
    assessed_on = date(2026, 11, 3)
    received_way = "phone"
    consent = factory.SubFactory(
        ConsentFactory,
        resident=factory.SelfAttribute("..resident"),
        given_on=date(2026, 11, 3),
        valid_until=MONDAY.date() + timedelta(days=365),
    )
    registered_at = MONDAY
    registered_by = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **own: Any) -> Any:
        own["notification"].is_short = True
        own["notification"].save(update_fields=["is_short"])
        procedure = model_class(**own)
        procedure.make_key()
        procedure.save()
        return procedure


class CheckFactory(factory.django.DjangoModelFactory):
    """An item that was looked into; ``why`` makes it one that was waived."""

    class Meta:
        model = LegalCheck

    id = factory.LazyFunction(uuid.uuid4)
    procedure = factory.SubFactory(ProcedureFactory)
    resident = factory.SelfAttribute("procedure.resident")
    item = LegalItem.NEEDS

    @classmethod
    def _create(cls, model_class: Any, *args: Any, why: str = "", **own: Any) -> Any:
        check = model_class(is_investigated=not why, **own)
        check.reason = check.seal("reason", why) if why else None
        check.save(force_insert=True)
        return check


class AssessmentFactory(factory.django.DjangoModelFactory):
    """What is known about living."""

    class Meta:
        model = ProfessionalAssessment

    id = factory.LazyFunction(uuid.uuid4)
    procedure = factory.SubFactory(ProcedureFactory)
    resident = factory.SelfAttribute("procedure.resident")
    domain = factory.LazyFunction(lambda: domain("wonen"))

    @classmethod
    def _create(
        cls, model_class: Any, *args: Any, known: str = "Kan de trap niet op.", **own: Any
    ) -> Any:
        row = model_class(**own)
        row.content = row.seal("content", known)
        row.save(force_insert=True)
        return row
