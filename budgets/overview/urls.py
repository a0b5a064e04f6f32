"""Addresses of the overview."""

from django.urls import path

from budgets.overview import views

urlpatterns = [
    path("", views.overview, name="budget-overview"),
    path("voorschotten/", views.advances, name="budget-advances"),
    path("cijfers/", views.spending, name="budget-spending"),
    path("cijfers.xlsx", views.figures_file, name="budget-figures-file"),
    path("boekingen.xlsx", views.journal_file, name="ledger-export-xlsx"),
    path("totalen/", views.totals, name="budget-totals"),
    path("differentiatie/", views.differentiation, name="budget-differentiation"),
]
