"""Of Mijn werk what begins with a call or a melding: to call back, to investigate, to talk."""

from collections.abc import Iterable

from django.db.models import Case, F, QuerySet, When
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from cases.callbacks.models.lights import light_of as callback_light
from cases.intakes.models.lights import light_of as notification_light
from cases.intakes.models.lights import warnings_of
from cases.models import CallbackRequest, KitchenTableTalk, WmoNotification
from cases.permissions import GRANTS, Action
from cases.talks.lifecycle import TalkState
from cases.talks.lights import light_of as talk_light
from cases.talks.lights import to_do
from clusters.models import User, working_calendar
from common.templatetags.screen import address, deadline
from dashboards.work import WorkItem

CALLBACK = ("due_at", "escalate_at", "paused_until", "state", "subject__label")
MARKS = ("is_short", "is_urgent", "channel", "state")
NOTIFICATION = (*MARKS, "due_at", "urgent_due_at", "confirm_by")
TALK = ("starts_at", "ends_at", "place", "state", "notification__due_at")
SOONEST = Least("due_at", Coalesce("urgent_due_at", "due_at"))
TALK_OR_REPORT = Case(
    When(state=TalkState.CONCLUDED, then=F("notification__due_at")), default=F("starts_at")
)


def callbacks_of(user: User) -> QuerySet[CallbackRequest]:
    """Residents this employee must call back."""
    scope = CallbackRequest.objects.visible_to(user).selected("open", timezone.now())
    return scope.filter(user.on_desk("handler"))


def notifications_of(user: User) -> QuerySet[WmoNotification]:
    """Meldingen this employee must confirm and investigate."""
    return WmoNotification.objects.visible_to(user).open().filter(user.on_desk("handler"))


def talks_of(user: User) -> QuerySet[KitchenTableTalk]:
    """Talks this employee must go to or conclude, and reports they must send."""
    rows = KitchenTableTalk.objects.visible_to(user).to_do()
    return rows if Action.SEE_TALKS in GRANTS.allowed_actions(user) else rows.none()


def callback_items(rows: Iterable[CallbackRequest], user: User) -> list[WorkItem]:
    """A row per resident to call back, by the term of the call."""
    at, calendar = timezone.now(), working_calendar()
    return [
        WorkItem(
            due_at=row.due_at,
            light=callback_light(row, at, calendar),
            when=f"tot {deadline(row.paused_until)}" if row.paused_until else deadline(row.due_at),
            url=address("callback-detail", row.pk),
            label="Terugbellen",
            reference=row.reference,
            resident=row.resident,
            subject=str(row.subject),
            status=row.get_state_display(),
            has_number=True,
        )
        for row in rows
    ]


def notification_items(rows: Iterable[WmoNotification], user: User) -> list[WorkItem]:
    """A row per melding, by the six weeks or, when urgent, that norm."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=min(row.due_at, row.urgent_due_at or row.due_at),
            light=notification_light(row, at),
            when=deadline(row.due_on),
            url=address("notification-detail", row.pk),
            label="Melding",
            reference=row.reference,
            resident=row.resident,
            subject=row.get_channel_display(),
            status=row.get_state_display(),
            warnings=tuple(warnings_of(row, at)),
        )
        for row in rows
    ]


def talk_items(rows: Iterable[KitchenTableTalk], user: User) -> list[WorkItem]:
    """A row per talk, by its moment; a report by the six weeks."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=row.notification.due_at if row.is_concluded else row.starts_at,
            light=talk_light(row, at),
            when=deadline(row.notification.due_on if row.is_concluded else row.starts_at),
            url=address("talk-detail", row.pk),
            label=to_do(row),
            reference=row.notification.reference,
            resident=row.resident,
            subject=row.get_place_display(),
            status=row.get_state_display(),
        )
        for row in rows
    ]
