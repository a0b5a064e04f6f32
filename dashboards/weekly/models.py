"""Which summaries were sent, and who does not want them."""

from typing import Self

from django.db import models

from clusters.models import OutboxMail, User


class WeeklyMail(models.Model):
    """The summary of one week to one employee, so that it is sent once (VM-4)."""

    recipient = models.ForeignKey(User, models.CASCADE, related_name="+")
    monday = models.DateField("week van")
    mail = models.ForeignKey(OutboxMail, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "weekoverzicht"
        verbose_name_plural = "weekoverzichten"
        constraints = [
            models.UniqueConstraint(fields=["recipient", "monday"], name="weekly_mail_once"),
        ]

    class Privacy:
        personal = ("recipient",)
        purpose = "Wie leidt een keer per week laten weten wat er wacht"
        retention = "met de mail: drie maanden na verzending"

    def __str__(self) -> str:
        return f"weekoverzicht {self.monday:%d-%m-%Y}"


class WeeklyMailChoiceQuerySet(models.QuerySet["WeeklyMailChoice"]):
    """Choices of employees."""

    def visible_to(self, user: User) -> Self:
        """One's own."""
        return self.filter(employee=user)

    def off(self) -> Self:
        """Of who does not want the summary."""
        return self.filter(wants=False)


class WeeklyMailChoice(models.Model):
    """What an employee said about the summary; without a row it is sent."""

    employee = models.OneToOneField(User, models.CASCADE, related_name="+")
    wants = models.BooleanField("wil het weekoverzicht")
    changed_at = models.DateTimeField("gekozen op")

    objects = WeeklyMailChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = "keuze voor het weekoverzicht"
        verbose_name_plural = "keuzes voor het weekoverzicht"

    class Privacy:
        personal = ("employee",)
        purpose = "Geen mail sturen aan wie die niet wil"
        retention = "met het account"

    def __str__(self) -> str:
        return f"keuze {self.pk}"
