"""Addresses of the clusters and the people in them."""

from django.urls import path

from clusters.people import views

urlpatterns = [
    path("clusters/", views.cluster_list, name="cluster-list"),
    path("clusters/<slug:code>/", views.cluster_detail, name="cluster-detail"),
    path("wie-is-wie/", views.who_is_who, name="who-is-who"),
]
