from datetime import date, timedelta

import pytest
from django.utils import timezone

from audit.models import AuditEvent
from clusters.login.invitations import employee_of
from clusters.login.services import choose_password, create_application_manager
from clusters.models import Membership, Role, User
from common.errors import RuleViolation
from tests.factories.clusters import PartnerOrganisationFactory, UserFactory
from tests.factories.login import parts_of_link

NEW = "vier woorden in een rij"


def first_manager(**changed):
    facts = {
        "username": "F.Yildiz",
        "first_name": "Fatma",
        "last_name": "Yıldız",
        "email": "f.yildiz@example.org",
        "organisation_code": "gemeente",
        "valid_from": timezone.localdate(),
    }
    return create_application_manager(**(facts | changed))


def codes_of_events():
    return list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))


def test_first_manager_gets_an_account_a_role_and_a_link(db):
    PartnerOrganisationFactory(code="gemeente")

    uid, token = parts_of_link(first_manager())

    user = User.objects.get()
    assert (user.username, str(user), user.has_usable_password()) == (
        "f.yildiz",
        "Fatma Yıldız",
        False,
    )
    assert user.roles == (Role.APPLICATION_MANAGER,)
    assert employee_of(uid, token) == user
    assert codes_of_events() == ["account.created", "role.created", "account.invited"]
    assert set(AuditEvent.objects.values_list("actor_id", flat=True)) == {None}


@pytest.mark.parametrize("begins", [-10, 10])
def test_first_manager_is_refused_beside_another(manager, begins):
    PartnerOrganisationFactory(code="gemeente")
    Membership.objects.update(valid_from=timezone.localdate() + timedelta(days=begins))

    with pytest.raises(RuleViolation, match="al een functioneel beheerder"):
        first_manager()

    assert not User.objects.filter(username="f.yildiz").exists()


@pytest.mark.parametrize("ending", ["role", "account", "agreement"])
def test_first_manager_is_possible_after_the_last_one_ended(manager, ending):
    PartnerOrganisationFactory(code="gemeente")
    yesterday = timezone.localdate() - timedelta(days=1)
    membership = manager.memberships.get()
    if ending == "role":
        Membership.objects.update(valid_until=yesterday)
    elif ending == "account":
        User.objects.update(account_until=yesterday)
    else:
        membership.organisation.agreement_until = yesterday
        membership.organisation.save()

    assert first_manager()


def test_first_manager_who_never_came_gets_a_new_link_and_the_old_one_is_dead(db):
    PartnerOrganisationFactory(code="gemeente")

    old, new = parts_of_link(first_manager()), parts_of_link(first_manager())

    assert employee_of(*old) is None
    assert employee_of(*new) == User.objects.get()
    assert Membership.objects.count() == 1


def test_first_manager_who_chose_a_password_gets_no_second_link(db):
    PartnerOrganisationFactory(code="gemeente")
    uid, token = parts_of_link(first_manager())
    choose_password(uid=uid, token=token, new_password=NEW)

    with pytest.raises(RuleViolation, match="al een functioneel beheerder"):
        first_manager()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"organisation_code": "onbekend"}, "Onbekende organisatie: onbekend. Bekend: gemeente."),
        ({"valid_from": date(2015, 1, 1)}, "loopt dan niet"),
        ({"email": "geen adres"}, "geldig e-mailadres"),
        ({"username": "met spatie"}, "geldige gebruikersnaam"),
        ({"username": "NEWCOMER"}, "bestaat al"),
    ],
)
def test_first_manager_with_wrong_facts_is_refused_and_nothing_is_left(db, changed, words):
    UserFactory(username="newcomer")
    PartnerOrganisationFactory(code="gemeente")

    with pytest.raises(RuleViolation, match=words):
        first_manager(**changed)

    assert User.objects.count() == 1
    assert not Membership.objects.exists()
