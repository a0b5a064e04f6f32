"""What happened to a request: the calls that were made and the steps colleagues read back."""

from django.db import models
from django.db.models import Q

from audit.guard import SubjectModel
from cases.callbacks.models.requests import CallbackRequest
from cases.residents.models import Resident
from clusters.models import User

MAX_FAILED_ATTEMPTS = 3


class StepTaken(models.TextChoices):
    """What happened to a request; the value is also the audit code after "callback."."""

    REGISTERED = "registered", "Vastgelegd"
    CLAIMED = "claimed", "Opgepakt"
    RELEASED = "released", "Teruggegeven aan het team"
    FORWARDED = "forwarded", "Doorgestuurd naar een ander team"
    ASSIGNED = "assigned", "Gegeven aan een collega"
    ATTEMPTED = "attempted", "Gebeld"
    CHOSEN = "chosen", "Vervolg gekozen"
    PAUSED = "paused", "Wacht op inwoner"
    RESUMED = "resumed", "Hervat"
    CLOSED = "closed", "Afgesloten"
    CANCELLED = "cancelled", "Ingetrokken"
    REOPENED = "reopened", "Heropend"
    EXTENDED = "extended", "Vraag toegevoegd"
    CARD = "card_changed", "Veilig bellen aangepast"


class AttemptResult(models.TextChoices):
    """What happened when the number was called."""

    SPOKEN = "spoken", "Gesproken"
    VOICEMAIL = "voicemail", "Voicemail ingesproken"
    NO_ANSWER = "no_answer", "Geen gehoor"
    WRONG_NUMBER = "wrong_number", "Verkeerd nummer"
    LATER = "later", "Gesproken, wil later gebeld worden"


FAILED_RESULTS = (AttemptResult.VOICEMAIL, AttemptResult.NO_ANSWER, AttemptResult.WRONG_NUMBER)


class CallbackAttempt(SubjectModel):
    """One call to the resident and what came of it; never changed afterwards."""

    audit_resident_field = "resident"

    callback = models.ForeignKey(CallbackRequest, models.PROTECT, related_name="attempts")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    submission_key = models.UUIDField(unique=True, editable=False)
    at = models.DateTimeField("tijdstip")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    result = models.CharField("resultaat", max_length=12, choices=AttemptResult.choices)
    note = models.TextField("notitie", blank=True, max_length=1000)
    again_at = models.DateTimeField("opnieuw bellen op", null=True)

    class Meta:
        verbose_name = "belpoging"
        verbose_name_plural = "belpogingen"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["at"], name="attempt_by_moment")]

    class Privacy:
        personal = ("resident", "note")
        purpose = "Weten wanneer is gebeld en wat is afgesproken"
        retention = "gelijk met het terugbelverzoek"

    def __str__(self) -> str:
        return f"{self.get_result_display()} ({self.at:%d-%m-%Y %H:%M})"


class CallbackStep(SubjectModel):
    """One step in the life of a request as colleagues read it back; never changed afterwards.

    The audit trail says who was allowed to; this says what colleagues need to know and why.
    """

    audit_resident_field = "resident"

    callback = models.ForeignKey(CallbackRequest, models.PROTECT, related_name="steps")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    at = models.DateTimeField("tijdstip")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    step = models.CharField("stap", max_length=16, choices=StepTaken.choices)
    note = models.TextField("toelichting", blank=True, max_length=1000)

    class Meta:
        verbose_name = "stap van een terugbelverzoek"
        verbose_name_plural = "stappen van een terugbelverzoek"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(step__in=StepTaken.values), name="step_known"),
        ]

    class Privacy:
        personal = ("resident", "note")
        purpose = "Collega's laten weten wat er met een verzoek gebeurde"
        retention = "gelijk met het terugbelverzoek"

    def __str__(self) -> str:
        return f"{self.get_step_display()} ({self.at:%d-%m-%Y %H:%M})"
