"""Whose desk an aanvraag is on: taken, passed to another team with a reason, taken back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.lifecycle import LIFECYCLE, ApplicationState
from cases.decisions.models import Application
from cases.decisions.tracing import leave, lock_application, lock_running
from cases.dossiers.models import LineKind
from cases.permissions import GRANTS, Action
from clusters.models import Membership, Role, Team, User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation

WORKERS = (Role.TEAM_WORKER, Role.CITY_HALL_TEAM)


@transaction.atomic
def claim_application(*, application_id: int, by: User, at: datetime | None = None) -> Application:
    """Take an aanvraag that nobody of the team has.

    Rules: AB-13 (one has it; who was second is told who was first; the term does not restart).
    Raises: RuleViolation when a colleague has it or another team; PermissionDenied.
    Effects: the handler; audit line.
    """
    application = lock_application(application_id, by)
    decision = GRANTS.require(by, Action.CLAIM_APPLICATION, application)
    if application.handler_id == by.pk:
        return application
    if application.handler is not None:
        raise RuleViolation(f"{application.handler} heeft deze aanvraag al opgepakt.")
    if not application.is_running or application.desk_id not in by.team_ids:
        raise RuleViolation("Deze aanvraag ligt niet (meer) bij uw team.")
    application.handler = by
    application.save(update_fields=["handler"])
    record("application.claimed", application, by=by, decision=decision, fields=["handler"])
    return application


@transaction.atomic
def pass_application(
    *,
    application_id: int,
    desk: Team,
    person: User | None,
    reason: str,
    by: User,
    at: datetime | None = None,
) -> Application:
    """Give an aanvraag to another team, or to a colleague: with a reason, without a new term.

    Rules: AB-13 (the file and its clock stay; the draft goes along; not while a second person looks
        at it).
    Raises: RuleViolation when the colleague does not work there today, or a decision lies there;
        PermissionDenied.
    Effects: desk and handler; a notice to who gets it; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.PASS_APPLICATION, by)
    if application.state != ApplicationState.OPEN:
        raise RuleViolation("Er ligt al een besluit. Haal het eerst terug.")
    staff = Membership.objects.running(local_day(at)).filter(team=desk, role__in=WORKERS)
    people = set(staff.values_list("user_id", flat=True))
    if person is not None and person.pk not in people:
        raise RuleViolation("Deze collega werkt vandaag niet in dat team.", field="person")
    if not people:
        raise RuleViolation("In dat team werkt vandaag niemand die besluit.", field="desk")
    before = (application.desk_id, application.handler_id)
    if before == (desk.pk, person.pk if person else None):
        return application
    application.desk, application.handler, application.second = desk, person, None
    application.save(update_fields=["desk", "handler", "second"])
    words = f"Doorgegeven aan {person or desk}. {reason}"
    leave(application, LineKind.TERM, by=by, at=at, words=words)
    fields = ["desk", "handler"]
    record("application.passed", application, by=by, decision=decision, fields=fields)
    _tell({person.pk} if person else people, application, by=by, at=at)
    return application


@transaction.atomic
def withdraw_application(
    *, application_id: int, reason: str, by: User, at: datetime | None = None
) -> Application:
    """The resident takes the aanvraag back, or we do not change a decision after all.

    Rules: AB-7 (before there is a decision; with the words of the resident), AB-22.
    Raises: RuleViolation when it was decided already; PermissionDenied.
    Effects: the end of the aanvraag; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.KEEP_TERM, by)
    application.state = LIFECYCLE.target("withdraw", application.state)
    application.ended_at = at
    application.save(update_fields=["state", "ended_at"])
    ended = "Besluit niet gewijzigd" if application.is_revision else "Aanvraag ingetrokken"
    leave(application, LineKind.TERM, by=by, at=at, words=f"{ended}. {reason}")
    record("application.withdrawn", application, by=by, decision=decision, fields=["state"])
    return application


def _tell(people: set[int], application: Application, *, by: User, at: datetime) -> None:
    notify(
        person_ids=people - {by.pk},
        text=f"{by} gaf aanvraag {application} aan u of uw team.",
        url_name="application-detail",
        object_id=application.pk,
        dedup_key=f"application:{application.pk}:passed:{at:%Y%m%d%H%M%S%f}",
        at=at,
    )
