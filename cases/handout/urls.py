"""Addresses of handing out."""

from django.urls import path

from cases.handout import views

urlpatterns = [
    path("medewerkers/<int:person_id>/uitdelen/", views.prepare, name="handout-prepare"),
    path("uitgedeeld/<int:handout_id>/", views.detail, name="handout-detail"),
    path("uitgedeeld/<int:handout_id>/terugdraaien/", views.undo, name="handout-undo"),
]
