"""Every act of pots, requests and advances in any order, with M1 to M15 after each step.

A step is one act by somebody, mostly by who may do it. What is refused changes nothing; what is
sent again books nothing; what breaks halfway leaves nothing. A run is rolled back at its end.
"""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from audit.services import record
from budgets.closing.checking import EVERYTHING
from budgets.closing.possible import prospect_of
from budgets.closing.services import ask_closing
from budgets.closing.worker import close_years
from budgets.ledger import services as ledger
from budgets.ledger.checking import faults
from budgets.ledger.models import Pot
from budgets.ledger.services import carrying, posting
from budgets.requests import services
from budgets.requests.models import BudgetPurpose, BudgetRequest, Debtor, Method, Return
from cases.dossiers.models import FileColleague
from common.errors import RuleViolation
from tests.budgets.invariants import Books, broken
from tests.factories.budgets import DAY, ask, from_fund, wish
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory

NOT_ALLOWED = (RuleViolation, PermissionDenied, ObjectDoesNotExist)
DONE, REFUSED, BROKE = "done", "refused", "broke"
CENTS = st.sampled_from((1, 99, 7_300, 24_999, 25_000, 25_001, 60_000, 249_999, 250_001, 900_000))
PICK, SHARE = st.integers(0, 4), st.sampled_from((1, 3, 5, 10, 10, 10, 11))
FORMS = st.sampled_from(("gift", "card", "fund", "fund", "resident", "organisation"))
STEP = st.integers(0, 11)
WHO = st.one_of(st.none(), st.none(), st.none(), st.integers(0, 7))
"""Nobody in particular is whoever may do it; now and then it is just anybody."""


ACTS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "approve": (services.decide_request, {"outcome": "approve", "words": ""}),
    "refuse": (services.decide_request, {"outcome": "refuse", "words": "Nee."}),
    "up": (services.decide_request, {"outcome": "pass_up", "words": "Ik ken haar."}),
    "withdraw": (services.withdraw_request, {}),
    "pay": (services.pay_request, {}),
    "bounce": (services.bounce_payment, {}),
    "repay": (services.register_repayment, {}),
    "deny": (services.deny_advance, {"words": "Te veel inkomen."}),
    "gift": (services.settle_advance, {"outcome": "gift"}),
    "plan": (services.settle_advance, {"outcome": "plan"}),
    "propose": (services.propose_write_off, {"words": "Verhuisd."}),
    "sign": (services.sign_write_off, {"agrees": True}),
    "keep": (services.sign_write_off, {"agrees": False}),
}
NEXT = {
    "waiting": ("approve", "approve", "approve", "up", "refuse", "withdraw"),
    "approved": ("pay", "pay", "pay", "withdraw"),
    "paid": ("bounce",),
    "open": ("repay", "repay", "deny", "propose", "bounce"),
    "refused advance": ("gift", "plan", "repay", "propose"),
    "proposed": ("sign", "keep", "repay"),
}
"""What usually comes next, by where a request or its advance is."""


class Crash(Exception):
    """The process died between the entry and its line in the trail."""


class MoneyMachine(RuleBasedStateMachine):
    """One run; ``world`` has the cast, two dossiers and two clusters."""

    def __init__(self, world: SimpleNamespace) -> None:
        super().__init__()
        self.world, self.at, self.fuse = world, MONDAY, 0
        self.done = 0
        self._savepoint = transaction.atomic()
        self._savepoint.__enter__()
        self.before = self.now = Books()
        self._record, posting.record = posting.record, self._fused
        carrying.record = self._fused

    def teardown(self) -> None:
        """The same in plain SQL; then as if nothing happened."""
        posting.record = carrying.record = self._record
        try:
            assert faults(EVERYTHING) == []
        finally:
            transaction.set_rollback(True)
            self._savepoint.__exit__(None, None, None)

    @rule(pick=PICK, who=WHO, cents=CENTS, form=FORMS, conflict=st.sampled_from((0, 0, 0, 1)))
    def ask(self, pick: int, who: int | None, cents: int, form: str, conflict: int) -> None:
        self._ask(self.world.files[pick % 2], who, cents, form, has_conflict=bool(conflict))

    @rule(who=WHO, cents=CENTS)
    def ask_for_the_team(self, who: int | None, cents: int) -> None:
        told = wish(cents, purpose=BudgetPurpose.objects.get(code="ggz-team"))
        where = {"file_id": None, "team_id": self.world.noord.pk, "submission_key": uuid.uuid4()}
        by = self._by(who, self.world.cast.handler)
        self._act(partial(services.request_budget, wish=told, by=by, at=self.at, **where))

    @precondition(lambda self: self._running())
    @rule(pick=PICK, step=STEP, who=WHO, share=SHARE)
    def take_the_next_step(self, pick: int, step: int, who: int | None, share: int) -> None:
        rows = self._running()
        self._step(rows[pick % len(rows)], step, who, share)

    @precondition(lambda self: self._running())
    @rule(step=STEP, share=SHARE)
    def go_on_with_the_newest(self, step: int, share: int) -> None:
        self._step(self._running()[-1], step, None, share)

    @precondition(lambda self: self._running(owed=True))
    @rule(pick=PICK, step=STEP, who=WHO, share=SHARE)
    def go_on_with_an_advance(self, pick: int, step: int, who: int | None, share: int) -> None:
        rows = self._running(owed=True)
        self._step(rows[pick % len(rows)], step, who, share)

    @precondition(lambda self: self.now.requests)
    @rule(pick=PICK, name=st.sampled_from(tuple(ACTS)), who=WHO, share=SHARE)
    def take_a_step_out_of_turn(self, pick: int, name: str, who: int | None, share: int) -> None:
        rows = list(self.now.requests.values())[-5:]
        self._do(rows[pick % len(rows)], name, who, share)

    @rule(days=st.sampled_from((1, 2, 31, 61)))
    def look_after(self, days: int) -> None:
        self.at = min(self.at + timedelta(days=days), MONDAY + 330 * DAY)
        self._act(partial(services.look_after_budgets, at=self.at))
        late = BudgetRequest.objects.filter(state="approved", lapses_on__lt=self.at.date())
        assert not late.exists(), "M5: a reservation did not lapse"

    @precondition(lambda self: len(self.now.pots) < 6)
    @rule(who=WHO, cluster=st.integers(0, 2), cents=CENTS)
    def open_pot(self, who: int | None, cluster: int, cents: int) -> None:
        whose = (None, self.world.noord.cluster, self.world.cast.elsewhere.cluster)[cluster]
        told = {"cluster": whose, "amount": None if whose else cents, "purpose": "help"}
        told |= {"submission_key": uuid.uuid4(), "year": self.at.year + (whose is None)}
        by = self._by(who, self.world.cast.general_manager)
        self._act(partial(ledger.open_pot, by=by, at=self.at, **told))

    @rule(who=WHO, here=PICK, there=PICK, cents=CENTS)
    def move(self, who: int | None, here: int, there: int, cents: int) -> None:
        pots = list(Pot.objects.order_by("pk"))
        told = {"source": pots[here % len(pots)], "target": pots[there % len(pots)]}
        by = self._by(who, self.world.cast.general_manager)
        key = uuid.uuid4()
        act = ledger.move_between_pots
        self._act(partial(act, submission_key=key, amount=cents, by=by, at=self.at, **told))

    @precondition(lambda self: self.at.year == MONDAY.year)
    @rule(days=st.integers(0, 20), is_paid=st.booleans())
    def let_the_year_end(self, days: int, is_paid: bool) -> None:
        """Something runs on from December, and in January the pots of the new year are opened."""
        self._ask(self.world.files[0], None, 60_000, "fund")
        for name in ("approve", "pay") if is_paid else ("approve",):
            self._do(list(self.now.requests.values())[-1], name, None, 10)
        self.at = self.at.replace(year=MONDAY.year + 1, month=1, day=4) + timedelta(days=days)
        told = {"year": self.at.year, "cluster": None, "amount": 500_000, "at": self.at}
        for purpose in ("help", "team"):
            if not Pot.objects.filter(year=self.at.year, purpose=purpose, cluster=None).exists():
                own = {**told, "purpose": purpose, "submission_key": uuid.uuid4()}
                self._act(partial(ledger.open_pot, by=self.world.cast.general_manager, **own))

    @precondition(lambda self: self.at.year > MONDAY.year)
    @rule(who=WHO, purpose=st.sampled_from(("help", "help", "team")), keep=st.booleans())
    def close_the_year(self, who: int | None, purpose: str, keep: bool) -> None:
        """Asked, and done by the worker; what broke halfway is done in its next round (M11)."""
        shown = prospect_of(MONDAY.year, purpose, self.at.date()).shown
        told: dict[str, Any] = {"year": MONDAY.year, "purpose": purpose, "shown": shown}
        told |= {"remainder": "carry" if keep else "give_back", "reason": "Voorbij."}
        told["submission_key"] = uuid.uuid4()
        by = self._by(who, self.world.cast.general_manager)
        fuse, self.fuse = self.fuse, 0
        self._act(partial(ask_closing, by=by, at=self.at, **told))
        self.fuse = fuse
        for _ in range(3):
            self._send(partial(close_years, at=self.at))
        assert self.now.entries == self.before.entries, "M6: another round closed it again"

    @rule(pick=PICK, who=st.integers(0, 7))
    def join_or_leave_a_dossier(self, pick: int, who: int) -> None:
        about = {"file": self.world.files[pick % 2], "employee": self.world.people[who]}
        if not FileColleague.objects.filter(**about).delete()[0]:
            FileColleagueFactory(**about)

    @rule(after=st.integers(1, 2))
    def crash_in_the_next_act(self, after: int) -> None:
        self.fuse = after

    def _act(self, act: Callable[..., Any], **own: Any) -> None:
        """Do it; when it broke halfway do it again, and now and then send it a second time."""
        send = partial(act, **own)
        outcome = self._send(send)
        self.done += outcome == DONE
        if outcome == BROKE:
            self._send(send)
        elif outcome == DONE and self.done % 3 == 0:
            self._send(send)
            assert self.now.entries == self.before.entries, "M6: sent again and booked again"

    def _send(self, send: Callable[[], Any]) -> str:
        """In a transaction of its own; the books are read again and must be right."""
        outcome = REFUSED
        try:
            with transaction.atomic():
                send()
                outcome = DONE
        except Crash:
            outcome = BROKE
        except NOT_ALLOWED:
            pass
        self.fuse, self.before, self.now = 0, self.now, Books()
        assert broken(self.now, self.before) == []
        if outcome != DONE:
            seen = ("pots", "accounts", "entries", "requests", "lines")
            same = all(getattr(self.now, name) == getattr(self.before, name) for name in seen)
            assert same, "what was refused, or broke, changed something"
        return outcome

    def _ask(self, file: Any, who: int | None, cents: int, form: str, **own: Any) -> None:
        told = {**_wish(form, self.at), "at": self.at, "key": uuid.uuid4(), **own}
        self._act(partial(ask, file, self._by(who, file.director), cents, **told))

    def _running(self, *, owed: bool = False) -> list[dict[str, Any]]:
        """The requests with which something can be done."""
        rows = self.now.requests.values()
        return [row for row in rows if (row["owed_cents"] if owed else _place(row) in NEXT)]

    def _step(self, row: dict[str, Any], step: int, who: int | None, share: int) -> None:
        names = NEXT[_place(row)]
        self._do(row, names[step % len(names)], who, share)

    def _do(self, row: dict[str, Any], name: str, who: int | None, share: int) -> None:
        """An act on one request, by who may do it or by somebody else."""
        act, facts = ACTS[name]
        if name == "pay":
            facts = {"amount": share * row["amount_cents"] // 10}
        if name == "repay":
            amount = share * (row["owed_cents"] or 50) // 10
            facts = {"amount": amount, "submission_key": uuid.uuid4()}
        if "outcome" in facts and "words" not in facts:
            facts = facts | {"expected_on": self.at.date() + 60 * DAY}
        by = self._by(who, self._right(row, name))
        self._act(partial(act, request_id=row["id"], by=by, at=self.at, **facts))

    def _right(self, row: dict[str, Any], name: str) -> Any:
        """Who may do this act with this request."""
        cast = self.world.cast
        if name in ("pay", "bounce", "repay"):
            return cast.controller
        if name in ("withdraw", "deny"):
            return next(each for each in self.world.people if each.pk == row["requested_by_id"])
        if name in ("sign", "keep"):
            first = row["proposed_by_id"] == cast.general_manager.pk
            return self.world.second if first else cast.general_manager
        if row["level"] == "general":
            return cast.general_manager
        return cast.team_manager if row["team_id"] == self.world.noord.pk else cast.outsider_manager

    def _by(self, who: int | None, right: Any) -> Any:
        return right if who is None else self.world.people[who]

    def _fused(self, *args: Any, **own: Any) -> None:
        """Write the line in the trail, unless this is where the process dies."""
        self.fuse -= 1
        if self.fuse == 0:
            raise Crash
        record(*args, **own)


def _wish(form: str, at: datetime) -> dict[str, Any]:
    """What somebody wants, by one word."""
    if form in ("gift", "card"):
        return {"method": Method.CARD} if form == "card" else {}
    if form == "fund":
        back = replace(from_fund()["back"], expected_on=at.date() + 20 * DAY)
    else:
        name = "De kerk" if form == "organisation" else ""
        back = Return(Debtor(form), None, name, at.date() + 20 * DAY)
    return {"form": "advance", "back": back}


def _place(row: dict[str, Any]) -> str:
    """Where an advance is once it runs, else where the request is."""
    advance = str(row["advance"])
    if advance == "refused":
        return "refused advance"
    return advance if advance != "none" else str(row["state"])
