"""What the database itself refuses, and who may know (GJ-4 to GJ-6)."""

import uuid

import pytest
from django.db import IntegrityError, connection, transaction

from budgets.joint import append_only
from budgets.joint.models import JointBudget, PlannedLine, decimal
from clusters.models import Role
from tests.factories.cases import MONDAY
from tests.factories.joint import a_line, adopt

pytestmark = pytest.mark.django_db


def test_no_version_of_a_line_is_changed_deleted_or_replaced(plan):
    row = a_line(plan.budget, plan.by)
    for attack in (
        "UPDATE budgets_plannedline SET amount_cents = 5",
        "DELETE FROM budgets_plannedline",
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            connection.cursor().execute(attack)
    assert append_only.missing(connection) == []
    names = ("budget_id", "partner_id", "kind_id", "support", "amount_cents", "fte_hundredths")
    facts = {name: getattr(row, name) for name in (*names, "source", "decided_on", "by_id", "at")}
    for wrong in (
        {"amount_cents": 0},
        {"fte_hundredths": 0},
        {"support": "x"},
        {"source": ""},
        {"after_adoption": True},
        {"line": row.line},
        {"key": row.key},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            PlannedLine.objects.create(**({"key": uuid.uuid4()} | facts | wrong))
    assert PlannedLine.objects.count() == 1


def test_the_lock_that_is_gone_is_noticed(plan):
    append_only.remove(connection)
    try:
        assert append_only.missing(connection)
    finally:
        append_only.install(connection)


def test_adopted_says_who_when_and_by_which_decision(plan):
    rows = JointBudget.objects.filter(pk=plan.budget.pk)
    for wrong in (
        {"state": "adopted"},
        {"decision": "x"},
        {"state": "adopted", "adopted_by": plan.by, "adopted_at": MONDAY, "decided_on": MONDAY},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
    a_line(plan.budget, plan.by)
    adopt(plan.budget, plan.by)
    assert rows.get().is_adopted


def test_only_who_steers_or_checks_knows_a_line(plan):
    a_line(plan.budget, plan.by)
    for role in Role:
        person = getattr(plan.cast, role.value)
        sees = role in (Role.GENERAL_MANAGER, Role.TEAM_MANAGER, Role.CONTROLLER)
        assert JointBudget.objects.visible_to(person).exists() is sees, role
        assert PlannedLine.objects.visible_to(person).exists() is sees, role


@pytest.mark.parametrize(
    ("hundredths", "text"), [(1250, "12,5"), (300, "3"), (5, "0,05"), (1000, "10"), (10, "0,1")]
)
def test_fte_as_one_writes_it(hundredths, text):
    assert decimal(hundredths) == text
