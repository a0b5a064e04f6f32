"""Addresses of match requests."""

from django.urls import path

from cases.matching.views import answering, asking, reading

urlpatterns = [
    path("", reading.match_list, name="match-list"),
    path("dossier/<int:file_id>/", reading.panel, name="match-panel"),
    path("dossier/<int:file_id>/vragen/<uuid:question_id>/", asking.ask, name="match-ask"),
    path("aanbod/<int:offer_id>/", asking.from_offer, name="match-offer"),
    path("<int:match_id>/", reading.detail, name="match-detail"),
    path("<int:match_id>/oppakken/", answering.take, name="match-take"),
    path("<int:match_id>/gevonden/", answering.found, name="match-found"),
    path("<int:match_id>/geen-match/", answering.none, name="match-none"),
    path("<int:match_id>/intrekken/", asking.withdraw, name="match-withdraw"),
    path("<int:match_id>/aangekomen/", asking.arrival, name="match-arrival"),
]
