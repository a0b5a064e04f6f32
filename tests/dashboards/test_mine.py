"""Mijn werk of all kinds together: one query, in order, each with its own access (ADR 47)."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db.models import F
from django.urls import reverse

from audit.models import AuditSubject
from budgets.requests.models import BudgetRequest, Payee
from cases.models import (
    AdviceNorm,
    CallbackRequest,
    DataCategory,
    Decision,
    MatchRequest,
    RecipientKind,
    Task,
)
from clusters.models import User
from common.reference import sync
from common.weeks import midnight
from dashboards import mine
from dashboards.kinds import KINDS
from dashboards.prepared import Position, prepare, work_of
from dashboards.shapes import Midnight, shape_of
from dashboards.work import MINE_SHOWN
from tests.factories import MembershipFactory
from tests.factories.advice import AdviceFactory
from tests.factories.bank import a_line
from tests.factories.budgets import a_pot, ask, in_state, lists
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.conferences import InvitationFactory, ItemAgreementFactory, ItemFactory
from tests.factories.cover import covered
from tests.factories.decisions import ApplicationFactory, DecisionFactory, ObjectionFactory
from tests.factories.dossiers import FileFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.handovers import HandoverFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.matching import MatchFactory, coordinator
from tests.factories.meldcode import SafetyCodeFactory
from tests.factories.plans import EvaluationFactory, PlanFactory
from tests.factories.referrals import ReferralFactory
from tests.factories.signals import SignalFactory
from tests.factories.talks import TalkFactory
from tests.factories.todos import TaskFactory
from tests.factories.waakvlam import TODAY, WaakvlamFactory

DAY = timedelta(days=1)
MONEY = ("maatwerk", "voorschot", "afboeken", "bankregels")
OF_MONEY = {name for name in KINDS if name.startswith(MONEY)}
CHASED = {"voorschot-navragen", "voorschot-in-dossier"}  # two kinds that read alike
NOT_OF_A_WORKER = {"zonder_eigenaar"} | OF_MONEY - CHASED - {"maatwerk-betalen"}


@pytest.fixture
def everything(monday, cast, noord):
    """Work of every kind for the handler, and of an owner who left for the manager."""
    for model in (AdviceNorm, DataCategory, RecipientKind):
        sync(model)
    handler = coordinator(cast.handler)
    lists()
    a_pot()
    for number in (1, 2):
        _work_for(handler, cast, noord, number)
    world = SimpleNamespace(cast=cast, noord=noord)
    for state in ("waiting", "approved", "denied", "proposed"):
        in_state(world, state)
    late = in_state(world, "open")
    of_mate = {"expected_on": TODAY, "requested_by": cast.team_worker}
    BudgetRequest.objects.filter(pk=late.pk).update(**of_mate)
    ask(late.file, handler, 1_000, method="card", payee=Payee("Winkel"))
    a_line(cast.controller, 1_000)
    return handler


def _work_for(handler, cast, team, number):
    """One of each; all of them twice would be more than fifty."""
    CallbackFactory(team=team, claimed=True, handler=handler, due_at=MONDAY + number * DAY)
    melding = NotificationFactory(team=team, handler=handler, confirmed=True)
    TalkFactory(notification=melding)
    done = [NotificationFactory(team=team, handler=handler, investigated=True) for _ in range(3)]
    ApplicationFactory(melding=done[0])
    ObjectionFactory(
        application=ApplicationFactory(melding=done[1], sent=True), due_at=MONDAY - number * DAY
    )
    sent = ApplicationFactory(melding=done[2], sent=True)
    again = (MONDAY + number * DAY).date()
    DecisionFactory(application=sent, taken=True, letter={"to": []}, review_on=again)
    file = FileFactory(team=team, director=handler)
    EvaluationFactory(plan=PlanFactory(file=file), planned_on=TODAY)
    TaskFactory(file=file, owner=handler)
    gone = MembershipFactory(team=team, valid_until=TODAY - DAY).user
    TaskFactory(file=file, owner=gone)
    MatchFactory(question__file=file, matched=True, coordinator=cast.team_worker)
    if number != 1:
        MatchFactory(question__file=file, coordinator=handler)
    theirs = FileFactory(team=cast.elsewhere, director=cast.outsider_worker)
    HandoverFactory(file=theirs, to_team=team)
    HandoverFactory(file=file, to_team=cast.elsewhere, state="asked", asked="Waarom?")
    back = FileFactory(team=team, director=handler)
    HandoverFactory(file=back, to_team=cast.elsewhere, refused=True)
    WaakvlamFactory(team=team, owner=handler, review_on=TODAY + number * DAY)
    along = FileFactory(team=team, director=cast.team_worker)
    AdviceFactory(file=along, adviser=handler, asked_by=cast.team_worker)
    AdviceFactory(file=file, adviser=cast.team_worker, answered=True)
    ReferralFactory(question__file=file)
    FeedbackFactory(file=file, due_on=TODAY)
    SafetyCodeFactory(team=team, holder=handler, next_on=TODAY)
    SignalFactory(team=team, taken=True, handler=handler)
    meeting = {"conference__series__team": team, "conference__planned_on": TODAY}
    told = ItemFactory(file=along, **meeting)
    InvitationFactory(item=told, person=handler)
    ItemFactory(file=file, conference__held=True, **meeting)
    kept = ItemFactory(file=along, discussed=True, **meeting)
    guest = InvitationFactory(item=kept, person=handler)
    ItemAgreementFactory(guest=guest)
    if number != 2:
        covered(handler, cast.team_worker, TODAY - DAY)


def own_rows(user, kinds=KINDS):
    """What every kind says by itself, without the one query."""
    found = {name: list(kind.rows(user)) for name, kind in kinds.items()}
    return {(name, row.pk) for name, rows in found.items() for row in rows}


def acting(person):
    """As a request has them, without anything remembered."""
    return User.objects.get(pk=person.pk)


def test_every_kind_is_there_and_lists_what_it_says_itself(everything, cast):
    kinds = set()
    people = [everything, cast.team_manager, cast.team_worker, cast.city_hall_team, cast.outsider]
    people += [cast.outsider_worker, cast.city_social_team, cast.contact_centre]
    for person in (*people, cast.general_manager, cast.controller):
        found = [(name, row.pk) for name, row in work_of(acting(person), KINDS)]
        assert len(found) == len(set(found))
        assert set(found) == own_rows(acting(person)), person
        kinds |= {name for name, _ in found}
    assert kinds == set(KINDS)


def test_all_kinds_cost_as_much_as_one(as_user, everything, django_assert_num_queries):
    client = as_user(everything)
    client.get(reverse("home"))
    # session, user, memberships; covers of today; all work; pauses of aanvragen; savepoint, line,
    # residents, release; news; unread notices
    with django_assert_num_queries(12):
        page = client.get(reverse("home"))

    lines = page.context["lines"]
    assert len({line.label for line in lines}) == len(KINDS) - len(NOT_OF_A_WORKER) - 1
    assert [line.due_at for line in lines] == sorted(line.due_at for line in lines)
    assert all(client.get(line.url).status_code == 200 for line in lines)
    looked = AuditSubject.objects.filter(event__code="work.mine_listed")
    seen = set(looked.values_list("resident_id"))
    assert seen == {(line.resident.pk,) for line in lines if line.resident}


def test_the_database_has_them_in_the_order_of_the_page(as_user, everything):
    rows = work_of(acting(everything), KINDS)
    moments = [KINDS[name].items([row], everything)[0].due_at for name, row in rows]

    assert moments == sorted(moments)


def test_the_manager_has_the_work_that_nobody_does(
    as_user, cast, everything, django_assert_num_queries
):
    client = as_user(cast.team_manager)
    client.get(reverse("home"))
    # session, user, memberships; covers of today; all work; savepoint, line, residents, release;
    # news; counts; unread notices
    with django_assert_num_queries(12):
        page = client.get(reverse("home"))

    assert {line.label for line in page.context["lines"]} == {
        "Taak zonder eigenaar",
        "Maatwerkbudget: beslissen",
        "Voorschot: hoe verder?",
    }


def test_fifty_are_shown_and_those_are_the_nearest(as_user, cast, noord, everything):
    first = CallbackFactory(team=noord, claimed=True, handler=everything)
    facts = {"team": noord, "cluster": noord.cluster, "claimed": True, "handler": everything}
    facts |= {name: getattr(first, name) for name in ("resident", "subject", "registered_by")}
    CallbackRequest.objects.bulk_create(
        CallbackFactory.build(
            **facts, registered_in=first.registered_in, due_at=MONDAY - (each + 1) * DAY
        )
        for each in range(60)
    )

    lines = as_user(everything).get(reverse("home")).context["lines"]

    assert len(lines) == MINE_SHOWN
    assert {line.label for line in lines} == {"Terugbellen"}
    assert lines[0].due_at == MONDAY - 60 * DAY


def test_days_stand_between_moments_as_they_end_in_amsterdam(cast, noord, monday):
    """Late on Monday, a day that ends with Monday, and a moment after midnight here."""
    sent = ApplicationFactory(
        melding=NotificationFactory(team=noord, handler=cast.handler, investigated=True), sent=True
    )
    DecisionFactory(application=sent, taken=True, letter={"to": []}, review_on=MONDAY.date())
    tuesday = midnight(MONDAY.date() + DAY)
    for moment in (tuesday - timedelta(minutes=1), tuesday + timedelta(minutes=1)):
        CallbackFactory(team=noord, claimed=True, handler=cast.handler, due_at=moment)

    found = [name for name, _ in work_of(acting(cast.handler), KINDS)]

    assert found == ["terugbellen", "heronderzoek", "terugbellen"]


def test_two_in_the_same_position_get_their_own(everything, cast, noord):
    mate = coordinator(MembershipFactory(team=noord).user)
    _work_for(mate, cast, noord, 3)
    prepare.cache_clear()

    both = [{(n, r.pk) for n, r in work_of(acting(each), KINDS)} for each in (everything, mate)]

    assert prepare.cache_info().currsize == 1
    offers = {each for each in both[0] if each[0] == "overdrachten"}
    assert both[0] & both[1] == offers  # what is offered to their team is offered to both
    assert len(both[1]) > len(KINDS) - len(OF_MONEY)


def test_with_two_teams_the_work_of_both_is_there(everything, cast):
    MembershipFactory(user=everything, role="team_worker", team=cast.elsewhere)
    CallbackFactory(team=cast.elsewhere, claimed=True, handler=everything)
    Task.objects.filter(owner=everything).update(owner=cast.outsider_worker)  # fewer than fifty

    found = {(name, row.pk) for name, row in work_of(acting(everything), KINDS)}

    assert found == own_rows(acting(everything))


def test_a_kind_that_asks_something_first_is_refused(cast, noord):
    def asks(user):
        return Task.objects.filter(owner_id__in=list(User.objects.values_list("pk", flat=True)))

    def remembers(user):
        return Task.objects.filter(owner__username=user.username)

    for rows in (asks, remembers):
        faulty = replace(KINDS["taken"], rows=rows)
        with pytest.raises(RuntimeError, match="does a query"):
            work_of(acting(cast.handler), {"taken": faulty})


def test_a_kind_that_hides_a_number_is_refused(cast, noord):
    def hides(user):
        return Task.objects.filter(owner__username=f"person {user.pk}")

    with pytest.raises(RuntimeError, match="hides the number"):
        work_of(acting(cast.handler), {"taken": replace(KINDS["taken"], rows=hides)})


def test_nobody_sees_anything_without_a_role(db, monday):
    assert prepare(Position("", 0, 0, 0), MONDAY, tuple(KINDS.items())) is None


def test_what_is_sealed_is_never_written_down():
    with pytest.raises(TypeError, match="sealed"):
        shape_of(Decision, ("content",))


def test_a_row_has_only_what_was_asked_and_a_missing_neighbour_is_none(everything):
    shape = shape_of(MatchRequest, ("answer_by", "cluster__name"))
    told = {"answer_by": "2026-11-23 09:00:00", "cluster_id": None, "cluster__id": None}
    row = shape.row([told.get(path, 1) for path in shape.paths])

    assert (row.answer_by, row.cluster) == (MONDAY, None)
    assert "state" not in row.__dict__


def test_every_kind_says_its_columns_and_has_an_order():
    for name, kind in KINDS.items():
        assert kind.shows, name
        assert isinstance(kind.due, F) or hasattr(kind.due, "resolve_expression"), name
    assert mine.KINDS is KINDS


def test_midnight_is_that_of_amsterdam_in_summer_and_winter(cast, noord, monday):
    days = [date(2026, *each) for each in ((3, 28), (3, 29), (3, 30), (7, 1), (10, 25), (10, 26))]
    days += [date(2027, 3, 28), date(2027, 10, 31), date(2027, 12, 31)]
    match = MatchFactory(matched=True)
    for day in days:
        MatchRequest.objects.update(follow_up_on=day)
        found = MatchRequest.objects.annotate(here=Midnight("follow_up_on"))
        later = found.annotate(then=Midnight("follow_up_on", later=1)).get(pk=match.pk)
        assert (later.here, later.then) == (midnight(day), midnight(day + DAY))
