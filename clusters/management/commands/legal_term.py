"""``manage.py legal_term 2026-03-24 6w``: the legal end of a term, with its reasons (ADR 0022)."""

from argparse import ArgumentParser
from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from clusters.organisation.models import decree_days
from common.dutch_dates import full_date
from common.errors import RuleViolation
from common.legal_terms import LegalEnd, legal_end
from common.terms import parse_term

EXAMPLE = "Geef een datum en een termijn, zoals: legal_term 2026-03-24 6w."


class Command(BaseCommand):
    """For anyone who doubts a date on a letter or a screen; reads only."""

    help = "Rekent het wettelijke einde van een termijn uit en zegt waarom (Algemene termijnenwet)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The day of the event and the term; with more or fewer words the example is shown."""
        parser.add_argument("words", nargs="*", metavar="JJJJ-MM-DD TERMIJN", help=EXAMPLE)

    def handle(self, *args: Any, words: list[str], **options: Any) -> None:
        """Print how the term was counted, or say in Dutch what is wrong with the question."""
        if len(words) != 2:
            raise CommandError(EXAMPLE)
        event, term = words
        decreed = decree_days()
        try:
            found = legal_end(_day(event), parse_term(term), decree_days=decreed)
        except RuleViolation as broken:
            raise CommandError(str(broken)) from broken
        self.stdout.write(f"Gebeurtenis: {full_date(found.event)} (deze dag telt niet mee)")
        self.stdout.write(f"Termijn: {found.term}, geteld tot en met {full_date(found.raw_end)}")
        for line in [*found.reasons, *_doubts(found, decreed)]:
            self.stdout.write(line)
        self.stdout.write(f"Wettelijk einde: {full_date(found.day)}")


def _day(text: str) -> date:
    """The day of the event."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"“{text}” is geen datum als 2026-03-24.") from error


def _doubts(found: LegalEnd, decreed: Collection[date]) -> list[str]:
    """Days by royal decree are announced some years ahead: say which years are filled in."""
    if not found.term.is_moved:
        return []
    if not decreed:
        return ["Let op: in Beheer staan geen sluitingsdagen bij koninklijk besluit."]
    first, last = min(decreed).year, max(decreed).year
    if first <= found.raw_end.year and found.day.year <= last:
        return []
    return [
        "Let op: in Beheer staan alleen sluitingsdagen bij koninklijk besluit van "
        f"{first} tot en met {last}. Kijk na of er voor een ander jaar een besluit is."
    ]
