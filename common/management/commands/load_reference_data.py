"""``manage.py load_reference_data``: the first filling of every list that people edit."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from common.reference import faults, reference_models, sync

FIRST_FILLINGS = ("load_organisation",)  # commands of the apps above, by name, in this order


class Command(BaseCommand):
    """Adds missing rows and then fills the organisation; run it after every ``migrate``."""

    help = "Vult de naslaglijsten en de organisatie; wat er al is, blijft zoals het is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--check`` looks at the files only."""
        parser.add_argument(
            "--check", action="store_true", help="alleen de bestanden nakijken, zonder database"
        )

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Print what was added; with ``--check``, fail with every fault in the files."""
        if check:
            found = [fault for model in reference_models() for fault in faults(model)]
            if found:
                raise CommandError("\n".join(found))
            return
        for model in reference_models():
            for line in sync(model):
                self.stdout.write(line)
        for command in FIRST_FILLINGS:
            call_command(command, stdout=self.stdout, stderr=self.stderr)
