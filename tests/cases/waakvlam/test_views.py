"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.models import Resident, Waakvlam, WaakvlamContact
from clusters.models import Membership
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.waakvlam.acting import contact, end
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.consents import ConsentFactory
from tests.factories.dossiers import FileFactory
from tests.factories.waakvlam import (
    DAY,
    TODAY,
    WaakvlamContactFactory,
    WaakvlamFactory,
    agreed,
)

CANARY = "Kanarie in de waakvlam"
WORDS = {"look_for": CANARY, "stop_rule": "Als het goed gaat.", "escalation": "Bel de zoon."}


def url(name, *args):
    return reverse(f"waakvlam-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def filled(page, cast, **own):
    day = {"first_on": "2026-11-25", "review_on": "2027-05-01", "agreed_on": "2026-11-23"}
    return answers_in(page) | day | WORDS | {"weeks": "4", "way": "call"} | {
        "deputy": str(cast.team_worker.pk)
    } | own  # fmt: skip


def test_from_a_dossier_to_a_contact_and_the_end(worker, cast, file):
    panel = worker.get(url("of-file", file.pk)).content.decode()
    start = f"{url('start', file.resident_id)}?dossier={file.pk}"
    assert start in panel
    page = worker.get(start)
    assert f"dossier {file}" in text_of(page)
    for _ in range(2):
        worker.post(start, filled(page, cast))
    row = Waakvlam.objects.get()
    assert row.file == file
    assert url("detail", row.pk) in worker.get(url("of-file", file.pk)).content.decode()

    form = worker.get(url("contact", row.pk))
    assert CANARY in text_of(form)
    sent = answers_in(form) | {"result": "spoken", "mood": "worry", "words": "Hij eet slecht."}
    for _ in range(2):
        answer = worker.post(url("contact", row.pk), sent)
    assert answer.url == url("move", row.pk)
    assert WaakvlamContact.objects.count() == 1
    worry = worker.get(url("move", row.pk))
    assert "Zorgen: wat nu?" in text_of(worry)
    assert reverse("notification-for-known", args=[row.resident_id]) in worry.content.decode()
    assert "Er loopt een dossier" in text_of(worry)
    worker.post(url("move", row.pk), answers_in(worry) | {"next_on": "2026-11-27"})
    row.refresh_from_db()
    assert row.next_on == TODAY + 4 * DAY
    assert "Hij eet slecht." in text_of(worker.get(url("detail", row.pk)))

    worker.post(url("end", row.pk), {"outcome": "melding", "words": "Meer hulp nodig."})
    detail = worker.get(url("detail", row.pk))
    assert "Meer hulp nodig." in text_of(detail)
    assert url("contact", row.pk) not in detail.content.decode()


def test_after_the_end_of_a_dossier_the_way_to_a_waakvlam_is_on_its_page(worker, file):
    start = f"{url('start', file.resident_id)}?dossier={file.pk}"
    assert start in worker.get(reverse("file-close", args=[file.pk])).content.decode()
    worker.post(
        reverse("file-close", args=[file.pk]),
        {"words": "Klaar.", "well": "Goed.", "follows": "waakvlam"},
    )
    page = worker.get(reverse("file-detail", args=[file.pk])).content.decode()
    assert start in page


def test_the_card_shows_it_and_begins_one(worker, cast, resident, noord):
    page = worker.get(url("panel", resident.pk))
    assert url("start", resident.pk) in page.content.decode()
    row = WaakvlamFactory(resident=resident, team=noord, owner=cast.handler)
    page = worker.get(url("panel", resident.pk)).content.decode()
    assert url("detail", row.pk) in page
    assert url("start", resident.pk) not in page
    card = worker.get(reverse("resident-detail", args=[resident.pk])).content.decode()
    assert url("panel", resident.pk) in card


def test_who_keeps_it_opens_the_card_when_nothing_else_runs(as_user, cast, noord, monday):
    row = WaakvlamFactory(team=noord, owner=cast.handler)
    client = as_user(cast.handler)
    for name in ("resident-detail", "notification-for-known", "file-open"):
        assert client.get(reverse(name, args=[row.resident_id])).status_code == 200
    client = as_user(cast.outsider_worker)
    assert client.get(reverse("resident-detail", args=[row.resident_id])).status_code == 404


def test_nothing_typed_is_lost(worker, cast, resident):
    page = worker.get(url("start", resident.pk))
    text = "Let op <script>alert(1)</script>"
    answer = worker.post(url("start", resident.pk), filled(page, cast, weeks="0", look_for=text))

    assert errors_of(answer) == {"weeks": ["Kies een aantal weken van 1 tot en met 26."]}
    html = answer.content.decode()
    assert "<script>alert" not in html
    assert "Let op &lt;script&gt;" in html
    long = worker.post(url("start", resident.pk), filled(page, cast, look_for="x" * 10_000))
    assert "look_for" in errors_of(long)
    assert "x" * 10_000 in long.content.decode()
    for number in ("x", "9" * 30, FileFactory().pk):
        page = worker.get(url("start", resident.pk) + f"?dossier={number}")
        assert "vanuit dossier" not in text_of(page)


@pytest.mark.parametrize("name", ["contact", "move", "renew", "transfer"])
def test_an_old_page_comes_back_with_what_a_colleague_kept(worker, cast, waakvlam, name):
    page = worker.get(url(name, waakvlam.pk))
    contact(waakvlam, cast.team_worker, days=30)
    own = {"result": "spoken", "mood": "good", "words": CANARY, "next_on": "2026-12-03"}
    own |= {"owner": str(cast.team_worker.pk), "deputy": str(cast.handler.pk)}
    sent = answers_in(page) | own | {"review_on": "2027-05-01"}
    answer = worker.post(url(name, waakvlam.pk), sent)

    assert "Een collega was u voor" in text_of(answer)
    assert "Zoals het er nu staat" in text_of(answer)
    assert worker.post(url(name, waakvlam.pk), sent | {"version": "2"}).status_code == 302


def test_the_team_and_the_manager_see_no_words(as_user, cast, waakvlam, noord):
    waakvlam.keep_agreed(agreed(**WORDS))
    waakvlam.mood = "worry"
    waakvlam.save()
    WaakvlamContactFactory(waakvlam=waakvlam, words=CANARY, mood="worry")
    colleague = MembershipFactory(team=noord).user
    for person in (colleague, cast.team_manager):
        client = as_user(person)
        for page in (
            client.get(url("detail", waakvlam.pk)),
            client.get(url("list") + "?selectie=team"),
        ):
            assert waakvlam.resident.name in text_of(page)
            assert CANARY not in page.content.decode()
            assert "Zorgen" not in text_of(page)
    assert CANARY in as_user(cast.team_worker).get(url("detail", waakvlam.pk)).content.decode()
    assert as_user(cast.outsider_worker).get(url("detail", waakvlam.pk)).status_code == 404
    assert AuditEvent.objects.filter(code="waakvlam.read").count() == 3


def test_scripts_in_the_words_are_text(worker, waakvlam, cast):
    script = "<script>alert(1)</script>"
    WaakvlamContactFactory(waakvlam=waakvlam, words=script)
    assert script not in worker.get(url("detail", waakvlam.pk)).content.decode()
    end(waakvlam, cast.handler, words=script)
    assert script not in worker.get(url("detail", waakvlam.pk)).content.decode()


def test_signals_stand_on_the_page(worker, waakvlam, cast):
    for _ in range(3):
        contact(waakvlam, cast.handler, result="unreached", mood="")
    assert "3 keer op rij niet bereikt" in text_of(worker.get(url("detail", waakvlam.pk)))
    assert "niet te bereiken" in text_of(worker.get(url("list")))
    Resident.objects.filter(pk=waakvlam.resident_id).update(deceased_on=TODAY, moved_on=TODAY)
    page = worker.get(url("detail", waakvlam.pk))
    assert "Deze inwoner is overleden" in text_of(page)
    assert "verhuisde uit de gemeente" in text_of(page)
    assert url("contact", waakvlam.pk) not in page.content.decode()
    Resident.objects.update(deceased_on=None)
    gone = ConsentFactory(resident=waakvlam.resident, withdrawn_on=TODAY, withdrawn_by="resident",
        withdrawn_at=MONDAY, withdrawn_noted_by=cast.handler, withdrawal=b"x")  # fmt: skip
    Waakvlam.objects.update(consent=gone, agreed_on=None)
    assert "toestemming van de inwoner geldt niet meer" in text_of(
        worker.get(url("detail", waakvlam.pk))
    )


def test_the_lists(as_user, cast, waakvlam, noord):
    other = WaakvlamFactory(team=noord)
    over = WaakvlamFactory(team=noord, owner=cast.handler, ended=True)
    client = as_user(cast.handler)

    def shown(chosen=""):
        page = text_of(client.get(url("list") + f"?selectie={chosen}"))
        return [str(row) in page for row in (waakvlam, other, over)]

    assert shown() == [True, False, False]
    assert shown("team") == [True, True, False]
    assert shown("beeindigd") == [False, False, True]
    client = as_user(cast.team_manager)
    assert shown() == [True, True, False]
    assert shown("over-te-dragen") == [False, False, False]
    Membership.objects.filter(user=other.owner).update(valid_until=TODAY - DAY)
    assert shown("over-te-dragen") == [False, True, False]


def test_the_manager_reads_who_keeps_how_many(as_user, cast, waakvlam, noord):
    WaakvlamContactFactory(waakvlam=waakvlam, quarters=5, by=cast.team_worker)
    late = WaakvlamFactory(team=noord, owner=cast.handler, next_on=TODAY - DAY, unreached=3)
    WaakvlamContactFactory(waakvlam=WaakvlamFactory(), quarters=9)
    people = as_user(cast.team_manager).get(url("list")).context["people"]

    handler, deputy = people
    assert (handler.name, handler.running, handler.late) == (str(cast.handler), 2, 1)
    assert (handler.unreached, handler.hours) == (1, "0,00")
    assert (deputy.name, deputy.running, deputy.hours) == (str(cast.team_worker), 0, "1,25")
    assert str(late) in text_of(as_user(cast.team_manager).get(url("list")))


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(("person", "queries"), [("handler", 9), ("team_manager", 11)])
def test_the_list_costs_the_same_for_many_rows(
    as_user, cast, noord, rows, person, queries, django_assert_num_queries, monday
):
    for _ in range(rows):
        row = WaakvlamFactory(team=noord, owner=cast.handler)
        row.consent = ConsentFactory(resident=row.resident)
        row.agreed_on = None
        row.save()
        WaakvlamContactFactory(waakvlam=row, quarters=1)
    client = as_user(getattr(cast, person))
    # session, person, roles, notices; rows, audit 4; of the manager two kinds of counts
    with django_assert_num_queries(queries):
        client.get(url("list"))


@pytest.mark.parametrize("rows", [1, 5])
def test_one_costs_the_same_for_many_contacts(worker, waakvlam, rows, django_assert_num_queries):
    for _ in range(rows):
        WaakvlamContactFactory(waakvlam=waakvlam)
    # session, person, roles, notices; the waakvlam, audit 4; contacts
    with django_assert_num_queries(10):
        worker.get(url("detail", waakvlam.pk))


@pytest.mark.parametrize("rows", [1, 5])
def test_a_panel_costs_the_same_for_many_rows(
    worker, cast, resident, noord, rows, django_assert_num_queries
):
    for _ in range(rows):
        WaakvlamFactory(resident=resident, team=noord, owner=cast.handler)
    with django_assert_num_queries(10):
        worker.get(url("panel", resident.pk))
