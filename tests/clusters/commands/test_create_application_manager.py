from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from clusters.login.invitations import employee_of
from clusters.models import Membership, Role, User
from tests.factories import MembershipFactory, PartnerOrganisationFactory
from tests.factories.login import parts_of_link


@pytest.fixture(autouse=True)
def _organisation(db, settings):
    settings.DEMO = False
    PartnerOrganisationFactory(code="gemeente")


def run(*more):
    out = StringIO()
    known = ["f.yildiz", "--name", "Fatma van den Berg", "--email", "f@example.org"]
    call_command("create_application_manager", *known, *more, stdout=out)
    return out.getvalue()


def test_command_prints_a_link_that_works():
    out = run("--organisation", "gemeente", "--from", "2026-01-01")

    user = User.objects.get()
    assert (user.first_name, user.last_name) == ("Fatma", "van den Berg")
    assert employee_of(*parts_of_link(out)) == user
    assert str(Membership.objects.get().valid_from) == "2026-01-01"


def test_command_is_refused_beside_another_manager():
    MembershipFactory(role=Role.APPLICATION_MANAGER)

    with pytest.raises(CommandError, match="al een functioneel beheerder"):
        run("--organisation", "gemeente")


@pytest.mark.parametrize(
    "more", [(), ("--organisation", "weg"), ("--organisation", "gemeente", "--from", "morgen")]
)
def test_command_with_wrong_facts_makes_nothing(more):
    with pytest.raises(CommandError):
        run(*more)

    assert not User.objects.exists()


def test_command_is_refused_in_a_demo(settings):
    settings.DEMO = True

    with pytest.raises(CommandError, match="demo"):
        run("--organisation", "gemeente")

    assert not User.objects.exists()
