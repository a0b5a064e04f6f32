from django.urls import path

from cases.decisions.views import (
    deciding,
    exporting,
    letters,
    reading,
    revising,
    term_letters,
    terms,
)

urlpatterns = [
    path("", reading.application_list, name="application-list"),
    path("voorzieningen/<str:form>/", exporting.export, name="provision-export"),
    path("bij-melding/<int:notification_id>/", reading.panel, name="application-panel"),
    path("nieuw/<int:notification_id>/", terms.file_new, name="application-new"),
    path("<int:application_id>/", reading.detail, name="application-detail"),
    path("<int:application_id>/verslag/", reading.report, name="application-report"),
    path("<int:application_id>/oppakken/", terms.claim, name="application-claim"),
    path("<int:application_id>/doorgeven/", terms.hand_over, name="application-pass"),
    path("<int:application_id>/opschorten/", terms.pause, name="application-pause"),
    path(
        "<int:application_id>/opschorting/<uuid:pause_id>/",
        terms.resume,
        name="application-resume",
    ),
    path(
        "<int:application_id>/opschorting/<uuid:pause_id>/brief/",
        term_letters.pause,
        name="pause-letter",
    ),
    path("<int:application_id>/vertraging/", terms.delay, name="application-delay"),
    path("<int:application_id>/vertraging/brief/", term_letters.delay, name="delay-letter"),
    path(
        "<int:application_id>/termijnbrief/<uuid:letter_id>/pdf/",
        term_letters.letter_file,
        name="term-letter-pdf",
    ),
    path("<int:application_id>/ingebrekestelling/", terms.default, name="application-default"),
    path("<int:application_id>/intrekken/", terms.withdraw, name="application-withdraw"),
    path("<int:application_id>/besluit/", deciding.edit, name="decision-edit"),
    path("<int:application_id>/besluit/voorziening/", deciding.provision, name="provision-new"),
    path(
        "<int:application_id>/besluit/voorziening/<uuid:provision_id>/weg/",
        deciding.drop_provision,
        name="provision-remove",
    ),
    path("<int:application_id>/besluit/nemen/", deciding.decide, name="decision-take"),
    path("<int:application_id>/besluit/voorleggen/", deciding.offer, name="decision-offer"),
    path("<int:application_id>/besluit/akkoord/", deciding.countersign, name="decision-agree"),
    path("<int:application_id>/besluit/terug/", deciding.give_back, name="decision-return"),
    path("<int:application_id>/besluit/heropenen/", deciding.reopen, name="decision-reopen"),
    path("<int:application_id>/herzien/", revising.revise, name="decision-revise"),
    path("<int:application_id>/brief/", letters.letter, name="decision-letter"),
    path("<int:application_id>/brief/pdf/", letters.letter_file, name="decision-letter-pdf"),
    path("<int:application_id>/opnieuw-kijken/", letters.review, name="decision-review"),
    path("<int:application_id>/bezwaar/", letters.objection, name="objection-new"),
    path(
        "<int:application_id>/bezwaar/<uuid:objection_id>/verdagen/",
        letters.postpone,
        name="objection-postpone",
    ),
    path(
        "<int:application_id>/bezwaar/<uuid:objection_id>/",
        letters.judge,
        name="objection-decide",
    ),
    path(
        "<int:application_id>/levering/<uuid:provision_id>/",
        letters.delivery,
        name="provision-delivery",
    ),
]
