"""Whether what a request says agrees with the ledger, in plain SQL; only reads (MB-18, GJ-12)."""

from budgets.ledger.checking import CHECKS

BALANCE = """
    COALESCE((SELECT SUM(a.balance_cents) FROM budgets_account a
    WHERE a.reference = r.uuid AND a.kind = '{kind}'), 0)"""
PAID = """
    COALESCE((SELECT SUM(e.amount_cents) FROM budgets_entry e
    LEFT JOIN budgets_entry b ON b.reverses_id = e.id
    WHERE e.reference = r.uuid AND e.kind = 'pay' AND b.id IS NULL), 0)
    - COALESCE((SELECT SUM(e.amount_cents) FROM budgets_entry e
    WHERE e.reference = r.uuid AND e.kind = 'bounce'), 0)"""
OF_REQUESTS = {
    "wat openstaat is niet wat het grootboek zegt, aanvraag": f"""
        SELECT r.id FROM budgets_budgetrequest r
        WHERE r.owed_cents <> {BALANCE.format(kind="receivable")}""",  # noqa: S608 - constants
    "wat betaald is, is niet wat het grootboek zegt, aanvraag": f"""
        SELECT r.id FROM budgets_budgetrequest r WHERE r.paid_cents <> {PAID}""",  # noqa: S608
    "gereserveerd zonder toekenning, of andersom, aanvraag": f"""
        SELECT r.id FROM budgets_budgetrequest r
        WHERE (r.state = 'approved') <> ({BALANCE.format(kind="reserved")} > 0)""",  # noqa: S608
    "aanvraag voor een team uit de pot voor inwoners, of andersom, aanvraag": """
        SELECT r.id FROM budgets_budgetrequest r JOIN budgets_pot p ON p.id = r.pot_id
        WHERE (r.file_id IS NOT NULL AND p.purpose = 'team')
        OR (r.file_id IS NULL AND r.waakvlam_id IS NULL AND p.purpose <> 'team')""",
}
EVERYTHING = {**CHECKS, **OF_REQUESTS}
