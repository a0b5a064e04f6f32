"""Beginning, filling, adopting and changing the joint budget (GJ-1 to GJ-7)."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.models import AuditEvent
from budgets.joint import services
from budgets.joint.models import JointBudget, PlannedLine
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.joint import TODAY, a_budget, a_line, adopt, line_wish

pytestmark = pytest.mark.django_db


def change(row, by, wish=None, reason="", key=None):
    wish = wish or line_wish(cents=9_000_000)
    key = key or uuid.uuid4()
    return services.change_line(
        submission_key=key, version_id=row.pk, wish=wish, reason=reason, by=by, at=MONDAY
    )


def drop(row, by, reason="", key=None):
    key = key or uuid.uuid4()
    return services.drop_line(
        submission_key=key, version_id=row.pk, reason=reason, by=by, at=MONDAY
    )


def refused(act, *args, match=None, **own):
    with pytest.raises(RuleViolation, match=match), transaction.atomic():
        act(*args, **own)


def test_a_year_is_begun_once_and_near(plan):
    refused(a_budget, plan.by, match="er al")
    for year in (2024, 2031):
        refused(a_budget, plan.by, year=year, match="Kies een jaar")
    key = uuid.uuid4()
    first = a_budget(plan.by, year=2030, submission_key=key)
    assert a_budget(plan.by, year=2030, submission_key=key) == first
    assert AuditEvent.objects.filter(code="joint.begun").count() == 2


def test_a_next_year_begins_with_the_lines_in_force(plan):
    gone, kept = a_line(plan.budget, plan.by), a_line(plan.budget, plan.by, "ict", 50_000)
    drop(gone, plan.by)
    newer = change(kept, plan.by, line_wish("ict", 60_000))

    following = a_budget(plan.by, year=2027, copy_from=plan.budget)

    row = following.lines.get()
    assert (row.amount_cents, row.number, row.kind) == (60_000, 1, newer.kind)
    assert row.line != newer.line


def test_only_the_general_manager_plans(plan):
    row = a_line(plan.budget, plan.by)
    others = ("team_manager", "controller", "team_worker", "steering_group", "commissioner")
    for name in others:
        person = getattr(plan.cast, name)
        for act, args in (
            (a_budget, (person, 2027)),
            (a_line, (plan.budget, person)),
            (change, (row, person)),
            (drop, (row, person)),
            (adopt, (plan.budget, person)),
        ):
            with (
                pytest.raises((PermissionDenied, PlannedLine.DoesNotExist)),
                transaction.atomic(),
            ):
                act(*args)
    assert PlannedLine.objects.count() == 1


def test_a_line_has_a_source_and_fte_only_where_people_count(plan):
    for own, words in (
        ({"fte": None}, "hoeveel fte"),
        ({"kind": "ict", "fte": 100}, "geen fte"),
        ({"source": " "}, "vandaan"),
        ({"decided_on": TODAY + timedelta(days=1)}, "vandaag of eerder"),
    ):
        refused(a_line, plan.budget, plan.by, match=words, **own)
    row = a_line(plan.budget, plan.by, fte=1250, note="vier dagen", support="collective")
    assert (row.fte, row.number, row.after_adoption) == ("12,5", 1, False)


def test_it_is_adopted_once_with_its_decision_and_not_empty(plan):
    refused(adopt, plan.budget, plan.by, match="nog geen regel")
    row = a_line(plan.budget, plan.by)
    tomorrow = {"decision": "x", "decided_on": TODAY + timedelta(days=1), "by": plan.by}
    refused(
        services.adopt_joint_budget, budget_id=plan.budget.pk, at=MONDAY, match="eerder", **tomorrow
    )
    for _ in range(2):
        found = adopt(plan.budget, plan.by)
    assert (found.adopted_by, found.decision, found.adopted_at) == (
        plan.by,
        "stuurgroep, punt 4",
        MONDAY,
    )
    refused(adopt, plan.budget, plan.by, "een ander besluit", match="vastgesteld")
    assert AuditEvent.objects.filter(code="joint.adopted").count() == 1
    assert row.pk


def test_a_change_is_a_new_version_and_after_adoption_it_has_a_reason(plan):
    first = a_line(plan.budget, plan.by)
    second = change(first, plan.by)
    adopt(plan.budget, plan.by)
    refused(change, second, plan.by, match="waarom")
    refused(drop, second, plan.by, match="waarom")
    refused(a_line, plan.budget, plan.by, "ict", match="waarom")

    third = change(second, plan.by, line_wish(cents=7_000_000), "Een vacature blijft open.")

    rows = PlannedLine.objects.filter(line=first.line).order_by("number")
    assert [(row.number, row.amount_cents, row.after_adoption) for row in rows] == [
        (1, 8_000_000, False),
        (2, 9_000_000, False),
        (3, 7_000_000, True),
    ]
    assert list(PlannedLine.objects.in_force()) == [third]
    gone = drop(third, plan.by, "De functie vervalt.")
    assert (gone.number, gone.is_dropped, gone.reason) == (4, True, "De functie vervalt.")
    assert not PlannedLine.objects.in_force().exists()
    refused(change, gone, plan.by, match="intussen gewijzigd")


def test_nothing_is_overwritten_from_an_old_page_and_twice_is_once(plan):
    first, key = a_line(plan.budget, plan.by), uuid.uuid4()
    second = change(first, plan.by, key=key)
    assert change(first, plan.by, key=key) == second
    refused(change, first, plan.by, match="intussen gewijzigd")
    refused(drop, first, plan.by, match="intussen gewijzigd")
    gone = drop(second, plan.by, key=(again := uuid.uuid4()))
    assert drop(second, plan.by, key=again) == gone
    added = uuid.uuid4()
    assert a_line(plan.budget, plan.by, key=added) == a_line(plan.budget, plan.by, key=added)
    assert JointBudget.objects.get().lines.count() == 4


def test_the_wish_says_everything_of_a_line(plan):
    wish = replace(line_wish("ict", 1), note="x")
    row = change(a_line(plan.budget, plan.by), plan.by, wish)
    assert (row.kind.code, row.amount_cents, row.fte, row.note) == ("ict", 1, "", "x")
