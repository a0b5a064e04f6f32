"""Checks whether the audit trail is as it was written; for a nightly run and after a restore."""

import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from audit.verification import Report, verify

SHOWN = 20


class Command(BaseCommand):
    """Exit code 0: in order. 1: tampered with. 2: could not be checked."""

    help = (
        "Controleer het logboek: zegels, regels en ankerbestand (0 goed, 1 geknoeid, 2 onbekend)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to begin."""
        parser.add_argument(
            "--from", dest="from_id", type=int, default=1, help="eerste regelnummer"
        )

    def handle(self, *args: Any, from_id: int, **options: Any) -> None:
        """Check, tell, and leave with the right code."""
        begin = time.perf_counter()
        try:
            report = verify(from_id=from_id)
        except (DatabaseError, OSError, ValueError) as error:
            self.stderr.write(f"Het logboek kon niet worden gecontroleerd: {error}")
            sys.exit(2)
        self._tell(report, time.perf_counter() - begin)
        if report.exit_code:
            sys.exit(report.exit_code)

    def _tell(self, report: Report, seconds: float) -> None:
        """One line per finding, the figures last."""
        for sentence in report.tampered[:SHOWN]:
            self.stderr.write(f"GEKNOEID  {sentence}")
        if len(report.tampered) > SHOWN:
            self.stderr.write(f"GEKNOEID  En nog {len(report.tampered) - SHOWN} bevindingen.")
        for sentence in report.unsure:
            self.stderr.write(f"ONBEKEND  {sentence}")
        speed = report.rows / seconds
        self.stdout.write(
            f"{report.rows} regels, {report.seals} zegels, {report.unsealed} nog niet verzegeld;"
            f" {seconds:.1f} s, {speed:.0f} regels per seconde."
        )
        if report.exit_code == 0:
            self.stdout.write("Het logboek is in orde.")
