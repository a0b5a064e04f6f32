"""Addresses of the joint budget."""

from django.urls import path

from budgets.joint import views

urlpatterns = [
    path("", views.budget, name="joint-budget"),
    path("nieuw/", views.begin, name="joint-new"),
    path("totalen/", views.totals, name="joint-totals"),
    path("<int:budget_id>/vaststellen/", views.adopt, name="joint-adopt"),
    path("<int:budget_id>/regels/nieuw/", views.add, name="joint-line-new"),
    path("<int:budget_id>/regels.csv", views.export, name="joint-export"),
    path("regels/<int:version_id>/", views.line, name="joint-line"),
    path("regels/<int:version_id>/wijzigen/", views.change, name="joint-line-change"),
    path("regels/<int:version_id>/vervallen/", views.drop, name="joint-line-drop"),
]
