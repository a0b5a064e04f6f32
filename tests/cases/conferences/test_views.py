"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.conferences.models import Conference, ConferenceItem, ConferenceSeries, ItemAgreement
from cases.models import Consent, Task
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.conferences.acting import agree, bring, guest, invite, minutes, outside, seat
from tests.factories.advice import consent_for
from tests.factories.cases import MONDAY
from tests.factories.conferences import (
    DAY,
    TODAY,
    ConferenceFactory,
    InvitationFactory,
    ItemAgreementFactory,
    ItemFactory,
)
from tests.factories.dossiers import FileFactory

CANARY = "Kanarieindesamenvatting"
SCRIPT = "<script>alert(1)</script>"


def url(name, *args):
    return reverse(name, args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def test_from_the_dossier_to_the_agreement(as_user, cast, file, meeting, consent):
    client = as_user(cast.handler)
    assert url("item-bring", file.pk) in client.get(url("item-panel", file.pk)).content.decode()
    sent = answers_in(client.get(url("item-bring", file.pk)))
    sent |= {"conference": meeting.pk, "topic": "income", "ask": "Wat nu?", "summary": "Kort."}
    for _ in range(2):
        client.post(url("item-bring", file.pk), sent)
    item = ConferenceItem.objects.get()
    page = client.get(url("item-invite", item.pk))
    assert "linking pin" in text_of(page)
    sent = {"guests": [f"collega-{seat(cast.liaison).pk}"], "kind_of_recipient": "wi"}
    assert "W&I" not in text_of(client.get(url("item-detail", item.pk)))
    client.post(url("item-invite", item.pk), sent)

    client = as_user(cast.liaison)
    assert f"Bespreken {item}" in text_of(client.get("/"))
    text = text_of(client.get(url("item-detail", item.pk)))
    assert "Wat nu?" in text
    assert str(file) not in text

    client = as_user(cast.handler)
    sent = answers_in(client.get(url("item-minutes", item.pk))) | {"words": "Vraag bijstand aan."}
    assert "Vraag bijstand" in text_of(client.post(url("item-minutes", item.pk), sent, follow=True))
    row = item.invitations.get()
    for owner in (f"gast-{row.pk}", f"dossier-{cast.handler.pk}"):
        sent = answers_in(client.get(url("item-agree", item.pk)))
        sent |= {"words": "Bel de bank.", "owner": owner, "due_on": TODAY + DAY}
        client.post(url("item-agree", item.pk), sent)
    assert Task.objects.get().owner == cast.handler
    theirs = ItemAgreement.objects.get(task=None)

    client = as_user(cast.liaison)
    assert f"Afspraak nakomen {item}" in text_of(client.get("/"))
    done = client.post(url("agreement-keep", theirs.pk), follow=True)
    assert "De afspraak is nagekomen" in text_of(done)
    assert "Afspraak nakomen" not in text_of(client.get("/"))


def test_an_anonymous_point_shows_nobody_whom_it_is(as_user, cast, file, meeting):
    file.resident.name, file.resident.phone = "Wilhelmina Kanarie", "+31612345678"
    file.resident.save()
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    invite(item, cast.handler, guest(cast.liaison, "wi"), guest(cast.team_worker))
    minutes(item, cast.handler)
    pages = ("/", url("item-list"), url("item-detail", item.pk))
    for person, also in (
        (cast.liaison, ()),
        (cast.team_worker, (url("conference-detail", meeting.pk), url("item-minutes", item.pk))),
        (cast.team_manager, (url("conference-detail", meeting.pk),)),
    ):
        client = as_user(person)
        for page in (*pages, *also):
            html = client.get(page).content.decode()
            for secret in ("Kanarie", "12345678", str(file), f"dossiers/{file.pk}/"):
                assert secret not in html, (person, page, secret)
    assert "Kanarie" in text_of(as_user(cast.handler).get(url("item-detail", item.pk)))


def test_the_agenda_names_only_for_who_may_open_it(as_user, cast, file, meeting):
    other = FileFactory(team=file.team, director=cast.team_worker)
    file.resident.name, other.resident.name = "Eerste Inwoner", "Tweede Inwoner"
    file.resident.save()
    other.resident.save()
    mine = bring(file, cast.handler, meeting)
    theirs = bring(other, cast.team_worker, meeting)
    agenda = url("conference-detail", meeting.pk)

    text = text_of(as_user(cast.team_worker).get(agenda))
    assert "Tweede Inwoner" in text
    assert "Eerste" not in text
    assert str(mine) in text
    text = text_of(as_user(cast.team_manager).get(agenda))
    assert "Inwoner" in text
    assert "Eerste" not in text
    assert "Tweede" not in text
    assert {str(mine), str(theirs)} <= set(text.split())
    text = text_of(as_user(cast.handler).get(agenda))
    assert "Eerste Inwoner" in text
    assert str(theirs) not in text
    assert "Er staat 1 punt op de agenda waarvoor u niet bent uitgenodigd." in text
    seen = AuditEvent.objects.filter(code="conference.read").order_by("pk")
    assert [event.subjects.count() for event in seen] == [2, 2, 1]


def test_without_consent_nothing_is_lost(worker, cast, file, meeting):
    item = bring(file, cast.handler, meeting, summary=SCRIPT)
    sent = {"guests": [f"collega-{seat(cast.liaison).pk}"], "kind_of_recipient": "wi"}
    answer = worker.post(url("item-invite", item.pk), sent)
    assert "geen toestemming" in text_of(answer)
    assert " checked" in answer.content.decode()
    html = worker.get(url("item-detail", item.pk)).content.decode()
    assert SCRIPT not in html
    for sent, field in (
        ({"name": ""}, "guests"),
        ({"name": "D. Dokter"}, "kind_of_recipient"),
        ({"guests": [f"collega-{seat(cast.liaison).pk}"]}, "kind_of_recipient"),
    ):
        assert field in errors_of(worker.post(url("item-invite", item.pk), sent))


def test_minutes_from_an_old_page_show_what_is_there(worker, cast, file, meeting):
    item = bring(file, cast.handler, meeting)
    sent = answers_in(worker.get(url("item-minutes", item.pk)))
    minutes(item, cast.handler, words="Het eerste verslag.")
    answer = worker.post(url("item-minutes", item.pk), sent | {"words": "Het tweede verslag."})
    text = text_of(answer)
    assert "was u voor" in text
    assert "Het eerste verslag." in text
    assert "Het tweede verslag." in answer.content.decode()
    worker.post(url("item-minutes", item.pk), answers_in(answer) | {"words": "Samen."})
    assert ConferenceItem.objects.get().answer_words == "Samen."


def test_a_manager_plans_changes_and_stops_a_rhythm(as_user, cast, noord):
    client = as_user(cast.team_manager)
    sent = answers_in(client.get(url("series-new")))
    assert set(errors_of(client.post(url("series-new"), {"place": ""}))) >= {
        "of_whom",
        "first_on",
        "chair",
    }
    sent |= {"of_whom": f"stadsdeel-{noord.cluster.district_id}", "first_on": TODAY}
    sent |= {"starts_at": "09:30", "place": "Bieb", "chair": cast.handler.pk, "weeks": 1}
    for _ in range(2):
        client.post(url("series-new"), sent)
    series = ConferenceSeries.objects.get()
    assert f"Casustafel {noord.cluster.district}" in text_of(client.get(url("conference-list")))
    listed = text_of(client.get(url("conference-list") + "?selectie=reeksen"))
    assert "maandag 09:30, 60 minuten" in listed
    sent = answers_in(client.get(url("series-change", series.pk))) | {"place": "Stadhuis"}
    client.post(url("series-change", series.pk), sent)
    assert set(Conference.objects.values_list("place", flat=True)) == {"Stadhuis"}
    sent = answers_in(client.get(url("series-end", series.pk))) | {"last_on": TODAY}
    client.post(url("series-end", series.pk), sent)
    assert Conference.objects.planned().count() == 1
    assert (
        "Stoppen" not in client.get(url("conference-list") + "?selectie=reeksen").content.decode()
    )


def test_the_chair_orders_moves_cancels_and_closes(as_user, cast, file, meeting):
    ConferenceFactory(series=meeting.series, planned_on=TODAY + 7 * DAY)
    first, second = (ItemFactory(file=file, conference=meeting, position=n) for n in (1, 2))
    client = as_user(cast.team_worker)
    sent = answers_in(client.get(url("conference-order", meeting.pk)))
    sent |= {f"place_{first.pk}": 5, f"minutes_{first.pk}": 45}
    client.post(url("conference-order", meeting.pk), sent)
    assert list(meeting.items.on_agenda()) == [second, first]
    assert "11:00" not in text_of(client.get(url("conference-detail", meeting.pk)))
    sent = answers_in(client.get(url("conference-move", meeting.pk)))
    assert "words" in errors_of(client.post(url("conference-move", meeting.pk), sent))
    later = sent | {"held_on": TODAY + DAY, "words": "Zaal bezet."}
    moved = text_of(client.post(url("conference-move", meeting.pk), later, follow=True))
    assert "In de reeks was het op ma 23 november: Zaal bezet." in moved
    early = client.post(url("conference-close", meeting.pk), follow=True)
    assert "nog niet geweest" in text_of(early)
    sent = answers_in(client.get(url("conference-cancel", meeting.pk))) | {"words": "Ziek."}
    gone = text_of(client.post(url("conference-cancel", meeting.pk), sent, follow=True))
    assert "Dit overleg gaat niet door: Ziek." in gone
    assert "Ziek." in text_of(client.get(url("conference-list") + "?selectie=geweest"))


def test_what_keeps_a_guest_away_stands_on_the_point(worker, cast, file, meeting):
    consent = consent_for(file.resident, "wi")
    item = bring(file, cast.handler, meeting)
    invite(item, cast.handler, guest(cast.liaison, "wi"))
    Consent.objects.filter(pk=consent.pk).update(
        withdrawn_on=TODAY,
        withdrawn_by="resident",
        withdrawn_at=MONDAY,
        withdrawn_noted_by=cast.handler,
    )
    assert "delen mag niet meer" in text_of(worker.get(url("item-detail", item.pk)))
    seat(cast.liaison).delete()
    assert "rol of overeenkomst gestopt" in text_of(worker.get(url("item-detail", item.pk)))
    file.resident.deceased_on = TODAY
    file.resident.save()
    assert "Deze inwoner is overleden" in text_of(worker.get(url("item-detail", item.pk)))


def test_a_point_without_a_meeting_is_work(worker, cast, file, meeting):
    item = ItemFactory(file=file, conference=meeting)
    Conference.objects.update(state="cancelled", why="Ziek.", ended_at=MONDAY)
    assert f"Ander overleg kiezen {item}" in text_of(worker.get("/"))
    following = ConferenceFactory(series=meeting.series, planned_on=TODAY + 7 * DAY)
    worker.post(url("item-move", item.pk), {"conference": following.pk})
    item.refresh_from_db()
    assert item.conference == following
    answer = worker.post(url("item-withdraw", item.pk), {"words": "x"}, follow=True)
    assert "is ingetrokken" in text_of(answer)


def test_many_cost_no_more(as_user, cast, file, meeting, django_assert_num_queries):
    def more(count):
        for _ in range(count):
            item = ItemFactory(file=file, conference=meeting, discussed=True)
            row = InvitationFactory(item=item, person=cast.liaison)
            for _ in range(count):
                InvitationFactory(item=item)
            ItemAgreementFactory(guest=row)
        return item

    item = more(1)
    asked = {
        (cast.handler, url("item-list") + "?selectie=dossiers"): 10,
        (cast.liaison, url("item-list")): 9,
        (cast.handler, url("item-panel", file.pk)): 10,
        (cast.handler, url("conference-list")): 8,
        (cast.team_manager, url("conference-list") + "?selectie=reeksen"): 8,
        (cast.team_worker, url("conference-detail", meeting.pk)): 12,
    }
    for _ in range(2):
        for (person, page), count in asked.items():
            client = as_user(person)
            with django_assert_num_queries(count):
                client.get(page)
        for person, count in ((cast.handler, 12), (cast.liaison, 12)):
            client = as_user(person)
            with django_assert_num_queries(count):
                client.get(url("item-detail", item.pk))
        item = more(5)


def test_nothing_of_a_resident_in_a_notice(cast, file, meeting):
    from clusters.models import Notice

    item = bring(file, cast.handler, meeting, summary=CANARY, ask=CANARY, is_anonymous=True)
    rows = invite(item, cast.handler, guest(cast.liaison, "wi"), outside())
    minutes(item, cast.handler, words=CANARY)
    agree(item, cast.handler, rows[0], words=CANARY)
    texts = " ".join(Notice.objects.values_list("text", flat=True))
    assert str(item) in texts
    assert CANARY not in texts
    assert file.resident.name not in texts
