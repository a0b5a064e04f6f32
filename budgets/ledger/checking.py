"""Whether the ledger is whole, in plain SQL and without the code that posts; only reads (M9)."""

from collections.abc import Iterable, Mapping

from django.db import connection

from budgets.ledger import append_only

MOVED = """
SELECT account, SUM(cents) AS cents FROM (
    SELECT debit_id AS account, amount_cents AS cents FROM budgets_entry
    UNION ALL SELECT credit_id, -amount_cents FROM budgets_entry
) AS moves GROUP BY account
"""
CHECKS = {
    "saldo is niet de som van de boekingen, rekening": f"""
        SELECT a.id FROM budgets_account a LEFT JOIN ({MOVED}) m ON m.account = a.id
        WHERE a.balance_cents <> COALESCE(m.cents, 0)""",  # noqa: S608 - only constants
    "rekeningen tellen niet op tot nul, pot": """
        SELECT pot_id FROM budgets_account GROUP BY pot_id HAVING SUM(balance_cents) <> 0""",
    "rood staan, rekening": """
        SELECT id FROM budgets_account
        WHERE (kind = 'source' AND balance_cents > 0)
        OR (kind <> 'source' AND balance_cents < 0)""",
    "boeking tussen potten, of in een ander jaar": """
        SELECT e.id FROM budgets_entry e JOIN budgets_account d ON d.id = e.debit_id
        JOIN budgets_account c ON c.id = e.credit_id JOIN budgets_pot p ON p.id = e.pot_id
        WHERE d.pot_id <> e.pot_id OR c.pot_id <> e.pot_id OR p.year <> e.year""",
    "bedrag is niet boven nul, boeking": """
        SELECT id FROM budgets_entry WHERE amount_cents <= 0 OR debit_id = credit_id""",
    "geboekt na het afsluiten, boeking": """
        SELECT e.id FROM budgets_entry e JOIN budgets_pot p ON p.id = e.pot_id
        WHERE p.closed_at IS NOT NULL AND e.at > p.closed_at""",
    "niet precies één logregel, boeking": """
        SELECT e.id FROM budgets_entry e LEFT JOIN audit_auditevent a
        ON a.object_type = 'budgets.entry' AND a.object_id = CAST(e.id AS VARCHAR(20))
        AND a.code = 'ledger.posted' GROUP BY e.id HAVING COUNT(a.id) <> 1""",
    "niet het tegendeel van wat is teruggedraaid, boeking": """
        SELECT r.id FROM budgets_entry r JOIN budgets_entry e ON e.id = r.reverses_id
        WHERE r.debit_id <> e.credit_id OR r.credit_id <> e.debit_id
        OR r.amount_cents <> e.amount_cents""",
    "totaal is niet de som van de boekingen, pot": """
        SELECT pot_id FROM (
            SELECT pot_id, kind, debit, credit, cents, entries FROM budgets_pottotal
            UNION ALL SELECT e.pot_id, e.kind, d.kind, c.kind, -e.amount_cents, -1
            FROM budgets_entry e JOIN budgets_account d ON d.id = e.debit_id
            JOIN budgets_account c ON c.id = e.credit_id
        ) AS counted GROUP BY pot_id, kind, debit, credit
        HAVING SUM(cents) <> 0 OR SUM(entries) <> 0""",
    "afgesloten met geld op een rekening, pot": """
        SELECT DISTINCT a.pot_id FROM budgets_account a JOIN budgets_pot p ON p.id = a.pot_id
        WHERE p.closed_at IS NOT NULL AND a.balance_cents <> 0
        AND a.kind NOT IN ('source', 'paid')""",
    "meegenomen is niet ontvangen in het jaar erna, handeling": """
        SELECT key FROM budgets_entry WHERE kind IN ('carry_out', 'carry_in') GROUP BY key
        HAVING COUNT(*) <> 2
        OR SUM(CASE WHEN kind = 'carry_out' THEN amount_cents ELSE -amount_cents END) <> 0
        OR SUM(CASE WHEN kind = 'carry_out' THEN -year ELSE year END) <> 1""",
}
OF_SOME_POTS = {
    "totaal is niet de som van de boekingen, pot": """
        SELECT pot_id FROM (
            SELECT pot_id, kind, cents, entries FROM budgets_pottotal WHERE pot_id IN ({pots})
            UNION ALL SELECT pot_id, kind, -SUM(amount_cents), -COUNT(*) FROM budgets_entry
            WHERE pot_id IN ({pots}) GROUP BY pot_id, kind
        ) AS counted GROUP BY pot_id, kind HAVING SUM(cents) <> 0 OR SUM(entries) <> 0""",
    "saldo is niet het totaal, pot": """
        SELECT pot_id FROM (
            SELECT pot_id, debit AS kind, cents FROM budgets_pottotal WHERE pot_id IN ({pots})
            UNION ALL SELECT pot_id, credit, -cents FROM budgets_pottotal WHERE pot_id IN ({pots})
            UNION ALL SELECT pot_id, kind, -SUM(balance_cents) FROM budgets_account
            WHERE pot_id IN ({pots}) GROUP BY pot_id, kind
        ) AS counted GROUP BY pot_id, kind HAVING SUM(cents) <> 0""",
}
"""The same of a few pots, quick enough to ask before they are closed (GB-28)."""
SHOWN = 20


def faults(checks: Mapping[str, str] = CHECKS) -> list[str]:
    """What is wrong, in a line each with the numbers; empty when the ledger is whole."""
    found = [f"slot ontbreekt: {name}" for name in append_only.missing(connection)]
    with connection.cursor() as cursor:
        for words, query in checks.items():
            cursor.execute(query)
            numbers = [str(row[0]) for row in cursor.fetchmany(SHOWN)]
            found += [f"{words} {', '.join(numbers)}"] if numbers else []
    return found


def adds_up(pots: Iterable[int]) -> bool:
    """Whether entries, totals and balances of these pots say the same."""
    numbers = ", ".join(str(int(pot)) for pot in pots)
    with connection.cursor() as cursor:
        for query in OF_SOME_POTS.values():
            cursor.execute(query.format(pots=numbers))
            if cursor.fetchone():
                return False
    return True
