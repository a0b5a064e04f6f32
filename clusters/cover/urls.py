"""Addresses of cover."""

from django.urls import path

from clusters.cover.views import acts, reading

urlpatterns = [
    path("waarneming/", reading.covers, name="cover-list"),
    path("waarneming/zonder/", reading.missing, name="cover-missing"),
    path("waarneming/medewerkers/<int:person_id>/", acts.arrange, name="cover-arrange"),
    path("waarneming/<int:cover_id>/beeindigen/", acts.end, name="cover-end"),
]
