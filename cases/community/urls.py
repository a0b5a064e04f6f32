"""Addresses of the sociale kaart."""

from django.urls import path

from cases.community.views import editing, organisations, reading

urlpatterns = [
    path("", reading.offers, name="offer-list"),
    path("nieuw/", editing.new, name="offer-new"),
    path("nakijken/", reading.due, name="offer-due"),
    path("organisaties/", organisations.organisations, name="organisation-list"),
    path("organisaties/nieuw/", organisations.new, name="organisation-new"),
    path("organisaties/<int:organisation_id>/", organisations.detail, name="organisation-detail"),
    path(
        "organisaties/<int:organisation_id>/wijzigen/",
        organisations.change,
        name="organisation-change",
    ),
    path("<int:offer_id>/", reading.detail, name="offer-detail"),
    path("<int:offer_id>/wijzigen/", editing.change, name="offer-change"),
    path("<int:offer_id>/klopt-nog/", editing.review, name="offer-review"),
    path("<int:offer_id>/stoppen/", editing.stop, name="offer-stop"),
    path("<int:offer_id>/hervatten/", editing.restart, name="offer-restart"),
]
