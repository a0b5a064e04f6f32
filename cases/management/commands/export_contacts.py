"""``manage.py export_contacts FILE``: contacts and requests as klantinteracties, line by line."""

import contextlib
import os
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError

from cases.exchange.services import Selection, create_export
from clusters.models import Team, TeamKind


class Command(BaseCommand):
    """Never half a file: it gets its name when everything is in it and the trail knows."""

    help = "Schrijft klantcontacten en terugbelverzoeken naar FILE; zie docs/klantinteracties.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and which contacts."""
        parser.add_argument("file", type=Path, help="waar het bestand komt")
        parser.add_argument("--from", dest="first_day", help="eerste dag, jjjj-mm-dd")
        parser.add_argument("--until", dest="last_day", help="laatste dag, jjjj-mm-dd")
        parser.add_argument("--desk", help="code van het klantcontactcentrum")

    def handle(
        self,
        *args: Any,
        file: Path,
        first_day: str | None,
        last_day: str | None,
        desk: str | None,
        **options: Any,
    ) -> None:
        """Write the file and say how many."""
        selection = Selection(_day(first_day), _day(last_day), _desk(desk))
        if file.is_dir():
            raise CommandError(f"{file} is een map; geef een bestandsnaam.")
        try:
            with _whole(file) as out:
                count = create_export(out=out, selection=selection, by=None)
        except OSError as error:
            raise CommandError(f"{file} kan niet worden geschreven: {error.strerror}.") from error
        self.stdout.write(f"{count} geschreven naar {file}.")


@contextlib.contextmanager
def _whole(file: Path) -> Iterator[IO[bytes]]:
    """A file that only its owner can read, and that exists under its name when it is whole."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            os.fchmod(out.fileno(), 0o600)
            yield out
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise CommandError(f"“{text}” is geen datum als 2026-12-01.") from error


def _desk(code: str | None) -> Team | None:
    if code is None:
        return None
    desk = Team.objects.filter(code=code, kind=TeamKind.CONTACT_CENTRE).first()
    if desk is None:
        raise CommandError(f"Er is geen klantcontactcentrum met de code “{code}”.")
    return desk
