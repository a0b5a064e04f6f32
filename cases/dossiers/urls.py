"""Addresses of dossiers."""

from django.urls import path

from cases.dossiers.views import acts, people, reading, relating, searching

urlpatterns = [
    path("", reading.file_list, name="file-list"),
    path("inwoner/<int:resident_id>/", reading.panel, name="file-panel"),
    path("inwoner/<int:resident_id>/openen/", acts.open_new, name="file-open"),
    path("<int:file_id>/", reading.detail, name="file-detail"),
    path("<int:file_id>/notitie/", acts.note, name="file-note"),
    path("<int:file_id>/zoeken/", searching.search, name="file-search"),
    path("<int:file_id>/verwant/", relating.panel, name="file-relations"),
    path("<int:file_id>/koppelen/", relating.relate, name="file-relate"),
    path("<int:file_id>/koppelen/<int:relation_id>/los/", relating.unrelate, name="file-unrelate"),
    path("<int:file_id>/let-op/", acts.safety, name="file-safety"),
    path("<int:file_id>/complexiteit/", acts.character, name="file-character"),
    path("<int:file_id>/vragen/nieuw/", acts.add, name="file-question-new"),
    path(
        "<int:file_id>/vragen/<uuid:question_id>/afsluiten/", acts.end, name="file-question-close"
    ),
    path("<int:file_id>/regie/", people.direction, name="file-direction"),
    path("<int:file_id>/collegas/", people.colleague, name="file-colleague-new"),
    path(
        "<int:file_id>/collegas/<int:colleague_id>/beeindigen/",
        people.end,
        name="file-colleague-end",
    ),
    path("<int:file_id>/afsluiten/", acts.close, name="file-close"),
]
