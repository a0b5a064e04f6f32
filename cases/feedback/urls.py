"""Addresses of feedback to referrers."""

from django.urls import path

from cases.feedback import views

urlpatterns = [
    path("dossier/<int:file_id>/", views.panel, name="feedback-panel"),
    path("dossier/<int:file_id>/nieuw/", views.new, name="feedback-new"),
    path("<int:feedback_id>/", views.detail, name="feedback-detail"),
    path("<int:feedback_id>/vastleggen/", views.send, name="feedback-send"),
    path("<int:feedback_id>/niet/", views.drop, name="feedback-drop"),
]
