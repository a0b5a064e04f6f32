"""One meeting of a rhythm: on which day it is, and whether it was held."""

from datetime import date, datetime, time
from typing import Self

from django.db import models
from django.db.models import F, Q

from cases.conferences.lifecycle import ConferenceState
from cases.conferences.models.choices import PLANNING_ROLES, ConferenceKind
from cases.conferences.models.series import PLACE_LENGTH, ConferenceSeries, of_whom
from cases.permissions import CONFERENCE_CHAIR, CONFERENCE_KEEPER
from clusters.models import Role, User
from common.deadlines import AMSTERDAM
from common.templatetags.screen import dutch_date

WHY_LENGTH = 200


class ConferenceQuerySet(models.QuerySet["Conference"]):
    """Meetings."""

    def visible_to(self, user: User) -> Self:
        """Scope: of the own team and stadsdeel; not what one led before, nor as a guest."""
        if user.acting_role not in PLANNING_ROLES:
            return self.none()
        seen = of_whom(user, "series__")
        if user.acting_role in (Role.CITY_SOCIAL_TEAM, Role.CITY_HALL_TEAM):
            seen |= Q(series__kind=ConferenceKind.DISTRICT)
        return self.filter(seen)

    def planned(self) -> Self:
        """Those that are still to be held or rounded off."""
        return self.filter(state=ConferenceState.PLANNED)

    def for_list(self) -> Self:
        """With what a line shows; one query."""
        return self.select_related("series__team", "series__district", "chair")


class Conference(models.Model):
    """One casusoverleg or casustafel (CT-2): ``planned_on`` is its day in the rhythm.

    ``held_on`` is the day it really is; ``why`` says why it moved or does not take place.
    """

    series = models.ForeignKey(ConferenceSeries, models.PROTECT, related_name="conferences")
    planned_on = models.DateField("dag in de reeks")
    held_on = models.DateField("dag")
    begins_at = models.DateTimeField("begint")
    minutes = models.PositiveSmallIntegerField("duurt")
    place = models.CharField("plaats", max_length=PLACE_LENGTH)
    chair = models.ForeignKey(User, models.PROTECT, related_name="+")
    state = models.CharField(
        "status",
        max_length=9,
        choices=ConferenceState.choices,
        default=ConferenceState.PLANNED,
    )
    why = models.CharField("waarom anders", max_length=WHY_LENGTH, blank=True)
    ended_at = models.DateTimeField("afgerond op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "overleg over casussen"
        verbose_name_plural = "overleggen over casussen"
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "planned_on"], name="conference_once"),
            models.CheckConstraint(
                condition=Q(state=ConferenceState.PLANNED, ended_at__isnull=True)
                | Q(
                    state__in=[ConferenceState.HELD, ConferenceState.CANCELLED],
                    ended_at__isnull=False,
                ),
                name="conference_over_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=ConferenceState.CANCELLED) | ~Q(why=""),
                name="conference_cancelled_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(held_on__gte=F("planned_on")) | ~Q(why=""),
                name="conference_earlier_has_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "begins_at", "id"], name="conference_by_day"),
            models.Index(fields=["chair", "state", "held_on"], name="conference_of_chair"),
        ]

    class Privacy:
        personal = ("chair", "ended_by", "place", "why")
        purpose = "Weten wanneer een overleg is en wie het leidt (KET-3, KET-7)"
        retention = "15 jaar, gelijk met de punten die er besproken zijn"

    def __str__(self) -> str:
        return f"{self.series}, {dutch_date(self.held_on)}"

    def plan(self, day: date, clock: time) -> None:
        """Set the day and the moment it begins; the caller saves the row."""
        self.held_on, self.begins_at = day, datetime.combine(day, clock, AMSTERDAM)

    @property
    def starts_at(self) -> time:
        """The time of day at which it begins."""
        return self.begins_at.astimezone(AMSTERDAM).time()

    @property
    def is_planned(self) -> bool:
        """Whether points can still be put on its agenda."""
        return self.state == ConferenceState.PLANNED

    def is_over(self, day: date) -> bool:
        """Whether its day has come, so that it can be rounded off."""
        return self.held_on <= day

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this meeting."""
        found = {CONFERENCE_CHAIR} if self.chair_id == user.pk else set()
        return frozenset(found | {CONFERENCE_KEEPER} if self.series.kept_by(user) else found)
