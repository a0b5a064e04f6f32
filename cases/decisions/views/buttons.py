"""Which buttons an aanvraag shows: what the grant table allows and its state offers."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse

from cases.callbacks.views.buttons import Button
from cases.decisions.lifecycle import LIFECYCLE
from cases.decisions.models import Application, Decision
from cases.permissions import Action
from clusters.models import User


def buttons_for(
    user: User, application: Application, decision: Decision | None, allowed: Collection[Any]
) -> list[Button]:
    """The buttons for what is allowed and possible now, most likely first."""
    found = [*_claim(user, application, allowed)]
    if Action.WRITE_DECISION in allowed:
        found += _of_decision(application, decision)
    if Action.COUNTERSIGN in allowed and LIFECYCLE.allows("countersign", application.state):
        found += [_to("Teruggeven met reden", "decision-return", application)]
    if application.is_running:
        found += _of_term(application, allowed)
    return found


def _claim(user: User, application: Application, allowed: Collection[Any]) -> list[Button]:
    free = application.is_running and application.handler_id is None
    if free and Action.CLAIM_APPLICATION in allowed and application.desk_id in user.team_ids:
        return [_to("Oppakken", "application-claim", application, posts=True, primary=True)]
    return []


def _of_decision(application: Application, decision: Decision | None) -> list[Button]:
    """What brings the decision further."""
    found = []
    if LIFECYCLE.allows("decide", application.state):
        label = "Besluit schrijven" if decision is None else "Besluit wijzigen"
        found.append(_to(label, "decision-edit", application, primary=decision is None))
    if decision is not None and LIFECYCLE.allows("decide", application.state):
        found.append(_to("Voorziening toevoegen", "provision-new", application))
    if LIFECYCLE.allows("return", application.state):
        found.append(_to("Terughalen", "decision-return", application))
    if LIFECYCLE.allows("send", application.state):
        found.append(
            _to("Brief bekijken en versturen", "decision-letter", application, primary=True)
        )
        found.append(_to("Besluit heropenen", "decision-reopen", application, posts=True))
    return found


def _of_term(application: Application, allowed: Collection[Any]) -> list[Button]:
    """What moves the term, and whose desk it is on."""
    found = []
    is_open = LIFECYCLE.allows("decide", application.state)
    if Action.KEEP_TERM in allowed and is_open and application.has_legal_term:
        found.append(_to("Termijn opschorten", "application-pause", application))
        found.append(_to("Vertraging melden", "application-delay", application))
    if Action.KEEP_TERM in allowed and application.has_legal_term:
        found.append(_to("Ingebrekestelling", "application-default", application))
    if Action.PASS_APPLICATION in allowed and is_open:
        found.append(_to("Doorgeven", "application-pass", application))
    if Action.KEEP_TERM in allowed and LIFECYCLE.allows("withdraw", application.state):
        label = "Niet wijzigen" if application.is_revision else "Intrekken"
        found.append(_to(label, "application-withdraw", application))
    return found


def _to(
    label: str, name: str, application: Application, *, posts: bool = False, primary: bool = False
) -> Button:
    return Button(label, reverse(name, args=[application.pk]), posts, primary)
