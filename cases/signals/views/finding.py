"""One signal for one employee: 404 out of scope, 403 without grant, a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404

from audit.services import record_view
from cases.permissions import GRANTS, Action
from cases.signals.models import Signal
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]


def seen_signal(
    request: EmployeeRequest, signal_id: int, action: Action = Action.SEE_SIGNAL
) -> tuple[Signal, Grounds]:
    """The signal with everything one may do to it; what is seen of it is in the trail first."""
    signal, grounds = find_signal(request, signal_id)
    record_view(request, "signal.read", subject=signal, decision=ground_for(action, grounds))
    return signal, grounds


def find_signal(request: EmployeeRequest, signal_id: int) -> tuple[Signal, Grounds]:
    """The same for a page that writes its own line in the trail."""
    rows = Signal.objects.visible_to(request.user).for_list().select_related("registered_by")
    signal: Signal = get_object_or_404(rows, pk=signal_id)
    return signal, GRANTS.grounds_in_scope(request.user, signal)
