"""Matching, undoing, setting aside and emptying: each rule, and never a cent lost."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from budgets.bank import services
from budgets.bank.models import BankLine, BankMatch
from budgets.ledger.balances import balances_of
from budgets.ledger.models import Entry
from budgets.requests.models import BudgetRequest
from budgets.requests.services import (
    bounce_payment,
    pay_request,
    register_repayment,
    sign_write_off,
    undo_repayment,
)
from common.errors import RuleViolation
from tests.factories.bank import IBAN, a_line, csv_file, csv_line, hand_in
from tests.factories.budgets import in_state
from tests.factories.cases import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ledger_is_whole")]
DAY = timedelta(days=1)


def match(bank, line, cents, request=None, **own):
    told = {"version": line.version, "by": bank.controller, "at": MONDAY} | own
    number = (request or bank.advance).pk
    made = services.match_line(line_id=line.pk, request_id=number, amount=cents, **told)
    line.refresh_from_db()
    bank.advance.refresh_from_db()
    return made


def test_a_match_is_a_repayment_that_fills_the_pot(bank):
    before = balances_of([bank.pot])[bank.pot.pk]
    line = a_line(bank.controller, 100_000)
    made = match(bank, line, 100_000)
    after = balances_of([bank.pot])[bank.pot.pk]

    assert (line.state, line.settled_by, bank.advance.advance) == (
        "matched",
        bank.controller,
        "repaid",
    )
    assert after.available - before.available == 100_000
    assert Entry.objects.get(key=made.key).amount_cents == 100_000


def test_the_same_act_twice_is_one_and_another_after_it_is_refused(bank):
    line = a_line(bank.controller, 60_000)
    made = match(bank, line, 20_000)
    assert match(bank, line, 20_000, version=1) == made
    other = in_state(bank, "open")
    with pytest.raises(RuleViolation, match="intussen veranderd"):
        match(bank, line, 20_000, other, version=1)

    assert Entry.objects.filter(kind="repay").count() == 1


def test_never_more_than_the_line_has_or_than_is_open(bank):
    line = a_line(bank.controller, 150_000)
    for cents in (0, -1, 150_001):
        with pytest.raises(RuleViolation, match=r"nog €\xa01\.500,00 te koppelen"):
            match(bank, line, cents)
    with pytest.raises(RuleViolation, match=r"nog €\xa01\.000,00 open"):
        match(bank, line, 100_001)
    match(bank, line, 100_000)

    assert (line.state, line.rest_cents) == ("open", 50_000)
    with pytest.raises(RuleViolation, match="kan niet meer"):
        match(bank, line, 1)
    assert BankLine.objects.visible_to(bank.controller).unmatched().get() == line


def test_one_line_goes_to_several_requests(bank):
    other = in_state(bank, "denied")
    line = a_line(bank.controller, 130_000)
    match(bank, line, 100_000)
    match(bank, line, 30_000, other)
    other.refresh_from_db()

    assert (line.state, other.owed_cents, other.advance) == ("matched", 70_000, "refused")


def test_only_the_controller_matches(bank):
    line = a_line(bank.controller)
    for person in (bank.cast.handler, bank.cast.team_manager, bank.cast.general_manager):
        with pytest.raises(PermissionDenied):
            match(bank, line, 1, by=person)
        with pytest.raises(PermissionDenied):
            services.set_line_aside(line_id=line.pk, words="x", version=1, by=person)


def test_an_outgoing_line_confirms_a_payment_once_and_posts_nothing(bank):
    entries = Entry.objects.count()
    line, again = a_line(bank.controller, -100_000), a_line(bank.controller, -100_000)
    made = match(bank, line, 100_000)
    with pytest.raises(RuleViolation, match="nog €\xa00,00 te bevestigen"):
        match(bank, again, 100_000)
    approved = in_state(bank, "approved")
    with pytest.raises(RuleViolation, match="geen betaling"):
        services.match_line(
            line_id=again.pk,
            request_id=_paid_and_bounced(bank, approved).pk,
            amount=1,
            version=1,
            by=bank.controller,
            at=MONDAY,
        )
    assert bank.advance.owed_cents == 100_000
    services.undo_match(match_id=made.pk, by=bank.controller, at=MONDAY)
    line.refresh_from_db()
    assert line.state == "open"
    match(bank, again, 100_000)
    kinds = set(Entry.objects.order_by("pk").values_list("kind", flat=True)[entries:])
    assert "repay" not in kinds


def _paid_and_bounced(bank, request):
    """A request of which the payment came back."""
    told = {"request_id": request.pk, "by": bank.controller, "at": MONDAY}
    pay_request(amount=5, **told)
    return bounce_payment(**told)


def test_a_wrong_match_is_undone_with_an_opposite_entry(bank):
    before = balances_of([bank.pot])[bank.pot.pk]
    line = a_line(bank.controller, 100_000)
    made = match(bank, line, 100_000)
    for _ in range(2):
        services.undo_match(match_id=made.pk, by=bank.controller, at=MONDAY)
    line.refresh_from_db()
    bank.advance.refresh_from_db()

    assert (line.state, line.rest_cents, line.settled_at) == ("open", 100_000, None)
    assert (bank.advance.advance, bank.advance.owed_cents) == ("open", 100_000)
    assert Entry.objects.get(kind="reverse").reverses.key == made.key
    assert balances_of([bank.pot])[bank.pot.pk] == before
    assert match(bank, line, 100_000).pk != made.pk


def test_a_part_is_undone_and_the_rest_stays(bank):
    line = a_line(bank.controller, 100_000)
    first, second = match(bank, line, 40_000), match(bank, line, 60_000)
    services.undo_match(match_id=first.pk, by=bank.controller, at=MONDAY)
    bank.advance.refresh_from_db()

    assert (bank.advance.owed_cents, bank.advance.advance) == (40_000, "open")
    assert list(BankMatch.objects.live()) == [second]


def test_what_was_lost_meanwhile_is_not_opened_again(bank):
    lost = in_state(bank, "proposed")
    line = a_line(bank.controller, 40_000)
    made = match(bank, line, 40_000, lost)
    sign_write_off(request_id=lost.pk, agrees=True, by=bank.cast.general_manager, at=MONDAY)
    with pytest.raises(RuleViolation, match="kan niet meer"):
        services.undo_match(match_id=made.pk, by=bank.controller, at=MONDAY)
    made.refresh_from_db()
    assert made.undone_at is None


def test_undoing_is_only_for_who_may_register(bank):
    key = uuid.uuid4()
    told = {"submission_key": key, "request_id": bank.advance.pk, "at": MONDAY}
    register_repayment(amount=100, by=bank.controller, **told)
    with pytest.raises(PermissionDenied):
        undo_repayment(by=bank.cast.handler, **told)
    for _ in range(2):
        undone = undo_repayment(by=bank.controller, **told)
    assert undone.owed_cents == 100_000


def test_a_line_goes_aside_with_a_reason_and_comes_back(bank):
    line = a_line(bank.controller, 150_000)
    match(bank, line, 100_000)
    told = {"line_id": line.pk, "version": line.version, "by": bank.controller, "at": MONDAY}
    with pytest.raises(RuleViolation, match="Schrijf kort op"):
        services.set_line_aside(words="  ", **told)
    aside = services.set_line_aside(words="Rente", **told)
    with pytest.raises(RuleViolation, match="intussen veranderd"):
        services.set_line_aside(words="Rente", **told)
    assert (aside.state, aside.reason_words, aside.settled_by) == (
        "set_aside",
        "Rente",
        bank.controller,
    )
    services.take_line_back(line_id=line.pk, by=bank.controller)
    line.refresh_from_db()
    assert (line.state, line.reason_words, line.settled_at) == ("open", "", None)
    with pytest.raises(RuleViolation, match="kan niet meer"):
        services.take_line_back(line_id=line.pk, by=bank.controller)


def test_undoing_brings_a_line_back_that_lay_aside(bank):
    line = a_line(bank.controller, 150_000)
    made = match(bank, line, 100_000)
    told = {"line_id": line.pk, "version": line.version, "by": bank.controller}
    services.set_line_aside(words="Rente", at=MONDAY, **told)
    services.undo_match(match_id=made.pk, by=bank.controller, at=MONDAY)
    line.refresh_from_db()
    assert (line.state, line.rest_cents, bytes(line.reason)) == ("open", 150_000, b"")


def test_a_year_later_the_words_are_gone_and_the_line_is_known_still(bank):
    body = csv_file([csv_line(100_000, name="Kanarie"), csv_line(-5), csv_line(9)])
    hand_in(bank.controller, body)
    line = BankLine.objects.get(amount_cents=100_000)
    match(bank, line, 100_000)
    assert services.empty_old_lines(at=MONDAY + 364 * DAY) == 0
    later = MONDAY + 366 * DAY
    assert [services.empty_old_lines(at=later) for _ in range(2)] == [2, 0]
    line.refresh_from_db()
    gone = BankLine.objects.get(amount_cents=5)

    assert (line.told.name, bytes(line.content), line.account_mark) == ("", b"", "")
    assert (gone.state, gone.settled_by, bytes(gone.content)) == ("set_aside", None, b"")
    assert BankLine.objects.get(amount_cents=9).told.account == IBAN
    assert AuditEvent.objects.filter(code="bank.emptied", actor_id=None).count() == 2
    with pytest.raises(RuleViolation, match="leeggemaakt"):
        services.take_line_back(line_id=gone.pk, by=bank.controller)
    assert hand_in(bank.controller, body + csv_line(1).encode() + b"\n").fresh_count == 1


def test_every_act_is_in_the_trail_with_its_reason(bank):
    line = a_line(bank.controller, 100)
    services.undo_match(match_id=match(bank, line, 100).pk, by=bank.controller, at=MONDAY)
    line.refresh_from_db()
    told = {"line_id": line.pk, "by": bank.controller}
    services.set_line_aside(words="x", version=line.version, at=MONDAY, **told)
    services.take_line_back(**told)
    codes = AuditEvent.objects.filter(code__startswith="bank.").order_by("pk")

    assert list(codes.values_list("code", flat=True)) == [
        "bank.imported",
        "bank.matched",
        "bank.undone",
        "bank.set_aside",
        "bank.taken_back",
    ]
    assert {row.rule for row in codes[1:]} == {"controller:match_bank"}
    assert BudgetRequest.objects.get(pk=bank.advance.pk).owed_cents == 100_000
