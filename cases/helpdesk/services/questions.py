"""A question to the vraagbaak while the caller holds the line: ask, take, answer, withdraw."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.callbacks.models import CallbackSubject
from cases.callbacks.models.requests import QUESTION_LENGTH
from cases.helpdesk.duty import next_duty, on_duty_now
from cases.helpdesk.lifecycle import LIFECYCLE, HelpState
from cases.helpdesk.models import ANSWER_LENGTH, HelpQuestion
from cases.permissions import GRANTS, Action
from clusters.models import Team, User
from clusters.notices.services import notify
from common.errors import RuleViolation
from common.templatetags.screen import deadline


@transaction.atomic
def ask_help_desk(
    *,
    call_id: uuid.UUID,
    position: int,
    desk: Team,
    subject: CallbackSubject | None,
    question: str,
    by: User,
    at: datetime | None = None,
) -> HelpQuestion:
    """Put a question to whoever is on duty; asking again while it is open changes its text.

    Rules: VB-1 (only when somebody is on duty), VB-2 (one open question per question of a call).
    Raises: RuleViolation when nobody is there (it says when somebody is), or when nothing or too
        much is asked; PermissionDenied.
    Effects: a question; a notice without content to everybody on duty; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.ASK_HELP_DESK)
    question = _checked_question(question)
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # a second click waits for the first
    asked = HelpQuestion.objects.open().filter(call_id=call_id, position=position).first()
    if asked is not None:
        return _ask_again(asked, subject=subject, question=question, by=by)
    asked = HelpQuestion(call_id=call_id, position=position, desk=desk, asked_by=by, asked_at=at)
    asked.subject, asked.question = subject, question
    _put(asked)
    record("help.asked", asked, by=by, decision=decision)
    return asked


@transaction.atomic
def take_help_question(
    *, help_question_id: int, by: User, at: datetime | None = None
) -> HelpQuestion:
    """Say that I look at it, so that one colleague answers; a second click changes nothing.

    There is no taking over: a caller whose vraagbaak walked away is helped sooner when the contact
    centre withdraws the question and asks it again, which calls everybody on duty.

    Rules: VB-3 (one at a time; the second is told who was first).
    Raises: RuleViolation when a colleague has it or it is over; PermissionDenied.
    Effects: audit line; who asked sees the name.
    """
    at = at or timezone.now()
    asked = HelpQuestion.objects.select_for_update().get(pk=help_question_id)
    decision = GRANTS.require(by, Action.ANSWER_HELP_QUESTION)
    if asked.taken_by_id == by.pk and asked.ended_at is None:
        return asked
    _check_mine(asked, by)
    asked.state = LIFECYCLE.target("take", asked.state)
    asked.taken_by, asked.taken_at = by, at
    asked.save(update_fields=["state", "taken_by", "taken_at"])
    record("help.taken", asked, by=by, decision=decision, fields=["state"])
    return asked


@transaction.atomic
def answer_help_question(
    *, help_question_id: int, answer: str, by: User, seen: str = "", at: datetime | None = None
) -> HelpQuestion:
    """Give the answer the contact centre reads to the caller (TEL-7).

    ``seen`` is the question as the page showed it; empty when nobody looked at a page.

    Rules: VB-3, VB-4 (answered once, with a text, to the question as it stands now).
    Raises: RuleViolation when a colleague has it, it is over, it was changed meanwhile, or the
        answer is empty or too long; PermissionDenied.
    Effects: audit line; who asked sees the answer.
    """
    at = at or timezone.now()
    asked = HelpQuestion.objects.select_for_update().get(pk=help_question_id)
    decision = GRANTS.require(by, Action.ANSWER_HELP_QUESTION)
    answer = _checked_answer(answer)
    if asked.taken_by_id == by.pk and asked.answer == answer:
        return asked
    _check_mine(asked, by)
    if seen not in ("", asked.stamp):
        raise RuleViolation("De vraag is intussen veranderd. Lees hem opnieuw.", field="answer")
    asked.state = LIFECYCLE.target("answer", asked.state)
    asked.taken_by, asked.taken_at = by, asked.taken_at or at
    asked.answer, asked.ended_at = answer, at
    asked.save(update_fields=["state", "taken_by", "taken_at", "answer", "ended_at"])
    record("help.answered", asked, by=by, decision=decision, fields=["state", "answer"])
    return asked


@transaction.atomic
def withdraw_help_question(
    *, help_question_id: int, by: User | None, at: datetime | None = None
) -> HelpQuestion:
    """The caller does not wait any longer; ``by=None`` is the clock. Withdrawn already is fine.

    Rules: VB-5 (who asked withdraws; what was forgotten withdraws itself).
    Raises: RuleViolation when it was answered; PermissionDenied for somebody else.
    Effects: audit line.
    """
    at = at or timezone.now()
    asked = HelpQuestion.objects.select_for_update().get(pk=help_question_id)
    decision = None if by is None else GRANTS.require(by, Action.ASK_HELP_DESK)
    if by is not None and asked.asked_by_id != by.pk:
        raise PermissionDenied
    if asked.state == HelpState.WITHDRAWN:
        return asked
    asked.state = LIFECYCLE.target("withdraw", asked.state)
    asked.ended_at = at
    asked.save(update_fields=["state", "ended_at"])
    record("help.withdrawn", asked, by=by, decision=decision, fields=["state"])
    return asked


@transaction.atomic
def drop_forgotten_questions(*, at: datetime) -> int:
    """Withdraw what nobody answered for an hour: that caller has long hung up.

    Rules: VB-5. A second run, or a second worker at once, finds nothing.
    Raises: nothing.
    Effects: questions are withdrawn, each with an audit line; returns how many.
    """
    before = at - timedelta(minutes=settings.HELP_QUESTION_MINUTES)
    rows = HelpQuestion.objects.open().filter(asked_at__lte=before)
    numbers = list(rows.select_for_update(skip_locked=True).values_list("pk", flat=True))
    for number in numbers:
        withdraw_help_question(help_question_id=number, by=None, at=at)
    return len(numbers)


def _ask_again(
    asked: HelpQuestion, *, subject: CallbackSubject | None, question: str, by: User
) -> HelpQuestion:
    """The open question with what it says now; one that stayed the same is left alone."""
    asked = HelpQuestion.objects.select_for_update().get(pk=asked.pk)
    decision = GRANTS.require(by, Action.ASK_HELP_DESK)
    if asked.asked_by_id != by.pk:
        raise PermissionDenied
    now = {"question": question, "subject_id": subject.pk if subject else None}
    fields = [name for name, value in now.items() if getattr(asked, name) != value]
    if asked.ended_at is not None or not fields:
        return asked
    asked.question, asked.subject = question, subject
    asked.save(update_fields=["question", "subject"])
    names = [name.removesuffix("_id") for name in fields]
    record("help.changed", asked, by=by, decision=decision, fields=names)
    return asked


def _put(asked: HelpQuestion) -> None:
    """Call everybody on duty to the screen; no mail, because the caller does not wait for it."""
    at = asked.asked_at
    people = {person.pk for person in on_duty_now(at)}
    if not people:
        raise RuleViolation(_nobody(at))
    asked.save()
    notify(
        person_ids=sorted(people - {asked.asked_by_id}),
        text="Er wacht een vraag op de vraagbaak. De beller is aan de lijn.",
        url_name="help-desk",
        object_id=None,
        dedup_key=f"help:{asked.pk}",
        at=at,
        wants_mail=False,
    )


def _checked_question(question: str) -> str:
    """What is asked, when it can be asked."""
    if not question.strip():
        raise RuleViolation("Schrijf eerst de vraag op; dan kan de vraagbaak meelezen.")
    if len(question) > QUESTION_LENGTH:
        raise RuleViolation("Deze vraag is te lang. Schrijf hem in hooguit 1.000 tekens op.")
    return question


def _checked_answer(answer: str) -> str:
    """What the caller can hear, when it can be read out."""
    if not answer.strip():
        raise RuleViolation("Schrijf op wat de beller kan horen.", field="answer")
    if len(answer) > ANSWER_LENGTH:
        raise RuleViolation("Dit antwoord is te lang om voor te lezen.", field="answer")
    return answer


def _check_mine(asked: HelpQuestion, by: User) -> None:
    """Whoever comes too late is told what happened."""
    if asked.state == HelpState.WITHDRAWN:
        raise RuleViolation("De beller wacht niet meer. De vraag is ingetrokken.")
    if asked.state == HelpState.ANSWERED:
        raise RuleViolation(f"Deze vraag is al beantwoord door {asked.taken_by}.")
    if asked.taken_by_id not in (None, by.pk):
        raise RuleViolation(f"{asked.taken_by} was u voor en kijkt hier al naar.")


def _nobody(at: datetime) -> str:
    """That nobody is there, and when somebody is."""
    shift = next_duty(at)
    if shift is None:
        return "Er is nu geen vraagbaak, en er staat niemand in het rooster."
    return f"Er is nu geen vraagbaak. De volgende is er {deadline(shift.day)} in de {shift.part}."
