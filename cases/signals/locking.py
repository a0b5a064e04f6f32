"""One signal under a lock, as every act on it begins; inside a transaction."""

from cases.permissions import GRANTS, Action
from cases.signals.models import Signal
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation


def lock_signal(signal_id: int, action: Action, by: User) -> tuple[Signal, Decision]:
    """The signal in scope, locked, and why this employee may do this; PermissionDenied."""
    scope = Signal.objects.visible_to(by).for_list()
    signal = scope.select_for_update(of=("self",)).get(pk=signal_id)
    return signal, GRANTS.require(by, action, signal)


def must_be_newest(signal: Signal, version: int) -> None:
    """Nothing changes from an old page (SG-13); raises RuleViolation that says how it stands."""
    if version == signal.version:
        return
    raise RuleViolation(
        f"Een collega was u voor. Dit signaal is nu: {signal.get_state_display().lower()}, "
        f"volgende poging {signal.next_on:%d-%m-%Y}. "
        "Klopt wat u invulde nog? Bewaar het dan opnieuw.",
        field="version",
    )
