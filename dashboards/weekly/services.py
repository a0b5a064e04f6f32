"""The acts of the summary: queue the mails of the week, say whether one wants it."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from clusters.models import Membership, Role, User
from clusters.notices.services import create_mail
from common.deadlines import local_day
from common.weeks import midnight, monday_of
from dashboards.weekly.messages import weekly_body, weekly_subject
from dashboards.weekly.models import WeeklyMail, WeeklyMailChoice

FROM, UNTIL = timedelta(hours=7), timedelta(days=3)
"""From Monday seven o'clock; a worker that comes back after Wednesday sends none of this week."""
STEERS = (Role.TEAM_MANAGER, Role.GENERAL_MANAGER)


@transaction.atomic
def queue_weekly_mails(*, at: datetime) -> int:
    """A summary for everybody who steers and wants it, once a week; returns how many.

    Rules: VM-4 (from Monday seven o'clock until Wednesday; numbers only), design 6.
    Raises: nothing.
    Effects: rows in the outbox; two workers share the people by ``select_for_update`` and the
        unique row of the week.
    """
    monday = monday_of(local_day(at))
    begin = midnight(monday)
    if not begin + FROM <= at < begin + UNTIL:
        return 0
    people = _people(monday, at)
    for user in people:
        user.chosen_role = next(role for role in STEERS if role in user.roles)
        facts: Any = {"subject": weekly_subject(monday), "body": weekly_body(user, at), "at": at}
        mail = create_mail(recipient_id=user.pk, **facts)
        WeeklyMail.objects.create(recipient=user, monday=monday, mail=mail)
    return len(people)


def _people(monday: date, at: datetime) -> list[Any]:
    """Who may get one and has none of this week; the rows are held by this worker."""
    had = WeeklyMail.objects.filter(monday=monday).values("recipient")
    off = WeeklyMailChoice.objects.off().values("employee")
    steering = Membership.objects.running(local_day(at)).filter(role__in=STEERS)
    rows = User.objects.filter(pk__in=steering.values("user")).exclude(email="")
    rows = rows.exclude(pk__in=had).exclude(pk__in=off)
    return list(rows.select_for_update(skip_locked=True, no_key=True).order_by("pk"))


@transaction.atomic
def choose_weekly_mail(*, wants: bool, by: User) -> WeeklyMailChoice:
    """Switch the summary on or off.

    Rules: VM-4.
    Raises: nothing.
    Effects: one row per employee, held by ``select_for_update`` on the employee; audit line.
    """
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    facts = {"wants": wants, "changed_at": timezone.now()}
    choice, _ = WeeklyMailChoice.objects.update_or_create(employee=by, defaults=facts)
    record("weekly.chosen", choice, by=by, fields=["wants"])
    return choice
