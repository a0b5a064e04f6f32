"""Addresses of the first page and the figures."""

from django.urls import path

from dashboards import happened_views, share_views, views

urlpatterns = [
    path("", views.home, name="home"),
    path("dashboard/", views.dashboard, name="dashboard"),
    path("dashboard/maatwerkbudget/", views.dashboard_budgets, name="dashboard-budgets"),
    path("dashboard/termijnen/", views.dashboard_terms, name="dashboard-terms"),
    path("dashboard/waarneming/", views.dashboard_covers, name="dashboard-covers"),
    path("dashboard/bezetting/", views.dashboard_staffing, name="dashboard-staffing"),
    path("dashboard/profiel/", views.dashboard_profile, name="dashboard-profile"),
    path("dashboard/informeel/", share_views.informal_share, name="informal-share"),
    path(
        "dashboard/informeel/hulpvragen/",
        share_views.informal_share_list,
        name="informal-share-list",
    ),
    path(
        "waarneming/<int:cover_id>/gebeurd/", happened_views.cover_happened, name="cover-happened"
    ),
    path("kcc/", views.desk_dashboard, name="desk-dashboard"),
]
