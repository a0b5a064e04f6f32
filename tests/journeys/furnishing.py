"""The city with something of every room in it."""

from tests.journeys import (
    city_absence,
    city_advice,
    city_agenda,
    city_bank,
    city_brp,
    city_budgets,
    city_closing,
    city_community,
    city_conferences,
    city_contacts,
    city_cover,
    city_decisions,
    city_desk_figures,
    city_dossiers,
    city_feedback,
    city_handovers,
    city_helpdesk,
    city_intakes,
    city_joint,
    city_knowledge,
    city_liaisons,
    city_mandates,
    city_matching,
    city_meldcode,
    city_plans,
    city_procedures,
    city_question_sets,
    city_referrals,
    city_residents,
    city_signals,
    city_sst,
    city_talks,
    city_todos,
    city_waakvlam,
    city_workload,
)
from tests.journeys.city import City, build_city

ROOMS = (
    city_residents,
    city_brp,
    city_question_sets,
    city_contacts,
    city_desk_figures,
    city_knowledge,
    city_community,
    city_mandates,
    city_helpdesk,
    city_agenda,
    city_intakes,
    city_talks,
    city_procedures,
    city_dossiers,
    city_decisions,
    city_plans,
    city_todos,
    city_matching,
    city_meldcode,
    city_handovers,
    city_waakvlam,
    city_signals,
    city_liaisons,
    city_advice,
    city_referrals,
    city_conferences,
    city_feedback,
    city_budgets,
    city_bank,
    city_closing,
    city_joint,
    city_absence,
    city_workload,
    city_cover,
    city_sst,
)
"""In the order in which they build on each other."""


def furnished_city() -> City:
    """Everything there is to look at."""
    city = build_city()
    for room in ROOMS:
        room.furnish(city)
    return city
