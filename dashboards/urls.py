"""Addresses of the first page and the figures."""

from django.urls import path

from dashboards import desk_views, happened_views, share_views, sst_views, views

urlpatterns = [
    path("", views.home, name="home"),
    path("dashboard/", views.dashboard, name="dashboard"),
    path("dashboard/maatwerkbudget/", views.dashboard_budgets, name="dashboard-budgets"),
    path("dashboard/termijnen/", views.dashboard_terms, name="dashboard-terms"),
    path("dashboard/waarneming/", views.dashboard_covers, name="dashboard-covers"),
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
    path("kcc/grafieken/", desk_views.desk_charts, name="desk-charts"),
    path("kcc/vraagbaak/", desk_views.desk_questions, name="desk-questions"),
    path("sst/", sst_views.sst_dashboard, name="sst-dashboard"),
    path("sst/grafieken/", sst_views.sst_charts, name="sst-charts"),
    path("sst/overdrachten/", sst_views.sst_offers, name="sst-offers"),
    path("sst/adviesvragen/", sst_views.sst_advices, name="sst-advices"),
    path("sst/overleg/", sst_views.sst_points, name="sst-points"),
]
