"""Addresses of talks and reports."""

from django.urls import path

from cases.talks.views import appointments, conversation, marks, reactions, reports, scores

urlpatterns = [
    path("", appointments.talk_list, name="talk-list"),
    path("melding/<int:notification_id>/", appointments.panel, name="talk-panel"),
    path("melding/<int:notification_id>/plannen/", appointments.plan, name="talk-plan"),
    path("<int:talk_id>/", appointments.detail, name="talk-detail"),
    path("<int:talk_id>/afspraak/", appointments.change, name="talk-change"),
    path("<int:talk_id>/afzeggen/", appointments.cancel, name="talk-cancel"),
    path("<int:talk_id>/agenda/", appointments.calendar, name="talk-calendar"),
    path("<int:talk_id>/beginnen/", appointments.hold, name="talk-hold"),
    path("<int:talk_id>/leefgebieden/", conversation.cards, name="talk-cards"),
    path("<int:talk_id>/leefgebieden/<slug:code>/", conversation.card, name="talk-card"),
    path("<int:talk_id>/leefgebieden/<slug:code>/bewaren/", conversation.save, name="talk-save"),
    path(
        "<int:talk_id>/leefgebieden/<slug:code>/aanzetten/",
        conversation.switch_on,
        name="talk-switch-on",
    ),
    path(
        "<int:talk_id>/leefgebieden/<slug:code>/toch-bespreken/",
        marks.lift,
        name="talk-lift-mark",
    ),
    path("<int:talk_id>/afspraken/", conversation.agree, name="talk-agree"),
    path(
        "<int:talk_id>/afspraken/<uuid:agreement_id>/weghalen/",
        conversation.drop,
        name="talk-agreement-drop",
    ),
    path("<int:talk_id>/afronden/", conversation.conclude, name="talk-conclude"),
    path("<int:talk_id>/zrm/", scores.scores, name="talk-scores"),
    path("<int:talk_id>/verslag/", reports.detail, name="report-detail"),
    path("<int:talk_id>/verslag/bewaren/", reports.save, name="report-save"),
    path("<int:talk_id>/verslag/versturen/", reports.send, name="report-send"),
    path("<int:talk_id>/verslag/<uuid:version_id>/", reports.version, name="report-version"),
    path("<int:talk_id>/verslag/<uuid:version_id>/pdf/", reports.pdf, name="report-pdf"),
    path(
        "<int:talk_id>/verslag/<uuid:version_id>/reactie/", reactions.react, name="report-reaction"
    ),
    path(
        "<int:talk_id>/verslag/<uuid:version_id>/ondertekenen/",
        reactions.sign,
        name="report-signature",
    ),
]
