"""Addresses of requests."""

from django.urls import path

from budgets.requests.views import acts, reading

urlpatterns = [
    path("aanvragen/", reading.request_list, name="budget-list"),
    path("aanvragen/nieuw/", acts.new_for_team, name="budget-new-team"),
    path("dossier/<int:file_id>/", reading.panel, name="budget-panel"),
    path("dossier/<int:file_id>/nieuw/", acts.new, name="budget-new"),
    path("waakvlam/<int:waakvlam_id>/", reading.waakvlam_panel, name="budget-waakvlam-panel"),
    path("waakvlam/<int:waakvlam_id>/nieuw/", acts.new_for_waakvlam, name="budget-new-waakvlam"),
    path("aanvragen/<int:request_id>/", reading.detail, name="budget-request"),
    path("aanvragen/<int:request_id>/besluit/", acts.decide, name="budget-decide"),
    path("aanvragen/<int:request_id>/intrekken/", acts.withdraw, name="budget-withdraw"),
    path("aanvragen/<int:request_id>/betalen/", acts.pay, name="budget-pay"),
    path("aanvragen/<int:request_id>/kwam-terug/", acts.bounce, name="budget-bounce"),
    path("aanvragen/<int:request_id>/terugbetaling/", acts.repay, name="budget-repay"),
    path("aanvragen/<int:request_id>/geweigerd/", acts.deny, name="budget-deny"),
    path("aanvragen/<int:request_id>/regelen/", acts.settle, name="budget-settle"),
    path("aanvragen/<int:request_id>/afboeken/", acts.write_off, name="budget-write-off"),
    path("aanvragen/<int:request_id>/tekenen/", acts.sign, name="budget-sign"),
]
