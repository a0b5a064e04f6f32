"""Addresses of the overview."""

from django.urls import path

from budgets.overview import views

urlpatterns = [
    path("", views.overview, name="budget-overview"),
    path("totalen/", views.totals, name="budget-totals"),
    path("differentiatie/", views.differentiation, name="budget-differentiation"),
]
