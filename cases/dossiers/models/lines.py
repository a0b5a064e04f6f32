"""The line of a dossier: what happened and what was noted, in the order of time."""

from uuid import UUID, uuid4

from django.db import models
from django.db.models import Q

from cases.dossiers.models.files import ResidentFile
from cases.dossiers.models.questions import HelpRequest
from cases.dossiers.models.sealed import SealedByFile
from cases.residents.models import Resident
from clusters.models import User


class LineKind(models.TextChoices):
    """What a line is about."""

    OPENED = "opened", "Dossier geopend"
    NOTE = "note", "Notitie"
    QUESTION = "question", "Hulpvraag toegevoegd"
    OUTCOME = "outcome", "Hulpvraag afgesloten"
    DIRECTION = "direction", "Casusregie overgedragen"
    JOINED = "joined", "Collega werkt mee"
    LEFT = "left", "Collega werkt niet meer mee"
    SAFETY = "safety", "“Let op” gewijzigd"
    APPLIED = "applied", "Aanvraag ontvangen"
    TERM = "term", "Termijn van de aanvraag"
    DECIDED = "decided", "Besluit verstuurd"
    OBJECTED = "objected", "Bezwaar"
    PLAN = "plan", "Plan begonnen"
    HOUSEHOLD = "household", "Voor wie het plan is gewijzigd"
    AGREED = "agreed", "Akkoord met het plan"
    GOAL = "goal", "Doel toegevoegd"
    GOAL_CHANGED = "goal_new", "Doel gewijzigd"
    GOAL_ENDED = "goal_end", "Doel beëindigd"
    ACTION = "act", "Actie toegevoegd"
    ACTION_CHANGED = "act_new", "Actie gewijzigd"
    ACTION_MOVED = "act_state", "Stand van een actie"
    EVALUATION = "eval_plan", "Evaluatie gepland"
    EVALUATED = "eval_held", "Evaluatie gehouden"
    NOT_EVALUATED = "eval_off", "Evaluatie ging niet door"
    MATCH_ASKED = "match_ask", "Vrijwilliger gevraagd"
    MATCH_TAKEN = "match_got", "Vraag om een vrijwilliger opgepakt"
    MATCHED = "matched", "Vrijwilliger gevonden"
    NO_MATCH = "no_match", "Geen vrijwilliger gevonden"
    MATCH_WITHDRAWN = "match_off", "Vraag om een vrijwilliger ingetrokken"
    ARRIVED = "arrived", "De vrijwilliger is gekomen"
    NOT_ARRIVED = "no_show", "De vrijwilliger is niet gekomen"
    CLOSED = "closed", "Dossier afgesloten"
    TASK = "task", "Taak toegevoegd"
    TASK_DONE = "task_done", "Taak gedaan"
    TASK_DROP = "task_drop", "Taak vervallen"
    TASK_HAND = "task_hand", "Taak overgedragen"
    TASK_DAY = "task_day", "Taak naar een andere dag"
    DOCUMENT = "document", "Document toegevoegd"
    DOC_GONE = "doc_gone", "Document ingetrokken"


OF_PLAN = (
    LineKind.PLAN,
    LineKind.HOUSEHOLD,
    LineKind.AGREED,
    LineKind.GOAL,
    LineKind.GOAL_CHANGED,
    LineKind.GOAL_ENDED,
    LineKind.ACTION,
    LineKind.ACTION_CHANGED,
    LineKind.ACTION_MOVED,
    LineKind.EVALUATION,
    LineKind.EVALUATED,
    LineKind.NOT_EVALUATED,
)
"""The lines that the plan leaves."""


class FileLine(SealedByFile):
    """Something that happened in a dossier; it is added and never changed (DS-8).

    ``content`` is a note, a reason or the text of an outcome, sealed with the key of the dossier.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="lines")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    question = models.ForeignKey(HelpRequest, models.PROTECT, null=True, related_name="lines")
    kind = models.CharField("soort", max_length=9, choices=LineKind.choices)
    at = models.DateTimeField("moment")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    person = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    content = models.BinaryField("tekst", default=bytes)

    class Meta:
        verbose_name = "regel in een dossier"
        verbose_name_plural = "regels in dossiers"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=LineKind.values), name="file_line_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(~Q(kind=LineKind.NOTE)) | ~Q(content=b""), name="file_note_has_words"
            ),
        ]
        indexes = [
            models.Index(fields=["file", "at", "id"], name="line_of_file"),
            models.Index(fields=["file", "kind", "at"], name="line_of_file_by_kind"),
        ]

    class Privacy:
        personal = ("resident", "content", "by", "person")
        purpose = "Weten wat er in het dossier gebeurde en wie wat deed"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    @property
    def seal_id(self) -> UUID:
        """The line gets its number only when it is saved."""
        return self.uuid

    def __str__(self) -> str:
        return self.get_kind_display()
