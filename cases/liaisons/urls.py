"""Addresses of the register of linking pins."""

from django.urls import path

from cases.liaisons import views

urlpatterns = [
    path("", views.liaisons, name="liaison-list"),
    path("nieuw/", views.new, name="liaison-new"),
    path("<int:liaison_id>/wijzigen/", views.change, name="liaison-change"),
    path("<int:liaison_id>/klopt/", views.review, name="liaison-review"),
]
