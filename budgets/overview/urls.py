"""Address of the overview."""

from django.urls import path

from budgets.overview import views

urlpatterns = [path("", views.overview, name="budget-overview")]
