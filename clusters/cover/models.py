"""Cover: from one day to another a colleague does all that is on somebody's desk (WN-1)."""

import uuid
from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from clusters.people.models import Membership, Role, User
from common.deadlines import local_day
from common.dutch_dates import full_date
from common.weeks import midnight

LONGEST = timedelta(days=13)
"""From the first to the last day: two weeks, both counted (WN-3)."""
LOOK_BACK = timedelta(days=14)
"""How long what happened in a cover can be read after it was over (WN-11)."""
RETENTION = timedelta(days=731)
"""How long a cover is kept after its last day (WN-9)."""


class CoverQuerySet(models.QuerySet["Cover"]):
    """Covers."""

    def visible_to(self, user: User) -> Self:
        """One's own, as deputy too; those of the people one leads; the city's (WN-2)."""
        own = Q(employee=user) | Q(deputy=user)
        if user.acting_role == Role.GENERAL_MANAGER:
            return self.all()
        if user.acting_role != Role.TEAM_MANAGER:
            return self.filter(own)
        running = Membership.objects.running(timezone.localdate())
        members = running.filter(team_id__in=user.team_ids).values("user_id")
        return self.filter(own | Q(employee__in=members) | Q(deputy__in=members))

    def counting(self) -> Self:
        """Those that nobody ended."""
        return self.filter(ended_at__isnull=True)

    def touching(self, first: date, last: date) -> Self:
        """Those that share a day with the period."""
        return self.filter(first_day__lte=last, last_day__gte=first)

    def running(self, day: date) -> Self:
        """Those that hold on ``day``."""
        return self.counting().touching(day, day)

    def just_over(self, user: User, day: date) -> Self:
        """Covers for this employee that began, and were over within the last two weeks (WN-11)."""
        since = day - LOOK_BACK
        by_itself = Q(ended_at__isnull=True, last_day__gte=since, last_day__lt=day)
        early = Q(ended_at__gte=midnight(since), ended_at__date__gte=F("first_day"))
        return self.filter(by_itself | early, employee=user)

    def to_empty(self, at: datetime) -> Self:
        """Those whose time is over (WN-9)."""
        return self.filter(last_day__lt=timezone.localdate(at) - RETENTION)


class Cover(models.Model):
    """From one day to another ``deputy`` does the work of ``employee``, all of it (WN-1).

    The work stays in the name of the employee. The database refuses two at once of one employee
    and more than two weeks, on both engines (``overlap``). Whoever ends it early fills
    ``ended_at``; the row stays (WN-8).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    employee = models.ForeignKey(
        User, models.PROTECT, related_name="covers", verbose_name="medewerker"
    )
    deputy = models.ForeignKey(
        User, models.PROTECT, related_name="covers_for", verbose_name="waarnemer"
    )
    first_day = models.DateField("eerste dag")
    last_day = models.DateField("laatste dag")
    arranged_at = models.DateTimeField("geregeld op")
    arranged_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("eerder beëindigd op", null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = CoverQuerySet.as_manager()

    class Meta:
        verbose_name = "waarneming"
        verbose_name_plural = "waarnemingen"
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="cover_period"),
            models.CheckConstraint(
                condition=~Q(employee=F("deputy")), name="cover_deputy_is_another"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="cover_ended_by_somebody",
            ),
        ]
        indexes = [
            models.Index(
                fields=["deputy", "last_day"],
                condition=Q(ended_at__isnull=True),
                name="cover_of_deputy",
            ),
            models.Index(fields=["employee", "last_day"], name="cover_of_employee"),
            models.Index(fields=["last_day"], name="cover_last_day"),
        ]

    class Privacy:
        personal = ("employee", "deputy", "first_day", "last_day", "arranged_by", "ended_by")
        purpose = "Weten wie wiens werk doet, zodat werk niet blijft liggen (VER-1)"
        retention = "twee jaar na de laatste dag"

    def __str__(self) -> str:
        return f"waarneming {self.pk}"

    @property
    def period_text(self) -> str:
        """When, in words; as it was arranged."""
        if self.first_day == self.last_day:
            return full_date(self.first_day)
        return f"{full_date(self.first_day)} t/m {full_date(self.last_day)}"

    @property
    def real_last_day(self) -> date:
        """The last day on which the deputy could do something (WN-8)."""
        return self.last_day if self.ended_at is None else min(self.last_day, self._ended_on)

    @property
    def _ended_on(self) -> date:
        assert self.ended_at is not None  # noqa: S101  asked above
        return local_day(self.ended_at)

    def is_over(self, today: date) -> bool:
        """Whether it has passed, or was ended."""
        return self.ended_at is not None or self.last_day < today
