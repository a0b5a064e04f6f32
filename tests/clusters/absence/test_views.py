"""The pages of absence: who sees what, what is refused, what it costs."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from audit.models import AuditEvent
from clusters.models import Absence, Role, WorkPattern
from tests.clusters.absence.conftest import DAY, TODAY, enter
from tests.factories import MembershipFactory, SpecialismPeriodFactory
from tests.factories.absence import WorkPatternFactory, away
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db
SHELL = 4  # session, employee, memberships, notices


def page(client, name, *args, **query):
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200, name
    return response.content.decode()


def post(client, name, *args, **told):
    return client.post(reverse(name, args=args), told)


def typed(**told):
    return {
        "submission_key": uuid.uuid4(),
        "kind": "holiday",
        "first_day": "2026-11-23",
        "last_day": "2026-11-27",
        "half": "whole",
        **told,
    }


def test_a_colleague_reads_that_somebody_is_away_and_not_what_for_af_12(client, people):
    away(people.handler, TODAY, kind="sick")
    sign_in(client, people.team_worker)
    for view in ("week", "maand"):
        text = page(client, "absence-calendar", weergave=view)
        table = text[text.index("<tbody>") : text.index("</tbody>")]
        assert "afwezig" in table
        assert "ziek" not in table
        assert ">Z<" not in table


def test_who_leads_the_team_reads_the_kind_and_the_trail_says_so_af_12(client, people):
    away(people.handler, TODAY, kind="sick")
    sign_in(client, people.team_manager)

    assert "ziek" in page(client, "absence-calendar")
    assert AuditEvent.objects.filter(code="absence.calendar_read").count() == 1


def test_one_reads_ones_own_kind_af_12(client, people):
    away(people.handler, TODAY, kind="training")
    sign_in(client, people.handler)

    assert "opleiding" in page(client, "absence-calendar")


def test_the_calendar_of_another_cluster_is_not_offered_af_13(client, people, cast):
    sign_in(client, people.handler)
    text = page(client, "absence-calendar", team=cast.elsewhere.pk)

    assert "Geen kalender" in text
    assert str(people.outsider) not in text
    sign_in(client, people.general_manager)
    assert str(people.outsider) in page(client, "absence-calendar", team=cast.elsewhere.pk)


def test_the_calendar_narrows_by_specialism_and_walks(client, people, noord):
    known = SpecialismPeriodFactory(user=people.team_worker, specialism__code="lvb")
    sign_in(client, people.handler)
    text = page(client, "absence-calendar", specialisme="lvb", team=noord.pk, dag="2026-12-02")

    assert str(people.team_worker) in text[text.index("<tbody>") :]
    assert str(people.team_manager) not in text[text.index("<tbody>") :]
    assert "Week van 30 november 2026" in text
    assert "dag=2026-11-29" in text
    known.delete()
    assert "Niemand gevonden" in page(client, "absence-calendar", specialisme="lvb")
    assert "Geen kalender" in page(client, "absence-calendar", dag="2026-13-40")


@pytest.mark.parametrize("role", [Role.STEERING_GROUP, Role.COMMISSIONER, Role.PRIVACY_OFFICER])
def test_who_is_of_no_team_has_no_calendar(client, cast, role):
    sign_in(client, getattr(cast, role))

    assert client.get(reverse("absence-calendar")).status_code == 403


@pytest.mark.parametrize("rows", [1, 5])
def test_calendar_query_count(client, people, noord, rows, django_assert_num_queries):
    for _ in range(rows):
        away(MembershipFactory(team=noord).user, TODAY)
    sign_in(client, people.handler)
    page(client, "absence-calendar")

    # the shell; own team, the chosen one, its people, three of the table; teams (twice: Django
    # looks whether the first choice is empty) and specialisms to choose
    with django_assert_num_queries(SHELL + 9):
        page(client, "absence-calendar", weergave="maand")


def test_ones_own_page_and_its_way_to_every_act(client, people):
    row = away(people.handler, TODAY + DAY, TODAY + 3 * DAY)
    gone = away(people.handler, TODAY - 9 * DAY)
    sign_in(client, people.handler)
    text = page(client, "absence-person", people.handler.pk)

    assert "Mijn afwezigheid" in text
    assert "Maandag tot en met vrijdag" in text
    for name in ("absence-change", "absence-withdraw"):
        assert reverse(name, args=[row.pk]) in text
        assert reverse(name, args=[gone.pk]) not in text
    assert not AuditEvent.objects.filter(code="absence.listed").exists()


def test_who_leads_the_team_reads_a_persons_page_and_leaves_a_line(client, people):
    away(people.handler, TODAY - 9 * DAY)
    WorkPatternFactory(employee=people.handler)
    sign_in(client, people.team_manager)
    text = page(client, "absence-person", people.handler.pk)

    assert f"Afwezigheid van {people.handler}" in text
    assert "Maandag en dinsdag" in text
    assert AuditEvent.objects.filter(code="absence.listed").count() == 1


@pytest.mark.parametrize("name", ["team_worker", "outsider", "general_manager"])
def test_for_others_the_page_does_not_exist_af_2(client, people, name):
    row = away(people.handler, TODAY)
    sign_in(client, getattr(people, name))

    for url in ("absence-person", "absence-enter", "work-pattern", "absence-person-calendar"):
        assert client.get(reverse(url, args=[people.handler.pk])).status_code == 404
    for url in ("absence-change", "absence-withdraw"):
        assert client.get(reverse(url, args=[row.pk])).status_code == 404


@pytest.mark.parametrize("rows", [1, 5])
def test_person_query_count(client, people, rows, django_assert_num_queries):
    for number in range(rows):
        enter(people.handler, first_day=TODAY + number * DAY)
    sign_in(client, people.handler)

    # the shell; the person, absences, their changes, by whom, the working days
    with django_assert_num_queries(SHELL + 5):
        page(client, "absence-person", people.handler.pk)


def test_enter_change_withdraw_and_set_days_on_the_screen(client, people):
    me = people.handler.pk
    sign_in(client, people.handler)

    assert post(client, "absence-enter", me, **typed()).status_code == 302
    row = Absence.objects.get()
    assert (
        post(client, "absence-change", row.pk, last_day="2026-11-30", version=1).status_code == 302
    )
    row.refresh_from_db()
    assert (row.last_day, row.version) == (TODAY + 7 * DAY, 2)
    assert post(client, "absence-withdraw", row.pk, version=2).status_code == 302
    assert client.get(reverse("absence-withdraw", args=[row.pk])).status_code == 404
    told = {"weekdays": ["3", "0"], "valid_from": "2026-11-23"}
    assert post(client, "work-pattern", me, **told).status_code == 302
    assert WorkPattern.objects.get().weekdays == "03"


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(client, people):
    away(people.handler, TODAY + DAY)
    sign_in(client, people.handler)
    text = post(client, "absence-enter", people.handler.pk, **typed()).content.decode()

    assert "Er staat al een afwezigheid: Vakantie, di 24 november 2026." in text
    assert 'value="2026-11-27"' in text


def test_an_old_page_is_refused_and_knows_how_it_stands_af_7(client, people):
    row = enter(people.handler, days=3)
    Absence.objects.update(version=4)
    sign_in(client, people.handler)
    text = post(client, "absence-change", row.pk, last_day="2026-11-24", version=1).content.decode()

    assert "Iemand anders wijzigde dit intussen" in text
    assert 'name="version" value="4"' in text
    assert post(client, "absence-withdraw", row.pk, version=1).status_code == 200


def test_the_forms_say_what_lacks(client, people):
    sign_in(client, people.team_manager)
    who = people.handler.pk
    for name, text in (
        ("absence-enter", "Kies een soort."),
        ("work-pattern", "Kies ten minste één werkdag."),
    ):
        assert text in post(client, name, who, do=1).content.decode()
        assert f"Voor {people.handler}" in page(client, name, who)


def test_the_form_of_working_days_begins_with_those_of_today_af_10(client, people):
    sign_in(client, people.handler)
    for weekdays in ("01234", "01"):
        form = client.get(reverse("work-pattern", args=[people.handler.pk])).context["form"]
        assert form.initial["weekdays"] == list(weekdays)
        WorkPatternFactory.create_batch(weekdays == "01234", employee=people.handler)


def test_gaps_are_read_by_who_leads_af_15(client, people):
    SpecialismPeriodFactory(user=people.handler, specialism__label="LVB")
    away(people.handler, TODAY)
    sign_in(client, people.team_manager)
    assert "LVB" in page(client, "absence-gaps")
    sign_in(client, people.outsider)
    assert "Geen gaten" in page(client, "absence-gaps")
    sign_in(client, people.handler)
    assert client.get(reverse("absence-gaps")).status_code == 403


@pytest.mark.parametrize("rows", [1, 5])
def test_gaps_query_count(client, people, noord, rows, django_assert_num_queries):
    for _ in range(rows):
        member = MembershipFactory(team=noord).user
        SpecialismPeriodFactory(user=member)
        away(member, TODAY)
    sign_in(client, people.team_manager)
    page(client, "absence-gaps")

    with django_assert_num_queries(SHELL + 4):
        page(client, "absence-gaps")


def calendar_of(client, name, *args):
    response = client.get(reverse(name, args=args))
    assert response.headers["Content-Type"].startswith("text/calendar")
    return response.content.decode(), Calendar.from_ical(response.content)


def test_a_calendar_file_says_no_kind_and_no_more_than_away_af_14(client, people):
    row = away(people.handler, TODAY, TODAY + DAY, kind="sick")
    away(people.handler, TODAY + 8 * DAY, half="morning")
    away(people.handler, TODAY - timedelta(days=40))
    sign_in(client, people.handler)
    text, calendar = calendar_of(client, "absence-person-calendar", people.handler.pk)
    events = calendar.walk("VEVENT")

    assert [str(event["summary"]) for event in events] == ["Afwezig", "Afwezig (ochtend)"]
    assert events[0].decoded("dtstart") == TODAY
    assert events[0].decoded("dtend") == TODAY + 2 * DAY
    assert str(events[0]["uid"]).startswith(str(row.uuid))
    assert "iek" not in text
    assert people.handler.last_name not in text


def test_the_file_of_a_team_names_its_people_only_af_14(client, people, noord, cast):
    away(people.handler, TODAY, kind="sick")
    away(people.outsider, TODAY)
    sign_in(client, people.team_worker)
    text, calendar = calendar_of(client, "absence-team-calendar", noord.pk)

    assert [str(each["summary"]) for each in calendar.walk("VEVENT")] == [
        f"Afwezig: {people.handler}"
    ]
    assert "ziek" not in text.lower()
    gone = client.get(reverse("absence-team-calendar", args=[cast.elsewhere.pk]))
    assert gone.status_code == 404


def test_a_file_needs_somebody_signed_in_af_14(client, people, noord):
    assert client.get(reverse("absence-team-calendar", args=[noord.pk])).status_code == 302
