"""Ask for advice from a dossier, take that back, and say that the answer was read."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.advice.advisers import KIND_OF_ROLE, memberships_of_advisers, works_in_team
from cases.advice.anonymity import given_away
from cases.advice.lifecycle import LIFECYCLE, AdviceState
from cases.advice.locking import locked
from cases.advice.messages import asked_text, withdrawn_text
from cases.advice.models import (
    AdviceRequest,
    AdviceWish,
    Recipient,
    SharedBy,
    Sharing,
    Told,
    answer_due,
)
from cases.advice.sharing import must_be_there, register_row, shared_data
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import GRANTS, Action
from cases.residents.models import DataCategory, RecipientKind
from clusters.models import Role, User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation

GROUNDS = {SharedBy.CONSENT, SharedBy.GROUND}


@transaction.atomic
def ask_advice(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    recipient: Recipient,
    wish: AdviceWish,
    sharing: Sharing,
    by: User,
    at: datetime | None = None,
) -> AdviceRequest:
    """Ask a colleague, or somebody without an account, to think along; the regie stays.

    Rules: AV-1 (who can be asked today, about a question that runs), AV-3 (within the team, with
        a consent or a ground that is in force today, or anonymous), AV-5 (anonymous words), AV-6
        (the answer has a term), DS-9 (sent twice).
    Raises: RuleViolation with the field when one of these is lacking; PermissionDenied.
    Effects: an adviesvraag; a line; a notice to the colleague; audit line.
    """
    at = at or timezone.now()
    file = ResidentFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file_id)
    decision = may(file, Action.ASK_ADVICE, by)
    earlier = AdviceRequest.objects.filter(uuid=submission_key, file=file).first()
    if earlier is not None:
        return earlier
    _must_be_about(file, wish)
    advice = AdviceRequest(uuid=submission_key, file=file, question=wish.question)
    advice.asked_at, advice.asked_by, advice.kind = at, by, wish.kind
    _address(advice, recipient, by, local_day(at))
    data = _share(advice, recipient, wish, sharing, local_day(at))
    _keep(advice, recipient, wish, sharing, data)
    _trace(advice, by=by, at=at)
    record("advice.asked", advice, by=by, decision=decision)
    _tell(advice, asked_text(advice), by=by, at=at)
    return advice


@transaction.atomic
def withdraw_advice(
    *, advice_id: int, words: str, by: User, at: datetime | None = None
) -> AdviceRequest:
    """The answer is not needed any more.

    Rules: AV-8 (who works in the dossier, before there is an answer).
    Raises: RuleViolation when there is an answer; PermissionDenied.
    Effects: the end of the question, locked by ``select_for_update`` after its dossier; a line; a
        notice to the colleague; audit line.
    """
    at = at or timezone.now()
    file, advice = locked(advice_id, by)
    decision = GRANTS.require(by, Action.ASK_ADVICE, advice)
    advice.state = LIFECYCLE.target("withdraw", advice.state)
    advice.ended_at, advice.ended_by = at, by
    advice.keep_answer(words)
    advice.save(update_fields=["state", "ended_at", "ended_by", "answer"])
    kind = LineKind.ADVICE_WITHDRAWN
    leave_line(file, kind, by=by, at=at, words=words, question=advice.question)
    record("advice.withdrawn", advice, by=by, decision=decision, fields=["state"])
    _tell(advice, withdrawn_text(advice, by), by=by, at=at)
    return advice


@transaction.atomic
def read_advice(*, advice_id: int, by: User) -> AdviceRequest:
    """Take the answer off one's desk: it is known now.

    Rules: AV-9 (who works in the dossier; twice is once; also when the dossier is closed).
    Raises: RuleViolation when there is no answer; PermissionDenied.
    Effects: the state, on the row locked by ``select_for_update``; audit line.
    """
    _, advice = locked(advice_id, by)
    decision = GRANTS.require(by, Action.ASK_ADVICE, advice)
    if advice.state == AdviceState.READ:
        return advice
    advice.state = LIFECYCLE.target("read", advice.state)
    advice.save(update_fields=["state"])
    record("advice.noticed", advice, by=by, decision=decision, fields=["state"])
    return advice


def _must_be_about(file: ResidentFile, wish: AdviceWish) -> None:
    """A question of this dossier that runs, or the dossier; raises RuleViolation."""
    question = wish.question
    if question is None:
        return
    if question.file_id != file.pk or not question.is_open:
        raise RuleViolation("Deze hulpvraag is intussen afgesloten.", field="question")


def _address(advice: AdviceRequest, recipient: Recipient, by: User, day: date) -> None:
    """Fill in who is asked; raises RuleViolation when that cannot be."""
    colleague = recipient.colleague
    if colleague is None:
        if recipient.kind is None or not recipient.name:
            raise RuleViolation("Vul in wie u vraagt, en wat voor iemand dat is.", field="name")
        must_be_there(recipient.liaison, advice.file, day)
        advice.recipient_kind, advice.liaison = recipient.kind, recipient.liaison
        return
    can = memberships_of_advisers(advice.file, day).filter(pk=colleague.pk)
    if colleague.user_id == by.pk or not can.exists():
        raise RuleViolation("Deze collega is vandaag niet te vragen.", field="asked_of")
    advice.adviser, advice.adviser_team = colleague.user, colleague.team
    code = KIND_OF_ROLE[Role(colleague.role)]
    advice.recipient_kind = RecipientKind.objects.get(code=code)


def _share(
    advice: AdviceRequest, recipient: Recipient, wish: AdviceWish, sharing: Sharing, day: date
) -> list[DataCategory]:
    """Fill in why it may be shared, and say which data go along; raises RuleViolation."""
    if wish.is_anonymous:
        _must_not_tell(advice.file, wish.words)
        advice.shared_by = SharedBy.ANONYMOUS
        return []
    data = shared_data(sharing.data)
    colleague = recipient.colleague
    if colleague is not None and works_in_team(colleague, advice.file):
        advice.shared_by = SharedBy.TEAM
        return data
    if sharing.by_law and not sharing.reason:
        raise RuleViolation("Schrijf op waarom delen zonder toestemming moet.", field="reason")
    advice.shared_by = SharedBy.GROUND if sharing.by_law else SharedBy.CONSENT
    advice.consent = register_row(
        advice.file.resident_id, advice.recipient_kind, data, by_law=sharing.by_law, day=day
    )
    return data


def _must_not_tell(file: ResidentFile, words: str) -> None:
    """Words of an anonymous question say nothing about whom it is; raises RuleViolation (AV-5)."""
    who = file.resident
    found = given_away(words, name=who.name, phone=who.phone, postcode=who.postcode)
    if found:
        raise RuleViolation(
            f"In uw vraag staat {found}. Haal dat weg, of vraag het niet anoniem.", field="words"
        )


def _keep(
    advice: AdviceRequest,
    recipient: Recipient,
    wish: AdviceWish,
    sharing: Sharing,
    data: list[DataCategory],
) -> None:
    """Fill in what follows from the rest, seal the words, and save the row."""
    file = advice.file
    advice.resident_id, advice.team_id = file.resident_id, file.team_id
    advice.answer_by = answer_due(wish.kind, advice.asked_at)
    outside = recipient if recipient.colleague is None else Recipient()
    reason = sharing.reason if advice.shared_by == SharedBy.GROUND else ""
    advice.keep_told(Told(wish.words, outside.name, outside.organisation, reason))
    advice.save(force_insert=True)
    advice.data.set(data)


def _trace(advice: AdviceRequest, *, by: User, at: datetime) -> None:
    """The line: of whom it is asked outside, what is asked, and why without consent."""
    told = advice.told
    outside = "" if advice.adviser else f"Aan {advice.asked_of}"
    why = f"Gedeeld zonder toestemming: {told.reason}" if told.reason else ""
    words = "\n".join(filter(None, [outside, told.words, why]))
    about: dict[str, Any] = {"question": advice.question, "person": advice.adviser}
    leave_line(advice.file, LineKind.ADVICE_ASKED, by=by, at=at, words=words, **about)


def _tell(advice: AdviceRequest, text: str, *, by: User, at: datetime) -> None:
    """A notice to the colleague who is asked, without anything about the resident."""
    if advice.adviser_id is not None:
        notify(
            person_ids={advice.adviser_id} - {by.pk},
            text=text,
            url_name="advice-detail",
            object_id=advice.pk,
            dedup_key=f"advice:{advice.pk}:{advice.state}",
            at=at,
        )
