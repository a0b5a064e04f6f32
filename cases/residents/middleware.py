"""The address of a card that was merged away leads to the card that took its place (SV-5)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

TAKEN_OVER = "Deze kaart is samengevoegd met een andere. U ziet de kaart die bleef."


class MergedAwayError(Http404):
    """This card went into another one, which this employee may see; elsewhere simply a 404."""

    def __init__(self, winner_id: int) -> None:
        super().__init__()
        self.winner_id = winner_id


class MergedAwayMiddleware:
    """Sends the employee on to the card that stayed; its own page asks who may see it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The way on; other errors pass by."""
        if not isinstance(error, MergedAwayError):
            return None
        messages.info(request, TAKEN_OVER)
        return redirect("resident-detail", error.winner_id)
