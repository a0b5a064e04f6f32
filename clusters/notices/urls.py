from django.urls import path

from clusters.notices import views

urlpatterns = [
    path("meldingen/", views.notice_list, name="notice-list"),
    path("meldingen/gelezen/", views.notices_read, name="notices-read"),
    path("meldingen/<int:notice_id>/", views.notice_open, name="notice-open"),
    path("postvak/", views.mailbox, name="mailbox"),
]
