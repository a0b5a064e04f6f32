"""Addresses of the waakvlam."""

from django.urls import path

from cases.waakvlam.views import acts, contacting, reading

urlpatterns = [
    path("", reading.waakvlam_list, name="waakvlam-list"),
    path("inwoners/<int:resident_id>/", reading.panel, name="waakvlam-panel"),
    path("inwoners/<int:resident_id>/nieuw/", acts.start, name="waakvlam-start"),
    path("dossier/<int:file_id>/", reading.file_panel, name="waakvlam-of-file"),
    path("<int:waakvlam_id>/", reading.detail, name="waakvlam-detail"),
    path("<int:waakvlam_id>/contact/", contacting.contact, name="waakvlam-contact"),
    path("<int:waakvlam_id>/andere-dag/", contacting.move, name="waakvlam-move"),
    path("<int:waakvlam_id>/bekijken/", acts.renew, name="waakvlam-renew"),
    path("<int:waakvlam_id>/overdragen/", acts.transfer, name="waakvlam-transfer"),
    path("<int:waakvlam_id>/beeindigen/", acts.end, name="waakvlam-end"),
]
