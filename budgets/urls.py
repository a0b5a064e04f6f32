"""Every address of the maatwerkbudget and of the joint budget."""

from django.urls import include, path

urlpatterns = [
    path("maatwerkbudget/", include("budgets.overview.urls")),
    path("maatwerkbudget/", include("budgets.requests.urls")),
    path("maatwerkbudget/", include("budgets.ledger.urls")),
    path("maatwerkbudget/", include("budgets.closing.urls")),
    path("maatwerkbudget/", include("budgets.bank.urls")),
    path("gezamenlijke-begroting/", include("budgets.joint.urls")),
]
