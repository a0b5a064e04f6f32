"""``manage.py import_postcodes FILE``: replace the postcode table (docs/postcodes.md)."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from clusters.organisation.services import import_postcodes
from clusters.organisation.services.postcodes import FileRefused, PostcodeChange
from common.errors import RuleViolation


class Command(BaseCommand):
    """All of the file or nothing of it; old lines end and stay as history."""

    help = "Vervangt de postcodetabel door een CSV-bestand; zie docs/postcodes.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and from which day on it holds."""
        parser.add_argument("file", type=Path, help="CSV-bestand")
        parser.add_argument("--dry-run", action="store_true", help="alleen tonen, niets wijzigen")
        parser.add_argument("--from", dest="first_day", help="ingangsdatum JJJJ-MM-DD (vandaag)")

    def handle(
        self, *args: Any, file: Path, dry_run: bool, first_day: str | None, **options: Any
    ) -> None:
        """Import and print what changed, or print every fault with its line."""
        lines, day = _lines(file), _day(first_day)
        try:
            change = import_postcodes(lines=lines, first_day=day, by=None, dry_run=dry_run)
        except FileRefused as refused:
            raise CommandError("\n".join([*refused.faults, str(refused)])) from refused
        except RuleViolation as broken:
            raise CommandError(str(broken)) from broken
        self._print(change, day, dry_run)

    def _print(self, change: PostcodeChange, day: date, dry_run: bool) -> None:
        for line in change.ended:
            self.stdout.write(f"- {line}")
        for line in change.added:
            self.stdout.write(f"+ {line}")
        self.stdout.write(
            f"Vanaf {day:%d-%m-%Y}: {len(change.added)} toegevoegd, {len(change.ended)} beëindigd, "
            f"{change.kept} gebleven.{' Proef: er is niets gewijzigd.' if dry_run else ''}"
        )


def _lines(file: Path) -> list[str]:
    """The file as text, or one sentence about why not."""
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CommandError(f"{file} kan niet worden gelezen: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} is geen tekst in UTF-8; sla het zo op.") from error


def _day(text: str | None) -> date:
    """The day the table begins to hold."""
    if text is None:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"“{text}” is geen datum als 2026-12-01.") from error
