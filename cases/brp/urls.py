"""Addresses of the extracts of the BRP."""

from django.urls import path

from cases.brp import views

urlpatterns = [
    path("", views.uploads, name="brp-uploads"),
    path("<int:upload_id>/", views.upload, name="brp-upload"),
    path("<int:upload_id>/foute-regels.csv", views.faults, name="brp-upload-faults"),
    path("<int:upload_id>/inlezen/", views.start, name="brp-upload-start"),
    path("<int:upload_id>/afbreken/", views.cancel, name="brp-upload-cancel"),
    path("<int:upload_id>/opnieuw/", views.restart, name="brp-upload-restart"),
]
