"""The pages: from a dossier to the end, nothing lost, the same number of queries for many rows."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.models import SafeguardingOfficer, SafetyCode
from cases.residents.models import Party
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, text_of
from tests.cases.meldcode.acting import admit, bar, end, report, step
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.meldcode import (
    OfficerFactory,
    SafetyCodeColleagueFactory,
    SafetyCodeFactory,
    SafetyCodeReportFactory,
    SafetyCodeStepFactory,
)

PAGE, LIST, PANEL = 12, 9, 11
"""Queries, with the session, the trail and the frame."""


def url(name, *args):
    return reverse(f"safety-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def test_from_the_dossier_through_five_steps_to_the_end(worker, cast, file, olga):
    child = {"kind": "household", "role": "child", "name": "Sam", "birth_year": 2018}
    Party.objects.create(resident=file.resident, valid_from="2020-01-01", **child)
    start = url("open-file", file.pk)
    assert start in worker.get(url("of-file", file.pk)).content.decode()
    form = worker.get(start)
    known = str(Party.objects.get().pk)
    sent = answers_in(form) | {"words": ODD, "known": known, "others": "Oma\n\nVader "}
    sent |= {"next_on": "2026-11-25"}
    for _ in range(2):
        answer = worker.post(start, sent)
    code = SafetyCode.objects.get()
    assert answer.url == url("detail", code.pk)
    assert code.persons == ["Sam (kind, geboren in 2018)", "Oma", "Vader"]
    assert str(code) in worker.get(url("of-file", file.pk)).content.decode()

    steps = {
        2: {"asked": "anonymous", "asked_on": "2026-11-20", "words": "Advies."},
        3: {"held": "no", "why_not": "Te gevaarlijk."},
        4: {"suspicion": "yes", "unsafe": "yes", "words": "Het kind is bang."},
        5: {"reports": "yes", "helps": "no"},
    }
    for number, answers in steps.items():
        page = worker.get(url("step", code.pk, number))
        if number == 5:
            assert "in alle gevallen de professionele norm" in text_of(page)
        more = answers_in(page) | answers | {"next_on": "2026-11-30"}
        answer = worker.post(url("step", code.pk, number), more)
        assert answer.status_code == 302, errors_of(answer)
    page = worker.get(url("report", code.pk))
    told = {"way": "phone", "reference": "VT-9", "words": "Gemeld."}
    worker.post(url("report", code.pk), answers_in(page) | told)
    made = code.reports.get()
    worker.post(
        url("feedback", code.pk, made.uuid), {"heard_on": "2026-11-23", "words": "Zij gaan langs."}
    )
    text = text_of(worker.get(url("detail", code.pk)))
    for said in (
        "VT-9",
        "Zij gaan langs.",
        "Te gevaarlijk.",
        "anoniem, 20-11-2026",
        "aandachtsfunctionaris",
    ):
        assert said.lower() in text.lower()
    assert ODD.split()[0] in text
    page = worker.get(url("end", code.pk))
    worker.post(url("end", code.pk), answers_in(page) | {"outcome": "reported", "words": "Klaar."})
    text = text_of(worker.get(url("detail", code.pk)))
    assert "Bewaard tot en met 23-11-2041" in text
    assert str(code) in text_of(worker.get(f"{url('list')}?selectie=afgerond"))
    assert AuditEvent.objects.filter(code="safety.read").count() > 9


def test_from_a_melding_without_a_dossier(as_user, cast, resident, noord):
    melding = NotificationFactory(resident=resident, team=noord, handler=cast.handler)
    worker = as_user(cast.handler)
    start = url("open-melding", melding.pk)
    assert start in worker.get(url("of-melding", melding.pk)).content.decode()
    sent = answers_in(worker.get(start)) | {"words": "Signaal.", "next_on": "2026-11-25"}
    worker.post(start, sent)
    page = text_of(worker.get(url("detail", SafetyCode.objects.get().pk)))
    assert "Er is geen lopend dossier" in page


def test_a_mistake_keeps_everything_typed(worker, file, code):
    start = url("open-file", file.pk)
    page = worker.post(start, answers_in(worker.get(start)) | {"words": TOO_LONG})
    assert set(errors_of(page)) == {"words", "next_on"}
    assert answers_in(page)["words"] == TOO_LONG
    address = url("step", code.pk, 5)
    wrong = answers_in(worker.get(address)) | {"reports": "no", "helps": "no", "words": ODD}
    page = worker.post(address, wrong | {"next_on": "2026-11-25"})
    assert set(errors_of(page)) == {"early"}
    assert answers_in(page)["words"] == ODD
    assert worker.get(url("step", code.pk, 6)).status_code == 404


def test_a_late_form_stands_beside_what_a_colleague_kept(worker, cast, code, olga):
    address = url("persons", code.pk)
    sent = answers_in(worker.get(address)) | {"persons": "Tante"}
    step(code, olga, 2, {"colleague": "Mo", "asked": "no"})
    page = worker.post(address, sent)
    assert "was u voor" in text_of(page)
    assert "Kind van acht" in text_of(page)
    assert worker.post(address, answers_in(page)).status_code == 302
    assert SafetyCode.objects.get().persons == ["Tante"]


def test_people_are_let_in_kept_out_and_it_is_passed_on(worker, cast, file, code, olga):
    FileColleagueFactory(file=file, employee=cast.team_worker)
    mine = {"employee": cast.team_worker.pk}
    assert worker.post(url("admit", code.pk), mine).url == url("detail", code.pk)
    page = text_of(worker.get(url("detail", code.pk)))
    assert "collega in het dossier" in page
    worker.post(url("bar", code.pk), {"employee": olga.pk})
    worker.post(url("dismiss", code.pk, cast.team_worker.pk))
    worker.post(url("lift", code.pk, olga.pk))
    assert not code.bars.standing().exists()
    assert not code.colleagues.standing().exists()
    form = answers_in(worker.get(url("pass", code.pk)))
    assert worker.post(url("pass", code.pk), form | mine).url == url("list")
    assert worker.get(url("detail", code.pk)).status_code == 404


def test_the_day_of_a_step_is_in_my_work_of_the_inside_only(as_user, cast, code, olga):
    assert str(code) in text_of(as_user(cast.handler).get(reverse("home")))
    assert str(code) not in text_of(as_user(olga).get(reverse("home")))  # not late
    SafetyCode.objects.update(next_on="2026-11-20")
    assert str(code) in text_of(as_user(olga).get(reverse("home")))
    for person in (cast.team_worker, cast.team_manager):
        assert str(code) not in text_of(as_user(person).get(reverse("home")))


def test_the_register_on_the_screen(as_user, cast, noord):
    keeper = as_user(cast.general_manager)
    address = reverse("officer-new")
    sent = answers_in(keeper.get(address))
    sent |= {"employee": cast.team_worker.pk, "team": noord.pk}
    assert keeper.post(address, sent).url == reverse("officer-list")
    row = SafeguardingOfficer.objects.get()
    change = reverse("officer-change", args=[row.pk])
    form = answers_in(keeper.get(change))
    SafeguardingOfficer.objects.update(version=2)
    page = keeper.post(change, form | {"valid_until": "2026-12-31"})
    assert "intussen gewijzigd" in text_of(page)
    assert keeper.post(change, answers_in(page)).status_code == 302
    text = text_of(keeper.get(reverse("officer-list")))
    assert "tot en met 31-12-2026" in text
    page = as_user(cast.team_worker).get(reverse("officer-list"))
    assert change not in page.content.decode()


def _many(code, file, cast, count):
    for _ in range(count):
        SafetyCodeStepFactory(code=code)
        SafetyCodeReportFactory(code=code)
        SafetyCodeColleagueFactory(code=code)
        OfficerFactory(team=code.team)
        SafetyCodeFactory(resident=file.resident, team=code.team, holder=cast.handler)
        SafetyCodeFactory(team=code.team, holder=cast.handler)


def test_pages_cost_the_same_for_one_row_and_for_many(
    worker, cast, file, code, django_assert_num_queries
):
    _many(code, file, cast, 1)
    pages = {
        url("detail", code.pk): PAGE,
        url("list"): LIST,
        url("of-file", file.pk): PANEL,
        reverse("officer-list"): 5,
    }
    for address in pages:
        worker.get(address)
    for more in (0, 8):
        _many(code, file, cast, more)
        for address, queries in pages.items():
            with django_assert_num_queries(queries):
                assert worker.get(address).status_code == 200


def test_what_ended_offers_nothing_to_write(worker, cast, code):
    report(code, cast.handler)
    bar(code, cast.handler, cast.outsider_worker)
    end(code, cast.handler, "mistake")
    page = worker.get(url("detail", code.pk)).content.decode()
    for name in ("report", "plan", "pass", "end", "persons", "admit"):
        assert url(name, code.pk) not in page
    assert url("bar", code.pk) in page  # keeping out stays possible


def test_a_colleague_sees_what_is_written_and_no_steering(as_user, cast, file, code):
    FileColleagueFactory(file=file, employee=cast.team_worker)
    admit(code, cast.handler, cast.team_worker)
    page = as_user(cast.team_worker).get(url("detail", code.pk)).content.decode()
    assert url("report", code.pk) in page
    for name in ("pass", "end", "admit", "bar"):
        assert url(name, code.pk) not in page
