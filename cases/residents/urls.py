"""Addresses of the inwoners; a number in it, never a name."""

from django.urls import path

from cases.residents.views import (
    card,
    consents,
    merging,
    parties,
    professionals,
    sealed,
    search,
)

urlpatterns = [
    path("zoeken/", search.search, name="resident-search"),
    path("<int:resident_id>/", card.detail, name="resident-detail"),
    path("<int:resident_id>/wijzigen/", card.change, name="resident-change"),
    path("<int:resident_id>/bsn/", sealed.bsn, name="resident-bsn"),
    path("<int:resident_id>/bsn/tonen/", sealed.show_bsn, name="resident-bsn-show"),
    path("<int:resident_id>/geheim-adres/", sealed.secret_address, name="resident-secret-address"),
    path(
        "<int:resident_id>/geheim-adres/tonen/", sealed.show_address, name="resident-address-show"
    ),
    path("<int:resident_id>/geheim-adres/opheffen/", sealed.lift, name="resident-secrecy-lift"),
    path("<int:resident_id>/dubbel/", merging.twins, name="resident-twins"),
    path("<int:resident_id>/samenvoegen/<int:loser_id>/", merging.merge, name="resident-merge"),
    path("<int:resident_id>/samengevoegd/<uuid:merge_id>/", merging.done, name="resident-merged"),
    path(
        "<int:resident_id>/samengevoegd/<uuid:merge_id>/ongedaan/",
        merging.undo,
        name="resident-merge-undo",
    ),
    path("<int:resident_id>/toestemmingen/nieuw/", consents.new, name="consent-new"),
    path(
        "<int:resident_id>/toestemmingen/<int:consent_id>/intrekken/",
        consents.withdraw,
        name="consent-withdraw",
    ),
    path("<int:resident_id>/betrokken/nieuw/", professionals.new, name="professional-new"),
    path(
        "<int:resident_id>/betrokken/<int:professional_id>/",
        professionals.change,
        name="professional-change",
    ),
    path("<int:resident_id>/<slug:kind>/toevoegen/", parties.new, name="party-new"),
    path("<int:resident_id>/rond/<int:party_id>/", parties.change, name="party-change"),
    path("<int:resident_id>/rond/<int:party_id>/verwijderen/", parties.remove, name="party-remove"),
]
