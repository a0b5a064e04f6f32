"""Addresses of the work process, a line per room."""

from django.urls import include, path

urlpatterns = [
    path("inwoners/", include("cases.residents.urls")),
    path("terugbelverzoeken/", include("cases.callbacks.urls")),
    path("gesprekken/", include("cases.contacts.urls")),
    path("wmo-meldingen/", include("cases.intakes.urls")),
    path("verkorte-procedures/", include("cases.procedures.urls")),
    path("keukentafelgesprekken/", include("cases.talks.urls")),
    path("aanvragen/", include("cases.decisions.urls")),
    path("dossiers/", include("cases.dossiers.urls")),
    path("plannen/", include("cases.plans.urls")),
    path("dossiers/", include("cases.todos.urls")),
    path("dossiers/", include("cases.documents.urls")),
    path("overdrachten/", include("cases.handovers.urls")),
    path("vrijwilligers/", include("cases.matching.urls")),
    path("waakvlam/", include("cases.waakvlam.urls")),
    path("signalen/", include("cases.signals.urls")),
    path("meldcode/", include("cases.meldcode.urls")),
    path("adviesvragen/", include("cases.advice.urls")),
    path("casusoverleg/", include("cases.conferences.urls")),
    path("verwijzingen/", include("cases.referrals.urls")),
    path("terugkoppelingen/", include("cases.feedback.urls")),
    path("vraagbaak/", include("cases.helpdesk.urls")),
    path("kennisbank/", include("cases.knowledge.urls")),
    path("sociale-kaart/", include("cases.community.urls")),
    path("linking-pins/", include("cases.liaisons.urls")),
    path("mandaten/", include("cases.mandates.urls")),
    path("brp-uittreksels/", include("cases.brp.urls")),
    path("overleg/", include("cases.agenda.urls")),
    path("werklast/", include("cases.workload.urls")),
]
