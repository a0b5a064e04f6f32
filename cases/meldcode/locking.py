"""One meldcode under a lock, as every act on it begins; inside a transaction."""

from datetime import date, timedelta

from cases.meldcode.models import SafetyCode
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation

LONGEST_AGO, LONGEST_WAIT = timedelta(days=365), timedelta(days=92)
STALE = "Dit formulier is verouderd. Open de pagina opnieuw."


def lock_code(code_id: int, action: Action, by: User) -> tuple[SafetyCode, Decision]:
    """The meldcode in scope, locked, and why this employee may do this; PermissionDenied."""
    scope = SafetyCode.objects.visible_to(by).select_related("resident", "team", "holder")
    code = scope.select_for_update(of=("self",)).get(pk=code_id)
    return code, GRANTS.require(by, action, code)


def must_be_newest(code: SafetyCode, version: int) -> None:
    """Nothing changes from an old page (MC-17); raises RuleViolation."""
    if version != code.version:
        raise RuleViolation(
            "Een collega was u voor: deze meldcode is intussen gewijzigd. Klopt wat u invulde "
            "nog? Bewaar het dan opnieuw.",
            field="version",
        )


def must_run(code: SafetyCode) -> None:
    """What ended changes no more; raises RuleViolation."""
    if not code.is_running:
        raise RuleViolation("Deze meldcode is afgerond en verandert niet meer.")


def must_be_done(day: date, today: date, *, field: str) -> None:
    """Not in the future, not more than a year ago; raises RuleViolation."""
    if not today - LONGEST_AGO <= day <= today:
        raise RuleViolation("Kies vandaag of een dag in het afgelopen jaar.", field=field)


def must_be_ahead(day: date, today: date) -> None:
    """A day on which it goes on, within three months; raises RuleViolation."""
    if not today <= day <= today + LONGEST_WAIT:
        raise RuleViolation("Kies een dag vanaf vandaag, en binnen drie maanden.", field="next_on")


def touch(code: SafetyCode, today: date, *fields: str) -> None:
    """Save what changed, with the version and the day from which keeping counts (MC-15)."""
    code.version += 1
    code.touched_on = today
    code.save(update_fields=[*fields, "version", "touched_on"])
