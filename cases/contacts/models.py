"""The running call as a draft, and the klantcontact it becomes with a result per question."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from audit.guard import SubjectModel
from cases.callbacks.models import CallbackRequest, CallbackSubject
from cases.callbacks.models.requests import QUESTION_LENGTH
from cases.helpdesk.models import DayPart, HelpQuestion
from cases.knowledge.models import Article
from cases.residents.models import Resident
from clusters.models import Role, Team, User
from common.autosave import AutosavedModel

DESK_ROLES = frozenset({Role.CONTACT_CENTRE, Role.HELP_DESK})
REFERRED_LENGTH = 120


class Channel(models.TextChoices):
    """How the resident reached us."""

    PHONE = "telefoon", "Telefoon"
    COUNTER = "balie", "Balie"
    MAIL = "e-mail", "E-mail"
    LETTER = "brief", "Brief"


class QuestionResult(models.TextChoices):
    """What came of one question of a call; every question ends with one."""

    ANSWERED = "answered", "Beantwoord"
    HELP_DESK = "help_desk", "Beantwoord door of doorverbonden met de vraagbaak"
    CALLBACK = "callback", "Terugbelverzoek"
    REFERRED = "referred", "Doorverwezen"
    WRONG_NUMBER = "wrong_number", "Verkeerd verbonden"


SOLVED = (QuestionResult.ANSWERED, QuestionResult.HELP_DESK)
"""Results that mean: answered in one call (TEL-7)."""


class CallDraftQuerySet(models.QuerySet["CallDraft"]):
    """Running calls."""

    def visible_to(self, user: User) -> Self:
        """A running call is for whoever has the caller on the line, and nobody else."""
        if user.acting_role not in DESK_ROLES:
            return self.none()
        return self.filter(employee=user)

    def with_help(self) -> Self:
        """Marked with ``was_put``: whether a question of the call went to the vraagbaak."""
        asked = HelpQuestion.objects.filter(call_id=OuterRef("pk"))
        return self.annotate(was_put=Exists(asked))


class CallDraft(AutosavedModel):
    """A running call as it is being typed: encrypted, of one employee, gone after a working day.

    ``content`` is what stands in the form, sealed for this row (design 8). ``version`` grows with
    every save, so that two windows do not overwrite each other unseen.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    employee = models.ForeignKey(User, models.PROTECT, related_name="+")
    desk = models.ForeignKey(Team, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("begonnen op")
    expires_at = models.DateTimeField("verdwijnt op")

    objects = CallDraftQuerySet.as_manager()

    class Meta:
        verbose_name = "lopend gesprek"
        verbose_name_plural = "lopende gesprekken"
        ordering = ["opened_at", "pk"]
        indexes = [
            models.Index(fields=["employee", "opened_at"], name="call_by_employee"),
            models.Index(fields=["expires_at"], name="call_by_end"),
        ]

    class Privacy:
        personal = ("employee", "content")
        purpose = "Een gesprek niet kwijtraken terwijl de beller aan de lijn is"
        retention = "een werkdag na de laatste toets, dan weg"

    def __str__(self) -> str:
        return f"gesprek van {self.opened_at:%d-%m-%Y %H:%M}"


class ContactQuerySet(models.QuerySet["Contact"]):
    """Contacts that ended."""

    def visible_to(self, user: User) -> Self:
        """Scope: what one's own desk took down."""
        if user.acting_role not in DESK_ROLES:
            return self.none()
        return self.filter(desk_id__in=user.team_ids)

    def of_call(self, call_id: uuid.UUID) -> Self:
        """What a running call became."""
        return self.filter(uuid=call_id)


class Contact(SubjectModel):
    """A klantcontact that ended: when, by whom, through which channel (TEL-2).

    ``uuid`` is that of the running call, so that sending the form twice makes one contact.
    ``resident`` is known only when the caller told who they are and something had to be kept.
    """

    audit_resident_field = "resident"

    uuid = models.UUIDField(unique=True, editable=False)
    channel = models.CharField("kanaal", max_length=8, choices=Channel.choices)
    opened_at = models.DateTimeField("begonnen op")
    ended_at = models.DateTimeField("geëindigd op")
    employee = models.ForeignKey(User, models.PROTECT, related_name="+")
    desk = models.ForeignKey(Team, models.PROTECT, related_name="+")
    resident = models.ForeignKey(Resident, models.PROTECT, null=True, related_name="contacts")

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = "klantcontact"
        verbose_name_plural = "klantcontacten"
        ordering = ["-ended_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="contact_channel_known"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__gte=F("opened_at")), name="contact_ends_after_begin"
            ),
        ]
        indexes = [models.Index(fields=["desk", "-ended_at", "-id"], name="contact_by_desk")]

    class Privacy:
        personal = ("employee", "resident")
        purpose = "Weten wat een beller vroeg en wat is toegezegd (TEL-2)"
        retention = "een jaar na het gesprek (security 7, voorstel)"

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number of the contact."""
        return f"KC-{self.pk:06d}"


class ContactQuestionQuerySet(models.QuerySet["ContactQuestion"]):
    """Questions of contacts."""

    def visible_to(self, user: User) -> Self:
        """Scope: what one's own desk took down."""
        if user.acting_role not in DESK_ROLES:
            return self.none()
        return self.filter(desk_id__in=user.team_ids)

    def ended_between(self, start: datetime, end: datetime) -> Self:
        """Questions of calls that ended from ``start`` up to ``end``."""
        return self.filter(ended_at__gte=start, ended_at__lt=end)


class ContactQuestion(SubjectModel):
    """One question of a contact and its result; never changed afterwards.

    ``desk``, ``ended_at``, ``part`` and ``with_help_desk`` stand here too, because figures and
    lists ask questions, not contacts; ``with_help_desk`` is whether a vraagbaak was on duty.
    """

    audit_resident_field = "resident"

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="questions")
    resident = models.ForeignKey(Resident, models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField("volgorde")
    subject = models.ForeignKey(CallbackSubject, models.PROTECT, null=True, related_name="+")
    question = models.TextField("vraag", max_length=QUESTION_LENGTH, blank=True)
    result = models.CharField("resultaat", max_length=12, choices=QuestionResult.choices)
    callback = models.ForeignKey(
        CallbackRequest, models.PROTECT, null=True, related_name="contact_questions"
    )
    article = models.ForeignKey(Article, models.PROTECT, null=True, related_name="+")
    help_question = models.ForeignKey(HelpQuestion, models.PROTECT, null=True, related_name="+")
    referred_to = models.CharField("doorverwezen naar", max_length=REFERRED_LENGTH, blank=True)
    desk = models.ForeignKey(Team, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("geëindigd op")
    part = models.CharField("dagdeel", max_length=8, choices=DayPart.choices)
    with_help_desk = models.BooleanField("vraagbaak aanwezig", default=False)

    objects = ContactQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag in een klantcontact"
        verbose_name_plural = "vragen in klantcontacten"
        ordering = ["contact", "position"]
        constraints = [
            models.UniqueConstraint(fields=["contact", "position"], name="contact_question_once"),
            models.CheckConstraint(
                condition=Q(result__in=QuestionResult.values), name="contact_result_known"
            ),
            models.CheckConstraint(
                condition=Q(result=QuestionResult.CALLBACK, callback__isnull=False)
                | (~Q(result=QuestionResult.CALLBACK) & Q(callback__isnull=True)),
                name="contact_callback_has_request",
            ),
            models.CheckConstraint(
                condition=(Q(result=QuestionResult.REFERRED) & ~Q(referred_to=""))
                | (~Q(result=QuestionResult.REFERRED) & Q(referred_to="")),
                name="contact_referred_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(result=QuestionResult.WRONG_NUMBER) | Q(subject__isnull=False),
                name="contact_question_has_subject",
            ),
        ]
        indexes = [
            models.Index(fields=["desk", "-ended_at", "-id"], name="contact_question_by_desk"),
        ]

    class Privacy:
        personal = ("resident", "question", "subject", "referred_to")
        purpose = "Weten of een vraag in één gesprek is beantwoord (TEL-7)"
        retention = "een jaar na het gesprek (security 7, voorstel)"

    def __str__(self) -> str:
        return f"{self.get_result_display()}"
