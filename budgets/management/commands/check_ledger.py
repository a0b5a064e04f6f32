"""``manage.py check_ledger``: whether every balance is the sum of its entries, in plain SQL."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from budgets.bank.checking import OF_BANK
from budgets.closing.checking import EVERYTHING
from budgets.ledger.checking import faults


class Command(BaseCommand):
    """Ends with 1 and a line per fault when the ledger is not whole."""

    help = "Controleert het grootboek van het maatwerkbudget."

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, and say it."""
        found = faults({**EVERYTHING, **OF_BANK})
        if found:
            raise CommandError("\n".join(found), returncode=1)
        self.stdout.write("Het grootboek klopt.")
