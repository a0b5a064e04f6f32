"""Question sets: written as a draft, published as a version, answered by a caller (TEL-7)."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from audit.services import record
from cases.callbacks.models import (
    AnswerKind,
    CallbackAnswer,
    CallbackRequest,
    CallbackSubject,
    QuestionSet,
    QuestionSetVersion,
    SetQuestion,
    live_version,
)
from cases.callbacks.models.question_sets import ANSWER_LENGTH
from cases.permissions import GRANTS, Action
from clusters.models import Team, User
from common.errors import RuleViolation

MOST_QUESTIONS, FEWEST_OPTIONS = 12, 2
CHANGED_MEANWHILE = "Een collega heeft deze vragenset intussen gewijzigd."
DOUBLED = "Er is al een vragenset voor dit onderwerp en dit team. U vindt hem in de lijst."


@dataclass(frozen=True)
class QuestionText:
    """One question as the administrator wrote it; ``options`` one per line."""

    text: str
    help_text: str = ""
    kind: str = AnswerKind.SHORT
    options: str = ""
    is_required: bool = False


@dataclass(frozen=True)
class Answer:
    """What a caller answered to the question at this position of a version."""

    position: int
    question: str
    answer: str


@transaction.atomic
def create_question_set(
    *,
    subject: CallbackSubject,
    team: Team | None,
    copy: bool = False,
    by: User,
    at: datetime | None = None,
) -> QuestionSet:
    """Begin a set with an empty draft, or with what all teams ask now.

    Sent twice, it is still one set: the second time leads to the set of the first.

    Rules: VS-1 (one set per subject and team).
    Raises: RuleViolation when there is a set already, or nothing to copy; PermissionDenied.
    Effects: a draft; audit line.
    """
    decision = GRANTS.require(by, Action.MAINTAIN_QUESTION_SETS)
    source = live_version(subject.pk, None) if copy else None
    if copy and source is None:
        raise RuleViolation("Er zijn nog geen vragen voor alle teams.", field="copy")
    try:
        with transaction.atomic():
            question_set = QuestionSet.objects.create(subject=subject, team=team)
    except IntegrityError:
        return _just_begun(subject, team, by)
    at = at or timezone.now()
    draft = question_set.versions.create(number=1, made_at=at, made_by=by)
    if source is not None:
        _write(draft, [QuestionText(*each.content) for each in source.questions.all()])
    record("question_set.created", question_set, by=by, decision=decision)
    return question_set


@transaction.atomic
def change_question_set(
    *,
    set_id: int,
    stamp: str,
    questions: Sequence[QuestionText],
    by: User,
    at: datetime | None = None,
) -> QuestionSetVersion:
    """Keep these questions as the draft; what is asked now stays as it is.

    ``stamp`` is that of the version the administrator began with.

    Rules: VS-2 (at most twelve questions, a choice has options), VS-3 (a published version never
        changes), VS-4 (nobody overwrites the work of a colleague unseen).
    Raises: RuleViolation, at ``stamp`` when a colleague was first; PermissionDenied.
    Effects: perhaps a new draft; audit line, unless nothing changed.
    """
    question_set = QuestionSet.objects.select_for_update().get(pk=set_id)
    decision = GRANTS.require(by, Action.MAINTAIN_QUESTION_SETS)
    _check(questions)
    newest = question_set.versions.newest()
    if [each.content for each in newest.questions.all()] == [astuple(each) for each in questions]:
        return newest
    if newest.stamp != stamp:
        raise RuleViolation(CHANGED_MEANWHILE, field="stamp")
    draft = _draft_after(newest, by, at or timezone.now())
    _write(draft, questions)
    record("question_set.changed", question_set, by=by, decision=decision, fields=["questions"])
    return question_set.versions.newest()


@transaction.atomic
def publish_question_set(
    *, set_id: int, stamp: str, by: User, at: datetime | None = None
) -> QuestionSetVersion:
    """From now on the draft is asked; calls that run go on with what they were shown.

    ``stamp`` is that of the draft the administrator looked at. Sent twice, it is one version.

    Rules: VS-3 (an older version stays as it was), VS-4 (publish what was looked at).
    Raises: RuleViolation when it changed meanwhile, is empty or out of use; PermissionDenied.
    Effects: audit line.
    """
    question_set = QuestionSet.objects.select_for_update().get(pk=set_id)
    decision = GRANTS.require(by, Action.MAINTAIN_QUESTION_SETS)
    draft = question_set.versions.newest()
    if draft.stamp != stamp:
        raise RuleViolation(f"{CHANGED_MEANWHILE} Bekijk het voorbeeld opnieuw.")
    if not draft.is_draft:
        return draft
    if not question_set.is_active:
        raise RuleViolation("Deze vragenset is niet in gebruik. Neem hem eerst weer in gebruik.")
    if not draft.questions.all():
        raise RuleViolation("Deze vragenset heeft nog geen vragen.")
    draft.published_at, draft.published_by = at or timezone.now(), by
    draft.save(update_fields=["published_at", "published_by"])
    fields = ["published_at", "published_by"]
    record("question_set.published", question_set, by=by, decision=decision, fields=fields)
    return draft


@transaction.atomic
def retire_question_set(*, set_id: int, by: User) -> QuestionSet:
    """Ask these questions no more; the set and all its versions stay.

    Rules: VS-5 (a set is never deleted, answers hold on to it).
    Raises: PermissionDenied.
    Effects: audit line, unless it was out of use already.
    """
    return _use(_locked(set_id), False, "question_set.retired", by)


@transaction.atomic
def restore_question_set(*, set_id: int, by: User) -> QuestionSet:
    """Ask these questions again, in the version that was published last.

    Rules: VS-5.
    Raises: PermissionDenied.
    Effects: audit line, unless it was in use already.
    """
    return _use(_locked(set_id), True, "question_set.restored", by)


@transaction.atomic
def create_answers(
    *, callback: CallbackRequest, version: QuestionSetVersion, answers: Sequence[Answer], by: User
) -> None:
    """Keep what the caller answered with the request, each with the question as it was asked.

    Called inside the act that registers a request or adds a question to one, which holds its row.

    Rules: TEL-7 (who calls back need not ask again), VS-3 (also of a version that was replaced).
    Raises: RuleViolation for a draft, an unknown question or an answer that is too long;
        PermissionDenied.
    Effects: answers after those that are there; audit line, unless nothing was answered.
    """
    decision = GRANTS.require(by, Action.REGISTER_CALLBACK)
    given = sorted((each for each in answers if each.answer.strip()), key=lambda row: row.position)
    if not given:
        return
    asked = _asked(version, given)
    last = CallbackAnswer.objects.filter(callback=callback).aggregate(last=Max("position"))["last"]
    CallbackAnswer.objects.bulk_create(
        CallbackAnswer(
            callback=callback,
            resident_id=callback.resident_id,
            version=version,
            position=position,
            question=asked[each.position],
            answer=each.answer,
        )
        for position, each in enumerate(given, start=(last or 0) + 1)
    )
    record("callback.answers_added", callback, by=by, decision=decision, fields=["answers"])


def _just_begun(subject: CallbackSubject, team: Team | None, by: User) -> QuestionSet:
    """The set this very form made a moment ago; any other set is refused."""
    found = QuestionSet.objects.get(subject=subject, team=team)
    newest = found.versions.newest()
    if newest.number > 1 or not newest.is_draft or newest.made_by_id != by.pk:
        raise RuleViolation(DOUBLED, field="subject")
    return found


def _check(questions: Sequence[QuestionText]) -> None:
    """What the form also says, for whoever comes another way."""
    if len(questions) > MOST_QUESTIONS:
        raise RuleViolation(f"Een vragenset heeft hoogstens {MOST_QUESTIONS} vragen.")
    for number, each in enumerate(questions, start=1):
        is_choice = each.kind == AnswerKind.CHOICE
        if is_choice and len(set(each.options.splitlines())) < FEWEST_OPTIONS:
            raise RuleViolation(f"Vraag {number} heeft minstens {FEWEST_OPTIONS} keuzes nodig.")
        if each.options and not is_choice:
            raise RuleViolation(f"Vraag {number} is geen keuzevraag en heeft toch keuzes.")


def _draft_after(newest: QuestionSetVersion, by: User, at: datetime) -> QuestionSetVersion:
    """The draft to write in, emptied; a new one when the newest version is published."""
    if not newest.is_draft:
        following = newest.number + 1
        return newest.question_set.versions.create(number=following, made_at=at, made_by=by)
    newest.questions.all().delete()
    newest.made_at, newest.made_by = at, by
    newest.save(update_fields=["made_at", "made_by"])
    return newest


def _write(draft: QuestionSetVersion, questions: Sequence[QuestionText]) -> None:
    SetQuestion.objects.bulk_create(
        SetQuestion(version=draft, position=position, **vars(each))
        for position, each in enumerate(questions, start=1)
    )


def _locked(set_id: int) -> QuestionSet:
    return QuestionSet.objects.select_for_update().get(pk=set_id)


def _use(question_set: QuestionSet, is_active: bool, code: str, by: User) -> QuestionSet:
    """Switch it on or off; nothing to do when somebody just did."""
    decision = GRANTS.require(by, Action.MAINTAIN_QUESTION_SETS)
    if question_set.is_active != is_active:
        question_set.is_active = is_active
        question_set.save(update_fields=["is_active"])
        record(code, question_set, by=by, decision=decision, fields=["is_active"])
    return question_set


def _asked(version: QuestionSetVersion, answers: Sequence[Answer]) -> dict[int, str]:
    """The questions of the version by position, when all these answers fit them."""
    asked = {each.position: each.text for each in version.questions.all()}
    if version.is_draft or not {each.position for each in answers} <= set(asked):
        raise RuleViolation("Deze antwoorden horen niet bij de vragen. Open de vragen opnieuw.")
    if any(len(each.answer) > ANSWER_LENGTH for each in answers):
        raise RuleViolation(f"Een antwoord heeft hoogstens {ANSWER_LENGTH} tekens.")
    return asked
