"""The page of handing out as a manager uses it: look, change, do, and take back (UD-2, UD-7)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.handout.models import HandOut
from cases.handout.pieces import WEEK, end_of_week
from cases.models import CallbackRequest
from clusters.models import Membership
from tests.cases.handout.conftest import board
from tests.factories import MembershipFactory
from tests.factories.cases import CallbackFactory
from tests.factories.dossiers import FileFactory
from tests.factories.talks import TalkFactory

pytestmark = pytest.mark.django_db
END_OF_DAY = timedelta(days=1)


def address(person, query="?wat=alles"):
    return f"/werklast/medewerkers/{person.pk}/uitdelen/{query}"


def typed(page, **own):
    """What the browser would send of a page."""
    form = page.context["form"]
    chosen = {key: str(to) for key, to in form.chosen.items()}
    key = str(form["submission_key"].value())
    return {"submission_key": key, "why": "away", "do": "1"} | chosen | own


def test_the_proposal_is_done_in_one_click(busy, cast, as_user):
    client = as_user(cast.team_manager)
    page = client.get(address(busy.handler))
    response = client.post(address(busy.handler), typed(page), follow=True)

    assert HandOut.objects.get().pieces.count() == 5
    assert "5 stukken werk zijn uitgedeeld" in response.content.decode()
    assert "Alles terugdraaien" in response.content.decode()
    taken_back = client.post(
        f"/werklast/uitgedeeld/{HandOut.objects.get().pk}/terugdraaien/", follow=True
    )
    assert "terug bij" in taken_back.content.decode()
    assert "Alles terugdraaien" not in taken_back.content.decode()


def test_looking_again_changes_nothing_and_keeps_what_was_chosen(busy, cast, noord, as_user):
    other = MembershipFactory(team=noord).user
    client = as_user(cast.team_manager)
    page = client.get(address(busy.handler))
    keys = list(page.context["form"].chosen)
    sent = typed(page, preview="1") | dict.fromkeys(keys, "") | {keys[0]: str(other.pk)}
    shown = client.post(address(busy.handler), sent)

    assert not HandOut.objects.exists()
    assert shown.context["form"].chosen == {keys[0]: other.pk}
    assert [(line.name, line.count) for line in shown.context["after"]] == [(str(other), 1)]


def test_what_the_page_showed_and_is_gone_is_said(busy, cast, as_user):
    client = as_user(cast.team_manager)
    sent = typed(client.get(address(busy.handler)))
    CallbackRequest.objects.filter(handler=busy.handler).update(handler=cast.team_worker)
    shown = client.post(address(busy.handler), sent)

    assert "intussen veranderd" in shown.content.decode()
    assert not HandOut.objects.exists()


@pytest.mark.parametrize("why", ["", "ziek", "x" * 10_000])
def test_a_reason_that_is_not_on_the_list_is_refused(busy, cast, as_user, why):
    client = as_user(cast.team_manager)
    sent = typed(client.get(address(busy.handler)), why=why)
    assert "Fout" in client.post(address(busy.handler), sent).content.decode()
    assert not HandOut.objects.exists()


def test_without_a_choice_nothing_is_handed_out(busy, cast, as_user):
    client = as_user(cast.team_manager)
    page = client.get(address(busy.handler))
    sent = typed(page) | dict.fromkeys(page.context["form"].chosen, "")
    assert "minstens" in client.post(address(busy.handler), sent).content.decode()


def test_somebody_who_cannot_have_it_is_no_choice(busy, cast, as_user):
    client = as_user(cast.team_manager)
    page = client.get(address(busy.handler))
    key = next(iter(page.context["form"].chosen))
    client.post(address(busy.handler), typed(page) | {key: str(cast.outsider_worker.pk)})
    assert not HandOut.objects.exists()


def test_this_week_is_what_must_happen_this_week(busy, cast, noord):
    at = timezone.now()
    this = {each.key for each in board(busy.handler, noord, WEEK).pieces}
    whole = board(busy.handler, noord).pieces

    assert this < {each.key for each in whole}
    for each in whole:
        if each.item.kind in ("terugbellen", "aanvragen", "taken"):
            assert (each.key in this) == (each.item.due_at <= end_of_week(at))
    assert f"dossiers-{busy.file.pk}" in this  # a task in it is due
    assert f"meldingen-{busy.melding.pk}" not in this
    TalkFactory(notification=busy.melding)
    assert f"meldingen-{busy.melding.pk}" in {
        each.key for each in board(busy.handler, noord, WEEK).pieces
    }


def test_nobody_of_the_team_is_there_and_the_page_says_so(busy, cast, as_user):
    client = as_user(cast.team_manager)
    Membership.objects.filter(user=cast.team_worker).delete()
    html = client.get(address(busy.handler)).content.decode()
    assert "Niemand krijgt iets" in html


def test_who_left_the_team_can_still_be_relieved(busy, cast, as_user):
    Membership.objects.filter(user=busy.handler).update(valid_until=timezone.localdate())
    assert as_user(cast.team_manager).get(address(busy.handler)).status_code == 200


@pytest.mark.parametrize("query", ["?team=", "?team=x", "?wat=geld", ""])
def test_an_odd_address_is_the_ordinary_page(busy, cast, as_user, query):
    assert as_user(cast.team_manager).get(address(busy.handler, query)).status_code == 200


def test_a_team_of_another_is_not_found(busy, cast, as_user):
    url = address(busy.handler, f"?team={cast.elsewhere.pk}")
    assert as_user(cast.team_manager).get(url).status_code == 404


@pytest.mark.parametrize("extra", [1, 5])
def test_the_number_of_queries_does_not_grow(
    busy, cast, noord, as_user, extra, django_assert_num_queries
):
    for _ in range(extra):
        FileFactory(team=noord, director=busy.handler)
        CallbackFactory(team=noord, claimed=True, handler=busy.handler)
    client = as_user(cast.team_manager)
    client.get(address(busy.handler))
    with django_assert_num_queries(12):
        client.get(address(busy.handler))


def test_from_a_list_of_terms_only_that_list_is_handed_out(busy, cast, noord, as_user):
    late = {"due_at": timezone.now() - END_OF_DAY, "escalate_at": timezone.now() + END_OF_DAY}
    calls = [
        CallbackFactory(team=noord, claimed=True, handler=busy.handler, **late) for _ in range(2)
    ]
    CallbackFactory(team=noord, claimed=True, handler=busy.handler)
    client = as_user(cast.team_manager)
    listed = client.get("/werklast/termijnen/?soort=terugbellen&stand=te-laat").content.decode()
    link = address(busy.handler, "?wat=terugbellen.te-laat")
    assert link in listed

    page = client.get(link)
    assert {piece.item.number for piece in page.context["board"].pieces} == {
        call.pk for call in calls
    }
    current = [tab["label"] for tab in page.context["tabs"] if tab["current"]]
    assert current == ["Terugbellen: te laat"]
    client.post(link, typed(page))
    assert HandOut.objects.get().pieces.count() == 2
    assert not CallbackRequest.objects.filter(pk__in=[call.pk for call in calls]).filter(
        handler=busy.handler
    )


@pytest.mark.parametrize("which", ["geld.te-laat", "meldingen.", "meldingen.x", ".te-laat", "."])
def test_a_list_that_does_not_exist_is_the_week(busy, cast, as_user, which):
    page = as_user(cast.team_manager).get(address(busy.handler, f"?wat={which}"))

    assert page.context["which"] == WEEK
