"""A colleague to choose says until when they are away, at no query more (AF-11, AF-12)."""

import pytest
from django import forms

from clusters.absence.choosing import ColleagueField, ColleaguesField, away_text, with_absence
from clusters.models import Membership, User
from tests.clusters.absence.conftest import DAY, TODAY
from tests.factories.absence import away

pytestmark = pytest.mark.django_db


class OneForm(forms.Form):
    person = ColleagueField(User.objects.none(), empty_label="Kies een collega")
    people = ColleaguesField(User.objects.none(), required=False)

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = rows
        self.fields["people"].queryset = rows


def labels(rows, name="person"):
    return [str(label) for _, label in OneForm(rows=rows).fields[name].choices]


def test_who_is_away_is_named_with_the_day(people):
    away(people.handler, TODAY, TODAY + 11 * DAY, kind="sick")
    away(people.team_worker, TODAY + DAY)
    rows = User.objects.filter(pk__in=[people.handler.pk, people.team_worker.pk]).order_by("pk")
    handler, worker = f"{people.handler} (afwezig t/m 4 december)", str(people.team_worker)

    assert sorted(labels(rows)) == sorted(["Kies een collega", handler, worker])
    assert sorted(labels(rows, "people")) == sorted([handler, worker])
    assert "ziek" not in "".join(labels(rows)).lower()


def test_half_a_day_or_a_withdrawn_absence_is_not_named(people):
    away(people.handler, TODAY, half="morning")
    row = away(people.team_worker, TODAY)
    row.withdrawn_at = row.entered_at
    row.save()

    assert "afwezig" not in "".join(labels(User.objects.all()))


def test_a_choice_is_still_a_choice(people):
    away(people.handler, TODAY)
    form = OneForm({"person": str(people.handler.pk)}, rows=User.objects.all())

    assert form.is_valid()
    assert form.cleaned_data["person"] == people.handler


def test_rows_about_a_person_know_it_too(people):
    away(people.handler, TODAY, TODAY + DAY)
    row = with_absence(Membership.objects.filter(user=people.handler), TODAY, "user").get()

    assert away_text(row) == " (afwezig t/m 24 november)"
    assert away_text(people.handler) == ""


@pytest.mark.parametrize("rows", [1, 5])
def test_a_list_costs_one_query(people, rows, django_assert_num_queries):
    for person in list(vars(people).values())[:rows]:
        away(person, TODAY)

    with django_assert_num_queries(1):
        assert sum("afwezig" in label for label in labels(User.objects.all())) == rows
