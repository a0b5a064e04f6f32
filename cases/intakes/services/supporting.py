"""Offering independent support with a melding, and asking for it (OCO-1 … OCO-3)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cases.intakes.letter import stamp_of
from cases.intakes.models import (
    SUPPORT_ORGANISATION,
    ClientSupport,
    LetterWay,
    NotificationAct,
    SupportChoice,
    SupportKind,
    SupportRequest,
    WmoNotification,
    works_on,
)
from cases.intakes.papers import order_of
from cases.intakes.services.tracing import create_trace
from cases.intakes.support_letter import support_request_of
from cases.papers.services import ask_paper
from cases.permissions import GRANTS, Action
from cases.residents.models import CLIENT_SUPPORT, CONTACT_DETAILS, has_consent
from clusters.models import Membership, User
from common.deadlines import local_day
from common.errors import RuleViolation

CONFLICT = (
    "Deze collega werkt zelf aan deze melding en kan hierin geen cliëntondersteuner zijn. Kies "
    "iemand anders."
)
NO_CONSENT = (
    "Er is vandaag geen toestemming om naam en contactgegevens te delen met de "
    "cliëntondersteuning. Leg die eerst vast op de kaart van de inwoner."
)


@dataclass(frozen=True)
class SupportOffer:
    """What was offered and chosen; ``ask_again_on`` with later, ``kind`` with yes."""

    offered_on: date
    choice: str
    ask_again_on: date | None = None
    kind: str = ""
    supporter: User | None = None


OFFERED = tuple(SupportOffer.__dataclass_fields__)


@transaction.atomic
def offer_support(
    *,
    notification_id: int,
    version: int,
    offer: SupportOffer,
    by: User,
    at: datetime | None = None,
) -> ClientSupport:
    """Write down that support was offered and what the resident said; ``version`` 0 is the first.

    Rules: CLO-1 (when, which choice, which form), CLO-2 (later has a day to ask again), CLO-3 (who
        works on the melding is no cliëntondersteuner in it).
    Raises: RuleViolation with the field; PermissionDenied.
    Effects: a step of the melding; audit line; nothing when nothing changed.
    """
    at = at or timezone.now()
    notification = WmoNotification.objects.select_for_update().get(pk=notification_id)
    decision = GRANTS.require(by, Action.OFFER_SUPPORT, notification)
    support = ClientSupport.objects.filter(notification=notification).first()
    if support is not None and SupportOffer(**{n: getattr(support, n) for n in OFFERED}) == offer:
        return support
    if version != (support.version if support else 0):
        raise RuleViolation("Een collega heeft dit intussen vastgelegd.", field="version")
    _refuse(notification, offer, local_day(at))
    support = _kept(support, notification, offer)
    create_trace(
        notification=notification,
        act=NotificationAct.SUPPORT_OFFERED,
        by=by,
        at=at,
        decision=decision,
        note=str(support),
        fields=OFFERED,
    )
    return support


@transaction.atomic
def request_support(
    *, notification_id: int, way: str, stamp: str, by: User, at: datetime | None = None
) -> SupportRequest:
    """Freeze the request that was looked at and write down that it went out, once.

    Rules: CLO-3, CLO-4 (only with a consent in force, only contact details).
    Raises: RuleViolation without consent or choice, or when the text changed; PermissionDenied.
    Effects: a request, of which the worker makes a PDF; a step of the melding; audit line. Sent
        twice is one request.
    """
    at = at or timezone.now()
    rows = WmoNotification.objects.select_related("resident", "team", "handler")
    notification = rows.select_for_update(of=("self",)).get(pk=notification_id)
    decision = GRANTS.require(by, Action.OFFER_SUPPORT, notification)
    earlier = SupportRequest.objects.filter(notification=notification).first()
    if earlier is not None:
        return earlier
    support = _wanted(notification, local_day(at))
    content = support_request_of(notification, support, local_day(at))
    if stamp_of(content) != stamp:
        raise RuleViolation("Het verzoek is intussen veranderd. Lees het opnieuw.", field="stamp")
    facts = {"notification": notification, "resident": notification.resident, "content": content}
    facts |= {"way": way, "sent_at": at, "sent_by": by}
    sent = SupportRequest.objects.create(**facts)
    ask_paper(order=order_of(sent), by=by, decision=decision, at=at)
    create_trace(
        notification=notification,
        act=NotificationAct.SUPPORT_ASKED,
        by=by,
        at=at,
        decision=decision,
        note=f"{support.get_kind_display()}, {LetterWay(way).label.lower()}",
    )
    return sent


def _kept(
    support: ClientSupport | None, notification: WmoNotification, offer: SupportOffer
) -> ClientSupport:
    """The row with this offer in it, one version on."""
    support = support or ClientSupport(notification=notification, version=0)
    support.resident_id = notification.resident_id
    for name in OFFERED:
        setattr(support, name, getattr(offer, name))
    support.version += 1
    support.save()
    return support


def _wanted(notification: WmoNotification, day: date) -> ClientSupport:
    """The choice for support that may be asked for today (CLO-3, CLO-4)."""
    support = ClientSupport.objects.filter(notification=notification).first()
    if support is None or support.choice != SupportChoice.YES:
        raise RuleViolation("De inwoner heeft niet voor cliëntondersteuning gekozen.")
    if support.supporter_id is not None and works_on(notification, support.supporter_id):
        raise RuleViolation(CONFLICT)
    if not has_consent(notification.resident_id, CLIENT_SUPPORT, CONTACT_DETAILS, day):
        raise RuleViolation(NO_CONSENT)
    return support


def _refuse(notification: WmoNotification, offer: SupportOffer, today: date) -> None:
    """What goes together (CLO-1 … CLO-3)."""
    if offer.offered_on > today:
        raise RuleViolation("Deze dag moet nog komen.", field="offered_on")
    if (offer.choice == SupportChoice.LATER) != (offer.ask_again_on is not None):
        text = "Bij “later” hoort een dag om het opnieuw te vragen; anders blijft die leeg."
        raise RuleViolation(text, field="ask_again_on")
    if offer.ask_again_on is not None and offer.ask_again_on < today:
        raise RuleViolation("Kies vandaag of een latere dag.", field="ask_again_on")
    if (offer.choice == SupportChoice.YES) != bool(offer.kind):
        raise RuleViolation("Kies bij “ja” welke vorm; anders blijft die leeg.", field="kind")
    if offer.supporter is not None:
        _refuse_person(notification, offer, offer.supporter, today)


def _refuse_person(
    notification: WmoNotification, offer: SupportOffer, person: User, today: date
) -> None:
    """Only a beroepskracht of MEE who does not work on this melding (CLO-3)."""
    rows = Membership.objects.running(today).filter(organisation__code=SUPPORT_ORGANISATION)
    employed = rows.filter(user=person).exists()
    if offer.kind != SupportKind.PROFESSIONAL or not employed:
        raise RuleViolation("Een collega kiest u alleen bij een beroepskracht (MEE).", field="kind")
    if works_on(notification, person.pk):
        raise RuleViolation(CONFLICT, field="supporter")
