"""Addresses of casusoverleg and casustafel."""

from django.urls import path

from cases.conferences.views import agreeing, bringing, inviting, items, meetings, planning, series

urlpatterns = [
    path("", planning.conference_list, name="conference-list"),
    path("reeks/", series.new, name="series-new"),
    path("reeks/<int:series_id>/", series.change, name="series-change"),
    path("reeks/<int:series_id>/stoppen/", series.end, name="series-end"),
    path("punten/", items.item_list, name="item-list"),
    path("punten/<int:item_id>/", items.detail, name="item-detail"),
    path("punten/<int:item_id>/verplaatsen/", bringing.move, name="item-move"),
    path("punten/<int:item_id>/intrekken/", bringing.withdraw, name="item-withdraw"),
    path("punten/<int:item_id>/uitnodigen/", inviting.invite, name="item-invite"),
    path("punten/<int:item_id>/verslag/", agreeing.minutes, name="item-minutes"),
    path("punten/<int:item_id>/afspraak/", agreeing.agree, name="item-agree"),
    path("deelnemers/<int:invitation_id>/afzeggen/", inviting.uninvite, name="item-uninvite"),
    path("afspraken/<int:agreement_id>/nagekomen/", agreeing.keep, name="agreement-keep"),
    path("afspraken/<int:agreement_id>/vervallen/", agreeing.drop, name="agreement-drop"),
    path("dossier/<int:file_id>/", items.panel, name="item-panel"),
    path("dossier/<int:file_id>/bespreken/", bringing.bring, name="item-bring"),
    path("<int:conference_id>/", meetings.detail, name="conference-detail"),
    path("<int:conference_id>/verplaatsen/", meetings.move, name="conference-move"),
    path("<int:conference_id>/annuleren/", meetings.cancel, name="conference-cancel"),
    path("<int:conference_id>/volgorde/", meetings.order, name="conference-order"),
    path("<int:conference_id>/afronden/", meetings.close, name="conference-close"),
]
