"""A ledger of many entries in one pot: what people asked, got and paid back in a year.

Made by the database itself, without foreign keys and indexes while it loads. Of every request all
entries are there; a row in the list of requests have all that still run, each of an open dossier
(MB-16), and one in sixteen of the others, of a closed one. The trail of the entries is left out:
the pages and the closing do not read it.
"""

import uuid
from datetime import datetime
from typing import Any

PARTS = 3, 8
"""So many requests make so many entries."""
SHOWN = 16
GRANT = 6_000
"""More cents than any request asks."""
TOLD = """
CREATE TEMP TABLE told AS SELECT r, md5(%(pot)s || ':' || r)::uuid AS reference,
    1000 + r %% 5000 AS cents, %(begun)s::timestamptz + r * interval '1 day' * 300 / %(many)s AS at,
    CASE WHEN r %% 3 = 0 THEN 'gift' WHEN r %% 128 = 2 THEN 'reserved' WHEN r %% 64 = 1 THEN 'open'
        ELSE 'repaid' END AS ended
FROM generate_series(1, %(many)s) AS r
"""
ACCOUNTS = """
INSERT INTO budgets_account (pot_id, kind, reference, balance_cents)
SELECT %(pot)s, 'reserved', reference, CASE WHEN ended = 'reserved' THEN cents ELSE 0 END FROM told
UNION ALL SELECT %(pot)s, 'receivable', reference, CASE WHEN ended = 'open' THEN cents ELSE 0 END
FROM told WHERE ended IN ('open', 'repaid')
"""
ENTRIES = """
INSERT INTO budgets_entry
    (at, pot_id, year, kind, debit_id, credit_id, amount_cents, key, reference, by_id)
SELECT t.at + step.days * interval '1 day', %(pot)s, %(year)s, step.kind,
    CASE step.kind WHEN 'reserve' THEN res.id WHEN 'repay' THEN %(available)s
        ELSE COALESCE(rec.id, %(paid)s) END,
    CASE step.kind WHEN 'reserve' THEN %(available)s WHEN 'repay' THEN rec.id ELSE res.id END,
    t.cents, md5(step.kind || t.reference)::uuid, t.reference, %(by)s
FROM told t
JOIN budgets_account res ON res.reference = t.reference AND res.kind = 'reserved'
LEFT JOIN budgets_account rec ON rec.reference = t.reference AND rec.kind = 'receivable'
JOIN (VALUES ('reserve', 0), ('pay', 2), ('repay', 40)) AS step (kind, days)
    ON step.kind = 'reserve' OR (step.kind = 'pay' AND t.ended <> 'reserved')
    OR (step.kind = 'repay' AND t.ended = 'repaid')
ORDER BY t.r, step.days
"""
TOTALS = """
INSERT INTO budgets_pottotal (pot_id, kind, debit, credit, cents, entries)
SELECT e.pot_id, e.kind, d.kind, c.kind, SUM(e.amount_cents), COUNT(*) FROM budgets_entry e
JOIN budgets_account d ON d.id = e.debit_id JOIN budgets_account c ON c.id = e.credit_id
WHERE e.pot_id = %(pot)s AND e.kind <> 'grant' GROUP BY 1, 2, 3, 4
"""
BALANCES = """
UPDATE budgets_account SET balance_cents = balance_cents
    + (SELECT COALESCE(SUM(cents), 0) FROM budgets_pottotal
       WHERE pot_id = %(pot)s AND debit = kind_of.kind AND budgets_pottotal.kind <> 'grant')
    - (SELECT COALESCE(SUM(cents), 0) FROM budgets_pottotal
       WHERE pot_id = %(pot)s AND credit = kind_of.kind AND budgets_pottotal.kind <> 'grant')
FROM (VALUES ('available'), ('paid')) AS kind_of (kind)
WHERE pot_id = %(pot)s AND budgets_account.kind = kind_of.kind
"""
REQUESTS = """
INSERT INTO budgets_budgetrequest (uuid, file_id, resident_id, team_id, pot_id, purpose_id, form,
    method, amount_cents, is_urgent, has_conflict, content, payment, debtor, expected_on, fund_id,
    requested_by_id, requested_at, level, state, decided_by_id, decided_at, decision, lapses_on,
    paid_cents, paid_at, paid_by_id, advance, owed_cents, notes, reminded, version)
SELECT t.reference, f.id, f.resident_id, %(team)s, %(pot)s, %(purpose)s,
    CASE WHEN ended = 'gift' THEN 'gift' ELSE 'advance' END, 'invoice', cents, false, false, '', '',
    CASE WHEN ended = 'gift' THEN 'none' ELSE 'fund' END,
    CASE WHEN ended = 'gift' THEN NULL ELSE (at + interval '90 days')::date END,
    CASE WHEN ended = 'gift' THEN NULL ELSE %(fund)s END,
    (%(workers)s)[1 + r %% cardinality(%(workers)s)], at, 'manager',
    CASE WHEN ended = 'reserved' THEN 'approved' ELSE 'paid' END,
    %(by)s, at, '', (at + interval '60 days')::date,
    CASE WHEN ended = 'reserved' THEN 0 ELSE cents END,
    CASE WHEN ended = 'reserved' THEN NULL ELSE at END,
    CASE WHEN ended = 'reserved' THEN NULL ELSE %(by)s END,
    CASE ended WHEN 'open' THEN 'open' WHEN 'repaid' THEN 'repaid' ELSE 'none' END,
    CASE WHEN ended = 'open' THEN cents ELSE 0 END, '', 90, 1
FROM told t LEFT JOIN (
    SELECT id, resident_id, state, row_number() OVER (PARTITION BY state ORDER BY id) - 1 AS place
    FROM cases_residentfile
) f ON f.state = CASE WHEN ended IN ('open', 'reserved') THEN 'open' ELSE 'closed' END
    AND f.place = t.r / 64 %% CASE WHEN ended IN ('open', 'reserved')
        THEN GREATEST((SELECT COUNT(*) FROM cases_residentfile WHERE state = 'open'), 1)
        ELSE GREATEST((SELECT COUNT(*) FROM cases_residentfile WHERE state = 'closed'), 1) END
WHERE ended IN ('open', 'reserved') OR r %% %(shown)s = 0
"""


def ensure_ledger(people: dict[str, Any], year: int, entries: int, begun: datetime) -> Any:
    """The pot of this year with so many entries, unless it is there; ``people`` are users."""
    from budgets.ledger.services import open_pot  # noqa: PLC0415 - after setup
    from budgets.models import Pot  # noqa: PLC0415

    known = Pot.objects.filter(year=year, purpose="help", cluster=None).first()
    if known is not None and known.requests.exists():
        return known
    many = entries * PARTS[0] // PARTS[1]
    pot = open_pot(
        submission_key=uuid.uuid4(),
        year=year,
        purpose="help",
        cluster=None,
        amount=many * GRANT,
        by=people["general"],
        at=begun,
    )
    _fill(pot, many, people, begun)
    return pot


def _fill(pot: Any, many: int, people: dict[str, Any], begun: datetime) -> None:
    """Everything after the grant, in the order in which one asks for another."""
    from django.db import connection  # noqa: PLC0415 - after setup

    from budgets.models import BudgetRequest, Entry  # noqa: PLC0415
    from cases.demo.bulk import bare_tables  # noqa: PLC0415

    told = _told(pot, people) | {"many": many, "begun": begun}
    # accounts keep their indexes: a row that changed before its index came would hide that index
    with bare_tables(Entry, BudgetRequest), connection.cursor() as cursor:
        for step in (TOLD, "ANALYZE told", ACCOUNTS, "ANALYZE budgets_account", ENTRIES):
            cursor.execute(step, told if "%" in step else None)
        for step in (REQUESTS, "DROP TABLE told"):
            cursor.execute(step, told if "%" in step else None)
    with connection.cursor() as cursor:
        for step in (TOTALS, BALANCES):
            cursor.execute(step, told)
        cursor.execute("ANALYZE budgets_account, budgets_entry, budgets_budgetrequest")


def _told(pot: Any, people: dict[str, Any]) -> dict[str, Any]:
    """The numbers of everything that the rows lead to."""
    from budgets.models import Account, BudgetPurpose, Fund  # noqa: PLC0415 - after setup

    paid, _ = Account.objects.get_or_create(pot=pot, kind="paid", reference=None)
    return {
        "pot": pot.pk,
        "year": pot.year,
        "available": Account.objects.get(pot=pot, kind="available").pk,
        "paid": paid.pk,
        "by": people["general"].pk,
        "workers": _workers(people["worker"]),
        "team": people["team"].pk,
        "purpose": BudgetPurpose.objects.filter(pot="help").order_by("pk")[0].pk,
        "fund": Fund.objects.order_by("pk")[0].pk,
        "shown": SHOWN,
    }


def _workers(worker: Any) -> list[int]:
    """Who asked, in turns: everybody who works in a team, and ``worker`` among them.

    As if one employee asked for the whole city, Mijn werk showed sixteen thousand open advances.
    """
    from clusters.models import Membership, Role  # noqa: PLC0415 - after setup

    asks = Membership.objects.filter(role=Role.TEAM_WORKER, team__isnull=False)
    return sorted({worker.pk, *asks.values_list("user_id", flat=True)})
