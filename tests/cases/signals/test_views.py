"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.models import OutreachAttempt, Resident, Signal, WmoNotification
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.signals.acting import attempt, end
from tests.factories import AssignmentFactory, ClusterFactory, TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory
from tests.factories.signals import DAY, TODAY, AttemptFactory, SignalFactory

CANARY = "Kanarie in het signaal"


def url(name, *args):
    return reverse(f"signal-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def filled(page, **own):
    told = {"urgency": "soon", "worry": "lonely", "source": "neighbour", "what": CANARY}
    return answers_in(page) | told | {"postcode": "1315 aa"} | own


def test_from_a_minute_on_a_phone_to_a_melding(worker, cast, noord, monday, calendar_data):
    page = worker.get(url("new"))
    for _ in range(2):
        answer = worker.post(url("new"), filled(page))
    row = Signal.objects.get()
    assert answer.url == url("detail", row.pk)
    detail = worker.get(url("detail", row.pk))
    assert CANARY in text_of(detail)
    for _ in range(2):
        worker.post(url("take", row.pk))

    form = worker.get(url("attempt", row.pk))
    sent = answers_in(form) | {"way": "visit", "result": "spoken", "words": "Hij eet slecht."}
    for _ in range(2):
        answer = worker.post(url("attempt", row.pk), sent)
    assert (answer.url, OutreachAttempt.objects.count()) == (url("clear", row.pk), 1)
    form = worker.get(url("clear", row.pk))
    worker.post(url("clear", row.pk), answers_in(form) | {"ground": "consent"})
    detail = worker.get(url("detail", row.pk))
    assert "Hij eet slecht." in text_of(detail)
    assert url("newcomer", row.pk) in detail.content.decode()

    form = worker.get(url("newcomer", row.pk))
    assert answers_in(form)["question"] == CANARY
    assert answers_in(form)["channel"] == "outreach"
    assert Resident.objects.count() == 0
    sent = answers_in(form) | {"name": "Jan Bos"}
    for _ in range(2):
        answer = worker.post(url("newcomer", row.pk), sent)
    made = WmoNotification.objects.get()
    assert answer.url == reverse("notification-detail", args=[made.pk])
    assert answer.url in worker.get(url("detail", row.pk)).content.decode()


def test_the_melding_form_waits_for_consent(worker, taken):
    answer = worker.get(url("newcomer", taken.pk))
    assert answer.status_code == 302


def test_who_may_be_the_same_person_is_asked_first(worker, cleared, resident):
    Resident.objects.filter(pk=resident.pk).update(name="Jan Bos", phone="+31612345678")
    form = worker.get(url("newcomer", cleared.pk))
    sent = answers_in(form) | {"name": "Jan Bos", "phone": "06 12345678"}
    answer = worker.post(url("newcomer", cleared.pk), sent)
    assert "is_other" in errors_of(answer)
    assert not WmoNotification.objects.exists()


def test_linking_shows_own_work_and_the_trail_knows_whose(worker, cast, cleared, noord):
    file = FileFactory(team=noord, director=cast.handler)
    page = worker.get(url("link", cleared.pk))
    assert str(file) in text_of(page)
    event = AuditEvent.objects.get(code="signal.candidates_listed")
    assert AuditSubject.objects.get(event=event).resident_id == file.resident_id
    worker.post(url("link", cleared.pk), answers_in(page) | {"target": f"file:{file.pk}"})
    detail = worker.get(url("detail", cleared.pk)).content.decode()
    assert reverse("file-detail", args=[file.pk]) in detail
    assert url("attempt", cleared.pk) not in detail


def test_a_colleague_and_the_manager_see_that_it_is_there(as_user, cast, noord, monday):
    own = {"team": noord, "handler": cast.handler, "taken": True, "told": {"what": CANARY}}
    row = SignalFactory(**own)
    AttemptFactory(signal=row, words=CANARY)
    for person in (cast.team_worker, cast.team_manager):
        page = as_user(person).get(url("detail", row.pk))
        assert CANARY not in page.content.decode()
        assert "Bosstraat" not in page.content.decode()
        assert "leest alleen wie het signaal heeft" in text_of(page)
    assert url("hand", row.pk) in page.content.decode()
    assert "Eenzaamheid" in text_of(page)
    event = AuditEvent.objects.filter(code="signal.read").latest("pk")
    assert event.actor_login == "team_manager"


def test_a_list_shows_no_word_and_knows_its_tabs(as_user, cast, noord, monday):
    other = TeamFactory(cluster=ClusterFactory())
    told = {"told": {"what": CANARY, "whom": CANARY, "place": CANARY, "reporter": CANARY}}
    free = SignalFactory(team=noord, **told)
    mine = SignalFactory(team=noord, taken=True, handler=cast.handler, **told)
    theirs = SignalFactory(team=noord, taken=True, handler=cast.team_worker, next_on=TODAY - DAY)
    over = SignalFactory(team=noord, ended=True, **told)
    away = SignalFactory(team=other, registered_by=cast.handler, **told)

    def shown(client, chosen):
        page = client.get(url("list"), {"selectie": chosen})
        assert CANARY not in page.content.decode()
        return {line["signal"] for line in page.context["lines"]}

    client = as_user(cast.handler)
    assert shown(client, "") == shown(client, "zomaar") == {free}
    assert shown(client, "mijn") == {mine}
    assert shown(client, "open") == {free, mine, theirs}
    assert shown(client, "gemeld") == {away}
    assert shown(client, "afgesloten") == {over}
    assert shown(client, "alle") == {free}
    client = as_user(cast.team_manager)
    assert shown(client, "te-laat") == {theirs}
    assert shown(client, "te-verdelen") == {free}


def test_every_tile_counts_its_list(as_user, cast, noord, monday):
    SignalFactory(team=noord)
    SignalFactory(team=noord, taken=True, next_on=TODAY - DAY)
    SignalFactory(team=noord, ended=True)
    SignalFactory(registered_by=cast.team_manager)
    client = as_user(cast.team_manager)
    tiles = client.get(url("list")).context["tiles"]
    assert [tile.value for tile in tiles] == [2, 1, 1]
    for tile in tiles:
        assert len(client.get(tile.url).context["lines"]) == tile.value


def test_every_number_of_the_trend_opens_what_it_counted(as_user, cast, noord, monday):
    place = AssignmentFactory(cluster=noord.cluster).neighbourhood
    for quarter, count in (("2026-4", 3), ("2026-1", 2), ("2025-4", 1)):
        for _ in range(count):
            SignalFactory(team=noord, neighbourhood=place, quarter=quarter)
    SignalFactory(neighbourhood=place)  # of another team
    client = as_user(cast.team_manager)
    trend = client.get(url("trend")).context["trend"]
    assert not trend.is_aggregate
    assert trend.conclusion == "Dit kwartaal 3 signalen, vorig kwartaal 0."
    cells = trend.places[0].cells
    assert [cell.value for cell in cells] == [2, 0, 0, 3]
    for cell in cells:
        if cell.query:
            found = client.get(url("list") + cell.query).context["lines"]
            assert len(found) == cell.value
    assert [line.name for line in trend.worries] == ["Eenzaamheid"]


def test_who_sees_numbers_only_sees_no_small_one_and_no_list(as_user, cast, noord, monday):
    busy, quiet = (AssignmentFactory(cluster=noord.cluster).neighbourhood for _ in range(2))
    for place, count in ((busy, 10), (quiet, 9)):
        for _ in range(count):
            SignalFactory(team=noord, neighbourhood=place)
    for person in (cast.general_manager, cast.steering_group, cast.commissioner):
        client = as_user(person)
        page = client.get(url("trend"))
        trend = page.context["trend"]
        found = {line.name: [cell.value for cell in line.cells] for line in trend.places}
        assert found == {busy.name: [None] * 3 + [10], quiet.name: [None] * 4}
        assert (trend.worries, trend.conclusion) == ([], "")
        assert "minder dan 10" in text_of(page)
        assert url("list") + "?" not in page.content.decode()
        assert client.get(url("list")).status_code == 403


def test_who_gave_it_away_goes_back_to_the_list(worker, cast, taken):
    cluster = ClusterFactory()
    TeamFactory(cluster=cluster)
    place = AssignmentFactory(cluster=cluster).neighbourhood
    page = worker.get(url("move", taken.pk))
    answer = worker.post(
        url("move", taken.pk), answers_in(page) | {"neighbourhood": str(place.pk)}, follow=True
    )
    assert answer.redirect_chain[0][0] == url("list")
    assert "ligt nu bij" in text_of(answer)


def test_an_old_page_says_how_it_stands_and_keeps_what_was_typed(worker, cast, taken):
    page = worker.get(url("end", taken.pk))
    attempt(taken, cast.handler)
    sent = answers_in(page) | {"outcome": "nothing", "words": CANARY}
    answer = worker.post(url("end", taken.pk), sent)
    assert "was u voor" in errors_of(answer)["version"][0]
    again = answers_in(answer)
    assert (again["words"], again["version"]) == (CANARY, "2")
    assert worker.post(url("end", taken.pk), again).status_code == 302


def test_only_ends_that_can_be_are_offered(worker, cast, taken, cleared):
    def offered(row):
        form = worker.get(url("end", row.pk)).context["form"]
        return {code for code, _ in form.fields["outcome"].choices}

    assert offered(taken) == {"known", "nothing", "refused"}
    assert offered(cleared) == {"known", "nothing", "refused", "police", "vt", "ggd", "care"}
    for _ in range(3):
        attempt(taken, cast.handler)
    assert "unreached" in offered(taken)
    assert "3 keer op rij" in text_of(worker.get(url("detail", taken.pk)))


def test_nothing_typed_is_lost(worker, noord, monday):
    page = worker.get(url("new"))
    text = "Let op <script>alert(1)</script>"
    answer = worker.post(url("new"), filled(page, postcode="13", what=text))
    assert set(errors_of(answer)) == {"postcode"}
    html = answer.content.decode()
    assert "<script>alert" not in html
    assert "Let op &lt;script&gt;" in html
    answer = worker.post(url("new"), filled(page, postcode="9999"))
    assert set(errors_of(answer)) == {"neighbourhood"}
    long = worker.post(url("new"), filled(page, what="x" * 10_000))
    assert "what" in errors_of(long)
    assert "x" * 10_000 in long.content.decode()
    assert not Signal.objects.exists()
    assert worker.post(url("new"), {"submission_key": str(uuid.uuid4())}).status_code == 200


def test_a_signal_that_was_emptied_says_so(worker, cast, noord, monday, time_machine):
    from cases.signals.services import empty_old_signals

    row = SignalFactory(team=noord, taken=True, handler=cast.handler)
    end(row, cast.handler, words=CANARY)
    assert CANARY in text_of(worker.get(url("detail", row.pk)))
    empty_old_signals(at=MONDAY + 400 * DAY)
    page = worker.get(url("detail", row.pk))
    assert "bewaartermijn is voorbij" in text_of(page)
    assert "Eenzaamheid" in text_of(page)


def test_no_search_finds_a_signal_by_person(worker, signal):
    page = worker.get(url("list"), {"selectie": "open", "q": "Bosstraat", "wijk": "x"})
    assert "Bosstraat" not in page.content.decode()
    assert len(page.context["lines"]) == 1


def queries(client, *addresses):
    """How many each of them costs."""
    found = []
    for address in addresses:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        found.append(len(seen))
    return found


@pytest.mark.parametrize("count", [1, 5])
def test_pages_cost_the_same_for_many_rows(as_user, cast, noord, monday, count):
    rows = [SignalFactory(team=noord, taken=True, handler=cast.handler) for _ in range(count)]
    cleared = SignalFactory(team=noord, cleared=True, handler=cast.handler)
    for _ in range(count):
        AttemptFactory(signal=rows[0])
        FileFactory(team=noord, director=cast.handler)
    client = as_user(cast.handler)
    pages = (
        url("list") + "?selectie=open",
        url("detail", rows[0].pk),
        url("link", cleared.pk),
        url("attempt", rows[0].pk),
        url("new"),
    )
    assert queries(client, *pages) == [8, 9, 12, 8, 5]
    client = as_user(cast.team_manager)
    assert queries(client, url("list"), url("trend")) == [9, 9]
