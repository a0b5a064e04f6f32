"""The addresses of the site and one whose record left the scope before the act."""

from typing import Any

from django.http import HttpResponse
from django.urls import path

from cases.models import Handover
from wijkteams.urls import urlpatterns as real


def act(request: Any) -> HttpResponse:
    """What an act does with a row that a colleague took a moment earlier."""
    return HttpResponse(str(Handover.objects.visible_to(request.user).get(pk=1)))


urlpatterns = [path("verdwenen/", act, name="vanished"), *real]
