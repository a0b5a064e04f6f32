"""Whether the ledger is whole, in plain SQL and without the code that posts; only reads (M9)."""

from collections.abc import Mapping

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
}
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
