"""The acts: each rule, who may not, and what stays behind in the trail."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.collective.models import (
    ClusterGoal,
    ClusterPlan,
    ClusterProgress,
    CollectiveEntry,
    CollectiveKind,
)
from cases.collective.services import (
    add_progress,
    change_entry,
    change_goal,
    create_entry,
    create_goal,
    end_entry,
    start_entry,
    write_vision,
)
from common.errors import RuleViolation
from tests.cases.collective.acting import GOAL, created, text_for
from tests.factories.clusters import NeighbourhoodFactory
from tests.factories.collective import TODAY, ClusterGoalFactory, CollectiveFactory, effort_of
from tests.factories.community import OrganisationFactory

DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("monday")


def codes():
    return list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))


def test_a_contact_is_done_at_once_and_two_clicks_make_one(cast, noord):
    partner = OrganisationFactory()
    key = uuid.uuid4()

    entry = created(noord, cast.team_worker, key, partners=[partner])
    again = created(noord, cast.team_worker, key, partners=[partner])

    assert again == entry
    assert (entry.state, entry.starts_on, entry.ends_on) == ("completed", TODAY, TODAY)
    assert entry.cluster == noord.cluster
    assert list(entry.partners.all()) == [partner]
    assert codes() == ["collective.created"]


def test_an_activity_runs_from_its_day_and_is_an_idea_without(cast, noord):
    runs = created(noord, cast.team_manager, kind=CollectiveKind.ACTIVITY, day=TODAY - DAY)
    idea = created(noord, cast.team_manager, kind=CollectiveKind.INITIATIVE, day=None)

    assert (runs.state, runs.starts_on, runs.ends_on) == ("running", TODAY - DAY, None)
    assert (idea.state, idea.starts_on, idea.ends_on) == ("idea", None, None)


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "Bel 06-12345678"}, "title"),
        ({"description": "Meneer met 111222333"}, "description"),
        ({"day": None}, "day"),
        ({"day": TODAY + DAY}, "day"),
        ({"day": date(2014, 12, 31)}, "day"),
    ],
)
def test_what_cannot_be_is_refused(cast, noord, own, field):
    with pytest.raises(RuleViolation) as broken:
        created(noord, cast.team_worker, **own)

    assert broken.value.field == field
    assert not CollectiveEntry.objects.exists()


def test_the_place_is_of_the_cluster_and_the_colleague_of_the_team(cast, noord):
    with pytest.raises(RuleViolation, match="eigen cluster"):
        created(noord, cast.team_worker, neighbourhood=NeighbourhoodFactory())
    with pytest.raises(RuleViolation, match="Kies een collega van Team Noord"):
        created(noord, cast.team_worker, employee=cast.outsider_worker)
    assert created(noord, cast.team_worker, employee=cast.handler).employee == cast.handler


@pytest.mark.parametrize("person", ["general_manager", "contact_centre", "outsider_worker"])
def test_nobody_else_writes_for_the_team(cast, noord, person):
    text = text_for(noord, cast.team_worker)

    with pytest.raises(PermissionDenied):
        create_entry(submission_key=uuid.uuid4(), team=noord, text=text, by=getattr(cast, person))


def test_a_correction_names_its_fields_and_does_not_overwrite_a_colleague(cast, noord):
    entry = created(noord, cast.team_worker)
    partner = OrganisationFactory()
    text = text_for(noord, cast.team_worker, reach="many", day=TODAY - DAY, partners=[partner])

    changed = change_entry(entry_id=entry.pk, text=text, version=1, by=cast.handler)

    assert (changed.reach, changed.starts_on, changed.ends_on) == ("many", TODAY - DAY, TODAY - DAY)
    assert list(changed.partners.all()) == [partner]
    event = AuditEvent.objects.get(code="collective.changed")
    assert event.fields == ["ends_on", "partners", "reach", "starts_on"]
    same = change_entry(entry_id=entry.pk, text=text, version=1, by=cast.team_worker)
    assert same.version == 2
    late = replace(text, title="Iets anders")
    with pytest.raises(RuleViolation, match="intussen gewijzigd"):
        change_entry(entry_id=entry.pk, text=late, version=1, by=cast.team_worker)


def test_another_team_reads_and_does_not_change(cast, noord):
    entry = CollectiveFactory(cluster=noord.cluster)
    text = text_for(noord, cast.team_worker)

    with pytest.raises(PermissionDenied):
        change_entry(entry_id=entry.pk, text=text, version=1, by=cast.team_worker)
    with pytest.raises(PermissionDenied):
        start_entry(entry_id=entry.pk, day=TODAY, by=cast.team_worker)


def test_the_cluster_goes_along_with_the_neighbourhood(cast, noord):
    other = CollectiveFactory(team=noord, employee=cast.team_worker).cluster
    entry = CollectiveFactory(
        team=noord, employee=cast.team_worker, cluster=CollectiveFactory().cluster
    )
    text = text_for(noord, cast.team_worker, title=entry.title)

    assert change_entry(entry_id=entry.pk, text=text, version=1, by=cast.handler).cluster == other


def test_an_idea_starts_and_ends(cast, noord):
    by = cast.team_worker
    entry = created(noord, by, kind=CollectiveKind.ACTIVITY, day=None)
    with pytest.raises(RuleViolation, match="Afronden kan niet meer"):
        end_entry(entry_id=entry.pk, step="complete", day=TODAY, outcome="", by=by)
    with pytest.raises(RuleViolation, match="voorbij"):
        start_entry(entry_id=entry.pk, day=TODAY + DAY, by=by)

    for _ in range(2):
        start_entry(entry_id=entry.pk, day=TODAY - DAY, by=by)
    with pytest.raises(RuleViolation, match="voor het begin"):
        end_entry(entry_id=entry.pk, step="complete", day=TODAY - 2 * DAY, outcome="", by=by)
    with pytest.raises(RuleViolation, match="waarom het stopt"):
        end_entry(entry_id=entry.pk, step="stop", day=TODAY, outcome=" ", by=by)
    with pytest.raises(RuleViolation, match="telefoonnummer"):
        end_entry(entry_id=entry.pk, step="stop", day=TODAY, outcome="Bel 0612345678", by=by)
    for _ in range(2):
        ended = end_entry(entry_id=entry.pk, step="complete", day=TODAY, outcome="Goed", by=by)

    assert (ended.state, ended.starts_on, ended.ends_on) == ("completed", TODAY - DAY, TODAY)
    assert codes() == ["collective.created", "collective.started", "collective.completed"]
    with pytest.raises(RuleViolation, match="Stoppen kan niet meer"):
        end_entry(entry_id=entry.pk, step="stop", day=TODAY, outcome="Toch", by=by)


def test_an_idea_is_stopped_with_a_reason_and_never_began(cast, noord):
    by = cast.team_manager
    entry = created(noord, by, kind=CollectiveKind.INITIATIVE, day=None)

    ended = end_entry(entry_id=entry.pk, step="stop", day=TODAY, outcome="Geen ruimte", by=by)

    assert (ended.state, ended.starts_on, ended.outcome) == ("stopped", None, "Geen ruimte")
    assert codes()[-1] == "collective.stopped"


def test_what_runs_keeps_a_begin_before_its_end(cast, noord):
    entry = CollectiveFactory(completed=True, team=noord, employee=cast.team_worker)
    entry.ends_on = TODAY - 5 * DAY
    entry.save()
    own = {"kind": entry.kind, "effort": effort_of("dag")}

    late = text_for(noord, cast.team_worker, day=TODAY, **own)
    with pytest.raises(RuleViolation, match="na het einde"):
        change_entry(entry_id=entry.pk, text=late, version=1, by=cast.team_worker)
    good = text_for(noord, cast.team_worker, day=TODAY - 9 * DAY, **own)
    changed = change_entry(entry_id=entry.pk, text=good, version=1, by=cast.team_worker)
    assert (changed.starts_on, changed.ends_on) == (TODAY - 9 * DAY, TODAY - 5 * DAY)


def test_the_manager_writes_the_vision_and_overwrites_nobody(cast, noord):
    asked = {"cluster": noord.cluster, "by": cast.team_manager}
    plan = write_vision(vision="Samen", version=0, **asked)
    write_vision(vision="Samen", version=0, **asked)

    with pytest.raises(RuleViolation, match="intussen gewijzigd"):
        write_vision(vision="Anders", version=0, **asked)
    assert write_vision(vision="Anders", version=1, **asked).pk == plan.pk
    assert ClusterPlan.objects.get().version == 2
    assert codes() == ["cluster_plan.written"] * 2
    with pytest.raises(RuleViolation, match="bsn"):
        write_vision(vision="111222333", version=2, **asked)


@pytest.mark.parametrize("person", ["team_worker", "outsider_manager", "general_manager"])
def test_nobody_else_writes_the_plan(cast, noord, person):
    by = getattr(cast, person)

    with pytest.raises(PermissionDenied):
        write_vision(cluster=noord.cluster, vision="Samen", version=0, by=by)
    with pytest.raises(PermissionDenied):
        create_goal(submission_key=uuid.uuid4(), cluster=noord.cluster, text=GOAL, by=by)


def test_an_opgave_is_added_once_and_corrected(cast, noord):
    by, key = cast.team_manager, uuid.uuid4()
    for _ in range(2):
        goal = create_goal(submission_key=key, cluster=noord.cluster, text=GOAL, by=by)
    other = replace(GOAL, target="40 per week")

    assert change_goal(goal_id=goal.pk, text=other, version=1, by=by).version == 2
    assert change_goal(goal_id=goal.pk, text=other, version=1, by=by).version == 2
    with pytest.raises(RuleViolation, match="intussen gewijzigd"):
        change_goal(goal_id=goal.pk, text=GOAL, version=1, by=by)
    assert ClusterGoal.objects.get().target == "40 per week"
    assert AuditEvent.objects.get(code="cluster_goal.changed").fields == ["target"]


def test_the_newest_day_says_how_an_opgave_stands(cast, noord):
    goal = ClusterGoalFactory(cluster=noord.cluster)
    key, asked = uuid.uuid4(), {"goal_id": goal.pk, "by": cast.team_manager, "note": "Ja"}
    for _ in range(2):
        add_progress(submission_key=key, on=TODAY, stand="behind", **asked)
    add_progress(submission_key=uuid.uuid4(), on=TODAY - DAY, stand="reached", **asked)

    goal.refresh_from_db()
    assert goal.stand == "behind"
    assert ClusterProgress.objects.count() == 2
    with pytest.raises(RuleViolation, match="voorbij"):
        add_progress(submission_key=uuid.uuid4(), on=TODAY + DAY, stand="reached", **asked)
    with pytest.raises(PermissionDenied):
        add_progress(
            submission_key=key,
            on=TODAY,
            stand="behind",
            **asked | {"by": cast.team_worker},
        )
