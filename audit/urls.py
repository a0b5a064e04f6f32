from django.urls import path

from audit import views

urlpatterns = [path("toezicht/logboek/", views.trail, name="audit-trail")]
