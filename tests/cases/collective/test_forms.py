"""What one chooses from, and what the answers become."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from cases.collective.forms import (
    ActivityForm,
    CollectiveFilter,
    EndForm,
    MomentForm,
    entry_initial,
)
from cases.collective.models import CollectiveEntry
from tests.cases.collective.acting import place_of
from tests.factories.clusters import MembershipFactory, TeamFactory
from tests.factories.collective import TODAY, CollectiveFactory, effort_of
from tests.factories.community import LifeDomainFactory, OrganisationFactory

DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("monday")


def codes(field):
    return [code for code, _ in field.choices]


def answers(noord, person, **own):
    told = {
        "submission_key": "7b3a5f0e-9d4c-4e0e-8a54-2f2d5f7f1f11",
        "kind": "network",
        "title": "Overleg",
        "neighbourhood": place_of(noord).pk,
        "topic": LifeDomainFactory().pk,
        "day": TODAY.isoformat(),
        "effort": effort_of().pk,
        "reach": "few",
        "employee": person.pk,
    }
    return told | own


def test_a_moment_becomes_a_text_with_each_partner_once(cast, noord):
    one, two = OrganisationFactory(), OrganisationFactory()
    told = answers(noord, cast.team_worker, partner_1=one.pk, partner_2=two.pk, partner_3=one.pk)

    form = MomentForm(told, user=cast.team_worker)

    assert form.is_valid(), form.errors
    assert "team" not in form.fields
    assert form.cleaned_data["team"] == noord
    assert form.cleaned_data["text"].partners == sorted([one, two], key=lambda row: row.pk)
    assert form.cleaned_data["text"].day == TODAY


def test_one_chooses_among_the_own_places_and_colleagues(cast, noord):
    TeamFactory()
    form = MomentForm(user=cast.team_worker)

    assert list(form.fields["neighbourhood"].queryset) == [place_of(noord)]
    colleagues = set(form.fields["employee"].queryset)
    assert {cast.team_worker, cast.handler, cast.team_manager} <= colleagues
    assert cast.outsider_worker not in colleagues
    wrong = MomentForm(answers(noord, cast.outsider_worker), user=cast.team_worker)
    assert list(wrong.errors) == ["employee"]


def test_an_activity_without_a_day_is_an_idea_and_is_asked_the_day_when_it_runs(cast, noord):
    told = answers(noord, cast.team_worker, kind="activity", day="")
    assert ActivityForm(told, user=cast.team_worker).is_valid()
    assert "kind" in ActivityForm(told | {"kind": "network"}, user=cast.team_worker).errors

    runs = CollectiveFactory(running=True, team=noord, employee=cast.team_worker)
    form = ActivityForm(told, user=cast.team_worker, entry=runs)
    assert list(form.errors) == ["day"]
    idea = CollectiveFactory(idea=True, team=noord, employee=cast.team_worker)
    form = ActivityForm(told, user=cast.team_worker, entry=idea)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["text"].kind == "initiative"


def test_who_works_in_two_teams_says_for_which(cast, noord):
    other = TeamFactory()
    MembershipFactory(user=cast.handler, role="team_worker", team=other)

    form = MomentForm(user=cast.handler)

    assert set(form.fields["team"].queryset) == {noord, other}


def test_what_was_taken_out_of_use_stays_with_who_has_it(cast, noord):
    entry = CollectiveFactory(team=noord, employee=cast.outsider_worker)
    entry.partners.set([OrganisationFactory()])
    for row in (entry.topic, entry.effort):
        type(row).objects.filter(pk=row.pk).update(is_active=False)

    form = MomentForm(user=cast.team_worker, entry=entry)
    shown = entry_initial(entry, cast.team_worker)

    assert entry.topic in form.fields["topic"].queryset
    assert entry.effort in form.fields["effort"].queryset
    assert cast.outsider_worker in form.fields["employee"].queryset
    assert shown["partner_1"] == entry.partners.get().pk
    assert shown["day"] == TODAY
    fresh = MomentForm(user=cast.team_worker)
    assert entry.topic not in fresh.fields["topic"].queryset


def test_an_idea_is_only_stopped(noord):
    idea = CollectiveFactory(idea=True, team=noord)
    form = EndForm({"day": TODAY.isoformat(), "outcome": "Geen ruimte"}, entry=idea)

    assert form.is_valid()
    assert form.cleaned_data["step"] == "stop"
    runs = CollectiveFactory(running=True, team=noord)
    assert "step" in EndForm({"day": TODAY.isoformat()}, entry=runs).errors


def test_the_filters_narrow_and_an_unknown_choice_is_none(cast, noord):
    contact = CollectiveFactory(team=noord, neighbourhood=place_of(noord))
    runs = CollectiveFactory(team=noord, running=True, starts_on=TODAY - 40 * DAY)
    idea = CollectiveFactory(team=noord, idea=True)

    def found(query):
        params = QueryDict(query)
        filters = CollectiveFilter(params, user=cast.team_worker, day=timezone.localdate())
        return set(filters.apply(CollectiveEntry.objects.visible_to(cast.team_worker)))

    assert found("") == found("soort=niets&wijk=nergens&van=gisteren") == {contact, runs, idea}
    assert found("soort=network") == {contact}
    assert found(f"wijk={place_of(noord).code}") == {contact}
    assert found("stand=idea") == {idea}
    assert found("team=team-noord") == {contact, runs, idea}
    early = (TODAY - 30 * DAY).isoformat()
    assert found(f"tot={early}") == {runs}
    assert found(f"van={TODAY.isoformat()}") == {contact, runs}
    assert found(f"van={early}&tot={early}") == {runs}
