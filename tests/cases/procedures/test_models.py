"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction

from cases.models import LegalCheck, ProfessionalAssessment, ShortProcedure
from tests.factories.cases import MONDAY
from tests.factories.clusters import UserFactory
from tests.factories.procedures import AssessmentFactory, CheckFactory, ProcedureFactory

pytestmark = pytest.mark.django_db


def refused(rows, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**values)


def test_an_item_is_done_or_has_a_reason():
    done, waived = CheckFactory(item="a"), CheckFactory(item="b", why="Niet nodig.")

    refused(LegalCheck.objects.filter(pk=done.pk), is_investigated=False)
    refused(LegalCheck.objects.filter(pk=waived.pk), is_investigated=True)
    refused(LegalCheck.objects.filter(pk=done.pk), item="z")


def test_an_item_and_a_leefgebied_stand_once_in_a_procedure():
    check, row = CheckFactory(), AssessmentFactory()

    for again in (
        lambda: CheckFactory(procedure=check.procedure, item=check.item),
        lambda: AssessmentFactory(procedure=row.procedure),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            again()


def test_a_mark_is_lifted_by_somebody_with_a_reason():
    AssessmentFactory()

    refused(ProfessionalAssessment.objects, lifted_at=MONDAY)
    refused(ProfessionalAssessment.objects, lifted_at=MONDAY, lifted_by=UserFactory())
    refused(ProfessionalAssessment.objects, lift_reason=b"x")


def test_a_procedure_has_a_source_and_consent():
    made = ProcedureFactory()

    rows = ShortProcedure.objects.filter(pk=made.pk)
    refused(rows, organisation="")
    refused(rows, consent=None)
    refused(rows, received_way="duif")
