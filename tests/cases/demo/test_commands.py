"""``seed_demo`` and ``generate_city``: what they refuse, and that a second call changes nothing."""

import pytest
from django.core.management import CommandError, call_command

from cases.models import CallbackRequest, Resident
from clusters.models import User
from tests.factories.clusters import UserFactory


@pytest.mark.django_db
def test_seed_demo_refuses_outside_demo_mode(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=True"):
        call_command("seed_demo")

    assert not User.objects.exists()


@pytest.mark.django_db
def test_seed_demo_refuses_a_database_with_real_people(settings):
    settings.DEMO = True
    UserFactory(is_demo=False)

    with pytest.raises(CommandError, match="echte gegevens"):
        call_command("seed_demo")

    assert User.objects.count() == 1


@pytest.mark.django_db
def test_seed_demo_refuses_a_database_with_somebody_elses_residents(settings):
    settings.DEMO = True
    Resident.objects.create(name="Een echte inwoner", phone="+31612345678")

    with pytest.raises(CommandError, match="echte gegevens"):
        call_command("seed_demo")


def test_seed_demo_on_a_filled_database_only_lets_requests_fall_due(city, settings, capsys):
    settings.DEMO = True
    call_command("seed_demo")
    people, work, residents = _counts()

    call_command("seed_demo")

    assert (people, work, residents) == _counts()
    assert "De demostad is gevuld" not in capsys.readouterr().out


@pytest.mark.django_db
def test_generate_city_refuses_a_database_that_holds_anything():
    UserFactory()

    with pytest.raises(CommandError, match="niet leeg"):
        call_command("generate_city", residents=10, callbacks=100)


@pytest.mark.django_db
def test_generate_city_refuses_a_city_without_people():
    with pytest.raises(CommandError, match="minstens"):
        call_command("generate_city", residents=0, callbacks=100)


def _counts():
    return User.objects.count(), CallbackRequest.objects.count(), Resident.objects.count()
