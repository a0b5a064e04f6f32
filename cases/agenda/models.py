"""The meeting of contact centre and wijkteams: what was ticked off, and what was agreed (TEL-8)."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Count, FilteredRelation, Q

from cases.permissions import OWNER, OWNER_DEPUTY
from clusters.models import HANDLING_ROLES, Role, User

DESK_ROLES = frozenset({Role.CONTACT_CENTRE, Role.HELP_DESK})
OWNER_ROLES = DESK_ROLES | HANDLING_ROLES
"""Who can take an agreement upon them: both sides of the meeting."""
PRESENT_LENGTH, AGREEMENT_LENGTH = 300, 1000


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Meetings."""

    def visible_to(self, user: User) -> Self:
        """Everybody who takes part in the meeting."""
        return self.all() if user.acting_role in DESK_ROLES else self.none()

    def with_to_do(self) -> Self:
        """Marked with ``settled`` (how many points), and joined with ``to_do``, what is not kept.

        One row per meeting and agreement that is not kept yet, so that a page reads both at once.
        """
        not_kept = Q(points__done_at__isnull=True) & ~Q(points__agreement="")
        settled = (
            AgendaPoint.objects.order_by()
            .filter(meeting=models.OuterRef("pk"))
            .values("meeting")
            .annotate(number=Count("pk"))
        )
        return self.annotate(
            to_do=FilteredRelation("points", condition=not_kept),
            settled=models.Subquery(settled.values("number")),
        )


class Meeting(models.Model):
    """One fortnightly meeting: the day and who were there."""

    held_on = models.DateField("gehouden op", unique=True)
    present = models.CharField("aanwezig", max_length=PRESENT_LENGTH, blank=True)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "overleg KCC–SWT"
        verbose_name_plural = "overleggen KCC–SWT"
        ordering = ["-held_on"]

    class Privacy:
        personal = ("present", "opened_by")
        purpose = "Weten wie een afspraak maakte (TEL-8)"
        retention = "twee jaar"

    def __str__(self) -> str:
        return f"overleg van {self.held_on:%d-%m-%Y}"


class PointKind(models.TextChoices):
    """Where a point of the agenda comes from."""

    UNANSWERED = "unanswered", "Vraag zonder antwoord in het gesprek"
    ARTICLE = "article", "Gevraagd artikel"
    LATE = "late", "Terugbelverzoek dat te laat was"


class AgendaPointQuerySet(models.QuerySet["AgendaPoint"]):
    """Points that were ticked off."""

    def visible_to(self, user: User) -> Self:
        """Everybody who takes part in the meeting; in a team what is agreed with oneself."""
        if user.acting_role in DESK_ROLES:
            return self.all()
        if user.acting_role in HANDLING_ROLES:
            return self.filter(user.on_desk("owner"))
        return self.none()

    def of(self, refs: Iterable[tuple[str, int]]) -> Self:
        """The points with these kinds and numbers."""
        numbers: dict[str, set[int]] = {}
        for kind, number in refs:
            numbers.setdefault(kind, set()).add(number)
        same = Q(pk__in=[])
        for kind, those in numbers.items():
            same |= Q(kind=kind, object_id__in=those)
        return self.filter(same)

    def to_do(self) -> Self:
        """Agreements that are not kept yet."""
        return self.exclude(agreement="").filter(done_at__isnull=True)


class AgendaPoint(models.Model):
    """One point that was discussed, with the agreement made; what it is about is a number.

    ``kind`` and ``object_id`` name the question, the suggestion or the request, and are unique
    together: a point is ticked off once.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="points")
    kind = models.CharField("soort", max_length=10, choices=PointKind.choices)
    object_id = models.BigIntegerField("nummer")
    ticked_at = models.DateTimeField("besproken op")
    ticked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    agreement = models.TextField("afspraak", max_length=AGREEMENT_LENGTH, blank=True)
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    done_at = models.DateTimeField("nagekomen op", null=True)

    objects = AgendaPointQuerySet.as_manager()

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        ordering = ["-ticked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="agenda_point_once"),
            models.CheckConstraint(
                condition=Q(kind__in=PointKind.values), name="agenda_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(agreement="", owner__isnull=True, due_on__isnull=True)
                | (~Q(agreement="") & Q(owner__isnull=False)),
                name="agenda_agreement_has_owner",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(done_at__isnull=True) & ~Q(agreement=""),
                name="agenda_agreement_open",
            ),
        ]

    class Privacy:
        personal = ("ticked_by", "owner", "agreement")
        purpose = "Afspraken van het overleg nakomen (TEL-8)"
        retention = "twee jaar"

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.object_id}"

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee to this point: the agreement is theirs to keep."""
        if self.owner_id in user.minded_ids:
            return frozenset({OWNER_DEPUTY})
        return frozenset({OWNER}) if self.owner_id == user.pk else frozenset()
