"""Summary rows: once per team and worker, and who may see which."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from clusters.models import Role
from dashboards.figures import working_time
from dashboards.models import MonthFigure
from tests.factories.cases import MONDAY

MONTH = date(2026, 11, 1)


def figure(team, worker=None):
    return MonthFigure.objects.create(
        month=MONTH,
        team=team,
        worker=worker,
        first_attempts=1,
        median_minutes=1,
        refreshed_at=MONDAY,
    )


@pytest.mark.django_db
def test_a_month_has_one_row_per_team_and_one_per_worker(cast, noord):
    figure(noord)
    figure(noord, cast.handler)

    for worker in (None, cast.handler):
        with pytest.raises(IntegrityError), transaction.atomic():
            figure(noord, worker)


@pytest.mark.django_db
def test_figures_are_for_who_steers_and_persons_stay_within_the_team(cast, noord):
    team, person = figure(noord), figure(noord, cast.handler)
    elsewhere = figure(cast.elsewhere)
    sees = {
        "team_manager": {team, person},
        "team_worker": {team, person},
        "outsider": {elsewhere},
        "outsider_worker": {elsewhere},
        "general_manager": {team, elsewhere},
    }

    for name in (*Role.values, "outsider", "outsider_worker"):
        seen = set(MonthFigure.objects.visible_to(getattr(cast, name)))
        assert seen == sees.get(name, set()), name


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 minuten"),
        (59, "59 minuten"),
        (60, "1 uur"),
        (200, "3 uur 20"),
        (605, "10 uur 05"),
    ],
)
def test_working_time_reads_as_people_say_it(minutes, text):
    assert working_time(minutes) == text
