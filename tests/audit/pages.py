"""Pages that do it right and pages that forget, for the tests of the middleware."""

from collections.abc import Iterator

from django.contrib.auth import get_user_model, login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.template.response import TemplateResponse
from django.urls import path

from audit.guard import handed_out
from audit.services import record, record_view
from common.errors import RuleViolation
from tests.factories.audit import Person, Visit


def _names() -> str:
    return ", ".join(person.name for person in Person.objects.all())


def logged(request: HttpRequest) -> HttpResponse:
    persons = list(Person.objects.all())
    record_view(request, "callback.listed", residents=[person.pk for person in persons])
    return HttpResponse(", ".join(person.name for person in persons))


def forgotten(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_names())


def half(request: HttpRequest) -> HttpResponse:
    record_view(request, "callback.listed", residents=[1])
    return HttpResponse(_names())


def conflict(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_names(), status=409)


def fragment(request: HttpRequest) -> HttpResponse:
    """An htmx answer after an act: the act's own line covers the row."""
    with transaction.atomic():
        person = Person.objects.get(pk=1)
        record("callback.claimed", person, by=request.user)
    return HttpResponse(person.name)


def undone(request: HttpRequest) -> HttpResponse:
    """The act was rolled back, and its line with it; the row is shown all the same."""
    try:
        with transaction.atomic():
            person = Person.objects.get(pk=1)
            record("callback.claimed", person, by=request.user)
            raise RuleViolation("Nee")
    except RuleViolation:
        return HttpResponse(person.name)


def visits(request: HttpRequest) -> HttpResponse:
    return HttpResponse(", ".join(visit.note for visit in Visit.objects.all()))


def joined(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        ", ".join(str(visit.person) for visit in Visit.objects.select_related("person"))
    )


def deferred(request: HttpRequest) -> HttpResponse:
    return HttpResponse(", ".join(visit.note for visit in Visit.objects.only("note")))


def named_later(request: HttpRequest) -> HttpResponse:
    """The row first comes without its resident, then with."""
    list(Visit.objects.only("note"))
    visit = Visit.objects.get(pk=1)
    record_view(request, "callback.read", subject=visit)
    return HttpResponse(visit.note)


def refreshed(request: HttpRequest) -> HttpResponse:
    visit = Visit.objects.get(pk=1)
    record_view(request, "callback.read", subject=visit)
    visit.refresh_from_db(fields=["note"])
    return HttpResponse(visit.note)


def values(request: HttpRequest) -> HttpResponse:
    rows = Person.objects.values_list("pk", "name")
    handed_out(number for number, _name in rows)
    return HttpResponse(str(list(rows)))


def lazy(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "audit/test_lazy.html", {"people": Person.objects.all()})


def moved(request: HttpRequest) -> HttpResponse:
    _names()
    return HttpResponseRedirect("/elders/")


def stream(request: HttpRequest) -> HttpResponseBase:
    """Reads residents only when the first part is asked for."""

    def parts() -> Iterator[str]:
        yield "begin "
        yield _names()

    if request.GET.get("logged"):
        record_view(request, "callback.listed", residents=[1, 2])
    return StreamingHttpResponse(parts())


def early_stream(request: HttpRequest) -> HttpResponseBase:
    return StreamingHttpResponse(iter([_names()]))


def download(request: HttpRequest) -> HttpResponseBase:
    return FileResponse(open(__file__, "rb"))


def denied(request: HttpRequest, callback_id: int) -> HttpResponse:
    with transaction.atomic():
        record("callback.claimed", Person(pk=callback_id), by=request.user)
        raise PermissionDenied


def missing(request: HttpRequest, callback_id: int) -> HttpResponse:
    raise Http404


def sign_in(request: HttpRequest) -> HttpResponse:
    login(request, get_user_model().objects.get(), "django.contrib.auth.backends.ModelBackend")
    return HttpResponse("kanarie")


def broken(request: HttpRequest) -> HttpResponse:
    _names()
    raise ZeroDivisionError


def swallowed(request: HttpRequest) -> HttpResponse:
    """A view that hides every error does not get its page out either."""
    name = "kanarie"
    try:
        record_view(request, "callback.read", residents=[1])
    except Exception:
        return HttpResponse(name)
    return HttpResponse(name)


urlpatterns = [
    path("callback/<int:callback_id>/geweigerd/", denied, name="denied"),
    path("callback/<int:callback_id>/weg/", missing, name="missing"),
    *(
        path(f"{view.__name__}/", view, name=view.__name__)
        for view in (
            logged,
            forgotten,
            half,
            conflict,
            fragment,
            undone,
            visits,
            joined,
            deferred,
            named_later,
            refreshed,
            sign_in,
            values,
            lazy,
            moved,
            stream,
            early_stream,
            download,
            broken,
            swallowed,
        )
    ),
]
