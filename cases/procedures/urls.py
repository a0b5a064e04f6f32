"""Addresses of the verkorte procedure."""

from django.urls import path

from cases.procedures import views

urlpatterns = [
    path("nieuw/", views.new, name="short-procedure-new"),
    path(
        "nieuw/inwoner/<int:callback_id>/",
        views.for_resident,
        name="short-procedure-for-resident",
    ),
    path("pilot/", views.pilot, name="short-procedure-pilot"),
    path("melding/<int:notification_id>/", views.detail, name="short-procedure-detail"),
    path("melding/<int:notification_id>/kort/", views.panel, name="short-procedure-panel"),
]
