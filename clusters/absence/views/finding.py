"""Whom a page is about: for who may not keep their absence they do not exist here (AF-2)."""

from django.shortcuts import get_object_or_404
from django.utils import timezone

from clusters.absence.models import Absence
from clusters.absence.people import kept_by
from clusters.http import EmployeeRequest
from clusters.people.models import User
from clusters.permissions import Action, require


def find_person(request: EmployeeRequest, person_id: int) -> User:
    """Oneself or somebody of a team one leads; everybody else is not found."""
    require(request.user, Action.ENTER_ABSENCE)
    people = kept_by(request.user, timezone.localdate())
    found: User = get_object_or_404(people, pk=person_id)
    return found


def find_absence(request: EmployeeRequest, absence_id: int) -> Absence:
    """An absence in scope that counts."""
    require(request.user, Action.ENTER_ABSENCE)
    rows = Absence.objects.visible_to(request.user).counting().select_related("employee")
    found: Absence = get_object_or_404(rows, pk=absence_id)
    return found
