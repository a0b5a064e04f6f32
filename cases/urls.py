"""Addresses of the work process, a line per room."""

from django.urls import include, path

urlpatterns = [
    path("terugbelverzoeken/", include("cases.callbacks.urls")),
]
