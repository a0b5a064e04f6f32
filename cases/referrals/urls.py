"""Addresses of referrals."""

from django.urls import path

from cases.referrals import views

urlpatterns = [
    path("dossier/<int:file_id>/", views.panel, name="referral-panel"),
    path("dossier/<int:file_id>/vragen/<uuid:question_id>/", views.new, name="referral-new"),
    path("<int:referral_id>/", views.detail, name="referral-detail"),
    path("<int:referral_id>/aangekomen/", views.follow_up, name="referral-follow-up"),
    path("<int:referral_id>/loslaten/", views.give_up, name="referral-give-up"),
]
