"""Who may do what with the organisation and its people: the grant table of ``clusters``.

The lowest room of this app, so roles stand here by their code; a test compares them with ``Role``.
The engine is ``common.access``.
"""

from enum import StrEnum
from typing import Any

from common.access import Decision, Grants


class Action(StrEnum):
    """Acts and pages about who we are."""

    SEE_CLUSTERS = "see_clusters"
    SEE_PARTNERS = "see_partners"
    SEE_WHO_IS_WHO = "see_who_is_who"
    LOOK_UP_POSTCODE = "look_up_postcode"
    ASSIGN_NEIGHBOURHOOD = "assign_neighbourhood"
    END_ASSIGNMENT = "end_assignment"
    IMPORT_POSTCODES = "import_postcodes"
    MAINTAIN_LISTS = "maintain_lists"
    GRANT_ROLE = "grant_role"
    END_ROLE = "end_role"
    SEE_OPERATIONS = "see_operations"
    INVITE_EMPLOYEE = "invite_employee"
    RESET_SECOND_FACTOR = "reset_second_factor"
    ENTER_ABSENCE = "enter_absence"
    KEEP_ABSENCE = "keep_absence"
    SEE_ABSENCE_CALENDAR = "see_absence_calendar"
    SEE_GAPS = "see_gaps"
    SEE_COVERS = "see_covers"
    ARRANGE_COVER = "arrange_cover"
    KEEP_COVER = "keep_cover"
    CROSS_COVER = "cross_cover"
    END_COVER = "end_cover"
    SEE_UNCOVERED = "see_uncovered"
    SEE_PROFILE = "see_profile"
    SET_PROFILE = "set_profile"


A = Action
EVERYBODY = frozenset({A.SEE_CLUSTERS, A.SEE_PARTNERS, A.SEE_WHO_IS_WHO, A.LOOK_UP_POSTCODE})
MAINTAINER = EVERYBODY | {
    A.ASSIGN_NEIGHBOURHOOD,
    A.END_ASSIGNMENT,
    A.IMPORT_POSTCODES,
    A.MAINTAIN_LISTS,
    A.GRANT_ROLE,
    A.END_ROLE,
    A.SEE_OPERATIONS,
    A.INVITE_EMPLOYEE,
    A.RESET_SECOND_FACTOR,
}
STEERING = EVERYBODY | {A.SEE_OPERATIONS, A.SEE_UNCOVERED, A.SEE_PROFILE}
COLLEAGUE = EVERYBODY | {A.ENTER_ABSENCE, A.SEE_ABSENCE_CALENDAR}
"""The people of a team: they enter their own absence and see who of the cluster is there."""
COVERED = COLLEAGUE | {A.SEE_COVERS, A.ARRANGE_COVER, A.END_COVER}
"""Those with work in their own name: somebody can do it for them (WN-1, WN-2)."""

GRANTS = Grants(
    {
        "team_worker": COVERED,
        "team_manager": STEERING | COVERED | {A.KEEP_ABSENCE, A.KEEP_COVER, A.SEE_GAPS},
        "general_manager": STEERING
        | COLLEAGUE
        | {A.SEE_COVERS, A.CROSS_COVER, A.END_COVER, A.SEE_GAPS, A.SET_PROFILE},
        "contact_centre": COLLEAGUE,
        "help_desk": COLLEAGUE,
        "city_social_team": COVERED,
        "city_hall_team": COVERED,
        "liaison": COLLEAGUE,
        "client_support": EVERYBODY,
        "steering_group": EVERYBODY,
        "commissioner": EVERYBODY,
        "application_manager": MAINTAINER,
        "privacy_officer": EVERYBODY,
        "controller": EVERYBODY,
    }
)


def require(by: Any, action: Action) -> Decision:
    """Why ``by`` may do this, for somebody who is signed in; raises PermissionDenied."""
    return GRANTS.require(by, action)
