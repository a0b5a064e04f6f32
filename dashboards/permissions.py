"""Who may see which figures: the grant table of ``dashboards``."""

from enum import StrEnum

from clusters.models import Role
from common.access import Grants


class Action(StrEnum):
    """Pages with figures."""

    SEE_DASHBOARD = "see_dashboard"
    SEE_DESK_DASHBOARD = "see_desk_dashboard"
    SEE_INFORMAL_SHARE = "see_informal_share"
    SAVE_VIEWS = "save_views"
    SEE_SST_DASHBOARD = "see_sst_dashboard"


KEEPS = frozenset({Action.SAVE_VIEWS})
STEERS = KEEPS | {Action.SEE_DASHBOARD, Action.SEE_INFORMAL_SHARE, Action.SEE_SST_DASHBOARD}
DESK = KEEPS | {Action.SEE_DESK_DASHBOARD}
GRANTS = Grants(
    {
        Role.TEAM_WORKER: KEEPS,
        Role.CITY_SOCIAL_TEAM: KEEPS | {Action.SEE_SST_DASHBOARD},
        Role.CITY_HALL_TEAM: KEEPS,
        Role.TEAM_MANAGER: STEERS,
        Role.GENERAL_MANAGER: STEERS | DESK,
        Role.CONTACT_CENTRE: DESK,
        Role.HELP_DESK: DESK,
    }
)
