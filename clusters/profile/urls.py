"""Addresses of the profiles of clusters."""

from django.urls import path

from clusters.profile import views

urlpatterns = [
    path("profielen/", views.overview, name="profile-overview"),
    path("clusters/<slug:code>/profiel/", views.cluster, name="profile-cluster"),
    path("clusters/<slug:code>/profiel/medewerkers/", views.people, name="profile-people"),
    path("clusters/<slug:code>/profiel/wens/", views.wish, name="profile-wish"),
    path(
        "clusters/<slug:code>/profiel/wens/<int:wish_id>/vervallen/",
        views.withdraw,
        name="profile-withdraw",
    ),
]
