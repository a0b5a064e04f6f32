"""Everything of a start that needs Django, in one process: database, lists, demo city, static.

Called by ``tools.run`` with the project's own interpreter: ``python -m tools.prepare FIRST TOTAL``.
"""

import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.module_loading import import_string

from tools.configuration import ROOT
from tools.stamps import fingerprint, is_current, write_stamp
from tools.steps import Steps
from tools.trouble import Trouble, run_main

MAIN_ROLES = ("contact_centre", "team_worker", "team_manager")


def main() -> int:
    """Run the steps FIRST … FIRST + 3 of TOTAL; what is up to date is skipped."""
    first, total = (int(text) for text in sys.argv[1:])
    steps = Steps(total, first, out=sys.stdout)
    log = Path(os.environ["DATA_DIR"]) / "log" / "prepare.log"
    with log.open("w", encoding="utf-8") as out, redirect_stdout(out), redirect_stderr(out):
        try:
            _prepare(steps)
        except CommandError as error:
            raise Trouble(str(error)) from error
        except ImproperlyConfigured as error:
            raise Trouble(f"De instellingen kloppen niet: {error} (zie .env.example).") from error
        except DatabaseError as error:
            raise Trouble(f"De database weigerde een opdracht; waarom staat in {log}.") from error
    return 0


def _prepare(steps: Steps) -> None:
    with steps.step("Database"):
        django.setup()
        _check_database_answers()
        _migrate()
    with steps.step("Naslaggegevens"):
        call_command("load_reference_data")
    with steps.step("Demostad"):
        call_command("seed_demo")
        import_string("dashboards.services.refresh_month_figures")(at=timezone.now())
    with steps.step("Bestanden voor de browser"):
        _collect_static()
    _name_demo_people()


def _check_database_answers() -> None:
    """A database that is down is the reader's business, not a traceback."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        where = settings.DATABASES["default"]
        name = f"{where.get('HOST') or ''}:{where.get('PORT') or ''}/{where['NAME']}".lstrip(":")
        raise Trouble(
            f"De database {name} antwoordt niet: start haar of verbeter DATABASE_URL "
            "(zonder DATABASE_URL gebruikt make run een eigen SQLite-bestand)."
        ) from error


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=1)


def _collect_static() -> None:
    """Collect and compress, unless the sources and the packages that bring files are the same."""
    stamp = settings.DATA_DIR / "stamps" / "static"
    wanted = fingerprint([ROOT / "static", ROOT / "requirements.txt"])
    if not is_current(stamp, wanted) or not settings.STATIC_ROOT.exists():
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        write_stamp(stamp, wanted)


def _name_demo_people() -> None:
    """Leave for the last lines of ``make run`` who to sign in as, the three main roles first."""
    from clusters.login.demo import demo_people  # noqa: PLC0415 - after django.setup()

    cards = {card.role: card for card in demo_people()}
    lines = [
        f"  {cards[role].user} – {cards[role].role_label}" for role in MAIN_ROLES if role in cards
    ]
    (settings.DATA_DIR / "demo-people.txt").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(run_main(main))
