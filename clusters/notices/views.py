"""Pages of notices, and of the mail that left in a demo."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clusters.http import EmployeeRequest
from clusters.notices.models import Notice, OutboxMail
from clusters.notices.services import mark_all_read, mark_read
from common.paging import keyset_page


@require_GET
def notice_list(request: EmployeeRequest) -> HttpResponse:
    """What I must know: new first, what I read before behind the other tab."""
    mine = Notice.objects.visible_to(request.user)
    read = request.GET.get("toon") == "gelezen"
    rows = mine.filter(read_at__isnull=False) if read else mine.unread()
    page = keyset_page(rows, "-created_at", request.GET, size=settings.PAGE_SIZE)
    tabs = [
        {"label": "Nieuw", "url": reverse("notice-list"), "current": not read},
        {"label": "Gelezen", "url": f"{reverse('notice-list')}?toon=gelezen", "current": read},
    ]
    context = {"page": page, "tabs": tabs, "read": read}
    return render(request, "clusters/notices/list.html", context)


@require_http_methods(["GET", "POST"])
def notice_open(request: EmployeeRequest, notice_id: int) -> HttpResponse:
    """Go to what the notice is about; the button also marks it as read, a link does not."""
    notice = get_object_or_404(Notice.objects.visible_to(request.user), pk=notice_id)
    if request.method == "POST":
        mark_read(notice_id=notice.pk, by=request.user, at=timezone.now())
    return redirect(_target(notice))


@require_POST
def notices_read(request: EmployeeRequest) -> HttpResponse:
    """Everything that waits is read."""
    mark_all_read(by=request.user, at=timezone.now())
    return redirect("notice-list")


@require_GET
def mailbox(request: EmployeeRequest) -> HttpResponse:
    """Postvak: the mail that left, newest first; exists in a demo only."""
    if not settings.DEMO:
        raise Http404
    sent = OutboxMail.objects.filter(sent_at__isnull=False).select_related("recipient")
    page = keyset_page(sent, "-sent_at", request.GET, size=settings.PAGE_SIZE)
    return render(request, "clusters/notices/mailbox.html", {"page": page})


def _target(notice: Notice) -> str:
    """The page of the notice; the list when that page is gone."""
    try:
        numbers = [] if notice.object_id is None else [notice.object_id]
        return reverse(notice.url_name, args=numbers)
    except NoReverseMatch:
        return reverse("notice-list")
