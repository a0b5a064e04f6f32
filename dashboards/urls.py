"""Addresses of the first page and the figures."""

from django.urls import path

from dashboards import collective_views, desk_views, happened_views, share_views, sst_views, views
from dashboards.ask_views import asks
from dashboards.flow import lists as flow_lists
from dashboards.flow import views as flow_views
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
    path("dashboard/profiel/", views.dashboard_profile, name="dashboard-profile"),
    path("dashboard/stroom/", flow_views.streams, name="dashboard-streams"),
    path("dashboard/doorlooptijd/", flow_views.leads, name="dashboard-leads"),
    path("dashboard/triage/", flow_views.triages, name="dashboard-triages"),
    path("dashboard/formeel-informeel/", flow_views.shares, name="dashboard-shares"),
    path("dashboard/lijst/stroom/", flow_lists.stream_list, name="flow-stream-list"),
    path("dashboard/lijst/doorlooptijd/", flow_lists.lead_list, name="flow-lead-list"),
    path("dashboard/lijst/triage/", flow_lists.triage_list, name="flow-triage-list"),
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
    path("kcc/grafieken/", desk_views.desk_charts, name="desk-charts"),
    path("kcc/vraagbaak/", desk_views.desk_questions, name="desk-questions"),
    path("sst/", sst_views.sst_dashboard, name="sst-dashboard"),
    path("sst/grafieken/", sst_views.sst_charts, name="sst-charts"),
    path("sst/overdrachten/", sst_views.sst_offers, name="sst-offers"),
    path("sst/adviesvragen/", sst_views.sst_advices, name="sst-advices"),
    path("sst/overleg/", sst_views.sst_points, name="sst-points"),
]
