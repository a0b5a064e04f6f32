"""The dashboard of the SST: each number opens its list, and nobody reads a name too many (SD-1)."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.handovers.lifecycle import HandoverState
from cases.handovers.services import refuse_handover
from clusters.models import Role
from tests.cases.callbacks.pages import text_of
from tests.cases.handovers.conftest import monday, sst
from tests.dashboards.sst import DAY, HOUR, counted, furnish, offer, points_of
from tests.factories import MembershipFactory
from tests.factories.advice import AdviceFactory
from tests.factories.cases import MONDAY
from tests.factories.conferences import ConferenceFactory, InvitationFactory, ItemFactory
from tests.factories.dossiers import FileFactory

__all__ = ["monday", "sst"]
pytestmark = pytest.mark.usefixtures("monday")
PAGE, CHARTS = reverse("sst-dashboard"), reverse("sst-charts")
PEOPLE = ("ada", "cas", "general_manager")
S = HandoverState


def person(cast, sst, name):
    return getattr(sst, name, None) or getattr(cast, name)


def advise(sst, noord, **own):
    """A question for advice to Bo, without a name."""
    file = FileFactory(team=noord)
    own = {"shared_by": "anonymous", "adviser": sst.bo, "adviser_team": sst.team} | own
    return AdviceFactory(file=file, **own)


def fill(sst, noord):
    """Everything the dashboard counts, and of each something it must leave out."""
    furnish(sst, noord)
    advise(sst, noord, asked_at=MONDAY - 3 * DAY)
    advise(sst, noord, answer_by=MONDAY + 2 * HOUR)
    advise(sst, noord, answer_by=MONDAY - HOUR)
    advise(sst, noord, answered=True)
    AdviceFactory(file=FileFactory(team=noord))
    InvitationFactory(item=ItemFactory(file=FileFactory(team=noord)), person=sst.ada)
    ItemFactory(file=FileFactory(team=noord))
    later = ConferenceFactory(planned_on=MONDAY.date() + 16 * DAY)
    late_item = ItemFactory(file=FileFactory(team=noord), conference=later)
    InvitationFactory(item=late_item, person=sst.ada)
    FileFactory.create_batch(2, team=sst.team, director=sst.ada)
    FileFactory(team=sst.team, director=sst.bo)


def tiles(page):
    shown = page.context["sst"]
    return [*shown.tiles(), *shown.beside(), *shown.dossiers()]


@pytest.mark.parametrize("name", PEOPLE)
def test_every_number_counts_the_list_it_opens(cast, as_user, sst, noord, name):
    fill(sst, noord)
    client = as_user(person(cast, sst, name))

    figures = tiles(client.get(PAGE))

    assert [each.value for each in figures[:8]] == [4, 1, 1, 1, 3, 1, 1, 1]
    assert [each for each in figures if each.url and counted(client, each.url) != each.value] == []
    expected = {"ada": [3, 2], "cas": [3], "general_manager": [3]}
    assert [each.value for each in figures[8:]] == expected[name]


@pytest.mark.parametrize("name", PEOPLE)
def test_every_mark_counts_the_list_it_opens(cast, as_user, sst, noord, name):
    fill(sst, noord)
    client = as_user(person(cast, sst, name))

    response = client.get(CHARTS)
    charts = response.context["year"].charts()
    marks = [(n, url) for n, url in points_of(charts[:2] + charts[3:4])]

    assert len(marks) > 15
    assert [each for each in marks if counted(client, each[1]) != each[0]] == []
    assert sum(n for n, _ in points_of(charts[:1])) == 3 * 6 + 5
    moved = response.context["year"].to_and_fro()
    assert counted(client, moved.url) == moved.value == 0
    assert "wt-chart__picture" in response.content.decode()


def test_the_time_to_an_answer_stands_in_working_days_against_the_terms(as_user, sst, noord):
    for hours in (2, 4):
        end = MONDAY - 3 * DAY - HOUR + hours * HOUR
        offer(sst, noord, MONDAY - 3 * DAY - HOUR, S.REFUSED, ended_at=end, urgency="soon")

    response = as_user(sst.ada).get(CHARTS)
    chart = response.context["year"].charts()[2]

    [series] = chart.series
    assert [norm.label for norm in chart.norms] == ["snel: 3 werkdagen"]
    assert series.points[0].value == round(180 / 510, 2)
    assert series.points[0].shown == "3 uur (2×)"
    assert counted(response.client, series.points[0].url) == 2


def test_the_manager_sees_who_has_how_many_dossiers_and_each_opens_its_list(as_user, sst, noord):
    FileFactory.create_batch(2, team=sst.team, director=sst.bo)
    FileFactory(team=sst.team, director=sst.ada, closed=True)
    client = as_user(sst.cas)

    chart = client.get(CHARTS).context["year"].charts()[4]

    assert chart.labels == (str(sst.bo), str(sst.ada))
    assert [point.value for point in chart.series[0].points] == [2, 0]
    for point in chart.series[0].points:
        assert len(client.get(point.url).context["items"]) == point.value
    assert len(as_user(sst.ada).get(CHARTS).context["year"].charts()) == 4


def test_a_dossier_that_went_to_and_fro_is_counted_once(as_user, sst, noord):
    file = FileFactory(team=noord)
    offer(sst, noord, MONDAY - 60 * DAY, S.RETURNED, file=file)
    back = {"from_team": sst.team, "to_team": noord, "director": sst.bo, "offered_by": sst.bo}
    offer(sst, noord, MONDAY - 30 * DAY, S.ACCEPTED, file=file, **back)
    offer(sst, noord, MONDAY - 30 * DAY, S.ACCEPTED)
    client = as_user(sst.ada)

    moved = client.get(CHARTS).context["year"].to_and_fro()

    assert (moved.value, moved.kind) == (1, "warning")
    assert [row.file_id for row in client.get(moved.url).context["page"].rows] == [file.pk]


def test_an_empty_sst_divides_by_nothing_and_draws_no_axes(as_user, sst):
    client = as_user(sst.cas)

    page, charts = client.get(PAGE), client.get(CHARTS)

    assert "Er wacht nu niets op een antwoord van het SST." in text_of(page)
    assert {each.value for each in tiles(page)} == {0}
    assert "In de afgelopen twaalf maanden is niets aan het SST aangeboden." in text_of(charts)
    assert "wt-chart__picture" not in charts.content.decode()
    assert "nan" not in charts.content.decode().lower().replace("financ", "")


def test_a_name_stands_only_with_what_one_may_open(cast, as_user, sst, noord):
    waits = offer(sst, noord, file=FileFactory(team=noord, resident__name="Wacht Nog"))
    over = offer(
        sst, noord, state=S.REFUSED, file=FileFactory(team=noord, resident__name="Is Geweigerd")
    )
    url = f"{reverse('sst-offers')}?selectie="
    client = as_user(sst.ada)

    now, past = client.get(f"{url}wacht"), client.get(f"{url}geweigerd")

    assert "Wacht Nog" in text_of(now)
    assert reverse("handover-detail", args=[waits.pk]) in now.content.decode()
    assert str(over) in text_of(past)
    assert "Is Geweigerd" not in text_of(past)
    assert reverse("handover-detail", args=[over.pk]) not in past.content.decode()
    assert "Wacht Nog" not in text_of(as_user(cast.general_manager).get(f"{url}wacht"))
    assert "Is Geweigerd" in text_of(as_user(sst.cas).get(f"{url}geweigerd"))


def test_the_lists_say_in_the_trail_who_was_read_about(as_user, sst, noord):
    refused = offer(sst, noord, state=S.REFUSED)
    as_user(sst.ada).get(f"{reverse('sst-offers')}?selectie=geweigerd")

    line = AuditEvent.objects.get(code="dashboard.sst_listed")
    assert AuditSubject.objects.get(event=line).resident_id == refused.resident_id


def test_above_the_team_nobody_is_named(cast, as_user, sst, noord):
    advise(sst, noord)
    url = reverse("sst-advices")

    assert str(sst.bo) in text_of(as_user(sst.ada).get(url))
    assert str(sst.bo) not in text_of(as_user(cast.general_manager).get(url))


def test_a_manager_of_a_wijkteam_does_not_find_it_and_one_of_the_sst_has_a_link(cast, as_user, sst):
    assert as_user(cast.team_manager).get(PAGE).status_code == 404
    assert PAGE not in as_user(cast.team_manager).get(reverse("dashboard")).content.decode()

    client = as_user(sst.cas)
    assert PAGE in client.get(reverse("dashboard")).content.decode()
    assert client.get(PAGE).status_code == 200


def test_who_leads_a_wijkteam_too_sees_here_the_sst_alone(as_user, sst, noord):
    MembershipFactory(user=sst.cas, role=Role.TEAM_MANAGER, team=noord)
    offer(sst, noord)
    offer(sst, noord, from_team=sst.team, to_team=noord)

    page = as_user(sst.cas).get(PAGE)

    assert page.context["sst"].tiles()[0].value == 1


def test_the_sentence_says_what_waits_and_what_is_late(as_user, sst, noord):
    offer(sst, noord, answer_by=MONDAY + HOUR)
    offer(sst, noord, answer_by=MONDAY - HOUR)
    advise(sst, noord)

    text = text_of(as_user(sst.ada).get(PAGE))

    assert "2 overdrachten wachten op antwoord, 1 te laat en 1 bijna te laat." in text
    assert "1 adviesvraag staat open." in text


def test_an_answer_takes_it_off_the_number(as_user, sst, noord):
    handover = offer(sst, noord)
    client = as_user(sst.ada)
    assert client.get(PAGE).context["sst"].tiles()[0].value == 1

    refuse_handover(handover_id=handover.pk, reason="full", words="Later.", by=sst.ada)

    assert client.get(PAGE).context["sst"].tiles()[0].value == 0


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(
    ("url", "name", "queries"),
    [
        (PAGE, "ada", 12),
        (PAGE, "cas", 11),
        (PAGE, "general_manager", 12),
        (CHARTS, "cas", 12),
        (CHARTS, "general_manager", 11),
        (f"{reverse('sst-offers')}?selectie=aanvaard", "ada", 11),
    ],
)
def test_the_pages_cost_the_same_however_much_there_is(
    cast, as_user, sst, noord, rows, url, name, queries, django_assert_num_queries
):
    for _ in range(rows):
        fill(sst, noord)
    client = as_user(person(cast, sst, name))
    client.get(url)

    with django_assert_num_queries(queries):
        client.get(url)


def test_a_part_for_htmx_and_a_page_without_it(as_user, sst):
    client = as_user(sst.ada)

    assert "<html" in client.get(CHARTS).content.decode()
    part = client.get(CHARTS, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Afgelopen twaalf maanden" in part


@pytest.mark.parametrize(
    "query",
    [
        "?selectie=x&maand=2026-13",
        "?maand=nu&reden=%00",
        "?selectie=geweigerd&maand=9999-12",
        "?na=x",
    ],
)
def test_an_address_that_nobody_made_is_a_list_all_the_same(as_user, sst, noord, query):
    offer(sst, noord)
    for name in ("sst-offers", "sst-advices", "sst-points"):
        assert as_user(sst.ada).get(reverse(name) + query).status_code == 200
