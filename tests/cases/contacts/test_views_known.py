"""What a caller may hear after two facts; nothing says whether anybody is known (H6, S7)."""

import random
import re
import uuid
from collections import Counter
from datetime import date, timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.contacts.throttle import MOST
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.decisions import ApplicationFactory, DecisionFactory
from tests.factories.intakes import NotificationFactory

pytestmark = pytest.mark.django_db

PAIRS = 500
NAMES = ("Harmsen", "Özdemir", "van der Berg", "Chin-A-Foeng", "El Amrani", "De Wit")
TOKENS = re.compile(
    rb'name="(csrfmiddlewaretoken|submission_key|window)" value="[^"]*"|"X-CSRFToken": "[^"]*"'
)
BORN, OTHER_DAY = date(1950, 1, 2), date(1951, 3, 4)


def facts(rng: random.Random, kind: str, number: int) -> tuple[dict[str, str], dict[str, object]]:
    """What is typed, and the person whose request it must not give away."""
    name = f"{rng.choice(('Anna', 'Bob', 'Cem'))} {rng.choice(NAMES)}"
    phone, postcode = f"06 12{number:06d}", f"13{rng.randint(11, 99)} AB"
    person = {
        "resident__name": name,
        "resident__phone": f"+31612{number:06d}",
        "resident__postcode": postcode.replace(" ", ""),
        "resident__birth_date": BORN,
    }
    first, _last = name.split(" ", 1)
    typed = {
        "number only": {"phone": phone},
        "postcode only": {"postcode": postcode},
        "name only": {"name": name},
        "birth date only": {"birth_date": BORN.isoformat()},
        "other name": {"phone": phone, "name": "Zeer Anders"},
        "other birth date": {"phone": phone, "name": name, "birth_date": OTHER_DAY.isoformat()},
        "first name": {"phone": phone, "name": first},
        "long over": {"phone": phone, "name": name},
        "secret address": {"postcode": postcode, "name": name},
        "nobody at this number": {"phone": "06 87654321", "name": name},
    }[kind]
    if kind == "long over":
        person |= {"closed": True, "closed_at": MONDAY - timedelta(days=20)}
    if kind == "secret address":
        person |= {"resident__postcode": "", "resident__address_secret": True}
    return typed, person


KINDS = (
    "number only",
    "postcode only",
    "name only",
    "birth date only",
    "other name",
    "other birth date",
    "first name",
    "long over",
    "secret address",
    "nobody at this number",
)


@pytest.fixture
def look_up(desk_client):
    """Send what was typed to the one screen."""

    def sent(**typed):
        key = {"submission_key": str(uuid.uuid4())}
        url = reverse("contact-status")
        return desk_client.post(url, {**key, **typed}).content.decode()

    return sent


def bare(response) -> tuple[int, bytes]:
    return response.status_code, TOKENS.sub(b"", response.content)


def test_known_and_unknown_callers_get_the_same_answer(desk_client, draft, working_monday):
    rng = random.Random(3)
    places = (reverse("contact-caller", args=[draft.pk]), reverse("contact-status"))
    asked: Counter[str] = Counter()
    for number in range(PAIRS):
        kind, url = KINDS[number % len(KINDS)], places[number // len(KINDS) % 2]
        typed, person = facts(rng, kind, number)
        typed["submission_key"] = str(uuid.uuid4())
        unknown = bare(desk_client.post(url, typed))
        CallbackFactory(**person)
        known = bare(desk_client.post(url, typed))
        assert known == unknown, (kind, typed)
        asked[kind] += 1
        working_monday.shift(timedelta(seconds=30))

    print(f"{PAIRS} paren van bekende en onbekende bellers: gelijk antwoord ({dict(asked)})")  # noqa: T201
    assert sum(asked.values()) == PAIRS


def test_two_facts_of_a_known_caller_do_give_an_answer(desk_client, draft):
    """The test above must be able to fail."""
    row = CallbackFactory(resident__name="A. Harmsen", resident__phone="+31612345678")
    typed = {"phone": "06 12345678", "name": "Harmsen", "submission_key": str(uuid.uuid4())}

    for url in (reverse("contact-caller", args=[draft.pk]), reverse("contact-status")):
        assert row.reference in desk_client.post(url, typed).content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        {"phone": "0612345678", "name": "mevrouw HARMSEN"},
        {"phone": "+31 6 12345678", "birth_date": "1950-01-02"},
        {"postcode": "1315ab", "birth_date": "1950-01-02"},
        {"postcode": "1315 AB", "name": "Harmsen"},
    ],
)
def test_what_counts_as_two_facts(look_up, typed):
    row = CallbackFactory(
        resident__name="Mw. A. Harmsen",
        resident__phone="+31612345678",
        resident__postcode="1315AB",
        resident__birth_date=BORN,
    )

    page = look_up(**typed)

    assert row.reference in page


def test_the_number_of_the_request_counts_as_a_place_to_look(look_up):
    row = CallbackFactory(resident__name="A. Harmsen")

    page = look_up(**{"number": row.reference, "name": "Harmsen"})
    prying = look_up(**{"number": row.reference, "name": "Ander"})

    assert row.reference in page
    assert "loopt geen verzoek" in prying


def test_the_answer_says_who_and_when_and_never_what(look_up, cast, noord):
    CallbackFactory(
        resident__name="A. Harmsen",
        resident__phone="+31612345678",
        team=noord,
        claimed=True,
        handler=cast.handler,
        question="Kanarievraag",
        subject__label="Kanarieonderwerp",
    )

    page = look_up(**{"phone": "0612345678", "name": "Harmsen"})

    assert (
        f"{cast.handler} van Team Noord heeft dit opgepakt en belt uiterlijk di 24 november" in page
    )
    assert "Kanarie" not in page


def test_of_a_secret_address_the_team_is_not_named(look_up, cast, noord):
    CallbackFactory(
        resident__name="A. Harmsen",
        resident__phone="+31612345678",
        resident__address_secret=True,
        team=noord,
        claimed=True,
        handler=cast.handler,
    )

    page = look_up(**{"phone": "0612345678", "name": "Harmsen"})

    assert "Een medewerker heeft dit opgepakt" in page
    assert "Noord" not in page


def test_five_people_on_a_number_each_see_only_their_own(look_up):
    rows = [
        CallbackFactory(resident__name=name, resident__phone="+31612345678")
        for name in ("An Vos", "Bea Smit", "Cor Mol", "Dirk Bos", "Els Kok")
    ]

    page = look_up(**{"phone": "0612345678", "name": "Bea Smit"})

    shown = [row.reference for row in rows if row.reference in page]
    assert shown == [rows[1].reference]
    assert "Vos" not in page


def test_looking_up_is_in_the_trail_also_when_nothing_is_found(look_up):
    row = CallbackFactory(resident__name="A. Harmsen", resident__phone="+31612345678")

    look_up(**{"phone": "0612345678", "name": "Harmsen"})
    look_up(**{"phone": "0612345678", "name": "Iemand Anders"})

    events = AuditEvent.objects.filter(code="contact.caller_looked_up").order_by("pk")
    seen = [list(event.subjects.values_list("resident_id", flat=True)) for event in events]
    assert seen == [[row.resident_id], []]


def test_who_looks_up_more_than_anybody_can_have_on_the_line_is_stopped(look_up):
    CallbackFactory(resident__name="A. Harmsen", resident__phone="+31612345678")
    typed = {"phone": "0612345678", "name": "Harmsen"}
    for _ in range(MOST):
        assert "Antwoord" in look_up(**typed)

    page = look_up(**typed)

    assert "Wacht een paar minuten" in page
    assert "TB-" not in re.sub(r"TB-000123", "", page)


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_costs_the_same_for_one_caller_and_for_three_who_fit(
    desk_client, people, django_assert_num_queries
):
    """Somebody with an aanvraag, a melding and a decision; a family with one number and name."""
    for _ in range(people):
        row = CallbackFactory(resident__name="Mw. A. Harmsen", resident__phone="+31612345678")
        NotificationFactory(resident=row.resident, investigating=True)
        melding = NotificationFactory(resident=row.resident, investigated=True)
        ApplicationFactory(melding=melding)
        sent = ApplicationFactory(
            melding=NotificationFactory(resident=row.resident, investigated=True), sent=True
        )
        DecisionFactory(application=sent, taken=True, letter={"to": []})
    typed = {"phone": "06 12345678", "name": "Harmsen", "submission_key": uuid.uuid4()}

    # session, user, memberships; look-ups before; requests that may fit, and those that do;
    # residents; savepoint, lines, residents of both, release; meldingen; aanvragen with decision
    # and pause; unread notices
    with django_assert_num_queries(14):
        page = desk_client.post(reverse("contact-status"), typed)

    assert len(page.context["phrases"]) == 2 * people
    codes = Counter(AuditEvent.objects.values_list("code", flat=True))
    assert (codes["contact.caller_looked_up"], codes["application.status_told"]) == (1, 1)
