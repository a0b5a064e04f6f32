"""The trail itself: events, the residents they show, and the seals over them.

No foreign keys to other apps: a line outlives what it is about. Never values, names of residents,
BSN or text from a case; the names and role of the employee are a snapshot of that moment.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class EventAction(models.TextChoices):
    """What kind of act (NEN 7513 EventActionCode)."""

    CREATE = "C", "vastleggen"
    READ = "R", "inzien"
    UPDATE = "U", "wijzigen"
    DELETE = "D", "verwijderen"
    EXECUTE = "E", "uitvoeren"


class Outcome(models.IntegerChoices):
    """How it ended (NEN 7513 EventOutcomeIndicator)."""

    SUCCESS = 0, "gelukt"
    MINOR_FAILURE = 4, "niet gelukt"
    DENIED = 8, "geweigerd"
    FAILED = 12, "fout in het systeem"


class AuditEvent(models.Model):
    """One act or one page seen: who, when, in which role, why allowed, about what.

    ``mac`` covers every other column except ``id``, and the residents in AuditSubject.
    """

    id = models.BigAutoField(primary_key=True)
    uuid = models.UUIDField(unique=True, editable=False)
    at = models.DateTimeField("tijdstip")
    code = models.CharField("gebeurtenis", max_length=60)
    action = models.CharField("soort", max_length=1, choices=EventAction.choices)
    outcome = models.PositiveSmallIntegerField("resultaat", choices=Outcome.choices, default=0)
    actor_id = models.BigIntegerField("medewerker (nummer)", null=True)
    actor_login = models.CharField("gebruikersnaam", max_length=150, blank=True)
    actor_name = models.CharField("naam medewerker", max_length=200, blank=True)
    role = models.CharField("rol", max_length=40, blank=True)
    organisation = models.CharField("organisatie", max_length=80, blank=True)
    team = models.CharField("team", max_length=80, blank=True)
    purpose = models.TextField("opgegeven reden", blank=True)
    rule = models.CharField("regel", max_length=120, blank=True)
    relation = models.CharField("relatie", max_length=120, blank=True)
    session_mac = models.CharField("sessie (kenmerk)", max_length=32, blank=True)
    request_id = models.UUIDField("verzoek", null=True)
    route = models.CharField("pagina", max_length=120, blank=True)
    method = models.CharField("methode", max_length=10, blank=True)
    status = models.PositiveSmallIntegerField("antwoordcode", null=True)
    object_type = models.CharField("soort object", max_length=80, blank=True)
    object_id = models.CharField("nummer object", max_length=64, blank=True)
    fields = models.JSONField("velden (alleen namen)", default=list)
    result_count = models.PositiveIntegerField("aantal bewoners", default=0)
    source_version = models.CharField("versie", max_length=40)
    kid = models.CharField("sleutelkenmerk", max_length=16)
    mac = models.BinaryField("zegel van de regel", max_length=32)

    class Meta:
        verbose_name = "logregel"
        verbose_name_plural = "logregels"
        indexes: ClassVar = [
            models.Index(fields=["at", "id"], name="audit_event_time"),
            models.Index(fields=["actor_id", "at", "id"], name="audit_event_actor"),
            models.Index(fields=["code", "at", "id"], name="audit_event_code"),
            models.Index(fields=["object_type", "object_id", "at"], name="audit_event_object"),
            models.Index(
                fields=["outcome", "at", "id"],
                name="audit_event_denied",
                condition=Q(outcome__gte=8),
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(action__in=EventAction.values), name="audit_event_action_known"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="audit_event_outcome_known"
            ),
        ]

    class Privacy:
        """Personal data of employees; residents only by number."""

        personal = (
            "actor_id",
            "actor_login",
            "actor_name",
            "role",
            "organisation",
            "team",
            "purpose",
            "session_mac",
        )
        purpose = "Verantwoorden wie dossiers heeft gezien of gewijzigd (AVG art. 5 lid 2, BIO2)."
        retention = "Ten minste vijf jaar; de FG beslist over vernietiging."

    def __str__(self) -> str:
        return f"{self.code} {self.at:%d-%m-%Y %H:%M}"


class AuditSubject(models.Model):
    """One resident of whom this event showed or changed something."""

    id = models.BigAutoField(primary_key=True)
    # Checked by audit_verify instead of the database: fifty checks cost more than the row.
    event = models.ForeignKey(
        AuditEvent,
        models.DO_NOTHING,
        related_name="subjects",
        db_index=False,
        db_constraint=False,
    )
    resident_id = models.BigIntegerField("bewoner (nummer)")

    class Meta:
        verbose_name = "bewoner in logregel"
        verbose_name_plural = "bewoners in logregels"
        indexes: ClassVar = [
            models.Index(fields=["resident_id", "event"], name="audit_subject_resident")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["event", "resident_id"], name="audit_subject_once_per_event"
            )
        ]

    class Privacy:
        """A number only; the name stays where it is."""

        personal = ("resident_id",)
        purpose = "De bewoner en de FG kunnen zien wie in een dossier keek (AVG art. 15)."
        retention = "Gelijk aan de logregel."

    def __str__(self) -> str:
        return f"{self.event_id}: {self.resident_id}"


class AuditSeal(models.Model):
    """A seal over a set of events, chained to the one before: shows what was removed or added.

    ``ranges`` lists the sealed numbers as [[first, last], …]; a number that is missing belongs
    to an act that was rolled back, or to one that committed later and stands in a later seal.
    """

    n = models.PositiveBigIntegerField("volgnummer", unique=True)
    first_id = models.BigIntegerField("eerste regel")
    last_id = models.BigIntegerField("laatste regel")
    ranges = models.JSONField("verzegelde nummers")
    count = models.PositiveIntegerField("aantal regels")
    digest = models.BinaryField("samenvatting", max_length=32)
    previous = models.BinaryField("vorig zegel", max_length=32)
    kid = models.CharField("sleutelkenmerk", max_length=16)
    mac = models.BinaryField("zegel", max_length=32)
    sealed_at = models.DateTimeField("verzegeld op")

    class Meta:
        verbose_name = "zegel"
        verbose_name_plural = "zegels"

    def __str__(self) -> str:
        return f"zegel {self.n}"
