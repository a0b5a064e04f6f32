"""``manage.py import_residents FILE``: read an extract of the BRP (docs/brp-import.md)."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases.brp.checking import Check, check_file
from cases.brp.services import register_extract
from common.errors import RuleViolation

STEP = 5
LARGEST_FILE = 200_000_000


class Command(BaseCommand):
    """Says every fault with its line and its reason, never what was on it."""

    help = "Leest inwoners uit een BRP-uittreksel (CSV); zie docs/brp-import.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, a rehearsal, and whether the right lines may go in without the wrong ones."""
        parser.add_argument("file", type=Path, help="CSV-bestand in UTF-8")
        parser.add_argument("--dry-run", action="store_true", help="alleen controleren")
        parser.add_argument("--skip-faulty", action="store_true", help="foute regels overslaan")

    def handle(
        self, *args: Any, file: Path, dry_run: bool, skip_faulty: bool, **options: Any
    ) -> None:
        """Check all of it, say what is wrong, and then write all of it or nothing."""
        try:
            size = file.stat().st_size
            if size > LARGEST_FILE:
                raise CommandError(f"{file} is groter dan {LARGEST_FILE // 1_000_000} MB.")
            with file.open("rb") as extract:
                self._import(extract, size, dry_run=dry_run, skip_faulty=skip_faulty)
        except OSError as error:
            raise CommandError(f"{file} kan niet worden gelezen: {error.strerror}.") from error
        except RuleViolation as broken:
            raise CommandError(f"{broken} Er is niets ingelezen.") from broken

    def _import(self, extract: BinaryIO, size: int, *, dry_run: bool, skip_faulty: bool) -> None:
        today = timezone.localdate()
        check = check_file(extract, today=today, tell=self._bar("Controleren", size))
        self._report(check)
        if dry_run:
            self.stdout.write("Proef: er is niets gewijzigd.")
        elif check.faults and not skip_faulty:
            text = "Er is niets ingelezen. Verbeter de regels, of sla ze over met --skip-faulty."
            raise CommandError(text)
        else:
            count = register_extract(
                file=extract,
                faulty=check.faulty,
                today=today,
                by=None,
                tell=self._bar("Inlezen", size),
            )
            self.stdout.write(f"{count}.")

    def _report(self, check: Check) -> None:
        for fault in check.faults:
            self.stdout.write(str(fault))
        self.stdout.write(f"{check}.")

    def _bar(self, word: str, size: int) -> Callable[[int], None]:
        """Says how far it is at every few percent, on the channel that is not the report."""
        said = -STEP

        def tell(done: int) -> None:
            nonlocal said
            percent = 100 * done // max(size, 1)
            if percent >= said + STEP:
                said = percent - percent % STEP
                self.stderr.write(f"{word}: {said} %")

        return tell
