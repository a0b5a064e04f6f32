"""Addresses of the load."""

from django.urls import path

from cases.workload import views

urlpatterns = [
    path("", views.workload, name="workload"),
    path("termijnen/", views.terms, name="workload-terms"),
    path("medewerkers/<int:person_id>/", views.person, name="workload-person"),
]
