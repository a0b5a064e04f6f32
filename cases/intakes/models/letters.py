"""The confirmation that went out, exactly as it went."""

from django.db import models
from django.db.models import Q

from audit.guard import SubjectModel
from cases.intakes.models.notifications import WmoNotification
from cases.residents.models import Resident
from clusters.models import User


class LetterWay(models.TextChoices):
    """How a letter reached the resident; never by e-mail (design 6)."""

    POST = "post", "Per post"
    HANDED = "handed", "Persoonlijk gegeven"


class ConfirmationLetter(SubjectModel):
    """The written confirmation of a melding (WMO 2.3.2 lid 1): its words, frozen.

    The PDF is a paper made of these words (``papers.py``); ``pdf`` holds that of a letter that was
    sent before there were papers.
    """

    audit_resident_field = "resident"

    notification = models.OneToOneField(WmoNotification, models.PROTECT, related_name="letter")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    content = models.JSONField("tekst van de brief")
    pdf = models.BinaryField("PDF", null=True)
    way = models.CharField("hoe verstuurd", max_length=6, choices=LetterWay.choices)
    sent_at = models.DateTimeField("verstuurd op")
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "bevestigingsbrief"
        verbose_name_plural = "bevestigingsbrieven"
        constraints = [
            models.CheckConstraint(condition=Q(way__in=LetterWay.values), name="letter_way_known"),
        ]

    class Privacy:
        personal = ("resident", "content", "pdf")
        purpose = "Kunnen laten zien wat de inwoner schriftelijk kreeg (WMO 2.3.2 lid 1)"
        retention = "gelijk met de melding"

    def __str__(self) -> str:
        return f"bevestiging van melding {self.notification_id}"
