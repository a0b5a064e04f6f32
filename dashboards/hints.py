"""Whether somebody may have work of a kind, asked of one index each; only says where to look.

Each holds at least the rows that the files beside it (``mine_…``) list for the same person.
"""

from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.advice.lifecycle import AdviceState
from cases.handovers.lifecycle import WAITING
from cases.matching.coordinators import clusters_of
from cases.matching.lifecycle import UNANSWERED
from cases.models import (
    AdviceRequest,
    Application,
    Decision,
    Evaluation,
    Handover,
    MatchRequest,
    Objection,
    Referral,
    SafetyCode,
    Task,
    Waakvlam,
)
from cases.plans.due import AHEAD as EVALUATION_AHEAD
from cases.plans.models import EvaluationState
from clusters.models import User
from dashboards.mine_decisions import AHEAD as REVIEW_AHEAD


def applications(user: User) -> QuerySet[Application]:
    """Aanvragen to decide, or to look at as the second person."""
    return Application.objects.on_desk_of(user)


def objections(user: User) -> QuerySet[Objection]:
    """Objections on decisions of this employee."""
    return Objection.objects.open().filter(application__handler=user)


def reviews(user: User) -> QuerySet[Decision]:
    """Decisions of this employee that come back."""
    until = timezone.localdate() + REVIEW_AHEAD
    return Decision.objects.filter(application__handler=user, review_on__lte=until)


def evaluations(user: User) -> QuerySet[Evaluation]:
    """Plans that are looked at soon, of dossiers this employee directs."""
    near = timezone.localdate() + EVALUATION_AHEAD
    rows = Evaluation.objects.filter(state=EvaluationState.PLANNED, planned_on__lte=near)
    return rows.filter(file__director=user)


def tasks(user: User) -> QuerySet[Task]:
    """Open tasks of this employee."""
    return Task.objects.open().filter(owner=user)


def follow_ups(user: User) -> QuerySet[MatchRequest]:
    """Volunteers who were found for dossiers this employee directs."""
    return MatchRequest.objects.to_follow_up(user)


def searches(user: User) -> QuerySet[MatchRequest]:
    """Volunteers asked of this employee, or of everybody in the cluster."""
    of_all = Q(of_everybody=True, cluster_id__in=clusters_of(user))
    rows = MatchRequest.objects.filter(state__in=UNANSWERED)
    return rows.filter(Q(coordinator=user) | of_all)


def offers(user: User) -> QuerySet[Handover]:
    """Dossiers that wait for an answer of a team of this employee."""
    return Handover.objects.filter(state__in=WAITING, to_team_id__in=user.team_ids)


def questions(user: User) -> QuerySet[Handover]:
    """Hand-overs on which this employee must say more."""
    return Handover.objects.to_explain(user)


def returns(user: User) -> QuerySet[Handover]:
    """What came back to this employee."""
    return Handover.objects.came_back(user)


def kept(user: User) -> QuerySet[Waakvlam]:
    """Waakvlammen this employee keeps, or keeps when the owner does not."""
    return Waakvlam.objects.running().filter(Q(owner=user) | Q(deputy=user))


def advices(user: User) -> QuerySet[AdviceRequest]:
    """Questions this employee is asked to answer."""
    return AdviceRequest.objects.filter(adviser=user, state=AdviceState.ASKED)


def answers(user: User) -> QuerySet[AdviceRequest]:
    """Questions this employee asked, or that were asked from dossiers they direct."""
    rows = AdviceRequest.objects.filter(state__in=[AdviceState.ASKED, AdviceState.ANSWERED])
    return rows.filter(Q(asked_by=user) | Q(file__director=user))


def safety(user: User) -> QuerySet[SafetyCode]:
    """Meldcodes that go on soon, or that are late with somebody this employee looks along with."""
    return SafetyCode.objects.due(user, timezone.now())


def referrals(user: User) -> QuerySet[Referral]:
    """Referrals from dossiers this employee directs."""
    return Referral.objects.open().filter(file__director=user)
