"""Addresses of the meldcode and of the register of aandachtsfunctionarissen."""

from django.urls import path

from cases.meldcode.views import acts, officers, opening, reading, steering

urlpatterns = [
    path("", reading.safety_list, name="safety-list"),
    path("dossier/<int:file_id>/", reading.file_panel, name="safety-of-file"),
    path("dossier/<int:file_id>/nieuw/", opening.of_file, name="safety-open-file"),
    path("melding/<int:notification_id>/", reading.melding_panel, name="safety-of-melding"),
    path("melding/<int:notification_id>/nieuw/", opening.of_melding, name="safety-open-melding"),
    path("aandachtsfunctionarissen/", officers.officers, name="officer-list"),
    path("aandachtsfunctionarissen/nieuw/", officers.new, name="officer-new"),
    path("aandachtsfunctionarissen/<int:officer_id>/", officers.change, name="officer-change"),
    path("<int:code_id>/", reading.detail, name="safety-detail"),
    path("<int:code_id>/stap/<int:number>/", acts.step, name="safety-step"),
    path("<int:code_id>/betrokkenen/", acts.persons, name="safety-persons"),
    path("<int:code_id>/andere-dag/", acts.plan, name="safety-plan"),
    path("<int:code_id>/melden/", acts.report, name="safety-report"),
    path("<int:code_id>/melden/<uuid:report_id>/", acts.feedback, name="safety-feedback"),
    path("<int:code_id>/afronden/", acts.end, name="safety-end"),
    path("<int:code_id>/collega/", steering.admit, name="safety-admit"),
    path("<int:code_id>/collega/<int:employee_id>/weg/", steering.dismiss, name="safety-dismiss"),
    path("<int:code_id>/uitsluiten/", steering.bar, name="safety-bar"),
    path("<int:code_id>/uitsluiten/<int:employee_id>/opheffen/", steering.lift, name="safety-lift"),
    path("<int:code_id>/overdragen/", steering.hand_on, name="safety-pass"),
]
