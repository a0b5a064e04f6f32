"""``manage.py seed_demo``: the demo city, and a few requests that fall due after every start."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases.demo.falling_due import let_fall_due
from cases.demo.seeding import create_demo_city, is_seeded
from cases.models import CallbackRequest, Resident
from clusters.login.demo import demo_database_is_clean

SEED = 20261123


class Command(BaseCommand):
    """Fills an empty database once; from then on only lets a few requests fall due."""

    help = "Vult een lege database met de demostad en laat enkele verzoeken bijna verlopen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--seed`` makes another city."""
        parser.add_argument("--seed", type=int, default=SEED, help="ander getal, andere stad")

    def handle(self, *args: Any, seed: int, **options: Any) -> None:
        """Refuse outside demo mode and near real data; else fill what is empty."""
        if not settings.DEMO:
            raise CommandError("De demostad kan alleen in de demostand: zet DEMO=True.")
        if not demo_database_is_clean() or _has_other_work():
            raise CommandError(
                "In deze database staan echte gegevens: kies een lege database voor de demo."
            )
        now = timezone.now()
        if not is_seeded():
            create_demo_city(seed=seed, now=now)
            self.stdout.write("De demostad is gevuld.")
        moved = let_fall_due(now=timezone.now())
        self.stdout.write(f"{len(moved)} terugbelverzoeken verlopen binnen enkele minuten.")


def _has_other_work() -> bool:
    """Whether there is work while the demo city was never made."""
    return not is_seeded() and (CallbackRequest.objects.exists() or Resident.objects.exists())
