"""Which evaluations are work, for whom, and how they stand against their day (PL-8)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from cases.dossiers.models import ResidentFile
from cases.plans.due import evaluations_due, light_of
from cases.plans.models import Evaluation
from clusters.models import Role
from tests.cases.callbacks.pages import text_of
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.plans import EvaluationFactory, PlanFactory

TODAY, DAY = MONDAY.date(), timedelta(days=1)


def due(user):
    return list(evaluations_due(user))


def test_it_is_work_for_the_casusregisseur_and_nobody_else(evaluation, cast):
    FileColleagueFactory(file=evaluation.file, employee=cast.city_hall_team)

    assert due(cast.handler) == [evaluation]
    for role in Role.values:
        assert due(getattr(cast, role)) == []


@pytest.mark.parametrize(("days", "is_due"), [(-30, True), (0, True), (14, True), (15, False)])
def test_it_is_work_from_fourteen_days_before(evaluation, cast, days, is_due):
    Evaluation.objects.update(planned_on=TODAY + days * DAY)
    assert bool(due(cast.handler)) is is_due


@pytest.mark.parametrize("fault", ["held", "closed", "handed over", "manager"])
def test_what_is_over_is_no_work(evaluation, cast, fault):
    if fault == "held":
        evaluation.tell(findings="Goed.")
        evaluation.state, evaluation.held_on = "held", TODAY
        evaluation.save()
    elif fault == "closed":
        ResidentFile.objects.update(state="closed", ended_at=MONDAY)
    elif fault == "handed over":
        ResidentFile.objects.update(director=cast.team_worker)
    else:
        ResidentFile.objects.update(director=cast.team_manager)
    assert due(cast.handler) == due(cast.team_manager) == []


@pytest.mark.parametrize(
    ("days", "kind", "text"),
    [(-1, "late", "nog niet gehouden"), (0, "warning", "vandaag"), (1, "ok", "gepland")],
)
def test_it_says_in_a_word_how_it_stands(evaluation, days, kind, text):
    evaluation.planned_on = TODAY + days * DAY
    light = light_of(evaluation, MONDAY)
    assert (light.kind, light.text) == (kind, text)


def test_it_stands_in_my_work_by_its_day(as_user, evaluation, cast):
    later = EvaluationFactory(
        plan=PlanFactory(file=FileFactory(team=evaluation.file.team, director=cast.handler)),
        planned_on=TODAY + 2 * DAY,
    )
    page = as_user(cast.handler).get(reverse("home"))

    html = page.content.decode()
    found = [int(number) for number in re.findall(r'href="/plannen/(\d+)/"', html)]
    assert found == [later.file_id, evaluation.file_id]
    assert "Evaluatie" in text_of(page)
    assert "/plannen/" not in as_user(cast.team_worker).get(reverse("home")).content.decode()


@pytest.mark.parametrize("rows", [1, 5])
def test_it_is_one_query_however_many(cast, file, rows, django_assert_num_queries):
    for _ in range(rows):
        own = FileFactory(team=file.team, director=cast.handler)
        EvaluationFactory(plan=PlanFactory(file=own))
    _ = cast.handler.acting_role, cast.handler.team_ids
    with django_assert_num_queries(1):
        assert len([str(row.resident) for row in evaluations_due(cast.handler)]) == rows
