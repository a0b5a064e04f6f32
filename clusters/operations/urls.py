from django.urls import path

from clusters.operations import views

urlpatterns = [
    path("gezondheid/", views.health, name="health"),
    path("werker/", views.operations, name="operations"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
]
