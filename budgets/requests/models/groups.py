"""States and roles that belong together, for scopes and constraints."""

from budgets.requests.lifecycle import RequestState
from clusters.models import Role

ASKING = frozenset({Role.TEAM_WORKER, Role.CITY_SOCIAL_TEAM})
"""Roles that ask for money (row 11)."""
DECIDED = [RequestState.APPROVED, RequestState.PAID, RequestState.REFUSED, RequestState.LAPSED]
REMINDED_AFTER = (1, 30, 60, 90)
"""Days after the expected day on which somebody is told that an advance is late (MB-15)."""
LIVE = [RequestState.WAITING, RequestState.APPROVED]
TO_PAY = [RequestState.APPROVED, RequestState.PAID]
