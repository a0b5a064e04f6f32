"""Which buttons a melding shows: what the grant table allows and the lifecycle offers."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse

from cases.callbacks.views.buttons import Button
from cases.intakes.lifecycle import LIFECYCLE, NotificationState
from cases.intakes.models import WmoNotification
from cases.permissions import Action
from cases.residents.models import opens_card
from clusters.models import User

MOVES = (
    # step of the lifecycle, URL name, posts at once, primary
    ("confirm", "notification-letter", False, True),
    ("start", "notification-start", True, True),
    ("complete", "notification-complete", True, True),
    ("drop", "notification-drop", False, False),
    ("withdraw", "notification-withdraw", False, False),
)


def buttons_for(notification: WmoNotification, allowed: Collection[Any]) -> list[Button]:
    """The buttons for what is allowed and possible with this melding now, most likely first."""
    return [*_moves(notification, allowed), *_hands(notification, allowed)]


def card_button(notification: WmoNotification, user: User) -> list[Button]:
    """The way to the card of the resident, for whom it is."""
    is_mine = notification.is_open and notification.handler_id in user.desk_ids
    if not opens_card(user, is_mine=is_mine):
        return []
    address = reverse("resident-detail", args=[notification.resident_id])
    return [Button("Kaart van de inwoner", address, False)]


def _moves(notification: WmoNotification, allowed: Collection[Any]) -> list[Button]:
    """What brings the melding further; only when somebody has it."""
    if Action.MOVE_NOTIFICATION not in allowed or notification.handler_id is None:
        return []
    triage = Button("Triage", reverse("notification-triage", args=[notification.pk]), False)
    moves = [
        Button(LIFECYCLE.steps[step].label, reverse(name, args=[notification.pk]), posts, primary)
        for step, name, posts, primary in MOVES
        if LIFECYCLE.allows(step, notification.state)
    ]
    return [*moves[:1], triage, *moves[1:]] if moves else []


def _hands(notification: WmoNotification, allowed: Collection[Any]) -> list[Button]:
    """Whose work it is."""
    number, found = [notification.pk], []
    if not notification.is_open:
        return []
    nobody = notification.handler_id is None
    if nobody and Action.CLAIM_NOTIFICATION in allowed:
        found.append(Button("Oppakken", reverse("notification-claim", args=number), True, True))
    if Action.ASSIGN_NOTIFICATION in allowed:
        found.append(
            Button("Geven aan een collega", reverse("notification-assign", args=number), False)
        )
    is_new = notification.state == NotificationState.RECEIVED
    if not nobody and is_new and Action.RELEASE_NOTIFICATION in allowed:
        found.append(Button("Teruggeven", reverse("notification-release", args=number), True))
    return found
