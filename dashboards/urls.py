"""Addresses of the first page and the figures."""

from django.urls import path

from dashboards import collective_views, happened_views, share_views, views
from dashboards.ask_views import asks
from dashboards.saved import views as saved
from dashboards.weekly.views import choose

urlpatterns = [
    path("", views.home, name="home"),
    path("dashboard/", views.dashboard, name="dashboard"),
    path("dashboard/vraagt/", asks, name="dashboard-asks"),
    path("dashboard/maatwerkbudget/", views.dashboard_budgets, name="dashboard-budgets"),
    path("dashboard/termijnen/", views.dashboard_terms, name="dashboard-terms"),
    path("dashboard/bezetting/", views.dashboard_presence, name="dashboard-presence"),
    path(
        "dashboard/collectief/",
        collective_views.dashboard_collective,
        name="dashboard-collective",
    ),
    path("dashboard/tijd/", collective_views.collective_time, name="collective-time"),
    path("dashboard/informeel/", share_views.informal_share, name="informal-share"),
    path(
        "dashboard/informeel/hulpvragen/",
        share_views.informal_share_list,
        name="informal-share-list",
    ),
    path(
        "waarneming/<int:cover_id>/gebeurd/", happened_views.cover_happened, name="cover-happened"
    ),
    path("weergaven/", saved.saved_views, name="saved-views"),
    path("weergaven/nieuw/", saved.new_view, name="view-new"),
    path("weergaven/<int:view_id>/verwijderen/", saved.remove_view, name="view-remove"),
    path("weergaven/weekoverzicht/", choose, name="weekly-choose"),
    path("kcc/", views.desk_dashboard, name="desk-dashboard"),
]
