import re

import pytest
import time_machine
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from clusters.login import sessions
from clusters.models import Authenticator, OpenSession, RecoveryCode
from tests.factories.login import PASSWORD, code_now, sign_in

LOGIN = "/inloggen/"
CODE = "/inloggen/code/"


def password_step(client, *, username="kim", password=PASSWORD, then=""):
    address = f"{LOGIN}?next={then}" if then else LOGIN
    return client.post(address, {"username": username, "password": password})


def test_sign_in_with_password_and_code_opens_a_session(client, employee):
    first = password_step(client, then="/mijn-account/")
    second = client.post(CODE, {"code": code_now()})

    assert (first.status_code, first.url) == (302, CODE)
    assert (second.status_code, second.url) == (302, "/mijn-account/")
    assert client.get("/mijn-account/").status_code == 200
    assert OpenSession.objects.get().user == employee


def test_sign_in_leaves_one_line_after_the_second_factor(client, employee):
    password_step(client)
    assert not AuditEvent.objects.filter(code="login.succeeded").exists()

    client.post(CODE, {"code": code_now()})

    assert AuditEvent.objects.filter(code="login.succeeded", actor_id=employee.pk).count() == 1


def test_sign_in_with_the_password_only_opens_no_page(client, employee):
    password_step(client)

    answer = client.get("/mijn-account/")

    assert (answer.status_code, answer.url.split("?")[0]) == (302, LOGIN)


def test_sign_in_ignores_capitals_in_the_name(client, employee):
    assert password_step(client, username="KIM").url == CODE


@pytest.mark.parametrize("then", ["https://elsewhere.example/", "//elsewhere.example/", "nergens:"])
def test_sign_in_goes_nowhere_else_afterwards(client, employee, then):
    password_step(client, then=then)

    assert client.post(CODE, {"code": code_now()}).url == reverse("home")


@pytest.mark.parametrize(
    ("username", "password", "active"),
    [("kim", "fout", True), ("niemand", PASSWORD, True), ("kim", PASSWORD, False)],
)
def test_sign_in_says_the_same_of_every_wrong_answer(client, employee, username, password, active):
    employee.is_active = active
    employee.save()

    answer = password_step(client, username=username, password=password)

    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors() == [
        "De gebruikersnaam of het wachtwoord klopt niet."
    ]
    assert f'value="{username}"' in answer.content.decode()
    assert password not in answer.content.decode()


def test_sign_in_changes_the_key_of_the_session_at_both_steps(client, employee):
    session = client.session
    session["mark"] = 1
    session.save()
    keys = [session.session_key]

    password_step(client)
    keys.append(client.session.session_key)
    client.post(CODE, {"code": code_now()})
    keys.append(client.session.session_key)

    assert len(set(keys)) == 3


def test_sign_in_when_signed_in_goes_on(client, employee):
    sign_in(client, employee)

    assert client.get(f"{LOGIN}?next=/mijn-account/").url == "/mijn-account/"


def test_verify_refuses_a_wrong_code(client, employee):
    password_step(client)

    answer = client.post(CODE, {"code": "000000"})

    assert answer.context["form"].errors["code"] == [
        "Deze code klopt niet of is al gebruikt. Wacht op de volgende code."
    ]
    assert sessions.OPENED not in client.session


def test_verify_refuses_a_code_that_was_used(client, employee):
    code = code_now()
    password_step(client)
    client.post(CODE, {"code": code})
    client.post("/uitloggen/")

    password_step(client)
    answer = client.post(CODE, {"code": code})

    assert answer.status_code == 200
    assert "code" in answer.context["form"].errors


def test_verify_without_the_password_starts_again(client, employee):
    answer = client.post(CODE, {"code": code_now()})

    assert answer.url == f"{LOGIN}?verlopen=1"


def test_verify_more_than_ten_minutes_after_the_password_starts_again(client, employee):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        password_step(client)
        clock.shift(601)

        assert client.post(CODE, {"code": code_now()}).url == f"{LOGIN}?verlopen=1"


def test_verify_after_a_new_password_starts_again(client, employee):
    password_step(client)
    employee.set_password("een heel ander wachtwoord")
    employee.save()

    assert client.post(CODE, {"code": code_now()}).url == f"{LOGIN}?verlopen=1"


def test_five_wrong_passwords_make_the_name_wait(client, employee):
    answers = [password_step(client, password=f"fout {n}") for n in range(5)]
    right = password_step(client)

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert right.status_code == 429
    assert re.search(r"opnieuw na <strong>\d\d:\d\d</strong>", right.content.decode())


def test_waiting_is_the_same_for_a_name_that_does_not_exist(client, db):
    for n in range(5):
        answer = password_step(client, username="niemand", password=f"fout {n}")

    assert answer.status_code == 429


def test_after_a_quarter_the_owner_is_let_in(client, employee):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for n in range(5):
            password_step(client, password=f"fout {n}")
        clock.shift(15 * 60 + 1)

        assert password_step(client).url == CODE


def test_five_wrong_codes_make_the_name_wait(client, employee):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        password_step(client)
        answers = []
        for _ in range(5):
            answers.append(client.post(CODE, {"code": "000000"}).status_code)
            clock.shift(60)

        assert answers == [200, 200, 200, 200, 429]
        assert client.post(CODE, {"code": code_now()}).status_code == 429


def test_a_wrong_code_is_not_kept_in_clear(client, employee):
    password_step(client)
    client.post(CODE, {"code": "abcd-efgh-jkmn"})

    assert "abcd" not in AccessAttempt.objects.get().post_data


def test_enrol_at_the_first_sign_in_gives_codes_and_a_session(client, employee):
    Authenticator.objects.all().delete()

    first = password_step(client, then="/mijn-account/")
    page = client.get("/inloggen/app/").content.decode()
    device = Authenticator.objects.get()
    device.secret = b"twenty bytes of key!"
    device.save()
    done = client.post("/inloggen/app/", {"code": code_now()}).content.decode()

    assert first.url == "/inloggen/app/"
    assert " style=" not in page
    assert re.search(r"<code>([A-Z2-7]{4} ){7}[A-Z2-7]{4}</code>", page)
    codes = re.findall(r"<code>([a-z2-9-]{14})</code>", done)
    assert len(set(codes)) == 10
    assert 'href="/mijn-account/"' in done
    assert not any(row.code_hash in done for row in RecoveryCode.objects.all())
    assert client.get("/mijn-account/").status_code == 200


def test_enrol_with_a_wrong_code_keeps_the_same_secret(client, employee):
    Authenticator.objects.all().delete()
    password_step(client)
    before = client.get("/inloggen/app/").context["secret"]

    answer = client.post("/inloggen/app/", {"code": "000000"})

    assert answer.context["secret"] == before
    assert "Deze code klopt niet" in answer.content.decode()


def test_enrol_is_closed_for_who_has_an_app(client, employee):
    password_step(client)

    assert client.get("/inloggen/app/").url == f"{LOGIN}?verlopen=1"
    assert Authenticator.objects.filter(confirmed=False).count() == 0


def test_sign_in_with_a_recovery_code_works_once(client, employee):
    from clusters.login.services import create_recovery_codes

    code = create_recovery_codes(user_id=employee.pk, by=employee)[3]
    password_step(client)
    first = client.post(CODE, {"code": code.upper().replace("-", " ")})
    client.post("/uitloggen/")
    password_step(client)
    second = client.post(CODE, {"code": code})

    assert (first.status_code, second.status_code) == (302, 200)
    assert AuditEvent.objects.filter(code="login.recovery_code_used").count() == 1


def test_sign_out_ends_the_session_and_empties_the_browser(client, employee):
    password_step(client)
    client.post(CODE, {"code": code_now()})

    answer = client.post("/uitloggen/")

    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer.url == LOGIN
    assert OpenSession.objects.get().ended_at is not None
    assert client.get("/mijn-account/").status_code == 302


def test_sign_out_needs_a_post(client, employee):
    sign_in(client, employee)

    assert client.get("/uitloggen/").status_code == 405


def test_third_session_ends_the_oldest(client, employee):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        clients = [type(client)() for _ in range(3)]
        for each in clients:
            password_step(each)
            assert each.post(CODE, {"code": code_now()}).status_code == 302
            clock.shift(60)

        assert [each.get("/mijn-account/").status_code for each in clients] == [302, 200, 200]


def test_a_session_that_is_over_makes_room(client, employee):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        working, forgotten, _ = clients = [type(client)() for _ in range(3)]
        for each in clients:
            password_step(each)
            each.post(CODE, {"code": code_now()})
            for _ in range(3):
                clock.shift(8 * 60)
                working.get("/mijn-account/")

        assert working.get("/mijn-account/").status_code == 200
        assert forgotten.get("/mijn-account/").status_code == 302
