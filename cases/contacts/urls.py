"""Addresses of the running call and of what was taken down."""

from django.urls import path

from cases.contacts.views import calls, fragments, lists, status

urlpatterns = [
    path("", lists.contact_list, name="contact-list"),
    path("nieuw/", calls.start, name="contact-open"),
    path("stand/", status.status, name="contact-status"),
    path("stand/verteld/", status.told, name="contact-told"),
    path("afgerond/<int:contact_id>/", calls.ended, name="contact-ended"),
    path("<uuid:call_id>/", calls.call, name="contact-call"),
    path("<uuid:call_id>/bewaren/", calls.save, name="contact-save"),
    path("<uuid:call_id>/stoppen/", calls.stop, name="contact-stop"),
    path("<uuid:call_id>/beller/", fragments.caller, name="contact-caller"),
    path("<uuid:call_id>/vragen/<int:number>/", fragments.question_set, name="contact-set"),
    path("<uuid:call_id>/zoeken/<int:number>/", fragments.search, name="contact-search"),
    path("<uuid:call_id>/vraagbaak/<int:number>/", fragments.help_panel, name="contact-help"),
]
