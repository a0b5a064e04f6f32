"""What is kept of the summary."""

from datetime import date

import pytest
from django.db import IntegrityError

from dashboards.models import WeeklyMail, WeeklyMailChoice
from dashboards.weekly.services import choose_weekly_mail, queue_weekly_mails
from tests.dashboards.test_mine import acting
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.usefixtures("monday")


def test_one_mail_a_week_by_constraint(cast):
    queue_weekly_mails(at=MONDAY)
    sent = WeeklyMail.objects.first()

    with pytest.raises(IntegrityError):
        WeeklyMail.objects.create(recipient=sent.recipient, monday=sent.monday, mail=sent.mail)


def test_a_week_reads_as_its_monday():
    assert str(WeeklyMail(monday=date(2026, 11, 23))) == "weekoverzicht 23-11-2026"


def test_a_choice_is_ones_own(cast):
    choice = choose_weekly_mail(wants=False, by=acting(cast.team_manager))

    assert list(WeeklyMailChoice.objects.visible_to(cast.team_manager).off()) == [choice]
    assert not WeeklyMailChoice.objects.visible_to(cast.general_manager)
