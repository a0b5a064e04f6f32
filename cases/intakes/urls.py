"""Addresses of the melding."""

from django.urls import path

from cases.intakes.views import (
    acts,
    advice,
    letters,
    lists,
    newcomers,
    registering,
    rules,
    support,
    triage,
)

urlpatterns = [
    path("", lists.notification_list, name="notification-list"),
    path("nieuw/", registering.new, name="notification-new"),
    path(
        "nieuw/terugbelverzoek/<int:callback_id>/",
        registering.from_callback,
        name="notification-from-callback",
    ),
    path(
        "nieuw/inwoner/<int:callback_id>/",
        registering.for_resident,
        name="notification-for-resident",
    ),
    path("nieuw/kaart/<int:resident_id>/", newcomers.for_known, name="notification-for-known"),
    path("nieuw/onbekend/", newcomers.for_newcomer, name="notification-for-newcomer"),
    path("inwoner/<int:resident_id>/", newcomers.panel, name="notification-panel"),
    path("informatie-en-advies/", advice.advice, name="advice"),
    path("triage-regels/", rules.rules, name="triage-rules"),
    path("triage-regels/wijzigen/", rules.change, name="triage-rules-change"),
    path("triage-regels/proef/", rules.trial, name="triage-rules-trial"),
    path("triage-regels/in-gebruik/", rules.publish, name="triage-rules-publish"),
    path("<int:notification_id>/triage/", triage.triage, name="notification-triage"),
    path("<int:notification_id>/", lists.detail, name="notification-detail"),
    path("<int:notification_id>/bevestiging/", letters.letter, name="notification-letter"),
    path(
        "<int:notification_id>/bevestiging/pdf/",
        letters.letter_file,
        name="notification-letter-pdf",
    ),
    path("<int:notification_id>/ondersteuning/", support.offer, name="notification-support"),
    path(
        "<int:notification_id>/ondersteuning/verzoek/",
        support.ask,
        name="notification-support-request",
    ),
    path(
        "<int:notification_id>/ondersteuning/verzoek/pdf/",
        support.request_file,
        name="notification-support-pdf",
    ),
    path("<int:notification_id>/oppakken/", acts.claim, name="notification-claim"),
    path("<int:notification_id>/teruggeven/", acts.release, name="notification-release"),
    path("<int:notification_id>/geven/", acts.assign, name="notification-assign"),
    path("<int:notification_id>/onderzoek/", acts.start, name="notification-start"),
    path("<int:notification_id>/onderzocht/", acts.complete, name="notification-complete"),
    path("<int:notification_id>/intrekken/", acts.withdraw, name="notification-withdraw"),
    path("<int:notification_id>/geen-vervolg/", acts.drop, name="notification-drop"),
]
