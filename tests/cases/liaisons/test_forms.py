"""What a form makes of what was typed."""

import uuid

import pytest

from cases.liaisons.forms import LiaisonForm
from tests.factories.liaisons import LiaisonFactory

pytestmark = pytest.mark.usefixtures("monday")


def told(team, **own):
    facts = {"team": team.pk, "kind": "jgz", "name": "J. Jong", "organisation": "JGZ"}
    days = {"valid_from": "23-11-2026", "review_by": "23-05-2027"}
    return {"submission_key": str(uuid.uuid4()), **facts, **days, **own}


def test_the_form_gives_the_facts(cast, noord):
    hours = {"on_call_days": ["5", "1"], "on_call_from": "09:00", "on_call_until": "12:00"}
    form = LiaisonForm(told(noord, **hours, phone="036 539 99 11"), user=cast.team_manager)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["team"] == noord
    assert form.cleaned_data["facts"].on_call_days == "15"
    assert form.cleaned_data["facts"].phone == "+31365399911"


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        ({"kind": ""}, "kind"),
        ({"name": "x" * 121}, "name"),
        ({"organisation": ""}, "organisation"),
        ({"age_from": "-1"}, "age_from"),
        ({"age_until": "121"}, "age_until"),
        ({"email": "geen"}, "email"),
        ({"on_call_from": "25:00"}, "on_call_from"),
        ({"valid_from": "31-02-2026"}, "valid_from"),
    ],
    ids=str,
)
def test_what_cannot_be(cast, noord, own, fault):
    assert list(LiaisonForm(told(noord, **own), user=cast.team_manager).errors) == [fault]


def test_a_manager_chooses_the_own_team_and_a_change_keeps_it(cast, noord):
    form = LiaisonForm(user=cast.team_manager)
    assert list(form.fields["team"].queryset) == [noord]
    assert cast.elsewhere in LiaisonForm(user=cast.application_manager).fields["team"].queryset
    assert "team" not in LiaisonForm(user=cast.team_manager, liaison=LiaisonFactory()).fields
