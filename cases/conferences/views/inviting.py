"""Invite guests to a point, and take somebody off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.conferences import services
from cases.conferences.forms import InviteForm
from cases.conferences.models import ItemInvitation
from cases.conferences.views.finding import seen_item
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def invite(request: EmployeeRequest, item_id: int) -> HttpResponse:
    """Who joins in at this point, and why they may know it."""
    item, _ = seen_item(request, item_id, Action.BRING_ITEM)
    form = InviteForm(request.POST or None, item=item)
    act = {"item_id": item.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.invite_guests, **act):
        messages.success(request, "De uitnodiging is verstuurd aan wie een account heeft.")
        return redirect("item-detail", item.pk)
    context = {"item": item, "form": form, "data": list(item.data.all())}
    return render(request, "cases/conferences/invite.html", context)


@require_POST
def uninvite(request: EmployeeRequest, invitation_id: int) -> HttpResponse:
    """Somebody need not come, and sees it no more."""
    rows = ItemInvitation.objects.visible_to(request.user)
    row = get_object_or_404(rows, pk=invitation_id)
    services.withdraw_invitation(invitation_id=row.pk, by=request.user)
    messages.success(request, "De deelnemer is afgezegd en ziet dit punt niet meer.")
    return redirect("item-detail", row.item_id)
