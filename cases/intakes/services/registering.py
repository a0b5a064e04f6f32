"""Writing a melding down: who needs support, since when, and whose work it is.

Of who called, of a card one may open, or of somebody nobody knows yet (walk-in hour, letter).
"""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.callbacks.models import CallbackRequest
from cases.intakes.models import (
    BellKind,
    NotificationAct,
    NotificationChannel,
    NotificationReminder,
    Reporter,
    WmoNotification,
)
from cases.intakes.services.tracing import create_trace
from cases.intakes.terms import Terms, terms_of
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from cases.residents.services import SafeContact, create_resident
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation

LONGEST_AGO = timedelta(days=366)


@dataclass(frozen=True)
class Melding:
    """What was reported, as it was told; ``received_on`` is the legal date."""

    channel: str
    received_on: date
    reported_by: str
    question: str
    reporter_name: str = ""
    is_urgent: bool = False
    urgent_reason: str = ""
    is_short: bool = False


@dataclass(frozen=True)
class Newcomer:
    """What somebody tells about themselves; ``phone`` is E.164, ``postcode`` 1315AA."""

    name: str
    phone: str = ""
    birth_date: date | None = None
    postcode: str = ""
    house_number: int | None = None
    house_suffix: str = ""
    address_secret: bool = False
    card: SafeContact = field(default_factory=SafeContact)


@dataclass(frozen=True)
class Origin:
    """Where a melding comes from: who it is about, whose work it becomes, how we know them."""

    resident: Resident
    team_id: int
    known_by: str
    callback: CallbackRequest | None = None


@transaction.atomic
def register_notification(
    *,
    submission_key: uuid.UUID,
    callback_id: int,
    melding: Melding,
    mine: bool = True,
    by: User,
    at: datetime | None = None,
) -> WmoNotification:
    """Write a melding down for the resident of a callback of the team, and start its clocks.

    With the channel "terugbelverzoek" the melding is made from that request, by whoever has it on
    the desk; with another channel the request only says who the resident is.

    Rules: ML-1 (one form makes one, and so does one request), ML-2 (the date), ML-3 (six weeks,
        seven days, no suspension), ML-4 (urgent with a reason), ML-5 (one handler or nobody),
        ML-6 (a melding has a name).
    Raises: RuleViolation; PermissionDenied.
    Effects: a melding with its reminders, audit line.
    """
    decision = GRANTS.require(by, Action.REGISTER_NOTIFICATION)
    scope = CallbackRequest.objects.visible_to(by).select_related("resident")
    callback = scope.select_for_update(of=("self",)).get(pk=callback_id)
    from_callback = melding.channel == NotificationChannel.CALLBACK
    earlier = _made_before(submission_key, callback if from_callback else None, by)
    if earlier is not None:
        return earlier
    if from_callback and callback.handler_id not in by.desk_ids:
        raise PermissionDenied
    known_by = "" if from_callback else f"Inwoner bekend van {callback}"
    origin = Origin(
        callback.resident, callback.team_id, known_by, callback if from_callback else None
    )
    handler = (callback.handler if from_callback else by) if mine else None
    return _write_down(submission_key, origin, melding, handler=handler, by=by, at=at, on=decision)


@transaction.atomic
def register_for_known(
    *,
    submission_key: uuid.UUID,
    resident_id: int,
    team_id: int,
    melding: Melding,
    mine: bool = True,
    by: User,
    at: datetime | None = None,
) -> WmoNotification:
    """Write a melding down for somebody whose card this employee may open.

    Rules: ML-1, ML-2, ML-3, ML-4, ML-5, ML-6; ML-11 (for a team of one's own).
    Raises: RuleViolation; PermissionDenied; Resident.DoesNotExist when the card stays closed.
    Effects: a melding with its reminders, audit line.
    """
    decision = GRANTS.require(by, Action.REGISTER_NOTIFICATION)
    resident = Resident.objects.openable_by(by).select_for_update(of=("self",)).get(pk=resident_id)
    earlier = _earlier(submission_key, team_id, melding, by)
    if earlier is not None:
        return earlier
    origin = Origin(resident, team_id, "Inwoner bekend van de kaart")
    handler = by if mine else None
    return _write_down(submission_key, origin, melding, handler=handler, by=by, at=at, on=decision)


@transaction.atomic
def register_for_newcomer(
    *,
    submission_key: uuid.UUID,
    newcomer: Newcomer,
    team_id: int,
    melding: Melding,
    mine: bool = True,
    by: User,
    at: datetime | None = None,
) -> WmoNotification:
    """Keep who somebody is and write their melding down, both or neither (security 3.3 row 2).

    Rules: ML-1 to ML-6, ML-11, INW-3 (a secret address is not kept), INW-4.
    Raises: RuleViolation; PermissionDenied.
    Effects: a resident and a melding with its reminders, audit lines.
    """
    decision = GRANTS.require(by, Action.REGISTER_NOTIFICATION)
    earlier = _earlier(submission_key, team_id, melding, by)
    if earlier is not None:
        return earlier
    if not newcomer.name.strip():
        raise RuleViolation("Een melding heeft een naam.", field="name")
    resident = create_resident(**vars(newcomer), is_anonymous=False, by=by)
    origin = Origin(resident, team_id, "Inwoner nieuw vastgelegd")
    handler = by if mine else None
    made = _write_down(submission_key, origin, melding, handler=handler, by=by, at=at, on=decision)
    if made.resident_id != resident.pk:
        raise RuleViolation("Dit formulier is al verstuurd. Kijk in de lijst van meldingen.")
    return made


def _earlier(
    submission_key: uuid.UUID, team_id: int, melding: Melding, by: User
) -> WmoNotification | None:
    """What this form made before; refuses a team of others and a callback that is not there."""
    if team_id not in by.team_ids:
        raise PermissionDenied
    if melding.channel == NotificationChannel.CALLBACK:
        text = "Maak de melding vanaf het terugbelverzoek zelf."
        raise RuleViolation(text, field="channel")
    return _made_before(submission_key, None, by)


def _write_down(
    submission_key: uuid.UUID,
    origin: Origin,
    melding: Melding,
    *,
    handler: User | None,
    by: User,
    at: datetime | None,
    on: Decision,
) -> WmoNotification:
    """The row with its terms, its bells and its first step, for whoever may make one (``on``).

    Raises: RuleViolation for what a melding cannot do without (ML-2, ML-4, ML-6).
    """
    at = at or timezone.now()
    _check(melding, origin.resident, local_day(at))
    notification = _create(submission_key, origin, melding, handler, by, at)
    create_trace(
        notification=notification,
        act=NotificationAct.REGISTERED,
        by=by,
        at=at,
        decision=on,
        note=origin.known_by,
    )
    return notification


def _made_before(
    submission_key: uuid.UUID, callback: CallbackRequest | None, by: User
) -> WmoNotification | None:
    """The melding this form or this request made already: a double click, or a colleague."""
    sent = WmoNotification.objects.filter(submission_key=submission_key).first()
    if sent is not None and sent.registered_by_id != by.pk:
        raise RuleViolation("Een collega heeft dit formulier al verstuurd. Open de pagina opnieuw.")
    if sent is not None or callback is None:
        return sent
    made = WmoNotification.objects.filter(callback=callback).first()
    if made is not None:
        raise RuleViolation(f"Bij dit terugbelverzoek is al een melding vastgelegd: {made}.")
    return None


def _check(melding: Melding, resident: Resident, today: date) -> None:
    """What a melding cannot do without."""
    if resident.is_anonymous:
        raise RuleViolation(
            "Een melding heeft een naam. Leg dit vast als informatie en advies, of vraag de naam."
        )
    if melding.received_on > today:
        raise RuleViolation("Een melding is niet van later dan vandaag.", field="received_on")
    if melding.received_on < today - LONGEST_AGO:
        text = "Deze datum is langer dan een jaar geleden. Controleer het jaar."
        raise RuleViolation(text, field="received_on")
    if not melding.question.strip():
        raise RuleViolation("Schrijf op wat de inwoner vraagt.", field="question")
    if melding.is_urgent != bool(melding.urgent_reason.strip()):
        text = "Schrijf op waarom dit niet kan wachten." if melding.is_urgent else UNTICKED
        raise RuleViolation(text, field="urgent_reason")
    if (melding.reported_by == Reporter.RESIDENT) == bool(melding.reporter_name.strip()):
        text = "Vul de naam van de melder in, of kies “de inwoner zelf” en laat de naam leeg."
        raise RuleViolation(text, field="reporter_name")


UNTICKED = "Kruis “spoed” aan, of maak dit vak leeg."


def _create(
    submission_key: uuid.UUID,
    origin: Origin,
    melding: Melding,
    handler: User | None,
    by: User,
    at: datetime,
) -> WmoNotification:
    """The row with its terms and bells; a second form at the same moment gets its sentence."""
    terms = terms_of(melding.received_on, at)
    facts = {
        "resident": origin.resident,
        "callback": origin.callback,
        "team_id": origin.team_id,
        **terms.fields(is_urgent=melding.is_urgent),
        **vars(melding),
    }
    who = {"handler": handler, "registered_by": by, "registered_at": at}
    try:
        with transaction.atomic():
            notification = WmoNotification.objects.create(
                submission_key=submission_key, **who, **facts
            )
    except IntegrityError as error:
        sent = _made_before(submission_key, origin.callback, by)
        if sent is None:
            raise error
        return sent
    _create_reminders(notification, terms)
    return notification


def _create_reminders(notification: WmoNotification, terms: Terms) -> None:
    """The bells of this melding; one whose moment is past rings with the next sweep."""
    moments = {
        BellKind.CONFIRM: terms.confirm_by,
        BellKind.BEFORE_END: terms.remind_at,
        BellKind.AT_END: terms.due_at,
    }
    if notification.urgent_due_at is not None:
        moments[BellKind.URGENT] = notification.urgent_due_at
    NotificationReminder.objects.bulk_create(
        NotificationReminder(notification=notification, kind=kind, due_at=due_at)
        for kind, due_at in moments.items()
    )
