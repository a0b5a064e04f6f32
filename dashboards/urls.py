"""Addresses of the first page and the figures."""

from django.urls import path

from dashboards import views

urlpatterns = [
    path("", views.home, name="home"),
    path("dashboard/", views.dashboard, name="dashboard"),
    path("kcc/", views.desk_dashboard, name="desk-dashboard"),
]
