"""Ask for money, and take a request back."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.ledger.balances import pot_for
from budgets.permissions import GRANTS, Action
from budgets.requests.approving import approve
from budgets.requests.lifecycle import LIFECYCLE
from budgets.requests.locking import lock_request, release
from budgets.requests.mandate import level_for
from budgets.requests.models import (
    BudgetRequest,
    BudgetWish,
    Debtor,
    HelpForm,
    Level,
    Return,
)
from budgets.requests.possible import must_be_possible, purpose_for
from budgets.requests.telling import tell_deciders
from cases.dossiers.models import ResidentFile
from cases.dossiers.tracing import lock_file, may
from cases.permissions import Action as CaseAction
from clusters.models import Team, User
from common.deadlines import local_day
from common.errors import RuleViolation


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
        MB-11 (an advance says from whom and when), MB-17 (sent twice is one), GJ-12 (a dossier
        and a team each have their own pot).
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
    must_be_possible(wish, file, local_day(at))
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
    is_advance, back = wish.form == HelpForm.ADVANCE, wish.back
    request = BudgetRequest(
        uuid=key,
        file=file,
        resident_id=file.resident_id if file else None,
        team=team,
        pot=pot_for(purpose_for(file), team.cluster_id, local_day(at).year),
        purpose=wish.purpose,
        form=wish.form,
        amount_cents=wish.cents,
        **{name: getattr(wish, name) for name in ("method", "is_urgent", "has_conflict")},
        **(_way_back(back) if is_advance else {}),
        requested_by=by,
        requested_at=at,
        level=level_for(wish.cents, has_conflict=wish.has_conflict, file=file, team=team, at=at),
    )
    is_named = is_advance and back.debtor == Debtor.ORGANISATION
    request.keep_told(wish.why, wish.payee, back.name if is_named else "")
    request.save(force_insert=True)
    request.tried.set(wish.tried)
    return request


def _way_back(back: Return) -> dict[str, Any]:
    """From whom an advance comes back and when; a fund only when it is a fund."""
    fund = back.fund if back.debtor == Debtor.FUND else None
    return {"debtor": back.debtor, "fund": fund, "expected_on": back.expected_on}
