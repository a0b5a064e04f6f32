"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.advice.models import AdviceRequest
from cases.liaisons.models import Liaison
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.advice import consent_for
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory
from tests.factories.liaisons import LiaisonFactory

TODAY, DAY = MONDAY.date(), timedelta(days=1)
pytestmark = pytest.mark.usefixtures("monday")


def url(name, *args):
    return reverse(f"liaison-{name}", args=args)


def test_the_list_of_the_own_team_says_where_nobody_is(as_user, cast, noord):
    mine = LiaisonFactory(team=noord, age_from=0, age_until=12, review_by=TODAY)
    over = {"valid_from": TODAY - 9 * DAY, "valid_until": TODAY - DAY}
    gone, other = LiaisonFactory(team=noord, **over), LiaisonFactory()
    client = as_user(cast.team_worker)

    page = text_of(client.get(url("list")))
    assert mine.name in page
    assert "13 t/m 23 jaar" in page
    assert "Wijzigen" not in page
    for row in (gone, other):
        assert row.name not in page
    assert other.name in text_of(client.get(url("list") + "?team="))
    assert gone.name in text_of(client.get(url("list") + "?stand=alle"))
    assert "Geen linking pin gevonden" in text_of(client.get(url("list") + "?soort=oco"))
    due = text_of(client.get(url("list") + "?stand=nakijken"))
    assert mine.name in due
    assert text_of(client.get(url("list") + "?team=bestaat-niet"))


def test_the_manager_writes_changes_and_looks_again(as_user, cast, noord):
    client = as_user(cast.team_manager)
    sent = answers_in(client.get(url("new")))
    sent |= {"kind": "jgz", "name": "J. Jong <script>", "organisation": "JGZ", "team": noord.pk}
    for _ in range(2):
        client.post(url("new"), sent)
    liaison = Liaison.objects.get()
    page = client.get(url("list")).content.decode()
    assert "J. Jong &lt;script&gt;" in page
    assert url("change", liaison.pk) in page

    sent = answers_in(client.get(url("change", liaison.pk)))
    client.post(url("change", liaison.pk), sent | {"specialism": "Slapen"})
    late = client.post(url("change", liaison.pk), sent | {"specialism": "Eten"})
    assert "intussen gewijzigd" in text_of(late)
    assert "Bewaard door" in text_of(late)
    wrong = client.post(url("change", liaison.pk), sent | {"name": "", "age_from": "3"})
    assert errors_of(wrong)
    Liaison.objects.update(review_by=TODAY)
    client.post(url("review", liaison.pk))
    assert Liaison.objects.get().review_by == TODAY + 182 * DAY


def test_of_another_team_one_reads_and_does_not_write(as_user, cast, noord):
    liaison = LiaisonFactory(team=noord)
    client = as_user(cast.outsider_manager)

    assert liaison.name in text_of(client.get(url("list") + "?team="))
    assert client.get(url("change", liaison.pk)).status_code == 403
    assert client.post(url("review", liaison.pk)).status_code == 403


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_costs_the_same_for_many_rows(
    as_user, cast, noord, count, django_assert_num_queries
):
    for _ in range(count):
        LiaisonFactory(team=noord, age_from=0, age_until=4)
    client = as_user(cast.team_manager)

    with django_assert_num_queries(9):
        client.get(url("list") + "?team=")


def test_a_linking_pin_is_chosen_when_advice_is_asked(as_user, cast, noord, calendar_data):
    """LP-7: of the team of the dossier, who is there today."""
    file = FileFactory(team=noord, director=cast.handler)
    pin = LiaisonFactory(team=noord, phone="+31365399911")
    gone = LiaisonFactory(team=noord, valid_from=TODAY + DAY)
    consent_for(file.resident, "jgz")
    client = as_user(cast.handler)
    ask = reverse("advice-ask", args=[file.pk])
    form = client.get(ask)
    assert pin.name in text_of(form)
    assert gone.name not in text_of(form)
    sent = answers_in(form) | {"kind": "consult", "words": "Wat nu?"}
    assert errors_of(client.post(ask, sent | {"asked_of": f"pin-{gone.pk}"}))

    client.post(ask, sent | {"asked_of": f"pin-{pin.pk}"})
    advice = AdviceRequest.objects.get()
    assert (advice.liaison, advice.recipient_kind.code, advice.adviser) == (pin, "jgz", None)
    page = text_of(client.get(reverse("advice-detail", args=[advice.pk])))
    assert str(pin) in page
    assert "036 539 9911" in page
