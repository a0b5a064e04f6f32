"""What can be asked, and when an advance can come back; only compares (MB-1, MB-2, MB-11)."""

from datetime import date, timedelta

from budgets.ledger.models import PotPurpose
from budgets.requests.models import BudgetWish, Debtor, HelpForm, Method
from cases.dossiers.models import ResidentFile
from common.errors import RuleViolation

LONGEST = timedelta(days=365)
WRONG_PURPOSE = "Dit doel past niet bij deze aanvraag."


def must_be_possible(wish: BudgetWish, file: ResidentFile | None, today: date) -> None:
    """A purpose that fits, a payee, and a way back for an advance; raises RuleViolation."""
    if wish.purpose.pot != purpose_for(file):
        raise RuleViolation(WRONG_PURPOSE, field="purpose")
    if not wish.why.strip():
        raise RuleViolation("Schrijf op waarom dit helpt.", field="why")
    if wish.method != Method.CARD and not wish.payee.iban:
        raise RuleViolation("Vul het rekeningnummer in.", field="iban")
    if wish.form == HelpForm.ADVANCE:
        _must_come_back(wish, file, today)


def purpose_for(file: ResidentFile | None) -> PotPurpose:
    """Which money pays: with a resident never that of the teams, and the reverse (GJ-12)."""
    return PotPurpose.TEAM if file is None else PotPurpose.HELP


def _must_come_back(wish: BudgetWish, file: ResidentFile | None, today: date) -> None:
    back = wish.back
    if back.debtor == Debtor.NONE or (back.debtor == Debtor.RESIDENT and file is None):
        raise RuleViolation("Kies wie het voorschot terugbetaalt.", field="debtor")
    if back.debtor == Debtor.FUND and back.fund is None:
        raise RuleViolation("Kies welk fonds terugbetaalt.", field="fund")
    if back.debtor == Debtor.ORGANISATION and not back.name.strip():
        raise RuleViolation("Vul in welke organisatie terugbetaalt.", field="debtor_name")
    must_be_ahead(back.expected_on, today)


def must_be_ahead(day: date | None, today: date) -> date:
    """The day on which money is expected: after today and within a year; raises RuleViolation."""
    if day is None or not today < day <= today + LONGEST:
        raise RuleViolation("Kies een dag na vandaag, binnen een jaar.", field="expected_on")
    return day
