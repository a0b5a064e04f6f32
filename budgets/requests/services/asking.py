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
from budgets.requests.asking_for import ForWhom, lock_for_whom
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
from budgets.requests.possible import must_be_possible
from budgets.requests.telling import tell_deciders
from budgets.requests.terms import decide_by
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def request_budget(
    *,
    submission_key: uuid.UUID,
    file_id: int | None,
    team_id: int | None,
    wish: BudgetWish,
    by: User,
    at: datetime | None = None,
    waakvlam_id: int | None = None,
) -> BudgetRequest:
    """Ask for money for a dossier, a waakvlam or the team; small amounts are decided at once.

    Rules: MB-1 and MB-25 (who works in the dossier, keeps the waakvlam, or is in the team), MB-2
        (a purpose, why, who gets it), MB-3 (urgent says so), MB-4 (alone up to the limit), MB-5
        (else somebody else decides, MB-24 in time), MB-11 (an advance says from whom and when),
        MB-17 (sent twice is one), GJ-12 (a dossier and a team each have their own pot).
    Raises: RuleViolation; PermissionDenied.
    Effects: a request, in a dossier or waakvlam or for a team locked by ``select_for_update``; a
        reservation, or a notice to who decides; audit line.
    """
    at = at or timezone.now()
    whom = lock_for_whom(file_id, waakvlam_id, team_id, by)
    decision = GRANTS.require(by, Action.MAKE_REQUEST)
    earlier = BudgetRequest.objects.filter(uuid=submission_key).first()
    if earlier is not None:
        return _mine(earlier, by)
    must_be_possible(wish, whom, local_day(at))
    request = _create(submission_key, whom, wish, by=by, at=at)
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


def _mine(earlier: BudgetRequest, by: User) -> BudgetRequest:
    if earlier.requested_by_id != by.pk:
        raise RuleViolation("Dit formulier is verouderd. Open de pagina opnieuw.")
    return earlier


def _create(
    key: uuid.UUID, whom: ForWhom, wish: BudgetWish, *, by: User, at: datetime
) -> BudgetRequest:
    """The row, with the pot that pays now; approving looks again."""
    is_advance, back = wish.form == HelpForm.ADVANCE, wish.back
    request = BudgetRequest(
        uuid=key,
        file=whom.file,
        waakvlam=whom.waakvlam,
        resident_id=whom.resident_id,
        team=whom.team,
        pot=pot_for(wish.purpose.pot, whom.team.cluster_id, local_day(at).year),
        purpose=wish.purpose,
        form=wish.form,
        amount_cents=wish.cents,
        **{name: getattr(wish, name) for name in ("method", "is_urgent", "has_conflict")},
        **(_way_back(back) if is_advance else {}),
        requested_by=by,
        requested_at=at,
        decide_by=decide_by(at, is_urgent=wish.is_urgent),
        level=_level(whom, wish, at),
    )
    is_named = is_advance and back.debtor == Debtor.ORGANISATION
    request.keep_told(wish.why, wish.payee, back.name if is_named else "")
    request.save(force_insert=True)
    request.tried.set(wish.tried)
    return request


def _level(whom: ForWhom, wish: BudgetWish, at: datetime) -> Level:
    alone_for, team = whom.alone_for(wish), whom.team
    return level_for(
        wish.cents, has_conflict=wish.has_conflict, resident_id=alone_for, team=team, at=at
    )


def _way_back(back: Return) -> dict[str, Any]:
    """From whom an advance comes back and when; a fund only when it is a fund."""
    fund = back.fund if back.debtor == Debtor.FUND else None
    return {"debtor": back.debtor, "fund": fund, "expected_on": back.expected_on}
