"""Addresses of the mandate register."""

from django.urls import path

from cases.mandates import views

urlpatterns = [
    path("", views.mandates, name="mandate-list"),
    path("nieuw/", views.new, name="mandate-new"),
    path("<int:mandate_id>/", views.detail, name="mandate-detail"),
    path("<int:mandate_id>/beeindigen/", views.end, name="mandate-end"),
]
