"""What somebody must know, once, and the mail that says that something waits."""

from typing import Self

from django.conf import settings
from django.db import models


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices of people."""

    def visible_to(self, user: "settings.AUTH_USER_MODEL") -> Self:  # type: ignore[name-defined]
        """A notice is for one person and nobody else."""
        return self.filter(person=user)

    def unread(self) -> Self:
        """Not opened yet."""
        return self.filter(read_at__isnull=True)

    def unmailed(self) -> Self:
        """Not announced by mail yet."""
        return self.filter(mail__isnull=True, wants_mail=True)


class OutboxMail(models.Model):
    """One mail to one employee about one run: never a resident's name, number or question."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="outbox")
    subject = models.CharField("onderwerp", max_length=160)
    body = models.TextField("tekst")
    message_id = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField("gemaakt op")
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)
    tries = models.PositiveSmallIntegerField("pogingen", default=0)
    try_after = models.DateTimeField("niet vóór")

    class Meta:
        verbose_name = "mail"
        verbose_name_plural = "mails"
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["try_after"],
                condition=models.Q(sent_at__isnull=True),
                name="outbox_unsent",
            ),
        ]

    class Privacy:
        personal = ("recipient",)
        purpose = "Medewerkers laten weten dat er werk wacht"
        retention = "drie maanden na verzending"

    def __str__(self) -> str:
        return f"{self.recipient}: {self.subject}"


class Notice(models.Model):
    """Something one employee must know; ``dedup_key`` makes it arrive exactly once (T15)."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices")
    text = models.CharField("melding", max_length=240)
    url_name = models.CharField(max_length=60)
    object_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField("gemaakt op")
    read_at = models.DateTimeField("gelezen op", null=True, blank=True)
    dedup_key = models.CharField(max_length=120, unique=True)
    wants_mail = models.BooleanField(default=True)
    mail = models.ForeignKey(
        OutboxMail, models.PROTECT, null=True, blank=True, related_name="notices"
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["person"],
                condition=models.Q(read_at__isnull=True),
                name="notice_unread",
            ),
            models.Index(
                fields=["person"],
                condition=models.Q(mail__isnull=True, wants_mail=True),
                name="notice_unmailed",
            ),
        ]

    class Privacy:
        personal = ("person",)
        purpose = "Medewerkers op tijd laten weten wat er moet gebeuren"
        retention = "een jaar"

    def __str__(self) -> str:
        return self.text
