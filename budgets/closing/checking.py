"""Whether closed years agree with the ledger, in plain SQL; only reads (GB-28)."""

from budgets.requests import checking

ENTRIES = """
    FROM budgets_entry e JOIN budgets_pot p ON p.id = e.pot_id
    WHERE p.year = y.year AND p.purpose = y.purpose"""
OF_CLOSINGS = {
    "controlegetal klopt niet, afsluiting": f"""
        SELECT y.id FROM budgets_yearclosing y WHERE y.state = 'done' AND (
            y.entries <> (SELECT COUNT(*) {ENTRIES})
            OR y.cents <> (SELECT COALESCE(SUM(e.amount_cents), 0) {ENTRIES}))""",  # noqa: S608
    "afgesloten met een open pot, afsluiting": """
        SELECT y.id FROM budgets_yearclosing y JOIN budgets_pot p
        ON p.year = y.year AND p.purpose = y.purpose
        WHERE y.state = 'done' AND p.closed_at IS NULL""",
    "pot dicht zonder afsluiting van het jaar, pot": """
        SELECT p.id FROM budgets_pot p WHERE p.closed_at IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM budgets_yearclosing y
            WHERE y.year = p.year AND y.purpose = p.purpose AND y.state = 'done')""",
    "loopt nog in een pot die dicht is, aanvraag": """
        SELECT r.id FROM budgets_budgetrequest r JOIN budgets_pot p ON p.id = r.pot_id
        WHERE p.closed_at IS NOT NULL AND (r.state = 'approved' OR r.owed_cents > 0)""",
}
EVERYTHING = {**checking.EVERYTHING, **OF_CLOSINGS}
