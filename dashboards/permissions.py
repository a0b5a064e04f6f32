"""Who may see which figures: the grant table of ``dashboards``."""

from enum import StrEnum

from clusters.models import Role
from common.access import Grants


class Action(StrEnum):
    """Pages with figures."""

    SEE_DASHBOARD = "see_dashboard"
    SEE_DESK_DASHBOARD = "see_desk_dashboard"
    SEE_INFORMAL_SHARE = "see_informal_share"
    SEE_SST_DASHBOARD = "see_sst_dashboard"


GRANTS = Grants(
    {
        Role.TEAM_MANAGER: frozenset(
            {Action.SEE_DASHBOARD, Action.SEE_INFORMAL_SHARE, Action.SEE_SST_DASHBOARD}
        ),
        Role.GENERAL_MANAGER: frozenset(
            {Action.SEE_DASHBOARD, Action.SEE_DESK_DASHBOARD, Action.SEE_INFORMAL_SHARE}
            | {Action.SEE_SST_DASHBOARD}
        ),
        Role.CITY_SOCIAL_TEAM: frozenset({Action.SEE_SST_DASHBOARD}),
        Role.CONTACT_CENTRE: frozenset({Action.SEE_DESK_DASHBOARD}),
        Role.HELP_DESK: frozenset({Action.SEE_DESK_DASHBOARD}),
    }
)
