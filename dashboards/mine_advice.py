"""Of Mijn werk what comes from working together: advice, referrals, and who hears."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from cases.advice.lights import light_of
from cases.feedback.lights import light_of as feedback_light
from cases.models import AdviceRequest, Feedback, Referral
from cases.permissions import GRANTS, Action
from cases.referrals.lights import light_of as referral_light
from clusters.models import User
from common.templatetags.screen import address, deadline
from dashboards.work import WorkItem

ADVICE = ("answer_by", "state", "kind", "shared_by")
FEEDBACK = ("due_on", "state")
REFERRAL = ("follow_up_on", "state", "question__domain__label")


def advices_of(user: User) -> QuerySet[AdviceRequest]:
    """What this employee is asked to think along about, by the term of the answer."""
    return _may_see(AdviceRequest.objects.on_desk_of(user), user)


def answers_of(user: User) -> QuerySet[AdviceRequest]:
    """Answers this employee must still read, or fetch from somebody without an account (AV-9)."""
    return _may_see(AdviceRequest.objects.waited_for_by(user), user)


def referrals_of(user: User) -> QuerySet[Referral]:
    """Referrals of which this casusregisseur asks whether they arrived (VW-3)."""
    return Referral.objects.to_follow_up(user)


def referral_items(rows: Iterable[Referral], user: User) -> list[WorkItem]:
    """A row per referral, by the day on which one asks."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=row.due_at,
            light=referral_light(row, at),
            when=deadline(row.follow_up_on),
            url=address("referral-detail", row.pk),
            label="Is het aangekomen?",
            reference=str(row),
            resident=row.resident,
            subject=str(row.question.domain),
            status=row.get_state_display(),
        )
        for row in rows
    ]


def feedbacks_of(user: User) -> QuerySet[Feedback]:
    """Referrers whom this casusregisseur tells what came of it (TG-2)."""
    return Feedback.objects.work_of(user, timezone.localdate())


def feedback_items(rows: Iterable[Feedback], user: User) -> list[WorkItem]:
    """A row per referrer, by the last day; who it is stands on its page."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=row.due_at,
            light=feedback_light(row, at),
            when=deadline(row.due_on),
            url=address("feedback-detail", row.pk),
            label="Terugkoppelen",
            reference=str(row),
            resident=row.resident,
            subject="Aan de verwijzer",
            status=row.get_state_display(),
        )
        for row in rows
    ]


def advice_items(rows: Iterable[AdviceRequest], user: User) -> list[WorkItem]:
    """A row per question; of an anonymous one it does not say about whom it is."""
    return [_item(row, "Advies geven", is_anonymous=row.is_anonymous) for row in rows]


def answer_items(rows: Iterable[AdviceRequest], user: User) -> list[WorkItem]:
    """A row per answer that is there, or that one fetches oneself."""
    return [_item(row, "Antwoord vragen" if row.is_unanswered else "Advies lezen") for row in rows]


def _may_see(rows: QuerySet[AdviceRequest], user: User) -> QuerySet[AdviceRequest]:
    return rows if Action.SEE_ADVICES in GRANTS.allowed_actions(user) else rows.none()


def _item(row: AdviceRequest, label: str, *, is_anonymous: bool = False) -> WorkItem:
    return WorkItem(
        due_at=row.answer_by,
        light=light_of(row, timezone.now()),
        when=deadline(row.answer_by),
        url=address("advice-detail", row.pk),
        label=label,
        reference=row.reference,
        subject=row.get_kind_display(),
        status=row.get_state_display(),
        resident=row.resident,
        is_anonymous=is_anonymous,
    )
