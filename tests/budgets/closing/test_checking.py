"""What the check finds when somebody changes a closed year behind our back (GB-28)."""

import uuid

import pytest

from budgets.closing import worker
from budgets.closing.checking import EVERYTHING
from budgets.closing.models import YearClosing
from budgets.ledger.checking import faults
from budgets.ledger.models import Account, Entry, Pot, PotTotal
from tests.factories.closing import NEW_YEAR, asked

pytestmark = pytest.mark.django_db


def closed(year):
    asked(year.cast.general_manager)
    assert worker.close_years(at=NEW_YEAR) == 1
    assert faults(EVERYTHING) == []


FAULTS = {
    "totaal is niet": lambda year: PotTotal.objects.filter(pot=year.pot).update(entries=0),
    "controlegetal": lambda year: YearClosing.objects.update(cents=1),
    "met een open pot": lambda year: Pot.objects.update(closed_at=None),
    "zonder afsluiting": lambda year: YearClosing.objects.all().delete(),
    "dicht is, aanvraag": lambda year: type(year.open).objects.update(pot=year.pot),
    "geld op een rekening": lambda year: Account.objects.filter(
        pot=year.pot, kind="available"
    ).update(balance_cents=5),
}


@pytest.mark.parametrize("words", FAULTS)
def test_the_check_finds_what_somebody_did_to_a_closed_year(year, words):
    closed(year)
    FAULTS[words](year)
    assert any(words in line for line in faults(EVERYTHING)), faults(EVERYTHING)


def test_the_check_finds_what_was_carried_and_not_received(year):
    closed(year)
    out = Entry.objects.filter(kind="carry_out")[0]
    Entry.objects.create(
        at=NEW_YEAR, pot=out.pot, year=out.year, kind="carry_out", debit=out.debit,
        credit=out.credit, amount_cents=5, key=uuid.uuid4(),
    )  # fmt: skip
    assert any("niet ontvangen" in line for line in faults(EVERYTHING))
