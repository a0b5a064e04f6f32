"""Who may read the trail: the privacy officer, and nobody else (H1: no superuser either)."""

from enum import StrEnum

from common.access import Grants


class Action(StrEnum):
    """What one may do with the trail; changing it is not among them."""

    READ_AUDIT_TRAIL = "read_audit_trail"


GRANTS = Grants({"privacy_officer": frozenset(Action)})
