"""``manage.py import_contacts FILE``: read klantinteracties in, all of a file or nothing."""

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases.exchange.lines import LARGEST_FILE, read_lines
from cases.exchange.services import ImportRefused, register_import
from clusters.models import User
from common.errors import RuleViolation


class Command(BaseCommand):
    """Says every fault with its line, and then changes nothing."""

    help = "Leest klantcontacten en terugbelverzoeken uit FILE; zie docs/klantinteracties.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, a rehearsal, and who stands in for people we do not know."""
        parser.add_argument("file", type=Path, help="het bestand")
        parser.add_argument("--dry-run", action="store_true", help="alleen controleren")
        parser.add_argument("--employee", help="gebruikersnaam voor wie hier niet bekend is")

    def handle(
        self, *args: Any, file: Path, dry_run: bool, employee: str | None, **options: Any
    ) -> None:
        """Check, write down and say how many."""
        _check_size(file)
        try:
            count = register_import(
                lines=partial(read_lines, file),
                employee=_employee(employee),
                by=None,
                at=timezone.now(),
                dry_run=dry_run,
            )
        except ImportRefused as refused:
            raise CommandError("\n".join([*refused.faults, str(refused)])) from refused
        except RuleViolation as broken:
            raise CommandError(str(broken)) from broken
        except OSError as error:
            raise CommandError(f"{file} kan niet worden gelezen: {error.strerror}.") from error
        self.stdout.write(f"{count}.{' Proef: er is niets gewijzigd.' if dry_run else ''}")


def _check_size(file: Path) -> None:
    """A file of a size that one transaction can bear."""
    try:
        size = file.stat().st_size
    except OSError as error:
        raise CommandError(f"{file} kan niet worden gelezen: {error.strerror}.") from error
    if size > LARGEST_FILE:
        raise CommandError(
            f"{file} is groter dan {LARGEST_FILE // 1_000_000} MB. "
            "Splits het: elke regel staat op zichzelf."
        )


def _employee(username: str | None) -> User | None:
    if username is None:
        return None
    found = User.objects.filter(username__iexact=username).first()
    if found is None:
        raise CommandError(f"Er is geen medewerker met de gebruikersnaam “{username}”.")
    return found
