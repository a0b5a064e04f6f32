"""News and instructions: read, write, let it end."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from cases.knowledge.forms import NewsForm
from cases.knowledge.models import NewsItem
from cases.knowledge.services import change_news, create_news
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import performed


@require_GET
def items(request: EmployeeRequest) -> HttpResponse:
    """What shows now; who writes also sees what is to come and what is over."""
    GRANTS.require(request.user, Action.READ_ARTICLES)
    writes = Action.WRITE_NEWS in GRANTS.allowed_actions(request.user)
    at, rows = timezone.now(), NewsItem.objects.visible_to(request.user)
    shown = rows.select_related("written_by") if writes else rows.showing_at(at)
    page = Paginator(shown, settings.PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "writes": writes, "at": at}
    return render(request, "cases/knowledge/news.html", context)


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Put a message on the desk."""
    GRANTS.require(request.user, Action.WRITE_NEWS)
    form = NewsForm(request.POST or None, initial={"from_day": timezone.localdate()})
    if request.method == "POST" and performed(form, _create, by=request.user):
        messages.success(request, "Het bericht is bewaard.")
        return redirect("news-list")
    return render(request, "cases/knowledge/news_edit.html", {"form": form, "item": None})


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, news_id: int) -> HttpResponse:
    """Change a message, or let it end sooner."""
    GRANTS.require(request.user, Action.WRITE_NEWS)
    item = get_object_or_404(NewsItem.objects.visible_to(request.user), pk=news_id)
    form = NewsForm(request.POST or None, initial=_initial(item))
    if request.method == "POST" and performed(form, _change, news_id=item.pk, by=request.user):
        messages.success(request, "Het bericht is bewaard.")
        return redirect("news-list")
    theirs = _show_both(form, item)
    context = {"form": form, "item": item, "theirs": theirs}
    return render(request, "cases/knowledge/news_edit.html", context)


def _show_both(form: NewsForm, item: NewsItem) -> NewsItem | None:
    """What the colleague who was first saved; from now on the form knows that text."""
    if not form.has_error("seen"):
        return None
    item.refresh_from_db()
    typed: Any = dict(form.data.items())
    form.data = typed | {"seen": item.mark}
    return item


def _create(*, seen: str, **answers: Any) -> NewsItem:
    """A new message has no text before it."""
    return create_news(**answers)


def _change(*, submission_key: object, **answers: object) -> NewsItem:
    """A change needs no key: the same text twice changes nothing."""
    return change_news(**answers)  # type: ignore[arg-type]


def _initial(item: NewsItem) -> dict[str, object]:
    begin, end = timezone.localtime(item.visible_from), timezone.localtime(item.visible_until)
    names = ("title", "body", "importance", "audience", "submission_key")
    return {name: getattr(item, name) for name in names} | {
        "seen": item.mark,
        "from_day": begin.date(),
        "from_time": begin.time(),
        "until_day": end.date(),
        "until_time": end.time(),
    }
