"""A request under a lock, inside the transaction of an act; and its movements in the ledger."""

import uuid
from datetime import datetime

from budgets.ledger.models import Account, AccountKind, EntryKind
from budgets.ledger.services import Posting, post_entry
from budgets.permissions import GRANTS, Action
from budgets.requests.models import BudgetRequest
from cases.dossiers.models import ResidentFile
from clusters.models import User
from common.access import Decision

PARTS = ("file", "waakvlam", "team", "purpose", "requested_by")


def lock_request(request_id: int, action: Action, by: User) -> tuple[BudgetRequest, Decision]:
    """The request in scope, locked, and why this employee may do this; raises PermissionDenied.

    The dossier is locked first, as when one asks: the act leaves a line in it (MB-28), and nobody
    waits for a dossier who holds a request or a pot.
    """
    rows = BudgetRequest.objects.visible_to(by)
    of_file = rows.filter(pk=request_id).values("file_id")
    list(ResidentFile.objects.filter(pk__in=of_file).select_for_update().values("pk"))
    rows = rows.select_related(*PARTS).select_for_update(of=("self",))
    request = rows.get(pk=request_id)
    return request, GRANTS.require(by, action, request)


def shut_below(request: BudgetRequest, column: str, words: str) -> bytes:
    """Sealed, below the words that are there already: no reason is lost."""
    return request.shut(column, "\n\n".join(filter(None, (request.opened(column), words))))


def post(
    request: BudgetRequest,
    kind: EntryKind,
    accounts: tuple[AccountKind, AccountKind],
    cents: int,
    *,
    by: User | None,
    at: datetime,
    key: uuid.UUID | None = None,
) -> None:
    """Move an amount of this request; ``accounts`` are debit and credit.

    Without a key the version of the request says which act it is.
    """
    key = key or uuid.uuid5(request.uuid, f"{kind}:{request.version}")
    debit, credit = accounts
    posting = Posting(request.pot_id, kind, debit, credit, cents, key, request.uuid)
    post_entry(posting=posting, by=by, at=at)


def reserved_for(request: BudgetRequest) -> int:
    """What is reserved for this request now, in cents."""
    rows = Account.objects.filter(reference=request.uuid, kind=AccountKind.RESERVED)
    return sum(rows.values_list("balance_cents", flat=True))


def release(request: BudgetRequest, *, by: User | None, at: datetime) -> None:
    """Let what is still reserved go back to the pot."""
    rest = reserved_for(request)
    if rest:
        accounts = (AccountKind.AVAILABLE, AccountKind.RESERVED)
        post(request, EntryKind.RELEASE, accounts, rest, by=by, at=at)
