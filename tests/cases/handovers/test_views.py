"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.handovers.models import Handover
from cases.models import ResidentFile
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.handovers.acting import accept, ask, refuse
from tests.factories.dossiers import FileFactory
from tests.factories.handovers import HandoverFactory
from tests.factories.todos import TaskFactory

CANARY = "Kanarieindesamenvatting"


def url(name, *args):
    return reverse(f"handover-{name}", args=args)


def filled(page, team, **own):
    told = {"to_team": str(team.pk), "expertise": "debt", "urgency": "soon", "agreed": "resident"}
    words = {"why": "Te zwaar.", "summary": "Schulden.", "told": "Zij wil het."}
    return answers_in(page) | told | words | own


def test_from_the_dossier_to_the_sst_and_its_first_page(as_user, cast, file, sst):
    client = as_user(cast.handler)
    assert url("new", file.pk) in client.get(url("panel", file.pk)).content.decode()
    sent = filled(client.get(url("new", file.pk)), sst.team, offer="Aanbieden")
    for _ in range(2):
        client.post(url("new", file.pk), sent)
    handover = Handover.objects.get()
    TaskFactory(file=file, owner=cast.handler)

    client = as_user(sst.ada)
    page = client.get(url("detail", handover.pk))
    assert "Schulden." in text_of(page)
    assert client.get(reverse("file-detail", args=[file.pk])).status_code == 404
    form = client.get(url("accept", handover.pk))
    talk = {"people": "Wij", "promised": "Bellen", "director": str(sst.ada.pk)}
    sent = answers_in(form) | talk | {"on": "23-11-2026"}
    answer = client.post(url("accept", handover.pk), sent, follow=True)
    assert "Uw team heeft nu de regie" in text_of(answer)
    assert ResidentFile.objects.get().director == sst.ada
    assert client.get(reverse("file-detail", args=[file.pk])).status_code == 200

    client = as_user(cast.handler)
    file_page = client.get(reverse("file-detail", args=[file.pk]))
    assert file_page.status_code == 200
    assert reverse("file-question-new", args=[file.pk]) not in file_page.content.decode()
    note = answers_in(client.get(url("note", file.pk))) | {"words": "De zus weet ervan."}
    assert client.post(url("note", file.pk), note).status_code == 302


def test_a_concept_is_written_on_later(as_user, cast, file, sst):
    client = as_user(cast.handler)
    sent = filled(client.get(url("new", file.pk)), sst.team, keep="Bewaren als concept")
    client.post(url("new", file.pk), sent)
    draft = Handover.objects.get()
    assert draft.state == "draft"
    page = client.get(url("edit", draft.pk))
    sent = filled(page, sst.team, offer="Aanbieden", summary="Beter.")
    client.post(url("edit", draft.pk), sent)
    assert (Handover.objects.get().state, Handover.objects.get().offer.summary) == (
        "offered",
        "Beter.",
    )


def test_nothing_typed_is_lost_and_scripts_are_text(as_user, cast, file, sst):
    client = as_user(cast.handler)
    words = "<script>alert(1)</script>" + "x" * 10_000
    sent = filled(client.get(url("new", file.pk)), sst.team, summary=words)
    answer = client.post(url("new", file.pk), sent)
    assert set(errors_of(answer)) == {"summary"}
    assert "<script>alert" not in answer.content.decode()
    assert "x" * 10_000 in answer.content.decode()
    assert not Handover.objects.exists()

    handover = HandoverFactory(file=file, to_team=sst.team, words="<script>alert(2)</script>")
    for person in (cast.handler, sst.ada):
        page = as_user(person).get(url("detail", handover.pk)).content.decode()
        assert "<script>alert" not in page


def test_a_manager_knows_that_it_is_there_and_reads_nothing(as_user, cast, file, sst):
    handover = HandoverFactory(file=file, to_team=sst.team, words=CANARY)
    for manager in (sst.cas, cast.team_manager):
        client = as_user(manager)
        assert str(handover) in text_of(client.get(url("list")))
        page = client.get(url("detail", handover.pk))
        assert page.status_code == 200
        assert CANARY not in page.content.decode()
        assert client.get(url("accept", handover.pk)).status_code == 403
    assert as_user(cast.outsider).get(url("detail", handover.pk)).status_code == 404


def test_an_old_page_is_refused_and_says_so(as_user, cast, file, sst):
    handover = HandoverFactory(file=file, to_team=sst.team)
    client = as_user(sst.ada)
    talk = {"people": "Wij", "promised": "Bellen", "director": str(sst.ada.pk)}
    sent = answers_in(client.get(url("accept", handover.pk))) | talk | {"on": "23-11-2026"}
    Handover.objects.update(version=7)
    answer = client.post(url("accept", handover.pk), sent)
    assert "net gewijzigd" in text_of(answer)
    assert Handover.objects.get().state == "offered"


def test_what_waits_stands_in_my_work(as_user, cast, file, sst):
    handover = HandoverFactory(file=file, to_team=sst.team)
    assert "Overdracht beantwoorden" in text_of(as_user(sst.ada).get("/"))
    ask(handover, sst.ada)
    assert "Toelichten" in text_of(as_user(cast.handler).get("/"))
    refuse(handover, sst.ada)
    client = as_user(cast.handler)
    assert "Overdracht kwam terug" in text_of(client.get("/"))
    client.post(url("seen", handover.pk))
    assert "Overdracht kwam terug" not in text_of(client.get("/"))


def test_asking_explaining_and_dropping_through_the_pages(as_user, cast, file, sst):
    handover = HandoverFactory(file=file, to_team=sst.team)
    client = as_user(sst.ada)
    client.post(url("ask", handover.pk), {"words": "Welke?"})
    client.post(url("early", handover.pk), {"words": "Te kort."})
    assert client.get(reverse("file-detail", args=[file.pk])).status_code == 200
    client = as_user(cast.handler)
    client.post(url("explain", handover.pk), {"words": "Huur."})
    assert "Toelichting: Huur." in text_of(client.get(url("detail", handover.pk)))
    client.post(url("unagreed", handover.pk), {"words": "Nee."})
    assert as_user(sst.ada).get(url("detail", handover.pk)).status_code == 404
    assert as_user(sst.ada).get(reverse("file-detail", args=[file.pk])).status_code == 404
    client = as_user(cast.handler)
    client.post(url("withdraw", handover.pk), {"words": ""})
    assert Handover.objects.get().state == "withdrawn"
    assert AuditEvent.objects.filter(code__startswith="handover.").count() > 5


def test_refusing_through_the_page(as_user, file, sst):
    handover = HandoverFactory(file=file, to_team=sst.team)
    sent = {"reason": "advice", "words": "Vraag advies."}
    as_user(sst.bo).post(url("refuse", handover.pk), sent)
    assert Handover.objects.get().reason == "advice"


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_asks_the_same_for_many(
    as_user, cast, noord, sst, rows, django_assert_num_queries
):
    for _ in range(rows):
        own = FileFactory(team=noord, director=cast.handler)
        HandoverFactory(file=own, to_team=sst.team)
    client = as_user(sst.ada)
    client.get(url("list"))
    with django_assert_num_queries(9):
        page = client.get(url("list"))
    assert text_of(page).count("OD-") == rows


@pytest.mark.parametrize("rows", [1, 5])
def test_accepting_asks_the_same_for_many(
    as_user, cast, file, sst, rows, django_assert_num_queries
):
    handover = HandoverFactory(file=file, to_team=sst.team)
    for _ in range(rows):
        TaskFactory(file=file, owner=cast.handler)
    client = as_user(sst.ada)
    client.get(url("accept", handover.pk))
    with django_assert_num_queries(19):
        client.get(url("accept", handover.pk))


def test_after_acceptance_the_page_tells_the_warm_talk(as_user, file, sst, cast):
    handover = HandoverFactory(file=file, to_team=sst.team)
    accept(handover, sst.ada)
    for person in (sst.ada, cast.handler):
        assert "Ada belt morgen." in text_of(as_user(person).get(url("detail", handover.pk)))
    assert as_user(sst.bo).get(url("detail", handover.pk)).status_code == 404


def test_a_manager_counts_what_went_to_and_fro(as_user, cast, file, sst, noord):
    first = HandoverFactory(file=file, to_team=sst.team)
    accept(first, sst.ada)
    file = ResidentFile.objects.get()
    back = HandoverFactory(file=file, from_team=sst.team, to_team=noord, expertise="")
    accept(back, cast.team_worker)
    HandoverFactory(file=FileFactory(team=noord), to_team=sst.team, refused=True)
    HandoverFactory(file=FileFactory(team=noord), to_team=cast.elsewhere, expired=True)

    shown = text_of(as_user(sst.cas).get(url("list")))
    assert "3 aangeboden, 2 aanvaard, 1 geweigerd, 0 verlopen" in shown
    assert "1 verlopen" in text_of(as_user(cast.outsider).get(url("list")))
    assert "aangeboden," not in text_of(as_user(cast.handler).get(url("list")))
