"""Granted provisions for the backoffice, as CSV or JSON (AB-15)."""

import csv
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from audit.services import record_view
from cases.decisions.exporting import COLUMNS, granted_rows
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest

FORMS = ("csv", "json")


@require_POST
def export(request: EmployeeRequest, form: str) -> HttpResponse:
    """What my desk granted in the last year: no name, no BSN; the number ties it to the file."""
    decision = GRANTS.require(request.user, Action.EXPORT_PROVISIONS)
    if form not in FORMS:
        raise Http404
    rows = list(granted_rows(request.user, timezone.localdate()))
    residents = [resident for resident, _ in rows]
    record_view(request, "provision.exported", residents=residents, decision=decision)
    name = f"voorzieningen-{timezone.localdate():%Y%m%d}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    if form == "json":
        return JsonResponse({"voorzieningen": [row for _, row in rows]}, headers=headers)
    answer = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    _write(answer, (row for _, row in rows))
    return answer


def _write(target: Any, rows: Iterator[dict[str, str]]) -> None:
    """A line per provision, with the names of the columns above."""
    writer = csv.DictWriter(target, COLUMNS, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
