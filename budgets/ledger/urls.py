"""Addresses of the ledger."""

from django.urls import path

from budgets.ledger import views

urlpatterns = [
    path("potten/nieuw/", views.open_pot, name="pot-new"),
    path("potten/overhevelen/", views.move, name="pot-move"),
    path("potten/<int:pot_id>/boekingen/", views.entries, name="pot-entries"),
    path("boekingen.csv", views.export, name="ledger-export"),
]
