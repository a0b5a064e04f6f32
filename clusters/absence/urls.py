"""Addresses of absence."""

from django.urls import path

from clusters.absence.views import acts, files, reading

urlpatterns = [
    path("afwezigheid/", reading.calendar, name="absence-calendar"),
    path("afwezigheid/bezetting/", reading.gaps, name="absence-gaps"),
    path(
        "afwezigheid/teams/<int:team_id>/agenda.ics", files.team_file, name="absence-team-calendar"
    ),
    path("afwezigheid/medewerkers/<int:person_id>/", reading.person, name="absence-person"),
    path("afwezigheid/medewerkers/<int:person_id>/invoeren/", acts.enter, name="absence-enter"),
    path("afwezigheid/medewerkers/<int:person_id>/werkdagen/", acts.pattern, name="work-pattern"),
    path(
        "afwezigheid/medewerkers/<int:person_id>/agenda.ics",
        files.person_file,
        name="absence-person-calendar",
    ),
    path("afwezigheid/<int:absence_id>/wijzigen/", acts.change, name="absence-change"),
    path("afwezigheid/<int:absence_id>/intrekken/", acts.withdraw, name="absence-withdraw"),
]
