"""The end of a call: a result for every question, and a promise where one was made (TEL-7)."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.callbacks.models import (
    CallbackRequest,
    CallbackSubject,
    Facts,
    QuestionSetVersion,
    Urgency,
    known_requests,
)
from cases.callbacks.services import (
    Caller,
    CallWish,
    add_question,
    create_added_question,
    register_callback,
)
from cases.callbacks.services.adding import LADDER
from cases.callbacks.services.question_sets import Answer, create_answers
from cases.contacts.models import CallDraft, Channel, Contact, ContactQuestion, QuestionResult
from cases.contacts.services.drafts import release_vraagbaak
from cases.helpdesk.duty import on_duty_now
from cases.helpdesk.models import HelpQuestion, day_part_of
from cases.knowledge.models import Article, UseKind
from cases.knowledge.services import create_use
from cases.permissions import GRANTS, Action
from clusters.models import Neighbourhood, User
from common.access import Decision
from common.errors import RuleViolation

STATUS_QUESTION = "Hoe staat het ermee?"


@dataclass(frozen=True)
class Asked:
    """One question of a call as it ended; ``wish`` only for a callback."""

    position: int
    subject: CallbackSubject | None
    question: str
    result: str
    referred_to: str = ""
    article: Article | None = None
    wish: CallWish | None = None
    version: QuestionSetVersion | None = None
    answers: Sequence[Answer] = field(default_factory=tuple)


@transaction.atomic
def finish_call(
    *,
    call_id: uuid.UUID,
    channel: str,
    asked: Sequence[Asked],
    caller: Caller | None = None,
    neighbourhood: Neighbourhood | None = None,
    facts: Facts | None = None,
    add_to: int | None = None,
    by: User,
    at: datetime | None = None,
) -> Contact:
    """End a running call: write the contact down, make the promise, let the draft go.

    ``add_to`` is the open request of this very caller that the questions join; without it a
    callback question makes a new request, and a second one joins that.

    Rules: KC-5 (a resident is stored only with a callback), KC-6 (every question has a result),
        TB-1 (sent twice is one contact), TB-14 (one open request per caller).
    Raises: RuleViolation when the call is over, or a promise cannot be made; PermissionDenied.
    Effects: contact with its questions; perhaps a request with its answers; the articles used
        are counted; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.TAKE_CALL)
    earlier = Contact.objects.filter(uuid=call_id, employee=by).first()
    if earlier is not None:
        return earlier
    draft = CallDraft.objects.visible_to(by).select_for_update().filter(pk=call_id).first()
    if draft is None:
        raise RuleViolation("Dit gesprek is al afgerond of verlopen.")
    promise = _Promise(call_id, caller, neighbourhood, facts or Facts(), add_to, by, at)
    promised = promise.make(asked)
    contact = _write(draft, channel, promised, by, at)
    release_vraagbaak(call_id=draft.pk, by=by, at=at)
    _write_questions(contact, asked, promised)
    _count_articles(contact, asked, by)
    draft.delete()
    record("contact.ended", contact, by=by, decision=decision)
    return contact


@transaction.atomic
def register_status_contact(
    *,
    callback_id: int,
    facts: Facts,
    submission_key: uuid.UUID,
    by: User,
    at: datetime | None = None,
) -> Contact:
    """Write down that somebody asked how their request stands and heard it at once.

    Rules: STA-1, H6 (only about a request of the caller who told ``facts``), TB-1.
    Raises: RuleViolation when it is not theirs; PermissionDenied.
    Effects: a contact with one answered question; audit line.
    """
    at = at or timezone.now()
    decision: Decision = GRANTS.require(by, Action.LOOK_UP_CALLER)
    earlier = Contact.objects.filter(uuid=submission_key, employee=by).first()
    if earlier is not None:
        return earlier
    callback = known_requests(facts, at).filter(pk=callback_id).first()
    if callback is None:
        raise RuleViolation("Dit verzoek hoort niet bij deze beller.")
    contact = Contact.objects.create(
        uuid=submission_key,
        channel=Channel.PHONE,
        opened_at=at,
        ended_at=at,
        employee=by,
        desk_id=min(by.team_ids),
        resident_id=callback.resident_id,
    )
    subject = CallbackSubject.objects.get(pk=callback.subject_id)
    answered = QuestionResult.ANSWERED
    _write_questions(contact, [Asked(1, subject, STATUS_QUESTION, answered)], None)
    record("contact.ended", contact, by=by, decision=decision)
    return contact


def _write(
    draft: CallDraft, channel: str, promised: CallbackRequest | None, by: User, at: datetime
) -> Contact:
    """The contact; of whom, only when a promise was made to them."""
    return Contact.objects.create(
        uuid=draft.pk,
        channel=channel,
        opened_at=min(draft.opened_at, at),
        ended_at=at,
        employee=by,
        desk_id=draft.desk_id,
        resident_id=promised.resident_id if promised else None,
    )


@dataclass
class _Promise:
    """What the callback questions of one call go to: a new request, or one that was open."""

    call_id: uuid.UUID
    caller: Caller | None
    neighbourhood: Neighbourhood | None
    facts: Facts
    add_to: int | None
    by: User
    at: datetime
    callback: CallbackRequest | None = None

    def make(self, asked: Sequence[Asked]) -> CallbackRequest | None:
        """Put every callback question somewhere; None when there is none."""
        wanted = [each for each in asked if each.result == QuestionResult.CALLBACK]
        for number, each in enumerate(wanted):
            if each.wish is None or self.caller is None:
                raise RuleViolation("Voor terugbellen zijn een nummer en een vraag nodig.")
            wish = each.wish if number else _most_urgent(each.wish, wanted)
            try:
                self.callback = self._place(wish, self.caller, each.position)
            except RuleViolation as broken:
                raise _at_question(broken, each.position) from broken
            if each.version is not None:
                create_answers(
                    callback=self.callback, version=each.version, answers=each.answers, by=self.by
                )
        return self.callback

    def _place(self, wish: CallWish, caller: Caller, position: int) -> CallbackRequest:
        """The request this question ends up in."""
        key = uuid.uuid5(self.call_id, str(position))
        sent: dict[str, Any] = {
            "submission_key": key,
            "wish": wish,
            "by": self.by,
            "at": self.at,
        }
        if self.add_to is not None:
            return add_question(callback_id=self.add_to, facts=self.facts, **sent)
        if self.callback is None:
            return register_callback(caller=caller, neighbourhood=self.neighbourhood, **sent)
        create_added_question(callback=self.callback, **sent)
        return self.callback


def _most_urgent(wish: CallWish, wanted: Sequence[Asked]) -> CallWish:
    """The first wish with the urgency of the most urgent one: there is one call to make."""
    codes = [each.wish.urgency for each in wanted if each.wish is not None]
    return replace(wish, urgency=max(codes, key=lambda code: LADDER.index(Urgency(code))))


def _at_question(broken: RuleViolation, position: int) -> RuleViolation:
    """The same rule, pointing at the field of this question when it is about the question."""
    if broken.field and broken.field.startswith("window"):
        return RuleViolation(str(broken), field=f"q{position - 1}-{broken.field}")
    return broken


def _write_questions(
    contact: Contact, asked: Sequence[Asked], promised: CallbackRequest | None
) -> None:
    """Every question with its result; what the vraagbaak said goes along."""
    put = HelpQuestion.objects.filter(call_id=contact.uuid).order_by("pk")
    helped = dict(put.values_list("position", "pk"))
    on_duty = bool(on_duty_now(contact.ended_at))
    ContactQuestion.objects.bulk_create(
        ContactQuestion(
            contact=contact,
            resident_id=contact.resident_id,
            position=each.position,
            subject=each.subject,
            question=each.question,
            result=each.result,
            callback=promised if each.result == QuestionResult.CALLBACK else None,
            article=each.article,
            help_question_id=helped.get(each.position),
            referred_to=each.referred_to,
            desk_id=contact.desk_id,
            ended_at=contact.ended_at,
            part=day_part_of(contact.ended_at),
            with_help_desk=on_duty,
        )
        for each in asked
    )


def _count_articles(contact: Contact, asked: Sequence[Asked], by: User) -> None:
    """Every article that was the answer counts once (TEL-9)."""
    for each in asked:
        if each.article is not None:
            create_use(
                article=each.article,
                kind=UseKind.USED,
                at=contact.ended_at,
                team=contact.desk,
                by=by,
            )
