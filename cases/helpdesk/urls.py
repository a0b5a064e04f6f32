"""Addresses of the vraagbaak."""

from django.urls import path

from cases.helpdesk.views import queue, roster

urlpatterns = [
    path("", queue.queue, name="help-desk"),
    path("wachtenden/", queue.fragment, name="help-desk-queue"),
    path("<int:help_question_id>/", queue.question, name="help-question"),
    path("<int:help_question_id>/oppakken/", queue.take, name="help-question-take"),
    path("rooster/", roster.roster, name="duty-roster"),
    path("rooster/plannen/", roster.plan, name="duty-plan"),
    path("rooster/overnemen/", roster.copy, name="duty-copy"),
    path("rooster/<int:shift_id>/weghalen/", roster.drop, name="duty-drop"),
]
