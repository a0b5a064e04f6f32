"""``manage.py generate_city``: a city of any size in an empty database, to measure on."""

import io
import sys
from argparse import ArgumentParser
from typing import Any

import click
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases.demo.generating import Size, generate_city
from cases.models import CallbackRequest, Resident
from clusters.models import User


class Command(BaseCommand):
    """Refuses a database that holds anything; fills it with reference data, people and work."""

    help = "Vult een lege database met een grote bedachte stad om op te meten."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How large, and which city."""
        parser.add_argument("--residents", type=int, required=True, help="aantal inwoners")
        parser.add_argument("--callbacks", type=int, required=True, help="aantal verzoeken")
        parser.add_argument("--seed", type=int, default=1, help="ander getal, andere stad")

    def handle(self, *args: Any, residents: int, callbacks: int, seed: int, **options: Any) -> None:
        """Check, fill the lists, then the city with a bar that shows how far it is."""
        if residents < 1 or callbacks < 100:
            raise CommandError("Een stad heeft minstens 1 inwoner en 100 terugbelverzoeken.")
        if any(model.objects.exists() for model in (User, Resident, CallbackRequest)):
            raise CommandError(
                "Deze database is niet leeg: kies een lege database voor de grote stad."
            )
        call_command("load_reference_data", stdout=io.StringIO())
        with click.progressbar(
            length=residents + callbacks, label="Grote stad", file=sys.stderr
        ) as bar:
            generate_city(
                size=Size(residents, callbacks),
                seed=seed,
                now=timezone.now(),
                progress=bar.update,
            )
        self.stdout.write(f"{residents} inwoners en {callbacks} terugbelverzoeken gemaakt.")
