"""Mijn werk: everything on my desk in one list by term, whatever kind of work it is (design 9)."""

from typing import Any

from django.db.models import Exists
from django.urls import reverse
from django.utils import timezone

from audit.services import record_view
from cases.callbacks.models.lights import light_of as callback_light
from cases.intakes.models.lights import light_of as notification_light
from cases.intakes.models.lights import warnings_of
from cases.models import CallbackRequest, KitchenTableTalk, WmoNotification
from cases.permissions import GRANTS, Action
from cases.plans.due import evaluations_due
from cases.talks.lights import light_of as talk_light
from cases.talks.lights import to_do
from clusters.http import EmployeeRequest
from clusters.models import User, working_calendar
from common.templatetags.screen import deadline
from dashboards import hints
from dashboards.mine_advice import (
    advice_items,
    advices_of,
    answer_items,
    answers_of,
    referral_items,
    referrals_of,
)
from dashboards.mine_decisions import (
    application_items,
    applications_of,
    objection_items,
    objections_of,
    review_items,
    reviews_of,
)
from dashboards.mine_files import (
    evaluation_items,
    follow_ups_of,
    match_items,
    searches_of,
    task_items,
    tasks_of,
    unowned_items,
    unowned_of,
)
from dashboards.mine_handovers import (
    handover_items,
    offers_of,
    questions_of,
    returns_of,
)
from dashboards.mine_safety import safety_items, safety_of
from dashboards.mine_waakvlam import (
    contact_items,
    contacts_of,
    waakvlam_review_items,
    waakvlam_reviews_of,
)
from dashboards.work import MINE_SHOWN, Kind, WorkItem


def my_work(request: EmployeeRequest) -> list[WorkItem]:
    """The open work on my desk, the nearest term first; logged as seen, in one line."""
    items = [*_callbacks(request), *_notifications(request), *_talks(request), *_rare(request)]
    record_view(request, "work.mine_listed", residents={item.resident.pk for item in items})
    return sorted(items, key=lambda item: (item.due_at, item.reference))[:MINE_SHOWN]


def _callbacks(request: EmployeeRequest) -> list[WorkItem]:
    """Residents I must call back."""
    at, calendar = timezone.now(), working_calendar()
    scope = CallbackRequest.objects.visible_to(request.user).selected("open", at)
    rows = list(scope.filter(handler=request.user).for_worklist()[:MINE_SHOWN])
    return [
        WorkItem(
            due_at=row.due_at,
            light=callback_light(row, at, calendar),
            when=f"tot {deadline(row.paused_until)}" if row.paused_until else deadline(row.due_at),
            url=reverse("callback-detail", args=[row.pk]),
            label="Terugbellen",
            reference=row.reference,
            resident=row.resident,
            subject=str(row.subject),
            status=row.get_state_display(),
            has_number=True,
        )
        for row in rows
    ]


def _notifications(request: EmployeeRequest) -> list[WorkItem]:
    """Meldingen I must confirm and investigate, by the six weeks or, when urgent, that norm."""
    at = timezone.now()
    scope = WmoNotification.objects.visible_to(request.user).open()
    rows = list(scope.filter(handler=request.user).for_list()[:MINE_SHOWN])
    return [
        WorkItem(
            due_at=min(row.due_at, row.urgent_due_at or row.due_at),
            light=notification_light(row, at),
            when=deadline(row.due_on),
            url=reverse("notification-detail", args=[row.pk]),
            label="Melding",
            reference=row.reference,
            resident=row.resident,
            subject=row.get_channel_display(),
            status=row.get_state_display(),
            warnings=tuple(warnings_of(row, at)),
        )
        for row in rows
    ]


def _talks(request: EmployeeRequest) -> list[WorkItem]:
    """Talks I must go to or conclude, by their moment; reports I must send, by the six weeks."""
    if Action.SEE_TALKS not in GRANTS.allowed_actions(request.user):
        return []
    at, scope = timezone.now(), KitchenTableTalk.objects.visible_to(request.user)
    rows = list(scope.to_do().select_related("resident", "notification")[:MINE_SHOWN])
    return [
        WorkItem(
            due_at=row.notification.due_at if row.is_concluded else row.starts_at,
            light=talk_light(row, at),
            when=deadline(row.notification.due_on if row.is_concluded else row.starts_at),
            url=reverse("talk-detail", args=[row.pk]),
            label=to_do(row),
            reference=row.notification.reference,
            resident=row.resident,
            subject=row.get_place_display(),
            status=row.get_state_display(),
        )
        for row in rows
    ]


def _rare(request: EmployeeRequest) -> list[WorkItem]:
    """Work that most people have none of: one question which kinds there are, then only those."""
    user = request.user
    asked = {name: Exists(kind.hints(user).order_by()) for name, kind in RARE.items()}
    answers: Any = User.objects.filter(pk=user.pk).values(**asked)
    there = answers.get()
    found = [RARE[name] for name in RARE if there[name]]
    return [item for kind in found for item in kind.items(kind.rows(user)[:MINE_SHOWN], user)]


RARE = {
    "aanvragen": Kind(hints.applications, applications_of, application_items),
    "bezwaren": Kind(hints.objections, objections_of, objection_items),
    "heronderzoek": Kind(hints.reviews, reviews_of, review_items),
    "evaluaties": Kind(hints.evaluations, evaluations_due, evaluation_items),
    "taken": Kind(hints.tasks, tasks_of, task_items),
    "zonder_eigenaar": Kind(unowned_of, unowned_of, unowned_items),
    "nagaan": Kind(hints.follow_ups, follow_ups_of, match_items),
    "zoeken": Kind(hints.searches, searches_of, match_items),
    "overdrachten": Kind(hints.offers, offers_of, handover_items),
    "toelichten": Kind(hints.questions, questions_of, handover_items),
    "teruggekomen": Kind(hints.returns, returns_of, handover_items),
    "waakvlammen": Kind(hints.kept, contacts_of, contact_items),
    "waakvlam-bekijken": Kind(hints.kept, waakvlam_reviews_of, waakvlam_review_items),
    "adviezen": Kind(hints.advices, advices_of, advice_items),
    "antwoorden": Kind(hints.answers, answers_of, answer_items),
    "meldcodes": Kind(hints.safety, safety_of, safety_items),
    "verwijzingen": Kind(hints.referrals, referrals_of, referral_items),
}
