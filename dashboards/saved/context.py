"""The link with which the page at hand is kept, where it can be."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from clusters.models import User
from dashboards.permissions import GRANTS, Action
from dashboards.saved.addresses import PAGES, query_of


def saving(request: HttpRequest) -> dict[str, Any]:
    """Whether this employee keeps views, and the address that keeps this page; no query."""
    user, match = getattr(request, "user", None), request.resolver_match
    if not isinstance(user, User) or Action.SAVE_VIEWS not in GRANTS.allowed_actions(user):
        return {}
    if match is None or match.url_name not in PAGES:
        return {"saves_views": True}
    query = query_of(request.GET.dict())
    asked = urlencode({"pagina": match.url_name}) + (f"&{query}" if query else "")
    return {"saves_views": True, "save_view_url": f"{reverse('view-new')}?{asked}"}
