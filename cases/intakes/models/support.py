"""Onafhankelijke cliëntondersteuning with a melding: offered, chosen, asked for (OCO-1 … OCO-3)."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Q

from audit.guard import SubjectModel
from cases.intakes.models.letters import LetterWay
from cases.intakes.models.notifications import WmoNotification
from cases.residents.models import Resident
from clusters.models import User

SUPPORT_ORGANISATION = "mee"
"""The partner whose beroepskrachten can be cliëntondersteuner beside the teams (OCO-3)."""


class SupportChoice(models.TextChoices):
    """What the resident said to the offer (OCO-2)."""

    YES = "yes", "Ja"
    NO = "no", "Nee"
    LATER = "later", "Later"


class SupportKind(models.TextChoices):
    """By whom (OCO-2, OCO-3)."""

    VOLUNTEER = "volunteer", "Vrijwilliger (OCO Almere)"
    PROFESSIONAL = "professional", "Beroepskracht (MEE)"


class ClientSupport(SubjectModel):
    """The offer of free independent support and the answer to it (WMO 2.2.4, 2.3.2 lid 3; OCO-2).

    ``supporter`` is an employee of MEE who will do it, when that is known. They get no access by
    it; it is kept so that nobody handles the melding of somebody they support (OCO-3).
    """

    audit_resident_field = "resident"

    notification = models.OneToOneField(WmoNotification, models.PROTECT, related_name="support")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    offered_on = models.DateField("aangeboden op")
    choice = models.CharField("keuze", max_length=5, choices=SupportChoice.choices)
    ask_again_on = models.DateField("opnieuw vragen op", null=True)
    kind = models.CharField("vorm", max_length=12, choices=SupportKind.choices, blank=True)
    supporter = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "aanbod van cliëntondersteuning"
        verbose_name_plural = "aanbod van cliëntondersteuning"
        constraints = [
            models.CheckConstraint(
                condition=Q(choice=SupportChoice.YES, ask_again_on=None)
                & Q(kind__in=SupportKind.values)
                | Q(choice=SupportChoice.NO, ask_again_on=None, kind="", supporter=None)
                | Q(
                    choice=SupportChoice.LATER, ask_again_on__isnull=False, kind="", supporter=None
                ),
                name="support_choice_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(supporter=None) | Q(kind=SupportKind.PROFESSIONAL),
                name="support_employee_is_professional",
            ),
        ]

    class Privacy:
        personal = ("resident", "choice", "kind", "supporter")
        purpose = "Laten zien dat onafhankelijke ondersteuning is aangeboden (WMO 2.3.2 lid 3)"
        retention = "gelijk met de melding"

    def __str__(self) -> str:
        parts = [self.get_choice_display(), self.get_kind_display()]
        if self.supporter is not None:
            parts.append(str(self.supporter))
        if self.ask_again_on is not None:
            parts.append(f"opnieuw vragen op {self.ask_again_on:%d-%m-%Y}")
        return ", ".join(part for part in parts if part)

    def is_due(self, day: date) -> bool:
        """Whether "later" is now."""
        return self.ask_again_on is not None and self.ask_again_on <= day


class SupportRequest(SubjectModel):
    """The request to the cliëntondersteuning as it went out: contact details only (OCO-1).

    ``pdf`` is as with ``ConfirmationLetter``.
    """

    audit_resident_field = "resident"

    notification = models.OneToOneField(
        WmoNotification, models.PROTECT, related_name="support_request"
    )
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    content = models.JSONField("tekst van het verzoek")
    pdf = models.BinaryField("PDF", null=True)
    way = models.CharField("hoe verstuurd", max_length=6, choices=LetterWay.choices)
    sent_at = models.DateTimeField("verstuurd op")
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "verzoek om cliëntondersteuning"
        verbose_name_plural = "verzoeken om cliëntondersteuning"
        constraints = [
            models.CheckConstraint(condition=Q(way__in=LetterWay.values), name="support_way_known"),
        ]

    class Privacy:
        personal = ("resident", "content", "pdf")
        purpose = "Kunnen laten zien welke gegevens met toestemming gedeeld zijn (AVG-2)"
        retention = "gelijk met de melding"

    def __str__(self) -> str:
        return f"verzoek om ondersteuning bij melding {self.notification_id}"


def supports(notification: WmoNotification, people: Iterable[int]) -> bool:
    """Whether one of these employees is the cliëntondersteuner in this melding (OCO-3)."""
    rows = ClientSupport.objects.filter(notification=notification)
    return rows.filter(supporter_id__in=list(people)).exists()


def works_on(notification: WmoNotification, person_id: int) -> bool:
    """Whether an employee handles the melding or takes part in a talk about it (OCO-3)."""
    if notification.handler_id == person_id:
        return True
    at_the_table = Q(talks__colleagues__employee_id=person_id) | Q(talks__planned_by_id=person_id)
    return WmoNotification.objects.filter(at_the_table, pk=notification.pk).exists()
