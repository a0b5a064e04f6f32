"""Invite guests to one point, for that point and that day; and take somebody off."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.advice.advisers import works_in_team
from cases.advice.models import Recipient, SharedBy
from cases.advice.sharing import must_be_there, register_row
from cases.conferences.guests import (
    DEBTS,
    KIND_OF_GUEST,
    NO_DEBTS,
    SAFETY,
    memberships_of_guests,
    needs_kind,
)
from cases.conferences.locking import lock_item
from cases.conferences.messages import invited_text, taken_off_text
from cases.conferences.models import ConferenceItem, Guest, Inviting, ItemInvitation
from cases.conferences.telling import invited_key, retire_invitation, tell_of_item, tell_off
from cases.dossiers.models import LineKind
from cases.dossiers.tracing import leave_line, may
from cases.permissions import GRANTS, Action
from cases.residents.models import DataCategory, RecipientKind
from clusters.models import Role, User
from common.deadlines import local_day
from common.errors import RuleViolation

FIELD = "guests"


@transaction.atomic
def invite_guests(
    *, item_id: int, inviting: Inviting, by: User, at: datetime | None = None
) -> list[ItemInvitation]:
    """Ask people to join in at one point; all of them, or nobody.

    Rules: CT-11 (who can come today and on the day; asked twice is once), CT-7 (within the team,
        with a consent or a ground that is in force, or anonymous), CT-10 (what the JGZ never
        gets, and safety only when ticked), CT-6.
    Raises: RuleViolation with the field when one of these is lacking; PermissionDenied.
    Effects: invitations, with the point locked by ``select_for_update`` after its dossier; a line;
        notices; audit line.
    """
    at = at or timezone.now()
    item = lock_item(item_id, by)
    GRANTS.require(by, Action.BRING_ITEM, item)
    decision = may(item.file, Action.BRING_ITEM, by)
    if not item.is_waiting:
        raise RuleViolation("Dit punt is al besproken of ingetrokken.")
    if not inviting.guests:
        raise RuleViolation("Kies wie u uitnodigt.", field=FIELD)
    data = list(item.data.all())
    fresh = []
    for guest in _newcomers(item, inviting):
        row = _invitation(item, guest, by, at)
        _share(row, guest, inviting, data, local_day(at))
        fresh.append(row)
    for row in fresh:
        row.save(force_insert=True)
        record("item.invited", row, by=by, decision=decision)
        _tell(row, by, at)
    if fresh:
        _trace(item, fresh, by, at)
    return fresh


@transaction.atomic
def withdraw_invitation(
    *, invitation_id: int, by: User, at: datetime | None = None
) -> ItemInvitation:
    """Somebody need not come: from this moment on they do not see the point (CT-8).

    Rules: CT-12 (who works in the dossier; twice is once).
    Raises: PermissionDenied.
    Effects: the end of the invitation, locked by ``select_for_update`` after dossier and point; a
        line; the notice leads nowhere; audit line.
    """
    at = at or timezone.now()
    scope = ItemInvitation.objects.visible_to(by)
    number = scope.values_list("item_id", flat=True).get(pk=invitation_id)
    item = lock_item(number, by)
    decision = GRANTS.require(by, Action.BRING_ITEM, item)
    rows = item.invitations.select_related("person", "team", "recipient_kind")
    row = rows.select_for_update(of=("self",)).get(pk=invitation_id)
    if row.withdrawn_at is not None:
        return row
    row.file, row.withdrawn_at, row.withdrawn_by = item.file, at, by
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    leave_line(item.file, LineKind.ITEM_GUEST_OFF, by=by, at=at, words=f"{item}: {row.name}")
    record("item.uninvited", row, by=by, decision=decision)
    if row.person_id is not None:
        retire_invitation(item, row.pk, row.person_id, at)
        people = {row.person_id} - {by.pk}
        tell_off(item, people, taken_off_text(item), f"off:{row.pk}", at)
    return row


def _newcomers(item: ConferenceItem, inviting: Inviting) -> list[Recipient]:
    """Everybody once, and not who is invited already (CT-11)."""
    rows = list(item.invitations.current())
    for row in rows:
        row.file = item.file
    there = {_who(row.person_id, row.liaison_id, row.told) for row in rows}
    found = {_who(_person(guest), _pin(guest), guest): guest for guest in inviting.guests}
    return [guest for who, guest in found.items() if who not in there]


def _who(person_id: int | None, liaison_id: int | None, told: Guest | Recipient) -> tuple[Any, ...]:
    """By what somebody is known: the account, the linking pin, or the name."""
    if person_id is not None or liaison_id is not None:
        return (person_id, liaison_id)
    return (told.name, told.organisation)


def _person(guest: Recipient) -> int | None:
    return guest.colleague.user_id if guest.colleague is not None else None


def _pin(guest: Recipient) -> int | None:
    return guest.liaison.pk if guest.liaison is not None else None


def _invitation(item: ConferenceItem, guest: Recipient, by: User, at: datetime) -> ItemInvitation:
    """A row of this guest, who can come (CT-11); it is not saved yet."""
    row = ItemInvitation(item=item, file=item.file, resident_id=item.resident_id)
    row.resident, row.invited_at, row.invited_by = item.resident, at, by
    colleague = guest.colleague
    if colleague is None:
        _name(row, guest, local_day(at))
        return row
    can = memberships_of_guests(item, local_day(at)).filter(pk=colleague.pk)
    if not can.exists():
        raise RuleViolation(f"{colleague.user} kan niet op deze dag.", field=FIELD)
    row.person, row.role, row.team = colleague.user, colleague.role, colleague.team
    row.recipient_kind = _kind(guest)
    return row


def _name(row: ItemInvitation, guest: Recipient, day: date) -> None:
    """Somebody without an account has a name and is of some kind."""
    if guest.kind is None or not guest.name:
        raise RuleViolation("Vul in wie u uitnodigt, en wat voor iemand dat is.", field="name")
    must_be_there(guest.liaison, row.file, day)
    row.recipient_kind, row.liaison = guest.kind, guest.liaison


def _kind(guest: Recipient) -> RecipientKind:
    """Of a linking pin who invites says what kind of recipient it is."""
    colleague = guest.colleague
    if colleague is not None and not needs_kind(colleague):
        return RecipientKind.objects.get(code=KIND_OF_GUEST[Role(colleague.role)])
    if guest.kind is None:
        raise RuleViolation("Kies wat voor iemand deze linking pin is.", field="kind_of_recipient")
    return guest.kind


def _share(
    row: ItemInvitation, guest: Recipient, inviting: Inviting, data: list[DataCategory], day: date
) -> None:
    """Fill in why this guest may know it, and seal who it is; raises RuleViolation (CT-7)."""
    reason = ""
    if row.item.is_anonymous:
        row.shared_by = SharedBy.ANONYMOUS
    elif guest.colleague is not None and works_in_team(guest.colleague, row.file):
        row.shared_by = SharedBy.TEAM
    else:
        reason = inviting.reason if inviting.by_law else ""
        _must_be_shareable(row, inviting, day)
        row.consent = register_row(
            row.resident_id, row.recipient_kind, data, by_law=inviting.by_law, day=day
        )
        row.shared_by = SharedBy.GROUND if inviting.by_law else SharedBy.CONSENT
    _must_fit(row, {each.code for each in data}, inviting)
    row.knows_safety = inviting.knows_safety
    outside = guest if guest.colleague is None else Recipient()
    row.keep_told(Guest(outside.name, outside.organisation, reason))


def _must_be_shareable(row: ItemInvitation, inviting: Inviting, day: date) -> None:
    """A ground has a reason; a consent ends with life; the OCO comes with consent only."""
    if inviting.by_law and not inviting.reason:
        raise RuleViolation("Schrijf op waarom delen zonder toestemming moet.", field="reason")
    if inviting.by_law and row.recipient_kind.code == KIND_OF_GUEST[Role.CLIENT_SUPPORT]:
        raise RuleViolation("De cliëntondersteuner komt met toestemming van de inwoner.")
    if not inviting.by_law and row.resident.deceased_on is not None:
        raise RuleViolation("Deze inwoner is overleden: de toestemming geldt niet meer.")


def _must_fit(row: ItemInvitation, codes: set[str], inviting: Inviting) -> None:
    """What is on the table fits every guest (security 3.3 rows 7 and 8; CT-10)."""
    if row.recipient_kind.code == NO_DEBTS and DEBTS in codes:
        raise RuleViolation(
            "De JGZ krijgt geen gegevens over inkomen en schulden. Maak een eigen punt zonder.",
            field=FIELD,
        )
    if SAFETY in codes and not inviting.knows_safety:
        raise RuleViolation(
            "Bij dit punt gaat het over veiligheid. Kruis aan dat deze mensen dat mogen weten.",
            field="knows_safety",
        )


def _tell(row: ItemInvitation, by: User, at: datetime) -> None:
    if row.person_id is not None:
        key = invited_key(row.pk)
        tell_of_item(row.item, {row.person_id} - {by.pk}, invited_text(row.item, by), key, at)


def _trace(item: ConferenceItem, rows: list[ItemInvitation], by: User, at: datetime) -> None:
    """The line: who may know it, and why without consent."""
    told = [f"{row.name}: {row.get_shared_by_display()} {row.told.reason}".strip() for row in rows]
    leave_line(item.file, LineKind.ITEM_GUESTS, by=by, at=at, words="\n".join([str(item), *told]))
