"""``manage.py load_organisation``: the first filling of clusters, teams and postcodes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from clusters.organisation.services import load_organisation


class Command(BaseCommand):
    """Adds what is missing from ``clusters/reference``; never changes what is there."""

    help = "Vult stadsdelen, wijken, clusters, teams, locaties en postcodes voor de eerste keer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--dry-run`` says what would be added."""
        parser.add_argument("--dry-run", action="store_true", help="alleen tonen, niets vullen")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        """Print one line per row that was added."""
        for line in load_organisation(dry_run=dry_run):
            self.stdout.write(line)
