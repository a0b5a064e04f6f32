"""Enter what a professional handed in: melding, assessment and consent, in one transaction."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.intakes.models import LifeDomain, WmoNotification
from cases.intakes.services import Melding, register_notification
from cases.intakes.services.registering import LONGEST_AGO
from cases.permissions import GRANTS, Action
from cases.procedures.models import (
    HolderType,
    LegalCheck,
    LegalItem,
    ProfessionalAssessment,
    ShortProcedure,
)
from cases.residents.models import RECIPIENT_LENGTH, Consent
from cases.residents.services import ConsentFacts, give_consent
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

INVESTIGATED = ""
"""The reason of an item that was looked into: none is needed."""
TRACED = ("holder_type", "assessed_on", "consent", "known")
EXPLICIT = "uitdrukkelijk"
"""The ground of these consents in the register (WMO 5.1.1 lid 5, 5.2.5)."""
ALWAYS = ("hulpvraag", "gezondheid")
PER_DOMAIN = {"geld": "schulden", "werk": "werk", "relaties": "thuissituatie"}
PER_DOMAIN |= dict.fromkeys(("wonen", "zelfzorg", "netwerk"), "thuissituatie")
"""Which kind of data a leefgebied is; what a care professional knows is always about health too."""
ON_THE_FORM = {
    "given_by": "consent_by",
    "representative": "consent_representative",
    "way": "consent_way",
    "given_on": "consent_on",
    "valid_from": "consent_on",
    "valid_until": "consent_until",
}
"""Where a rule of the register lands on the form of the verkorte procedure."""
NOT_YOURS = (
    "Toestemming vastleggen kan alleen wie met deze inwoner werkt. Zet de melding op uw naam."
)


@dataclass(frozen=True)
class HandedIn:
    """What a professional knows: who, since when, per leefgebied, and which items of the law.

    ``known`` is by the code of the leefgebied. ``checks`` is by legal item: ``INVESTIGATED``, or
    the reason why it was waived; an item that is not in it was neither.
    """

    holder_type: HolderType
    professional_name: str
    organisation: str
    phone: str
    assessed_on: date
    received_way: str
    known: Mapping[str, str]
    checks: Mapping[str, str]
    application_wished_on: date | None = None


@dataclass(frozen=True)
class ConsentTold:
    """The explicit consent for these data, as the colleague heard it (WMO 5.1.1 lid 5, 5.2.5).

    ``by`` is a ``Giver``, ``way`` a ``ConsentWay`` of the register.
    """

    by: str
    on: date
    way: str
    until: date
    representative_id: int | None = None


@transaction.atomic
def register_short_procedure(
    *,
    submission_key: uuid.UUID,
    callback_id: int,
    melding: Melding,
    handed_in: HandedIn,
    consent: ConsentTold,
    mine: bool = True,
    by: User,
    at: datetime | None = None,
) -> ShortProcedure:
    """Make a melding with the assessment of a professional and the consent for it, or nothing.

    The clocks of the melding run as for any other; the wish to apply is written down, the aanvraag
    itself is another act.

    Rules: VP-1 (one form makes one), VP-2 (consent, by the rules of the register), VP-3
        (each legal item looked into or waived with a reason), VP-4 (something is known,
        with source and date), VP-5 (no mandate).
    Raises: RuleViolation; PermissionDenied.
    Effects: a melding with its reminders; a consent in the register; the procedure with its
        rows, sealed; audit lines.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.REGISTER_NOTIFICATION)
    _check(handed_in, consent, local_day(at))
    notification = register_notification(
        submission_key=submission_key,
        callback_id=callback_id,
        melding=replace(melding, is_short=True),
        mine=mine,
        by=by,
        at=at,
    )
    earlier = _made_before(notification)
    if earlier is not None:
        return earlier
    given = _consent(notification, submission_key, handed_in, consent, by, at)
    procedure = _create(given, notification, submission_key, handed_in)
    _create_rows(procedure, handed_in)
    record("procedure.registered", procedure, by=by, decision=decision, fields=TRACED)
    return procedure


def _made_before(notification: WmoNotification) -> ShortProcedure | None:
    """What a double click made already; a key that made an ordinary melding is no key for this."""
    if not notification.is_short:
        raise RuleViolation("Dit formulier is verouderd. Open de pagina opnieuw.")
    return ShortProcedure.objects.filter(notification=notification).first()


def _check(handed_in: HandedIn, consent: ConsentTold, today: date) -> None:
    """What may not be missing, and days that cannot be."""
    if not today - LONGEST_AGO <= handed_in.assessed_on <= today:
        text = "De beoordeling is van vandaag of eerder, en niet ouder dan een jaar."
        raise RuleViolation(text, field="assessed_on")
    if consent.until < today:
        text = "De toestemming moet nu gelden. Kies vandaag of later."
        raise RuleViolation(text, field="consent_until")
    wished = handed_in.application_wished_on
    if wished is not None and wished > today:
        raise RuleViolation("Deze dag is van later dan vandaag.", field="application_wished_on")
    if not any(text.strip() for text in handed_in.known.values()):
        raise RuleViolation("Schrijf bij minstens één leefgebied op wat bekend is.")
    for item in LegalItem.values:
        reason = handed_in.checks.get(item)
        if reason is None or (reason != INVESTIGATED and not reason.strip()):
            text = "Kruis aan dat dit is gedaan, of schrijf op waarom niet."
            raise RuleViolation(text, field=f"reason_{item}")


def _consent(
    notification: WmoNotification,
    submission_key: uuid.UUID,
    handed_in: HandedIn,
    told: ConsentTold,
    by: User,
    at: datetime,
) -> Consent:
    """The consent in the register; what it refuses lands on the fields of our form."""
    if Action.GIVE_CONSENT not in GRANTS.allowed_actions(by, notification.resident):
        raise RuleViolation(NOT_YOURS, field="mine")
    facts = _facts(handed_in, told)
    try:
        return give_consent(
            resident_id=notification.resident_id,
            submission_key=submission_key,
            facts=facts,
            by=by,
            at=at,
        )
    except RuleViolation as broken:
        field = ON_THE_FORM.get(broken.field or "")
        raise RuleViolation(str(broken), field=field) from broken


def _facts(handed_in: HandedIn, told: ConsentTold) -> ConsentFacts:
    """What the register wants to know: recipient and data follow from what was handed in."""
    filled = [code for code, text in handed_in.known.items() if text.strip()]
    return ConsentFacts(
        recipient_kind=handed_in.holder_type.recipient_kind,
        recipient=f"{handed_in.professional_name} ({handed_in.organisation})"[:RECIPIENT_LENGTH],
        categories={*ALWAYS, *(PER_DOMAIN[code] for code in filled if code in PER_DOMAIN)},
        ground=EXPLICIT,
        given_on=told.on,
        valid_from=told.on,
        valid_until=told.until,
        given_by=told.by,
        representative_id=told.representative_id,
        way=told.way,
    )


def _create(
    consent: Consent,
    notification: WmoNotification,
    submission_key: uuid.UUID,
    handed_in: HandedIn,
) -> ShortProcedure:
    """The row, with a key of its own."""
    procedure = ShortProcedure(
        uuid=submission_key,
        notification=notification,
        resident_id=notification.resident_id,
        holder_type=handed_in.holder_type,
        professional_name=handed_in.professional_name,
        organisation=handed_in.organisation,
        phone=handed_in.phone,
        assessed_on=handed_in.assessed_on,
        received_way=handed_in.received_way,
        application_wished_on=handed_in.application_wished_on,
        consent=consent,
        registered_at=consent.recorded_at,
        registered_by=consent.recorded_by,
    )
    procedure.make_key()
    procedure.save(force_insert=True)
    return procedure


def _create_rows(procedure: ShortProcedure, handed_in: HandedIn) -> None:
    """Every legal item, and every leefgebied of which something is known; words sealed."""
    own = {"procedure": procedure, "resident_id": procedure.resident_id}
    checks = []
    for item, reason in handed_in.checks.items():
        check = LegalCheck(item=item, is_investigated=reason == INVESTIGATED, **own)
        check.reason = None if check.is_investigated else check.seal("reason", reason.strip())
        checks.append(check)
    LegalCheck.objects.bulk_create(checks)
    domains = LifeDomain.objects.in_use().filter(code__in=handed_in.known, needs_reason=False)
    assessments = []
    for domain in domains:
        text = handed_in.known[domain.code].strip()
        if text:
            row = ProfessionalAssessment(domain=domain, **own)
            row.content = row.seal("content", text)
            assessments.append(row)
    ProfessionalAssessment.objects.bulk_create(assessments)
