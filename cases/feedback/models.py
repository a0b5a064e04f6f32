"""The referrer of a dossier, and what they heard (KET-9)."""

import json
from datetime import date, datetime, timedelta
from typing import Self
from uuid import UUID, uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from cases.advice.models import Recipient
from cases.dossiers.models import FileColleague, ResidentFile, SealedByFile
from cases.dossiers.models.files import WORKING_ROLES
from cases.feedback.lifecycle import FeedbackState
from cases.liaisons.models import Liaison
from cases.residents.models import Consent, RecipientKind, Resident
from clusters.models import User
from common.deadlines import ONE_DAY
from common.weeks import midnight

AHEAD = timedelta(days=14)
"""From this long before its day telling the referrer is work."""


class Phrase(models.TextChoices):
    """What the referrer hears: a fixed sentence, and nothing beside it (TG-3)."""

    ARRIVED = "arrived", "De vraag is bij ons aangekomen."
    WORKING = "working", "Wij zijn met de inwoner aan de slag."
    HELPED = "helped", "Er is hulp geregeld."
    REFERRED = "referred", "De inwoner is verder verwezen."
    NOTHING = "nothing", "Er is geen hulp van ons nodig."
    UNREACHED = "unreached", "Wij bereiken de inwoner niet."
    ENDED = "ended", "Onze hulp is afgerond."


class Way(models.TextChoices):
    """How it was told; never by ordinary mail on the screen."""

    PHONE = "phone", "Telefoon"
    SECURE_MAIL = "mail", "Beveiligde e-mail"
    LETTER = "letter", "Brief"
    MEETING = "meeting", "In een overleg"


class WhyNot(models.TextChoices):
    """Why the referrer does not hear (TG-4)."""

    REFUSED = "refused", "De inwoner wil het niet"
    NO_CONSENT = "consent", "Er is geen toestemming"
    NOT_NEEDED = "needless", "De verwijzer hoeft niets te horen"


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    """Feedback to referrers."""

    def visible_to(self, user: User) -> Self:
        """Scope: only who works in the dossier, as casusregisseur or along (row 6)."""
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        running = FileColleague.objects.running(timezone.localdate()).of(user)
        joined = Exists(running.filter(file=OuterRef("file")))
        return self.filter(user.on_desk("file__director") | Q(joined))

    def due(self) -> Self:
        """Of which the referrer did not hear yet."""
        return self.filter(state=FeedbackState.DUE)

    def work_of(self, user: User, day: date) -> Self:
        """Those that this casusregisseur gives soon, the nearest day first (TG-2)."""
        if user.acting_role not in WORKING_ROLES:
            return self.none()
        rows = self.due().filter(user.on_desk("file__director"), due_on__lte=day + AHEAD)
        return rows.order_by("due_on", "pk")


class Feedback(SealedByFile):
    """Somebody who referred the resident of a dossier, and whether they heard what came of it.

    ``content`` is who it was, sealed with the key of the dossier: "praktijk X" tells about health
    (ADR 27). ``consent`` is the row of the register on which they were told.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="feedbacks")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    recipient_kind = models.ForeignKey(RecipientKind, models.PROTECT, related_name="+")
    liaison = models.ForeignKey(Liaison, models.PROTECT, null=True, related_name="+")
    content = models.BinaryField("wie verwees")
    referred_on = models.DateField("verwees op")
    due_on = models.DateField("terugkoppelen uiterlijk op")
    recorded_at = models.DateTimeField("vastgelegd op")
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    state = models.CharField(
        "status", max_length=7, choices=FeedbackState.choices, default=FeedbackState.DUE
    )
    phrase = models.CharField("wat is gezegd", max_length=9, choices=Phrase.choices, blank=True)
    way = models.CharField("hoe", max_length=7, choices=Way.choices, blank=True)
    told_on = models.DateField("teruggekoppeld op", null=True)
    consent = models.ForeignKey(Consent, models.PROTECT, null=True, related_name="+")
    why_not = models.CharField("waarom niet", max_length=8, choices=WhyNot.choices, blank=True)
    ended_at = models.DateTimeField("klaar op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = "terugkoppeling"
        verbose_name_plural = "terugkoppelingen"
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("referred_on")), name="feedback_comes_afterwards"
            ),
            models.CheckConstraint(
                condition=Q(
                    state=FeedbackState.DUE,
                    phrase="",
                    way="",
                    told_on=None,
                    consent=None,
                    why_not="",
                    ended_at=None,
                    ended_by=None,
                )
                | Q(
                    state=FeedbackState.SENT,
                    phrase__in=Phrase.values,
                    way__in=Way.values,
                    told_on__isnull=False,
                    consent__isnull=False,
                    why_not="",
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                )
                | Q(
                    state=FeedbackState.DROPPED,
                    phrase="",
                    way="",
                    told_on=None,
                    consent=None,
                    why_not__in=WhyNot.values,
                    ended_at__isnull=False,
                    ended_by__isnull=False,
                ),
                name="feedback_sent_with_consent",
            ),
        ]
        indexes = [
            models.Index(fields=["file", "recorded_at"], name="feedback_of_file"),
            models.Index(
                fields=["file", "due_on"],
                condition=Q(state=FeedbackState.DUE),
                name="feedback_due",
            ),
        ]

    class Privacy:
        personal = (
            "resident",
            "content",
            "recipient_kind",
            "liaison",
            "phrase",
            "way",
            "why_not",
            "consent",
            "recorded_by",
            "ended_by",
        )
        purpose = "De verwijzer laten weten wat ervan kwam, met toestemming (KET-9)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"TG-{self.pk:06d}" if self.pk else "terugkoppeling"

    @property
    def seal_id(self) -> UUID:
        """The row gets its number only when it is saved."""
        return self.uuid

    def keep_referrer(self, recipient: Recipient) -> None:
        """Seal who it was; the caller saves the row."""
        self.keep(json.dumps({"name": recipient.name, "organisation": recipient.organisation}))

    @cached_property
    def referrer(self) -> str:
        """Who it was, in words."""
        said = json.loads(self.words)
        name, organisation = said["name"], said["organisation"]
        return f"{name} ({organisation})" if name else str(organisation)

    @property
    def is_due(self) -> bool:
        """Whether the referrer did not hear yet."""
        return self.state == FeedbackState.DUE

    @property
    def due_at(self) -> datetime:
        """The end of the last day."""
        return midnight(self.due_on + ONE_DAY)

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this row; scope was checked before."""
        return self.file.relations_to(user)
