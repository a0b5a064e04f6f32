"""Addresses of the organisation."""

from django.urls import path

from clusters.organisation import views

urlpatterns = [
    path("partners/", views.partner_list, name="partner-list"),
    path("postcode/", views.postcode_lookup, name="postcode-lookup"),
]
