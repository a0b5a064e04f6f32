"""Every address of the rooms of ``clusters``; a room brings its own."""

from django.urls import include, path

from clusters.admin_site import SITE

urlpatterns = [
    path("", include("clusters.organisation.urls")),
    path("", include("clusters.people.urls")),
    path("", include("clusters.absence.urls")),
    path("", include("clusters.cover.urls")),
    path("", include("clusters.profile.urls")),
    path("", include("clusters.login.urls")),
    path("", include("clusters.notices.urls")),
    path("", include("clusters.operations.urls")),
    path("beheer/", SITE.urls),
]
