"""Posting, reversing, opening and moving (GB-1 to GB-8)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from audit.models import AuditEvent
from budgets.ledger import append_only, services
from budgets.ledger.balances import balances_of, pot_for
from budgets.ledger.checking import faults
from budgets.ledger.models import Account, AccountKind, Entry, EntryKind, Pot
from budgets.ledger.services import Posting
from common.errors import RuleViolation
from tests.factories.budgets import a_pot
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.django_db
A, K = AccountKind, EntryKind


def post(pot, cents, kind=K.RESERVE, debit=A.RESERVED, credit=A.AVAILABLE, **own):
    facts = {"key": uuid.uuid4(), "reference": uuid.UUID(int=1)} | own
    posting = Posting(pot.pk, kind, debit, credit, cents, **facts)
    return services.post_entry(posting=posting, by=None, at=MONDAY)


def balance(pot):
    return vars(balances_of([pot])[pot.pk])


def test_an_entry_moves_two_balances_and_leaves_one_line(db):
    pot = a_pot(1000)

    entry = post(pot, 400)

    found = {"granted": 1000, "available": 600, "reserved": 400, "paid": 0, "receivable": 0}
    assert balance(pot) == found
    assert (entry.year, entry.kind, str(entry)[:3]) == (2026, "reserve", "BK-")
    lines = AuditEvent.objects.filter(code="ledger.posted")
    assert set(lines.values_list("object_id", flat=True)) == {
        str(e.pk) for e in Entry.objects.all()
    }
    assert lines.count() == 2
    assert faults() == []


def test_no_account_goes_below_zero(db):
    pot = a_pot(1000)
    post(pot, 700)
    for cents, kind, debit, credit in (
        (301, K.RESERVE, A.RESERVED, A.AVAILABLE),
        (701, K.PAY, A.PAID, A.RESERVED),
        (1, K.REPAY, A.AVAILABLE, A.RECEIVABLE),
        (1001, K.MOVE_OUT, A.SOURCE, A.AVAILABLE),
        (0, K.RESERVE, A.RESERVED, A.AVAILABLE),
        (-5, K.RESERVE, A.RESERVED, A.AVAILABLE),
    ):
        with pytest.raises(RuleViolation), transaction.atomic():
            post(pot, cents, kind, debit, credit)
    with pytest.raises(RuleViolation, match="niet gereserveerd"), transaction.atomic():
        post(pot, 5, K.PAY, A.PAID, A.RESERVED, reference=uuid.UUID(int=2))
    assert (Entry.objects.count(), balance(pot)["reserved"]) == (2, 700)


def test_the_same_act_is_one_entry_and_another_amount_is_refused(db):
    pot, key = a_pot(1000), uuid.uuid4()

    assert post(pot, 100, key=key) == post(pot, 100, key=key)
    with pytest.raises(RuleViolation, match="ander bedrag"):
        post(pot, 200, key=key)

    assert balance(pot)["reserved"] == 100


def test_a_closed_pot_takes_no_entry(db):
    pot = a_pot(1000)
    entry = post(pot, 100)
    Pot.objects.update(closed_at=MONDAY)
    with pytest.raises(RuleViolation, match="afgesloten"):
        post(pot, 100)
    with pytest.raises(RuleViolation, match="afgesloten"):
        services.reverse_entry(entry_id=entry.pk, key=uuid.uuid4(), by=None, at=MONDAY)


def test_a_reversal_is_the_opposite_and_happens_once(db):
    pot, key = a_pot(1000), uuid.uuid4()
    entry = post(pot, 100)

    back = services.reverse_entry(entry_id=entry.pk, key=key, by=None, at=MONDAY)

    assert (back.debit, back.credit, back.reverses) == (entry.credit, entry.debit, entry)
    assert services.reverse_entry(entry_id=entry.pk, key=key, by=None, at=MONDAY) == back
    for number in (entry.pk, back.pk):
        with pytest.raises(RuleViolation, match="al teruggedraaid"):
            services.reverse_entry(entry_id=number, key=uuid.uuid4(), by=None, at=MONDAY)
    assert balance(pot)["available"] == 1000
    assert faults() == []


def test_the_database_refuses_to_change_delete_or_replace_an_entry(db):
    entry = post(a_pot(1000), 100)
    for attack in (
        "UPDATE budgets_entry SET amount_cents = 5",
        "DELETE FROM budgets_entry",
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            connection.cursor().execute(attack)
    for wrong in ({"balance_cents": -1}, {"kind": "source"}, {"reference": uuid.uuid4()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Account.objects.filter(kind=A.AVAILABLE).update(**wrong)
    for wrong in ({"amount_cents": 0}, {"debit_id": entry.credit_id}, {"key": entry.key}):
        facts = {
            name: getattr(entry, name) for name in ("at", "pot", "year", "kind", "amount_cents")
        }
        facts |= {"debit_id": entry.debit_id, "credit_id": entry.credit_id, "key": uuid.uuid4()}
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.create(**(facts | wrong))
    assert append_only.missing(connection) == []


def test_the_check_finds_what_somebody_did_behind_our_back(db, capsys):
    pot = a_pot(1000)
    post(pot, 100)
    call_command("check_ledger")
    assert "klopt" in capsys.readouterr().out

    Account.objects.filter(kind=A.AVAILABLE).update(balance_cents=901)

    with pytest.raises(CommandError, match="saldo is niet de som") as failure:
        call_command("check_ledger")
    assert failure.value.returncode == 1
    assert any("tot nul" in line for line in faults())


def test_the_check_finds_a_lock_that_is_gone(db):
    append_only.remove(connection)
    try:
        assert any("slot ontbreekt" in line for line in faults())
    finally:
        append_only.install(connection)


def _open(by, **own):
    facts = {"year": 2026, "purpose": "help", "cluster": None, "amount": 10_500_000}
    facts |= {"submission_key": uuid.uuid4(), "at": MONDAY}
    return services.open_pot(by=by, **(facts | own))


def test_the_general_manager_opens_the_pot_of_the_city_once(cast, noord):
    key = uuid.uuid4()
    pot = _open(cast.general_manager, submission_key=key)
    assert _open(cast.general_manager, submission_key=key) == pot
    assert balance(pot)["available"] == 10_500_000
    for wrong in ({}, {"amount": None, "year": 2027}, {"year": 2025}, {"cluster": noord.cluster}):
        with pytest.raises(RuleViolation), transaction.atomic():
            _open(cast.general_manager, **wrong)
    for person in (cast.team_manager, cast.controller, cast.handler):
        with pytest.raises(PermissionDenied):
            _open(person, year=2027)


def test_money_moves_between_two_pots_of_a_year(cast, noord):
    city = _open(cast.general_manager)
    part = _open(cast.general_manager, cluster=noord.cluster, amount=None)
    key = uuid.uuid4()
    move = {"by": cast.general_manager, "at": MONDAY}
    for _ in range(2):
        services.move_between_pots(
            submission_key=key, source=city, target=part, amount=500_000, **move
        )

    assert (balance(city)["granted"], balance(part)["available"]) == (10_000_000, 500_000)
    assert pot_for("help", noord.cluster_id, 2026) == part
    assert pot_for("help", None, 2026) == city
    again = {"submission_key": uuid.uuid4(), **move}
    with pytest.raises(RuleViolation, match="beschikbaar"), transaction.atomic():
        services.move_between_pots(source=part, target=city, amount=500_001, **again)
    with pytest.raises(RuleViolation, match="verschillende"), transaction.atomic():
        services.move_between_pots(source=part, target=part, amount=5, **again)
    with pytest.raises(RuleViolation, match="hetzelfde jaar"), transaction.atomic():
        services.move_between_pots(source=part, target=a_pot(5, year=2027), amount=5, **again)
    with pytest.raises(RuleViolation, match="nog geen pot"):
        pot_for("team", None, 2026)
    assert faults() == []


def test_who_sees_which_pot(cast, noord):
    city, part = a_pot(5), a_pot(0, cluster=noord.cluster)
    seen = {
        "handler": {city, part},
        "team_manager": {city, part},
        "outsider_worker": {city},
        "general_manager": {city, part},
        "controller": {city, part},
        "contact_centre": set(),
        "privacy_officer": set(),
    }
    for name, pots in seen.items():
        assert set(Pot.objects.visible_to(getattr(cast, name))) == pots, name
