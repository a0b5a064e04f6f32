"""Addresses of documents, below their dossier."""

from django.urls import path

from cases.documents.views import acts, reading

urlpatterns = [
    path("<int:file_id>/documenten/", reading.document_list, name="document-list"),
    path("<int:file_id>/documenten/deel/", reading.panel, name="document-panel"),
    path("<int:file_id>/documenten/nieuw/", acts.add, name="document-new"),
    path(
        "<int:file_id>/documenten/<int:document_id>/", reading.open_document, name="document-open"
    ),
    path(
        "<int:file_id>/documenten/<int:document_id>/intrekken/",
        acts.withdraw,
        name="document-withdraw",
    ),
]
