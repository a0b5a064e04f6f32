"""Addresses of collective work and of the plans of clusters."""

from django.urls import path

from cases.collective.views import places, plans, reading, writing

urlpatterns = [
    path("", reading.entries, name="collective-list"),
    path("contact/", writing.new_moment, name="collective-moment"),
    path("activiteit/", writing.new_activity, name="collective-activity"),
    path("wijken/", places.places, name="collective-places"),
    path("plannen/", plans.plans, name="cluster-plan-list"),
    path("plannen/<int:cluster_id>/", plans.plan, name="cluster-plan"),
    path("plannen/<int:cluster_id>/visie/", plans.vision, name="cluster-plan-vision"),
    path("plannen/<int:cluster_id>/opgave/", plans.new_goal, name="cluster-goal-new"),
    path("opgaven/<int:goal_id>/wijzigen/", plans.change_goal, name="cluster-goal-change"),
    path("opgaven/<int:goal_id>/voortgang/", plans.progress, name="cluster-goal-progress"),
    path("<int:entry_id>/", reading.entry, name="collective-detail"),
    path("<int:entry_id>/wijzigen/", writing.change, name="collective-change"),
    path("<int:entry_id>/starten/", writing.start, name="collective-start"),
    path("<int:entry_id>/afsluiten/", writing.end, name="collective-end"),
]
