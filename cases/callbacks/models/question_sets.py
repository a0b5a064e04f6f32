"""Question sets: what a team wants to know about a subject, and the answers a caller gave."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from audit.guard import SubjectModel
from cases.callbacks.models.lists import CallbackSubject
from cases.callbacks.models.requests import QUESTION_LENGTH, CallbackRequest
from cases.residents.models import Resident
from clusters.models import Role, Team, User

SET_QUESTION_LENGTH, SHORT_ANSWER_LENGTH, ANSWER_LENGTH = 200, 120, 1000
OPTIONS_LENGTH = 1000


class AnswerKind(models.TextChoices):
    """How a question of a set is answered."""

    SHORT = "short", "Korte tekst"
    LONG = "long", "Lange tekst"
    CHOICE = "choice", "Keuze uit een lijst"
    YES_NO = "yes_no", "Ja of nee"


class QuestionSetQuerySet(models.QuerySet["QuestionSet"]):
    """Question sets."""

    def visible_to(self, user: User) -> Self:
        """Kept by the functional administrator; the desk meets them in a call only."""
        return self.all() if user.acting_role == Role.APPLICATION_MANAGER else self.none()

    def for_list(self) -> Self:
        """With the version that is asked now and whether a draft waits; in the order of subjects.

        A set of one team stands below that of all teams.
        """
        versions = QuestionSetVersion.objects.filter(question_set=OuterRef("pk"))
        live = versions.published()
        return (
            self.select_related("subject", "team")
            .annotate(
                live_number=Subquery(live.values("number")[:1]),
                live_since=Subquery(live.values("published_at")[:1]),
                has_draft=Exists(versions.filter(published_at__isnull=True)),
            )
            .order_by("subject", F("team__name").asc(nulls_first=True), "pk")
        )


class QuestionSet(models.Model):
    """The extra questions about one subject, for one team or (``team`` empty) for every team."""

    subject = models.ForeignKey(
        CallbackSubject, models.PROTECT, related_name="question_sets", verbose_name="onderwerp"
    )
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="team"
    )
    is_active = models.BooleanField("in gebruik", default=True)

    objects = QuestionSetQuerySet.as_manager()
    live_number: int | None  # these three by for_list
    live_since: datetime | None
    has_draft: bool

    class Meta:
        verbose_name = "vragenset"
        verbose_name_plural = "vragensets"
        ordering = ["subject", "team"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "team"],
                condition=Q(team__isnull=False),
                name="question_set_of_team_once",
            ),
            models.UniqueConstraint(
                fields=["subject"],
                condition=Q(team__isnull=True),
                name="question_set_of_all_teams_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.team or 'alle teams'})"


class QuestionSetVersionQuerySet(models.QuerySet["QuestionSetVersion"]):
    """Versions of question sets."""

    def published(self) -> Self:
        """That were in use at some time, newest first."""
        return self.filter(published_at__isnull=False).order_by("-number")

    def newest(self) -> "QuestionSetVersion":
        """The draft when there is one, else what is asked now, with its questions."""
        return self.prefetch_related("questions").order_by("-number")[:1].get()


class QuestionSetVersion(models.Model):
    """One version of a set: a draft until it is published, then never changed.

    The newest published version is the one that is asked; a call that began with an older one
    goes on with it.
    """

    question_set = models.ForeignKey(QuestionSet, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("versie")
    made_at = models.DateTimeField("gemaakt op")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    published_at = models.DateTimeField("in gebruik sinds", null=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = QuestionSetVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versie van een vragenset"
        verbose_name_plural = "versies van vragensets"
        ordering = ["question_set", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["question_set", "number"], name="question_set_version_once"
            ),
            models.UniqueConstraint(
                fields=["question_set"],
                condition=Q(published_at__isnull=True),
                name="question_set_one_draft",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="question_set_published_by_somebody",
            ),
        ]

    class Privacy:
        personal = ("made_by", "published_by")
        purpose = "Weten wie een vragenset wijzigde"
        retention = "zolang er antwoorden op deze versie zijn"

    def __str__(self) -> str:
        return f"{self.question_set}, versie {self.number}"

    @property
    def is_draft(self) -> bool:
        """Whether nobody is asked these questions yet."""
        return self.published_at is None

    @property
    def stamp(self) -> str:
        """Another text for other questions: a form carries it to learn whether it came too late."""
        rows = json.dumps([question.content for question in self.questions.all()])
        return f"{self.number}-{sha256(rows.encode()).hexdigest()[:20]}"


class SetQuestion(models.Model):
    """One question of a version: its text, how it is answered and whether it must be."""

    version = models.ForeignKey(QuestionSetVersion, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField("volgorde")
    text = models.CharField("vraag", max_length=SET_QUESTION_LENGTH)
    help_text = models.CharField("uitleg", max_length=200, blank=True)
    kind = models.CharField("soort antwoord", max_length=6, choices=AnswerKind.choices)
    options = models.TextField("keuzes", max_length=OPTIONS_LENGTH, blank=True)
    is_required = models.BooleanField("verplicht", default=False)

    class Meta:
        verbose_name = "vraag in een vragenset"
        verbose_name_plural = "vragen in vragensets"
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="set_question_once"),
            models.CheckConstraint(
                condition=Q(kind__in=AnswerKind.values), name="set_question_kind_known"
            ),
            models.CheckConstraint(
                condition=(Q(kind=AnswerKind.CHOICE) & ~Q(options=""))
                | (~Q(kind=AnswerKind.CHOICE) & Q(options="")),
                name="set_question_choice_has_options",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def choices(self) -> list[str]:
        """The options of a choice, one per line."""
        return [line.strip() for line in self.options.splitlines() if line.strip()]

    @property
    def content(self) -> tuple[str, str, str, str, bool]:
        """What the administrator wrote, to compare two versions."""
        return (self.text, self.help_text, self.kind, self.options, self.is_required)


def live_version(subject_id: int, team_id: int | None) -> QuestionSetVersion | None:
    """What is asked now about a subject, with its questions; at most two queries.

    The set of the team wins over the set of all teams, as soon as it has a published version.
    """
    whose = Q(question_set__team__isnull=True)
    if team_id is not None:
        whose |= Q(question_set__team=team_id)
    in_use = QuestionSetVersion.objects.filter(
        whose, question_set__subject=subject_id, question_set__is_active=True
    )
    own_team_first = F("question_set__team").asc(nulls_last=True)
    return _first(in_use.published().order_by(own_team_first, "-number"))


def pinned_version(version_id: int) -> QuestionSetVersion | None:
    """The version a call was shown, also when it is no longer asked; never a draft."""
    return _first(QuestionSetVersion.objects.published().filter(pk=version_id))


def _first(rows: QuestionSetVersionQuerySet) -> QuestionSetVersion | None:
    return next(iter(rows.prefetch_related("questions")[:1]), None)


class CallbackAnswer(SubjectModel):
    """What a caller answered to one question of a set; it travels with the request.

    Holds the question as it was asked: a set that changes later changes no answer.
    """

    audit_resident_field = "resident"

    callback = models.ForeignKey(CallbackRequest, models.PROTECT, related_name="answers")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    version = models.ForeignKey(QuestionSetVersion, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField("volgorde")
    question = models.CharField("vraag", max_length=SET_QUESTION_LENGTH)
    answer = models.TextField("antwoord", max_length=ANSWER_LENGTH)

    class Meta:
        verbose_name = "antwoord uit een vragenset"
        verbose_name_plural = "antwoorden uit vragensets"
        ordering = ["callback", "pk"]

    class Privacy:
        personal = ("resident", "question", "answer")
        purpose = "Wie terugbelt hoeft niet opnieuw te vragen (TEL-7)"
        retention = "gelijk met het terugbelverzoek"

    def __str__(self) -> str:
        return self.question


class AddedQuestion(SubjectModel):
    """A second question of the same caller, added to a request that was still open.

    So that both questions are kept and one colleague calls, not two.
    """

    audit_resident_field = "resident"

    callback = models.ForeignKey(CallbackRequest, models.PROTECT, related_name="added_questions")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    submission_key = models.UUIDField(unique=True, editable=False)
    subject = models.ForeignKey(CallbackSubject, models.PROTECT, related_name="+")
    question = models.TextField("vraag", max_length=QUESTION_LENGTH)
    added_at = models.DateTimeField("toegevoegd op")
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "toegevoegde vraag"
        verbose_name_plural = "toegevoegde vragen"
        ordering = ["callback", "added_at", "pk"]

    class Privacy:
        personal = ("resident", "question", "subject", "added_by")
        purpose = "Geen vraag van een beller verliezen (TEL-4)"
        retention = "gelijk met het terugbelverzoek"

    def __str__(self) -> str:
        return f"{self.subject}"
