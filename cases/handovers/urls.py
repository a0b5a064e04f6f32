"""Addresses of hand-overs."""

from django.urls import path

from cases.handovers.views import answering, offering, reading

urlpatterns = [
    path("", reading.handover_list, name="handover-list"),
    path("dossier/<int:file_id>/", reading.panel, name="handover-panel"),
    path("dossier/<int:file_id>/nieuw/", offering.new, name="handover-new"),
    path("dossier/<int:file_id>/aanvulling/", offering.late_note, name="handover-note"),
    path("<int:handover_id>/", reading.detail, name="handover-detail"),
    path("<int:handover_id>/concept/", offering.edit, name="handover-edit"),
    path("<int:handover_id>/intrekken/", offering.withdraw, name="handover-withdraw"),
    path("<int:handover_id>/toelichten/", offering.explain, name="handover-explain"),
    path("<int:handover_id>/akkoord/", offering.unagreed, name="handover-unagreed"),
    path("<int:handover_id>/gezien/", offering.seen, name="handover-seen"),
    path("<int:handover_id>/vragen/", answering.ask, name="handover-ask"),
    path("<int:handover_id>/dossier/", answering.early, name="handover-early"),
    path("<int:handover_id>/weigeren/", answering.refuse, name="handover-refuse"),
    path("<int:handover_id>/aanvaarden/", answering.accept, name="handover-accept"),
]
