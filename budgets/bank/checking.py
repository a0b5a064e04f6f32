"""Whether lines, matches and the ledger agree, in plain SQL; only reads (BI-7, BI-10)."""

from budgets.requests.checking import EVERYTHING as BELOW

OF_BANK = {
    "gekoppeld is niet de som van de koppelingen, bankregel": """
        SELECT l.id FROM budgets_bankline l WHERE l.matched_cents <> COALESCE((
            SELECT SUM(m.amount_cents) FROM budgets_bankmatch m
            WHERE m.line_id = l.id AND m.undone_at IS NULL), 0)""",
    "niet wat het grootboek terugontving, koppeling": """
        SELECT m.id FROM budgets_bankmatch m JOIN budgets_bankline l ON l.id = m.line_id
        JOIN budgets_budgetrequest r ON r.id = m.request_id
        LEFT JOIN budgets_entry e ON e.key = m.key AND e.kind = 'repay'
        LEFT JOIN budgets_entry b ON b.reverses_id = e.id
        WHERE (l.is_incoming AND (e.id IS NULL OR e.amount_cents <> m.amount_cents
            OR e.reference <> r.uuid OR (b.id IS NULL) <> (m.undone_at IS NULL)))
        OR (NOT l.is_incoming AND e.id IS NOT NULL)""",
    "meer bevestigd dan er is betaald, aanvraag": """
        SELECT r.id FROM budgets_budgetrequest r JOIN budgets_bankmatch m ON m.request_id = r.id
        JOIN budgets_bankline l ON l.id = m.line_id
        WHERE NOT l.is_incoming AND m.undone_at IS NULL AND r.paid_cents > 0
        GROUP BY r.id, r.paid_cents HAVING SUM(m.amount_cents) > r.paid_cents""",
}
EVERYTHING = {**BELOW, **OF_BANK}
