"""``manage.py create_application_manager``: the first person who can let others in."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from clusters.login.services import create_application_manager
from common.errors import RuleViolation


class Command(BaseCommand):
    """Makes account and role, once, and prints the link with which to choose a password."""

    help = "Maakt de eerste functioneel beheerder en toont één keer een link voor het wachtwoord."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who it is, for which organisation and from when."""
        parser.add_argument("username", help="gebruikersnaam")
        parser.add_argument("--name", required=True, help="voornaam en achternaam")
        parser.add_argument("--email", required=True, help="e-mailadres")
        parser.add_argument("--organisation", required=True, help="code van de moederorganisatie")
        parser.add_argument(
            "--from",
            dest="valid_from",
            type=date.fromisoformat,
            help="eerste dag van de rol (jjjj-mm-dd); vandaag als u niets invult",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the link; it works once, for twenty-four hours."""
        if settings.DEMO:
            raise CommandError("Een demo heeft al accounts; zet DEMO uit voor een echt account.")
        first_name, _space, last_name = options["name"].strip().partition(" ")
        try:
            link = create_application_manager(
                username=options["username"],
                first_name=first_name,
                last_name=last_name,
                email=options["email"],
                organisation_code=options["organisation"],
                valid_from=options["valid_from"] or timezone.localdate(),
            )
        except RuleViolation as broken:
            raise CommandError(str(broken)) from broken
        self.stdout.write("Open deze link binnen 24 uur; hij werkt één keer:")
        self.stdout.write(link)
