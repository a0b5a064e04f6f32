import time_machine
from django.test import Client
from django.utils import timezone

from tests.factories.login import PASSWORD, code_now

LOGIN = "/inloggen/"


def guess(address, username="kim", password="fout"):  # noqa: S107
    return Client(REMOTE_ADDR=address).post(LOGIN, {"username": username, "password": password})


def test_two_hundred_addresses_get_twenty_tries_an_hour(employee):
    with time_machine.travel(timezone.now(), tick=False):
        statuses = [guess(f"10.0.{n // 250}.{n % 250}").status_code for n in range(200)]

    assert statuses.count(200) == 16
    assert statuses[16:] == [429] * 184


def test_the_owner_comes_in_from_a_known_address_meanwhile(client, employee):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client.post(LOGIN, {"username": "kim", "password": PASSWORD})
        client.post("/inloggen/code/", {"code": code_now()})
        client.post("/uitloggen/")
        clock.shift(60)
        for n in range(30):
            guess(f"10.0.0.{n}")

        known = guess("127.0.0.1", password=PASSWORD)
        unknown = guess("10.9.9.9", password=PASSWORD)
        clock.shift(3601)
        later = guess("10.9.9.9", password=PASSWORD)

    assert (known.status_code, unknown.status_code, later.status_code) == (302, 429, 302)


def test_one_address_gets_a_hundred_tries_an_hour(db):
    with time_machine.travel(timezone.now(), tick=False):
        statuses = [guess("10.0.0.1", username=f"naam-{n}").status_code for n in range(110)]

    assert statuses == [200] * 100 + [429] * 10


def test_capitals_make_no_other_name(employee):
    for name in ("kim", "Kim", "kIm", "kiM", "KIM"):
        answer = guess("10.0.0.1", username=name)

    assert answer.status_code == 429
