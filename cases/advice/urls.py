"""Addresses of adviesvragen."""

from django.urls import path

from cases.advice.views import acts, reading

urlpatterns = [
    path("", reading.advice_list, name="advice-list"),
    path("cijfers/", reading.figures, name="advice-figures"),
    path("dossier/<int:file_id>/", reading.panel, name="advice-panel"),
    path("dossier/<int:file_id>/vragen/", acts.ask, name="advice-ask"),
    path("<int:advice_id>/", reading.detail, name="advice-detail"),
    path("<int:advice_id>/antwoord/", acts.answer, name="advice-answer"),
    path("<int:advice_id>/gelezen/", acts.read, name="advice-read"),
    path("<int:advice_id>/intrekken/", acts.withdraw, name="advice-withdraw"),
]
