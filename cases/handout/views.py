"""Hand out the work of one employee, see what went where, and take it back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit.services import record_view
from cases.handout import services
from cases.handout.board import Board, day_of_handing
from cases.handout.crew import Crew
from cases.handout.forms import HandOutForm
from cases.handout.models import HandOut
from cases.handout.pieces import ALL, WEEK, list_of
from cases.permissions import GRANTS, Action
from cases.workload.kinds import KINDS
from cases.workload.people import seen_by
from cases.workload.terms import STANDS
from clusters.http import EmployeeRequest
from clusters.models import Team, User
from common.errors import RuleViolation
from common.forms import perform
from common.tabs import tabs_for

TABS = {WEEK: "Moet deze week", ALL: "Alles"}


@require_http_methods(["GET", "POST"])
def prepare(request: EmployeeRequest, person_id: int) -> HttpResponse:
    """Who would get what, to change and to do (UD-2)."""
    person, board, which = _board(request, person_id)
    form = HandOutForm(request.POST or None, board=board, proposal=board.proposal())
    if request.method == "POST" and "preview" not in request.POST:
        act = {"person_id": person.pk, "team_id": board.team.pk, "by": request.user}
        made = perform(form, services.hand_out, **act)
        if made is not None:
            messages.success(request, f"{_count(made)} uitgedeeld. Terugdraaien kan een dag lang.")
            return redirect("handout-detail", made.pk)
    context = {"person": person, "board": board, "form": form, "which": which}
    context["after"] = board.afterwards(form.chosen)
    context["tabs"] = tabs_for(TABS | _list(which), "wat", which)
    return render(request, "cases/handout/prepare.html", context)


@require_GET
def detail(request: EmployeeRequest, handout_id: int) -> HttpResponse:
    """What went to whom, and whether it can still go back."""
    handout = _find(request, handout_id)
    record_view(request, "handout.read", subject=handout)
    context: dict[str, Any] = {"handout": handout, "pieces": handout.pieces.select_related("to")}
    context["can_undo"] = handout.can_be_undone(timezone.now())
    return render(request, "cases/handout/detail.html", context)


@require_POST
def undo(request: EmployeeRequest, handout_id: int) -> HttpResponse:
    """Take it back; the page says what stayed."""
    handout = _find(request, handout_id)
    try:
        services.undo_hand_out(handout_id=handout.pk, by=request.user)
        messages.success(request, f"Het werk is terug bij {handout.person}.")
    except RuleViolation as broken:
        messages.error(request, str(broken))
    return redirect("handout-detail", handout.pk)


def _board(request: EmployeeRequest, person_id: int) -> tuple[User, Board, str]:
    """The employee and their work at the team of the address, or the first of one's own."""
    decision = GRANTS.require(request.user, Action.HAND_OUT_WORK)
    at = timezone.now()
    crew = Crew(person_id, request.user.team_ids, at, day_of_handing(at))
    person = _person(request, crew)
    which = request.GET.get("wat", "")
    which = which if which in TABS or list_of(which) else WEEK
    board = Board(person, _team(request, crew), at, which, crew)
    residents = {piece.item.resident_id for piece in board.pieces}
    record_view(request, "handout.prepared", residents=residents, decision=decision)
    return person, board, which


def _list(which: str) -> dict[str, str]:
    """The list of terms one comes from, as a tab of its own (UD-1)."""
    found = list_of(which)
    return {which: f"{KINDS[found[0]].label}: {STANDS[found[1]].lower()}"} if found else {}


def _person(request: EmployeeRequest, crew: Crew) -> User:
    """Somebody of a team one steers, or of a desk one minds; never oneself (UD-1)."""
    if crew.person is not None and crew.person_id != request.user.pk:
        return crew.person
    people = seen_by(request.user, timezone.localdate()).exclude(pk=request.user.pk)
    found: User = get_object_or_404(people, pk=crew.person_id)
    return found


def _team(request: EmployeeRequest, crew: Crew) -> Team:
    """The team of the address when one steers it, else the one in which this employee works."""
    held = {row.team_id: row.team for row in request.user.acting_memberships if row.team}
    number = request.GET.get("team", "")
    if number.isdecimal() and len(number) < 10:
        return _found(held.get(int(number)))
    teams = sorted(held.values(), key=lambda team: (team.name, team.pk))
    own = (team for team in teams if crew.worked_in(team.pk))
    return _found(next(own, None) or next(iter(teams), None))


def _found(team: Team | None) -> Team:
    if team is None:
        raise Http404
    return team


def _find(request: EmployeeRequest, handout_id: int) -> HandOut:
    GRANTS.require(request.user, Action.HAND_OUT_WORK)
    rows = HandOut.objects.visible_to(request.user).select_related("person", "team", "by")
    return get_object_or_404(rows.select_related("undone_by"), pk=handout_id)


def _count(handout: HandOut) -> str:
    number = handout.pieces.count()
    return "1 stuk werk is" if number == 1 else f"{number} stukken werk zijn"
