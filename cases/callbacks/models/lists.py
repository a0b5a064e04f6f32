"""Lists the municipality keeps: subjects, outcomes and the norm per urgency."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from common.deadlines import WorkCalendar
from common.reference import ReferenceModel


class CallbackSubject(ReferenceModel):
    """What the call is about, in the caller's words: geld, wonen, mantelzorg."""

    class Meta(ReferenceModel.Meta):
        verbose_name = "onderwerp van een terugbelverzoek"
        verbose_name_plural = "onderwerpen van terugbelverzoeken"


class CallbackOutcome(ReferenceModel):
    """What came of the call; a closed request always has one (TB-8)."""

    class Meta(ReferenceModel.Meta):
        verbose_name = "uitkomst van een terugbelverzoek"
        verbose_name_plural = "uitkomsten van terugbelverzoeken"


class Urgency(models.TextChoices):
    """How fast the resident must be called; the norm behind each is data."""

    URGENT = "spoed", "Spoed"
    NORMAL = "normaal", "Normaal"
    RELAXED = "ruim", "Ruim"


class CallbackNorm(ReferenceModel):
    """The service norm of one urgency, in working time (TB-2); ``code`` is an ``Urgency``.

    Hours or days, never both. ``remind_minutes`` is working time before the term.
    """

    extra_columns = ("hours", "days", "remind_minutes")

    hours = models.PositiveSmallIntegerField("werkuren", null=True, blank=True)
    days = models.PositiveSmallIntegerField("werkdagen", null=True, blank=True)
    remind_minutes = models.PositiveSmallIntegerField("herinneren vooraf (werkminuten)")

    class Meta(ReferenceModel.Meta):
        verbose_name = "terugbelnorm"
        verbose_name_plural = "terugbelnormen"
        constraints = [
            models.CheckConstraint(
                condition=Q(hours__isnull=True, days__isnull=False, days__gte=1)
                | Q(days__isnull=True, hours__isnull=False, hours__gte=1),
                name="callback_norm_hours_or_days",
            ),
            models.CheckConstraint(
                condition=Q(code__in=Urgency.values), name="callback_norm_known_urgency"
            ),
        ]

    def term_after(self, start: datetime, calendar: WorkCalendar) -> datetime:
        """The end of the norm for something that begins at ``start``."""
        if self.hours:
            return calendar.add_minutes(start, self.hours * 60)
        return calendar.add_days(start, self.days or 1)

    def reminder_before(self, due: datetime, calendar: WorkCalendar) -> datetime:
        """When the handler must be reminded of a term."""
        return calendar.subtract_minutes(due, self.remind_minutes)
