"""Addresses of plans; each begins with the dossier."""

from django.urls import path

from cases.plans.views import actions, evaluating, goals, households, reading

GOAL = "<int:file_id>/doelen/<uuid:goal_id>"
ACTION = "<int:file_id>/acties/<uuid:action_id>"
EVALUATION = "<int:file_id>/evaluaties/<uuid:evaluation_id>"

urlpatterns = [
    path("<int:file_id>/", reading.detail, name="plan-detail"),
    path("<int:file_id>/paneel/", reading.panel, name="plan-panel"),
    path("<int:file_id>/afdrukken/", reading.paper, name="plan-print"),
    path("<int:file_id>/beginnen/", households.start, name="plan-start"),
    path("<int:file_id>/huishouden/", households.members, name="plan-members"),
    path("<int:file_id>/akkoord/", households.agreement, name="plan-agreement"),
    path("<int:file_id>/doelen/nieuw/", goals.add, name="plan-goal-new"),
    path(f"{GOAL}/wijzigen/", goals.change, name="plan-goal-change"),
    path(f"{GOAL}/beeindigen/", goals.end, name="plan-goal-end"),
    path(f"{GOAL}/sociale-kaart/", actions.offers, name="plan-offers"),
    path(f"{GOAL}/acties/nieuw/", actions.add, name="plan-action-new"),
    path(f"{ACTION}/wijzigen/", actions.change, name="plan-action-change"),
    path(f"{ACTION}/stand/", actions.move, name="plan-action-move"),
    path("<int:file_id>/evaluaties/plannen/", evaluating.plan, name="plan-evaluation-plan"),
    path(f"{EVALUATION}/vastleggen/", evaluating.hold, name="plan-evaluation-hold"),
    path(f"{EVALUATION}/niet/", evaluating.drop, name="plan-evaluation-drop"),
]
