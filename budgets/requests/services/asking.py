"""Ask for money, and take a request back."""

import uuid
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.ledger.balances import pot_for
from budgets.ledger.models import PotPurpose
from budgets.permissions import GRANTS, Action
from budgets.requests.lifecycle import LIFECYCLE
from budgets.requests.locking import lock_request, release
from budgets.requests.mandate import level_for
from budgets.requests.models import (
    BudgetRequest,
    BudgetWish,
    Debtor,
    HelpForm,
    Level,
    Method,
)
from budgets.requests.services.deciding import approve
from budgets.requests.telling import tell_deciders
from cases.dossiers.models import ResidentFile
from cases.dossiers.tracing import lock_file, may
from cases.permissions import Action as CaseAction
from clusters.models import Team, User
from common.deadlines import local_day
from common.errors import RuleViolation

LONGEST = timedelta(days=365)
WRONG_PURPOSE = "Dit doel past niet bij deze aanvraag."


@transaction.atomic
def request_budget(
    *,
    submission_key: uuid.UUID,
    file_id: int | None,
    team_id: int,
    wish: BudgetWish,
    by: User,
    at: datetime | None = None,
) -> BudgetRequest:
    """Ask for money for a dossier or for the team; up to a limit the worker decides at once.

    Rules: MB-1 (who works in the dossier, or in the team), MB-2 (a purpose, why, who gets it),
        MB-3 (urgent says so), MB-4 (alone up to the limit), MB-5 (else somebody else decides),
        MB-11 (an advance says from whom and when), MB-17 (sent twice is one).
    Raises: RuleViolation; PermissionDenied.
    Effects: a request, in a dossier locked by ``select_for_update``; a reservation, or a notice
        to who decides; audit line.
    """
    at = at or timezone.now()
    file, team = _for_whom(file_id, team_id, by)
    decision = GRANTS.require(by, Action.MAKE_REQUEST)
    earlier = BudgetRequest.objects.filter(uuid=submission_key).first()
    if earlier is not None:
        return _mine(earlier, by)
    _must_be_possible(wish, file, local_day(at))
    request = _create(submission_key, file, team, wish, by=by, at=at)
    record("budget.requested", request, by=by, decision=decision)
    if request.level == Level.WORKER:
        approve(request, by=by, at=at, decision=decision)
    else:
        tell_deciders(request, at)
    return request


@transaction.atomic
def withdraw_request(*, request_id: int, by: User, at: datetime | None = None) -> BudgetRequest:
    """It is not needed any more, as long as nothing was paid.

    Rules: MB-8 (who asked; what was reserved goes back to the pot).
    Raises: RuleViolation when it was paid or is over; PermissionDenied.
    Effects: the state, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.WITHDRAW_REQUEST, by)
    request.state = LIFECYCLE.target("withdraw", request.state)
    release(request, by=by, at=at)
    request.version += 1
    request.save(update_fields=["state", "version"])
    record("budget.withdrawn", request, by=by, decision=decision, fields=["state"])
    return request


def _for_whom(file_id: int | None, team_id: int, by: User) -> tuple[ResidentFile | None, Team]:
    """The dossier in which one works, locked; or a team of one's own. Raises DoesNotExist."""
    if file_id is not None:
        file = lock_file(file_id, by)
        may(file, CaseAction.WRITE_FILE, by)
        return file, file.team
    return None, Team.objects.filter(pk__in=by.team_ids).get(pk=team_id)


def _mine(earlier: BudgetRequest, by: User) -> BudgetRequest:
    if earlier.requested_by_id != by.pk:
        raise RuleViolation("Dit formulier is verouderd. Open de pagina opnieuw.")
    return earlier


def _must_be_possible(wish: BudgetWish, file: ResidentFile | None, today: date) -> None:
    """A purpose that fits, a payee, and a way back for an advance; raises RuleViolation."""
    wanted = PotPurpose.TEAM if file is None else PotPurpose.HELP
    if wish.purpose.pot != wanted:
        raise RuleViolation(WRONG_PURPOSE, field="purpose")
    if not wish.why.strip():
        raise RuleViolation("Schrijf op waarom dit helpt.", field="why")
    if wish.method != Method.CARD and not wish.payee.iban:
        raise RuleViolation("Vul het rekeningnummer in.", field="iban")
    if wish.form == HelpForm.ADVANCE:
        _must_come_back(wish, file, today)


def _must_come_back(wish: BudgetWish, file: ResidentFile | None, today: date) -> None:
    back = wish.back
    if back.debtor == Debtor.NONE or (back.debtor == Debtor.RESIDENT and file is None):
        raise RuleViolation("Kies wie het voorschot terugbetaalt.", field="debtor")
    if back.debtor == Debtor.FUND and back.fund is None:
        raise RuleViolation("Kies welk fonds terugbetaalt.", field="fund")
    if back.debtor == Debtor.ORGANISATION and not back.name.strip():
        raise RuleViolation("Vul in welke organisatie terugbetaalt.", field="debtor_name")
    must_be_ahead(back.expected_on, today)


def must_be_ahead(day: date | None, today: date) -> date:
    """The day on which money is expected: after today and within a year; raises RuleViolation."""
    if day is None or not today < day <= today + LONGEST:
        raise RuleViolation("Kies een dag na vandaag, binnen een jaar.", field="expected_on")
    return day


def _create(
    key: uuid.UUID,
    file: ResidentFile | None,
    team: Team,
    wish: BudgetWish,
    *,
    by: User,
    at: datetime,
) -> BudgetRequest:
    """The row, with the pot that pays now; approving looks again."""
    is_advance = wish.form == HelpForm.ADVANCE
    back = wish.back
    request = BudgetRequest(
        uuid=key,
        file=file,
        resident_id=file.resident_id if file else None,
        team=team,
        pot=pot_for(wish.purpose.pot, team.cluster_id, local_day(at).year),
        purpose=wish.purpose,
        form=wish.form,
        method=wish.method,
        amount_cents=wish.cents,
        is_urgent=wish.is_urgent,
        has_conflict=wish.has_conflict,
        debtor=back.debtor if is_advance else Debtor.NONE,
        fund=back.fund if is_advance and back.debtor == Debtor.FUND else None,
        expected_on=back.expected_on if is_advance else None,
        requested_by=by,
        requested_at=at,
        level=level_for(wish.cents, has_conflict=wish.has_conflict, file=file, at=at),
    )
    is_named = is_advance and back.debtor == Debtor.ORGANISATION
    request.keep_told(wish.why, wish.payee, back.name if is_named else "")
    request.save(force_insert=True)
    request.tried.set(wish.tried)
    return request
