"""Which acts a page offers, so that no button is there that would be refused; only reads."""

from collections.abc import Collection
from dataclasses import dataclass

from budgets.permissions import Action
from budgets.requests.lifecycle import ADVANCE_LIFECYCLE, LIFECYCLE
from budgets.requests.mandate import may_decide
from budgets.requests.models import BudgetRequest, Debtor
from clusters.models import User


@dataclass(frozen=True)
class NextStep:
    """A button: ``url_name`` is where it leads; ``asks`` is whether a form comes first.

    ``leads`` is whether it is what one usually comes for.
    """

    url_name: str
    label: str
    asks: bool = True
    leads: bool = False


def steps_for(request: BudgetRequest, allowed: Collection[Action], user: User) -> list[NextStep]:
    """In the order of the process."""
    can, then = LIFECYCLE.allows, ADVANCE_LIFECYCLE.allows
    state, advance, act = request.state, request.advance, Action
    is_whole = request.owed_cents in (0, request.paid_cents)
    offers = (
        (act.DECIDE_REQUEST, can("approve", state) and may_decide(request, user), DECIDE),
        (act.PAY_REQUEST, can("pay", state), PAY),
        (act.REGISTER_REPAYMENT, then("finish", advance), REPAY),
        (act.KEEP_ADVANCE, then("deny", advance) and request.debtor == Debtor.FUND, DENY),
        (act.SETTLE_ADVANCE, then("give", advance), SETTLE),
        (act.SETTLE_ADVANCE, then("propose", advance), WRITE_OFF),
        (act.SIGN_WRITE_OFF, then("keep", advance), SIGN),
        (act.WITHDRAW_REQUEST, can("withdraw", state), WITHDRAW),
        (act.PAY_REQUEST, can("bounce", state) and _can_come_back(advance) and is_whole, BOUNCE),
    )
    return [step for action, is_due, step in offers if is_due and action in allowed]


def _can_come_back(advance: str) -> bool:
    return advance == "none" or ADVANCE_LIFECYCLE.allows("undo", advance)


DECIDE = NextStep("budget-decide", "Beslissen", leads=True)
PAY = NextStep("budget-pay", "Betaling vastleggen", leads=True)
REPAY = NextStep("budget-repay", "Terugbetaling vastleggen", leads=True)
DENY = NextStep("budget-deny", "Fonds weigert")
SETTLE = NextStep("budget-settle", "Hoe gaat het verder?", leads=True)
WRITE_OFF = NextStep("budget-write-off", "Afboeken voorstellen")
SIGN = NextStep("budget-sign", "Tweede handtekening", leads=True)
WITHDRAW = NextStep("budget-withdraw", "Intrekken", asks=False)
BOUNCE = NextStep("budget-bounce", "Betaling kwam terug", asks=False)
