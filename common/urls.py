from django.urls import path

from common.styleguide import styleguide

urlpatterns = [
    path("bouwstenen/", styleguide, name="styleguide"),
]
