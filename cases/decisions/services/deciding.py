"""The decision itself: within a mandate, with four eyes where the register says so (WMO 2.6.3)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.checking import answer_on, shortcomings
from cases.decisions.lifecycle import LIFECYCLE
from cases.decisions.models import Application, Decision
from cases.decisions.tracing import CHANGED, lock_running
from cases.mandates.deciding import Answer
from cases.permissions import Action
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def decide(
    *, application_id: int, version: int, by: User, at: datetime | None = None
) -> Application:
    """Take the decision that the page showed, within one's own mandate.

    Rules: AB-8 (a running mandate covers every product and a refusal; else the refusal says what
        is lacking; no earlier than the aanvraag), AB-9 (not alone where the register asks four
        eyes), AB-11, AB-12, AB-19 (what is decided is what was shown).
    Raises: RuleViolation; PermissionDenied.
    Effects: the decision with the mandates it rests on; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.WRITE_DECISION, by)
    target = LIFECYCLE.target("decide", application.state)
    draft = _complete(application, version, local_day(at))
    answer = _within_mandate(draft, by, local_day(at))
    if answer.needs_second:
        raise RuleViolation("Uw mandaat vraagt een tweede beoordeling. Leg het besluit voor.")
    _take(draft, answer, decided_by=by, second=None, day=local_day(at))
    application.state = target
    application.save(update_fields=["state"])
    record("decision.taken", draft, by=by, decision=decision, fields=["decided_on"])
    return application


@transaction.atomic
def offer_decision(
    *, application_id: int, version: int, second: User, by: User, at: datetime | None = None
) -> Application:
    """Lay the draft before a colleague, who looks at it with own mandate.

    Rules: AB-8 (the first has a mandate too), AB-9 (another person, who has one; tells them),
        AB-19.
    Raises: RuleViolation; PermissionDenied.
    Effects: the state and the second person; a notice; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.WRITE_DECISION, by)
    target = LIFECYCLE.target("offer", application.state)
    draft = _complete(application, version, local_day(at))
    _within_mandate(draft, by, local_day(at))
    if second.pk == by.pk:
        raise RuleViolation("Vraag een ander dan uzelf.", field="second")
    lacking = answer_on(draft, second, local_day(at)).lacking
    if lacking:
        raise RuleViolation(f"Deze collega kan niet meebeslissen. {lacking[0]}", field="second")
    application.state, application.second = target, second
    application.save(update_fields=["state", "second"])
    record("decision.offered", draft, by=by, decision=decision, fields=["second"])
    notify(
        person_ids={second.pk},
        text=f"{by} vraagt u het besluit op aanvraag {application} te beoordelen.",
        url_name="application-detail",
        object_id=application.pk,
        dedup_key=f"application:{application.pk}:offered:{draft.version}:{at:%Y%m%d%H%M%S%f}",
        at=at,
    )
    return application


@transaction.atomic
def countersign(
    *, application_id: int, version: int, by: User, at: datetime | None = None
) -> Application:
    """The second person agrees: now it is decided.

    Rules: AB-8 (both mandates still run today), AB-9 (never the one who wrote it), AB-19.
    Raises: RuleViolation; PermissionDenied.
    Effects: the decision with both names; a notice to the first; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.COUNTERSIGN, by)
    target = LIFECYCLE.target("countersign", application.state)
    draft = _complete(application, version, local_day(at))
    first = application.handler
    if first is None or first.pk == by.pk:
        raise RuleViolation("Wie het besluit schreef, beoordeelt het niet zelf.")
    answer = _within_mandate(draft, first, local_day(at))
    mine = _within_mandate(draft, by, local_day(at))
    both = Answer((*answer.mandates, *mine.mandates), (), needs_second=False)
    _take(draft, both, decided_by=first, second=by, day=local_day(at))
    application.state = target
    application.save(update_fields=["state"])
    record("decision.countersigned", draft, by=by, decision=decision, fields=["second_by"])
    _tell_first(application, f"{by} is akkoord met het besluit op aanvraag {application}.", at)
    return application


@transaction.atomic
def return_decision(
    *, application_id: int, reason: str, by: User, at: datetime | None = None
) -> Application:
    """The second person does not agree, or who wrote it takes it back before anybody did.

    Rules: AB-9 (with a reason; the term does not restart).
    Raises: RuleViolation; PermissionDenied.
    Effects: open again, with the reason at the draft; a notice to who wrote it; audit line.
    """
    at = at or timezone.now()
    mine = Application.objects.visible_to(by).filter(pk=application_id, second=by).exists()
    act = Action.COUNTERSIGN if mine else Action.WRITE_DECISION
    application, decision = lock_running(application_id, act, by)
    application.state = LIFECYCLE.target("return", application.state)
    application.second = None
    application.save(update_fields=["state", "second"])
    draft = Decision.objects.get(application=application)
    draft.application = application
    draft.seal_in("returned", reason)
    draft.save(update_fields=["returned"])
    record("decision.returned", draft, by=by, decision=decision, fields=["returned"])
    if mine:
        _tell_first(application, f"{by} gaf het besluit op aanvraag {application} terug.", at)
    return application


@transaction.atomic
def reopen_decision(*, application_id: int, by: User, at: datetime | None = None) -> Application:
    """Take a decision back before it was sent.

    Rules: AB-8 (what was sent stays as it is; an objection or another aanvraag changes it).
    Raises: RuleViolation when it was sent; PermissionDenied.
    Effects: a draft again, without the day and the names; audit line.
    """
    application, decision = lock_running(application_id, Action.WRITE_DECISION, by)
    application.state = LIFECYCLE.target("reopen", application.state)
    application.second = None
    application.save(update_fields=["state", "second"])
    draft = Decision.objects.get(application=application)
    draft.decided_on = draft.decided_by = draft.second_by = None
    draft.mandates = []
    draft.version += 1
    draft.save(update_fields=["decided_on", "decided_by", "second_by", "mandates", "version"])
    record("decision.reopened", draft, by=by, decision=decision, fields=["decided_on"])
    return application


def _complete(application: Application, version: int, today: date) -> Decision:
    """The draft, when it is what the page showed and nothing lacks in it."""
    draft = Decision.objects.whole().filter(application=application).first()
    if draft is None:
        raise RuleViolation("Er is nog geen besluit geschreven.")
    draft.application = application
    if draft.version != version:
        raise RuleViolation(CHANGED)
    left = shortcomings(draft, today)
    if left:
        raise RuleViolation(" ".join(left))
    return draft


def _within_mandate(draft: Decision, person: User, today: date) -> Answer:
    answer = answer_on(draft, person, today)
    if answer.lacking:
        raise RuleViolation(f"Dit besluit valt buiten het mandaat. {' '.join(answer.lacking)}")
    return answer


def _take(
    draft: Decision, answer: Answer, *, decided_by: User, second: User | None, day: date
) -> None:
    draft.mandates = sorted({mandate.reference for mandate in answer.mandates})
    draft.decided_on, draft.decided_by, draft.second_by = day, decided_by, second
    draft.seal_in("returned", "")
    names = ["mandates", "decided_on", "decided_by", "second_by", "returned"]
    draft.save(update_fields=names)


def _tell_first(application: Application, text: str, at: datetime) -> None:
    if application.handler_id is None:
        return
    notify(
        person_ids={application.handler_id},
        text=text,
        url_name="application-detail",
        object_id=application.pk,
        dedup_key=f"application:{application.pk}:judged:{at:%Y%m%d%H%M%S%f}",
        at=at,
    )
