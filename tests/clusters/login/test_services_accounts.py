import threading
from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils import timezone

from audit.models import AuditEvent
from clusters.login.invitations import employee_of
from clusters.login.services import (
    choose_password,
    create_recovery_codes,
    end_all_sessions,
    invite_employee,
    reset_second_factor,
)
from clusters.models import (
    Authenticator,
    Invitation,
    Notice,
    OpenSession,
    OutboxMail,
    RecoveryCode,
    Role,
    User,
)
from common.errors import RuleViolation
from tests.factories.clusters import MembershipFactory
from tests.factories.login import AuthenticatorFactory, OpenSessionFactory, parts_of_link

NEW = "vier woorden in een rij"
TODAY = date(2026, 11, 23)


def latest_link():
    return parts_of_link(OutboxMail.objects.latest("pk").body)


# --- the invitation


def test_invitation_puts_one_mail_with_a_link_in_the_outbox(manager, newcomer):
    invite_employee(user_id=newcomer.pk, by=manager)

    mail = OutboxMail.objects.get()
    assert mail.recipient == newcomer
    assert "/account/welkom/" in mail.body
    assert "24 uur" in mail.body
    assert newcomer.username not in mail.subject + mail.body
    assert employee_of(*latest_link()) == newcomer


def test_invitation_leaves_a_line_without_the_link(manager, newcomer):
    invite_employee(user_id=newcomer.pk, by=manager)

    line = AuditEvent.objects.get()
    assert (line.code, line.object_id, line.actor_id, line.rule) == (
        "account.invited",
        str(newcomer.pk),
        manager.pk,
        "application_manager:invite_employee",
    )
    assert latest_link()[1] not in str(AuditEvent.objects.values())


@pytest.mark.parametrize("role", [role for role in Role if role != Role.APPLICATION_MANAGER])
@pytest.mark.parametrize("act", [invite_employee, reset_second_factor])
def test_other_roles_are_refused(newcomer, role, act):
    by = MembershipFactory(role=role).user
    AuthenticatorFactory(user=newcomer)
    why = {"reason": "kwijt"} if act is reset_second_factor else {}

    with pytest.raises(PermissionDenied):
        act(user_id=newcomer.pk, by=by, **why)

    assert Authenticator.objects.exists()
    assert not OutboxMail.objects.exists()
    assert not AuditEvent.objects.exists()


def test_own_account_is_refused(manager):
    AuthenticatorFactory(user=manager)

    with pytest.raises(PermissionDenied):
        invite_employee(user_id=manager.pk, by=manager)
    with pytest.raises(PermissionDenied):
        reset_second_factor(user_id=manager.pk, reason="kwijt", by=manager)

    assert Authenticator.objects.exists()
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"is_active": False}, "afgesloten"),
        ({"account_until": TODAY - timedelta(days=1)}, "afgesloten"),
        ({"email": ""}, "geen e-mailadres"),
    ],
)
@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
def test_invitation_that_is_of_no_use_is_refused(manager, newcomer, changed, words):
    User.objects.filter(pk=newcomer.pk).update(**changed)

    with pytest.raises(RuleViolation, match=words):
        invite_employee(user_id=newcomer.pk, by=manager)

    assert not OutboxMail.objects.exists()


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
def test_invitation_on_the_last_day_of_an_account_is_possible(manager, newcomer):
    User.objects.filter(pk=newcomer.pk).update(account_until=TODAY)

    assert invite_employee(user_id=newcomer.pk, by=manager)


def test_second_invitation_within_a_minute_is_refused_and_later_kills_the_first(manager, newcomer):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        invite_employee(user_id=newcomer.pk, by=manager)
        first = latest_link()
        with pytest.raises(RuleViolation, match="net uitgenodigd"):
            invite_employee(user_id=newcomer.pk, by=manager)
        clock.shift(60)
        invite_employee(user_id=newcomer.pk, by=manager)

        assert employee_of(*first) is None
        assert employee_of(*latest_link()) == newcomer


# --- choosing a password


def test_choose_password_works_once_and_ends_sessions(manager, newcomer):
    session = OpenSessionFactory(user=newcomer, opened_at=timezone.now())
    invite_employee(user_id=newcomer.pk, by=manager)
    uid, token = latest_link()

    first = choose_password(uid=uid, token=token, new_password=NEW)
    second = choose_password(uid=uid, token=token, new_password="iets heel anders hier")

    newcomer.refresh_from_db()
    session.refresh_from_db()
    assert (first, second) == (newcomer, None)
    assert newcomer.check_password(NEW)
    assert session.ended_at is not None
    line = AuditEvent.objects.get(code="account.password_chosen")
    assert (line.actor_id, line.fields) == (newcomer.pk, ["password"])
    assert token not in str(AuditEvent.objects.values())


def test_choose_password_leaves_the_second_factor_alone(manager, employee):
    invite_employee(user_id=employee.pk, by=manager)
    uid, token = latest_link()

    choose_password(uid=uid, token=token, new_password=NEW)

    assert Authenticator.objects.filter(user=employee, confirmed=True).count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_choose_password_by_two_at_once_lets_one_win(manager, newcomer):
    invite_employee(user_id=newcomer.pk, by=manager)
    uid, token = latest_link()
    outcomes = []

    def choose(password):
        try:
            outcomes.append(choose_password(uid=uid, token=token, new_password=password))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=choose, args=(f"{NEW} {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcome is None for outcome in outcomes) == [False, True, True, True]


# --- a lost app


def test_reset_takes_app_codes_and_sessions_and_tells_the_employee(manager, employee):
    create_recovery_codes(user_id=employee.pk, by=employee)
    OpenSessionFactory(user=employee, opened_at=timezone.now())

    reset_second_factor(user_id=employee.pk, reason="telefoon kwijt", by=manager)

    assert not Authenticator.objects.exists()
    assert not RecoveryCode.objects.exists()
    assert not OpenSession.objects.filter(ended_at=None).exists()
    assert Notice.objects.get().person == employee
    line = AuditEvent.objects.get(code="account.second_factor_reset")
    assert (line.purpose, line.rule) == (
        "telefoon kwijt",
        "application_manager:reset_second_factor",
    )


def test_reset_of_nothing_is_refused(manager, newcomer):
    with pytest.raises(RuleViolation, match="nu geen app"):
        reset_second_factor(user_id=newcomer.pk, reason="kwijt", by=manager)

    assert not AuditEvent.objects.exists()


def test_reset_leaves_the_app_of_others_alone(manager, employee):
    other = AuthenticatorFactory()

    reset_second_factor(user_id=employee.pk, reason="kwijt", by=manager)

    assert Authenticator.objects.get() == other


def test_end_all_sessions_ends_those_of_one_employee(employee):
    OpenSessionFactory(user=employee, opened_at=timezone.now())
    other = OpenSessionFactory(opened_at=timezone.now())

    end_all_sessions(user_id=employee.pk, at=timezone.now())

    assert list(OpenSession.objects.filter(ended_at=None)) == [other]
