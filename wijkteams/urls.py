"""Every address of the site: one line per app."""

from django.urls import include, path

urlpatterns = [
    path("", include("dashboards.urls")),
    path("", include("budgets.urls")),
    path("", include("cases.urls")),
    path("", include("clusters.urls")),
    path("", include("audit.urls")),
    path("", include("common.urls")),
]

handler500 = "common.failures.server_error"
