import threading
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, connections
from django.utils import timezone

from audit.models import AuditEvent
from clusters.login.services import (
    RECOVERY_ALPHABET,
    Factor,
    change_password,
    check_second_factor,
    choose_role,
    confirm_authenticator,
    create_authenticator,
    create_recovery_codes,
    end_session,
    register_session,
    rename_session,
)
from clusters.models import Authenticator, OpenSession, RecoveryCode
from common.errors import RuleViolation
from tests.factories.clusters import MembershipFactory, UserFactory
from tests.factories.login import SECRET, AuthenticatorFactory, OpenSessionFactory, code_now


def codes_of_events():
    return list(AuditEvent.objects.order_by("pk").values_list("code", flat=True))


def session_seen(at):
    store = SessionStore()
    store["seen_at"] = int(at.timestamp())
    store.create()
    return store.session_key


def test_create_authenticator_gives_the_same_secret_again(db):
    user = UserFactory()

    first = create_authenticator(user_id=user.pk)
    second = create_authenticator(user_id=user.pk)

    assert len(first.secret) == 20
    assert (first.pk, first.secret) == (second.pk, second.secret)
    assert not first.confirmed


def test_create_authenticator_gives_nothing_to_who_has_one(employee):
    assert create_authenticator(user_id=employee.pk) is None


def test_the_secret_is_not_readable_in_the_table(employee):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_secret FROM clusters_authenticator")
        stored = bytes(cursor.fetchone()[0])

    assert SECRET not in stored


def test_confirm_authenticator_puts_it_in_use_and_leaves_a_trail(db):
    device = AuthenticatorFactory(confirmed=False)

    codes = confirm_authenticator(
        user_id=device.user_id, code=f" {code_now()[:3]} {code_now()[3:]}"
    )

    device.refresh_from_db()
    assert device.confirmed
    assert len(codes) == 10
    assert codes_of_events() == ["login.authenticator_added", "login.recovery_codes_created"]


def test_confirm_authenticator_refuses_a_wrong_code(db):
    device = AuthenticatorFactory(confirmed=False)

    with pytest.raises(RuleViolation, match="klopt niet") as refused:
        confirm_authenticator(user_id=device.user_id, code="000000")

    device.refresh_from_db()
    assert refused.value.field == "code"
    assert not device.confirmed
    assert not RecoveryCode.objects.exists()


def test_create_recovery_codes_keeps_hashes_and_replaces_the_old(employee):
    old = create_recovery_codes(user_id=employee.pk, by=employee)
    new = create_recovery_codes(user_id=employee.pk, by=employee)

    stored = list(RecoveryCode.objects.values_list("code_hash", flat=True))
    assert len(set(stored)) == 10
    assert not any(code.replace("-", "") in each for code in new for each in stored)
    assert all(set(code) <= set(RECOVERY_ALPHABET) | {"-"} for code in new)
    now = timezone.now()
    answers = [
        check_second_factor(user_id=employee.pk, answer=code, at=now) for code in (new[0], old[0])
    ]
    assert answers == [Factor.ACCEPTED, Factor.WRONG]


def test_check_second_factor_accepts_a_code_once(employee):
    code = code_now()

    with time_machine.travel(timezone.now(), tick=False):
        first = check_second_factor(user_id=employee.pk, answer=code, at=timezone.now())
        second = check_second_factor(user_id=employee.pk, answer=code, at=timezone.now())

    assert (first, second) == (Factor.ACCEPTED, Factor.WRONG)


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        (-2, Factor.WRONG),
        (-1, Factor.ACCEPTED),
        (0, Factor.ACCEPTED),
        (1, Factor.ACCEPTED),
        (2, Factor.WRONG),
    ],
)
def test_check_second_factor_allows_a_clock_half_a_minute_off(employee, steps, outcome):
    with time_machine.travel(timezone.now(), tick=False):
        code = code_now(steps=steps)

        assert check_second_factor(user_id=employee.pk, answer=code, at=timezone.now()) == outcome


def test_an_older_code_is_refused_after_a_newer_one(employee):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        older = code_now()
        clock.shift(30)
        newer = code_now()
        now = timezone.now()

        assert check_second_factor(user_id=employee.pk, answer=newer, at=now) == Factor.ACCEPTED
        assert check_second_factor(user_id=employee.pk, answer=older, at=now) == Factor.WRONG


def test_a_thousand_replays_are_refused(employee):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        code = code_now()
        check_second_factor(user_id=employee.pk, answer=code, at=timezone.now())
        outcomes = set()
        for _ in range(1000):
            Authenticator.objects.update(throttling_failure_count=0)
            outcomes.add(check_second_factor(user_id=employee.pk, answer=code, at=timezone.now()))
            clock.shift(0.01)

    assert outcomes == {Factor.WRONG}


def test_wrong_codes_wait_twice_as_long_every_time(employee):
    evaluated = 0
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(3600):
            outcome = check_second_factor(user_id=employee.pk, answer="000000", at=timezone.now())
            evaluated += outcome == Factor.WRONG
            clock.shift(1)

    assert evaluated == 12


@pytest.mark.parametrize("answer", ["", "12345", "1234567", "١٢٣٤٥٦", "abcdef", "-00001", "a" * 12])
def test_check_second_factor_refuses_what_is_no_code(employee, answer):
    create_recovery_codes(user_id=employee.pk, by=employee)

    outcome = check_second_factor(user_id=employee.pk, answer=answer, at=timezone.now())

    assert outcome == Factor.WRONG


def test_check_second_factor_without_an_app_is_wrong(db):
    user = UserFactory()
    code = create_recovery_codes(user_id=user.pk, by=user)[0]

    outcome = check_second_factor(user_id=user.pk, answer=code, at=timezone.now())

    assert outcome == Factor.WRONG


def test_register_session_ends_the_oldest_of_three(employee):
    at = timezone.now()
    keys = [session_seen(at) for _ in range(3)]

    for number, key in enumerate(keys):
        register_session(user_id=employee.pk, session_key=key, form_mark=str(number), at=at)

    assert [SessionStore().exists(key) for key in keys] == [False, True, True]
    assert [row.ended_at for row in OpenSession.objects.order_by("pk")] == [at, None, None]


def test_register_session_leaves_other_people_alone(employee):
    at = timezone.now()
    theirs = OpenSessionFactory(session_key=session_seen(at), opened_at=at)

    for _ in range(3):
        register_session(user_id=employee.pk, session_key=session_seen(at), form_mark="", at=at)

    theirs.refresh_from_db()
    assert theirs.ended_at is None


def test_register_session_forgets_after_thirty_days(employee):
    at = timezone.now()
    OpenSessionFactory(user=employee, opened_at=at - timedelta(days=31))

    register_session(user_id=employee.pk, session_key="new", form_mark="", at=at)

    assert [row.session_key for row in OpenSession.objects.all()] == ["new"]


def test_end_session_notes_the_moment_once(employee):
    at = timezone.now()
    row = OpenSessionFactory(user=employee, opened_at=at, session_key="key")

    end_session(session_key="key", at=at)
    end_session(session_key="key", at=at + timedelta(hours=1))

    row.refresh_from_db()
    assert row.ended_at == at


def test_rename_session_follows_the_key(employee):
    row = OpenSessionFactory(user=employee, opened_at=timezone.now(), session_key="old")

    rename_session(old_key="old", new_key="new")

    row.refresh_from_db()
    assert row.session_key == "new"


def test_change_password_ends_the_other_sessions(employee):
    at = timezone.now()
    here, there = session_seen(at), session_seen(at)
    for key in (here, there):
        OpenSessionFactory(user=employee, session_key=key, opened_at=at)

    change_password(new_password="een heel nieuw wachtwoord", session_key=here, by=employee)

    employee.refresh_from_db()
    assert employee.check_password("een heel nieuw wachtwoord")
    assert (SessionStore().exists(here), SessionStore().exists(there)) == (True, False)
    assert codes_of_events() == ["login.password_changed"]
    assert "nieuw" not in str(AuditEvent.objects.values().get())


def test_choose_role_that_is_held_leaves_a_line(employee):
    MembershipFactory(user=employee, role="privacy_officer")

    assert choose_role(role="privacy_officer", by=employee) == "privacy_officer"

    event = AuditEvent.objects.get()
    assert (event.code, event.purpose) == ("login.role_chosen", "privacy_officer")


def test_choose_role_that_is_not_held_is_refused(employee):
    with pytest.raises(RuleViolation, match="niet"):
        choose_role(role="controller", by=employee)

    assert not AuditEvent.objects.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_code_in_ten_threads_opens_one_door(committed_employee):
    code, outcomes = code_now(), []
    start = threading.Barrier(10)

    def try_it():
        start.wait()
        outcomes.append(
            check_second_factor(user_id=committed_employee.pk, answer=code, at=timezone.now())
        )
        connections.close_all()

    threads = [threading.Thread(target=try_it) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert outcomes.count(Factor.ACCEPTED) == 1


@pytest.fixture
def committed_employee(transactional_db):
    return AuthenticatorFactory().user
