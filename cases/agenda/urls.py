"""Addresses of the meeting."""

from django.urls import path

from cases.agenda.views import agenda, meetings, ticking

urlpatterns = [
    path("", agenda.agenda, name="agenda"),
    path("onderwerp/<slug:code>/", agenda.subject, name="agenda-subject"),
    path("afvinken/", ticking.tick, name="agenda-tick"),
    path("afspraken/<int:point_id>/", ticking.agreement, name="agreement-detail"),
    path("<int:point_id>/nagekomen/", ticking.done, name="agenda-done"),
    path("<int:point_id>/terugzetten/", ticking.undo, name="agenda-undo"),
    path("<int:meeting_id>/", meetings.meeting, name="meeting-detail"),
    path("<int:meeting_id>/aanwezig/", meetings.present, name="meeting-present"),
]
