"""Two workers that count the figures of the desks at the same moment."""

from functools import partial

import pytest

from cases.models import ContactQuestion
from dashboards.desk_services import refresh_desk_figures
from dashboards.models import DeskDay, DeskFigure, DeskRefresh
from tests.concurrency.conftest import together
from tests.dashboards.desk import DAY, R, asked, several
from tests.factories.cases import MONDAY

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def test_two_workers_at_once_make_every_row_once(desk):
    for round_number in range(5):
        several(desk, 3, at=MONDAY - (round_number + 1) * DAY)
        asked(desk, MONDAY - DAY, R.CALLBACK)

        together(*[partial(refresh_desk_figures, at=MONDAY)] * 4)

        assert (
            sum(DeskFigure.objects.values_list("n", flat=True)) == ContactQuestion.objects.count()
        )
        assert DeskRefresh.objects.count() == 1
        assert not DeskDay.objects.exists()


def test_the_first_count_of_two_workers_at_once(desk):
    for _ in range(5):
        for table in (DeskRefresh, DeskFigure):
            table.objects.all().delete()
        several(desk, 3, at=MONDAY - DAY)

        together(*[partial(refresh_desk_figures, at=MONDAY)] * 2)

        assert (
            sum(DeskFigure.objects.values_list("n", flat=True)) == ContactQuestion.objects.count()
        )
