"""Addresses of bank lines."""

from django.urls import path

from budgets.bank.views import acts, reading

urlpatterns = [
    path("bankregels/", reading.line_list, name="bank-lines"),
    path("bankregels/inlezen/", acts.take_in, name="bank-import"),
    path("bankregels/nakijken/", reading.preview, name="bank-preview"),
    path("bankregels/koppelen/", acts.accept, name="bank-accept"),
    path("bankregels/<int:line_id>/", reading.line, name="bank-line"),
    path("bankregels/<int:line_id>/koppelen/", acts.match, name="bank-match"),
    path("bankregels/<int:line_id>/opzij/", acts.set_aside, name="bank-aside"),
    path("bankregels/<int:line_id>/terughalen/", acts.take_back, name="bank-back"),
    path("bankregels/koppelingen/<int:match_id>/terugdraaien/", acts.undo, name="bank-undo"),
]
