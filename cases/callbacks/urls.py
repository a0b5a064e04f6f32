"""Addresses of the terugbelverzoeken."""

from django.urls import path

from cases.callbacks.views import acts, card, desk, question_sets, worklist

urlpatterns = [
    path("", worklist.worklist, name="callback-worklist"),
    path("team/", desk.route_preview, name="callback-route"),
    path("vastgelegd/", desk.registered_list, name="callback-registered-list"),
    path("vastgelegd/<int:callback_id>/", desk.registered, name="callback-registered"),
    path("vastgelegd/<int:callback_id>/intrekken/", desk.cancel, name="callback-cancel"),
    path("te-laat/", worklist.overdue, name="callback-overdue"),
    path("<int:callback_id>/", worklist.detail, name="callback-detail"),
    path("<int:callback_id>/nummer/", card.show_number, name="callback-number"),
    path("<int:callback_id>/veilig-bellen/", card.safe_contact, name="callback-safe-contact"),
    path("<int:callback_id>/oppakken/", acts.claim, name="callback-claim"),
    path("<int:callback_id>/teruggeven/", acts.release, name="callback-release"),
    path("<int:callback_id>/doorsturen/", acts.forward, name="callback-forward"),
    path("<int:callback_id>/geven/", acts.assign, name="callback-assign"),
    path("<int:callback_id>/poging/", acts.attempt, name="callback-attempt"),
    path("<int:callback_id>/vervolg/", acts.next_step, name="callback-next-step"),
    path("<int:callback_id>/wachten/", acts.pause, name="callback-pause"),
    path("<int:callback_id>/hervatten/", acts.resume, name="callback-resume"),
    path("<int:callback_id>/afsluiten/", acts.close, name="callback-close"),
    path("<int:callback_id>/heropenen/", acts.reopen, name="callback-reopen"),
    path("vragensets/", question_sets.set_list, name="question-set-list"),
    path("vragensets/nieuw/", question_sets.new, name="question-set-new"),
    path("vragensets/<int:set_id>/", question_sets.change, name="question-set-change"),
    path("vragensets/<int:set_id>/voorbeeld/", question_sets.preview, name="question-set-preview"),
    path("vragensets/<int:set_id>/versies/", question_sets.versions, name="question-set-versions"),
    path("vragensets/<int:set_id>/publiceren/", question_sets.publish, name="question-set-publish"),
    path("vragensets/<int:set_id>/stoppen/", question_sets.retire, name="question-set-retire"),
    path("vragensets/<int:set_id>/hervatten/", question_sets.restore, name="question-set-restore"),
]
