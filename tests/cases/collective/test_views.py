"""The pages: write it down in a minute, start and end it, and the same cost for many rows."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.collective.models import ClusterGoal, ClusterPlan, CollectiveEntry
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.collective.acting import place_of
from tests.factories.collective import (
    TODAY,
    ClusterGoalFactory,
    ClusterProgressFactory,
    CollectiveFactory,
    effort_of,
)
from tests.factories.community import LifeDomainFactory, OrganisationFactory

DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("monday")


def url(name, *args):
    return reverse(f"collective-{name}", args=args)


def test_a_contact_is_written_down_twice_clicked_once_and_read(as_user, cast, noord):
    effort, topic, partner = effort_of(), LifeDomainFactory(), OrganisationFactory()
    client = as_user(cast.team_worker)
    sent = answers_in(client.get(url("moment")))
    assert sent["day"] == TODAY.isoformat()
    assert sent["employee"] == str(cast.team_worker.pk)
    sent |= {"kind": "network", "title": "Koffie <script>", "neighbourhood": place_of(noord).pk}
    sent |= {"topic": topic.pk, "effort": effort.pk, "partner_1": partner.pk}

    wrong = client.post(url("moment"), sent | {"title": "Bel 06 12345678"})
    assert "telefoonnummer" in str(errors_of(wrong))
    for _ in range(2):
        client.post(url("moment"), sent)

    entry = CollectiveEntry.objects.get()
    page = client.get(url("detail", entry.pk)).content.decode()
    assert "Koffie &lt;script&gt;" in page
    assert partner.name in page
    assert url("change", entry.pk) in page
    assert url("end", entry.pk) not in page
    assert AuditEvent.objects.filter(code="collective.read").count() == 1


def test_an_idea_is_started_changed_and_ended(as_user, cast, noord):
    entry = CollectiveFactory(
        idea=True, team=noord, employee=cast.team_worker, neighbourhood=place_of(noord)
    )
    client = as_user(cast.handler)
    assert url("start", entry.pk) in client.get(url("detail", entry.pk)).content.decode()
    client.post(url("start", entry.pk), answers_in(client.get(url("start", entry.pk))))
    sent = answers_in(client.get(url("change", entry.pk)))
    client.post(url("change", entry.pk), sent | {"reach": "many"})
    late = client.post(url("change", entry.pk), sent | {"reach": "few"})
    assert "intussen gewijzigd" in text_of(late)
    sent = answers_in(client.get(url("end", entry.pk)))
    wrong = client.post(url("end", entry.pk), sent | {"step": "stop"})
    assert "waarom het stopt" in str(errors_of(wrong))
    client.post(url("end", entry.pk), sent | {"step": "complete", "outcome": "Het loopt zelf"})

    entry.refresh_from_db()
    assert (entry.state, entry.reach, entry.ends_on) == ("completed", "many", TODAY)
    page = text_of(client.get(url("detail", entry.pk)))
    assert "Het loopt zelf" in page
    assert "Wat kwam eruit" in page


def test_the_list_and_who_reads_what(as_user, cast, noord):
    mine, other = CollectiveFactory(team=noord), CollectiveFactory(title="Elders")
    client = as_user(cast.team_worker)
    page = text_of(client.get(url("list")))
    assert mine.title in page
    assert "Elders" not in page
    assert client.get(url("detail", other.pk)).status_code == 404
    query = f"?van={TODAY.isoformat()}&tot={TODAY.isoformat()}"
    assert "Wat tijd kostte van" in text_of(client.get(url("list") + query))
    assert "Niets gevonden" in text_of(client.get(url("list") + "?soort=presence"))

    client = as_user(cast.general_manager)
    page = client.get(url("list")).content.decode()
    assert "Elders" in page
    assert url("moment") not in page
    assert url("change", other.pk) not in client.get(url("detail", other.pk)).content.decode()
    assert client.get(url("change", other.pk)).status_code == 403


def test_per_wijk_every_number_opens_its_list(as_user, cast, noord):
    place = place_of(noord)
    for own in ({}, {"kind": "presence"}, {"starts_on": TODAY - 400 * DAY}):
        CollectiveFactory(team=noord, neighbourhood=place, **own)
    client = as_user(cast.team_worker)

    report = client.get(url("places")).context["report"]

    (line,) = report.lines
    assert [cell.value for cell in line.cells] == [1, 1, 0, 0]
    assert line.last == TODAY
    for cell in line.cells:
        assert len(client.get(cell.url).context["page"].rows) == cell.value
    assert report.conclusion().startswith("In elke wijk")


def test_per_wijk_says_where_nobody_was(as_user, cast, noord):
    report = as_user(cast.team_worker).get(url("places")).context["report"]
    assert report.conclusion().endswith(f"vastgelegd in: {place_of(noord).name}.")
    report = as_user(cast.general_manager).get(url("places")).context["report"]
    assert len(report.lines) == 1
    report = as_user(cast.outsider_worker).get(url("places")).context["report"]
    assert "niet in een cluster" in report.conclusion()


def test_the_manager_writes_the_plan_and_the_team_reads_it(as_user, cast, noord):
    client, there = as_user(cast.team_manager), [noord.cluster.pk]
    vision = reverse("cluster-plan-vision", args=there)
    sent = answers_in(client.get(vision))
    client.post(vision, sent | {"vision": "Buren kennen elkaar"})
    late = client.post(vision, sent | {"vision": "Iets anders"})
    assert "intussen gewijzigd" in text_of(late)
    new = reverse("cluster-goal-new", args=there)
    words = {"name": "Schulden", "goal": "Eerder", "indicator": "Gesprekken", "target": "20"}
    sent = answers_in(client.get(new)) | words
    for _ in range(2):
        client.post(new, sent)
    goal = ClusterGoal.objects.get()
    change = reverse("cluster-goal-change", args=[goal.pk])
    client.post(change, answers_in(client.get(change)) | {"target": "25 per kwartaal"})
    progress = reverse("cluster-goal-progress", args=[goal.pk])
    sent = answers_in(client.get(progress)) | {"stand": "behind", "note": "Twee keer niet"}
    client.post(progress, sent)

    assert ClusterPlan.objects.get().vision == "Buren kennen elkaar"
    for person in (cast.team_worker, cast.general_manager):
        client = as_user(person)
        page = text_of(client.get(reverse("cluster-plan", args=there)))
        for words in ("Buren kennen elkaar", "25 per kwartaal", "Loopt achter", "Twee keer niet"):
            assert words in page
        assert "Opgave toevoegen" not in page
        assert "Noord" in text_of(client.get(reverse("cluster-plan-list")))
    client = as_user(cast.outsider_manager)
    assert client.get(reverse("cluster-plan", args=there)).status_code == 404


@pytest.mark.parametrize("count", [1, 5])
def test_pages_cost_the_same_for_many_rows(as_user, cast, noord, count, django_assert_num_queries):
    for _ in range(count):
        entry = CollectiveFactory(team=noord, neighbourhood=place_of(noord))
        entry.partners.set([OrganisationFactory() for _ in range(count)])
        goal = ClusterGoalFactory(cluster=noord.cluster)
        ClusterProgressFactory(goal=goal)
    client = as_user(cast.team_worker)
    # each: session, person, roles, sign-in and bell (4), the line in the trail (2); then its own
    pages = {
        url("list"): 10,
        url("detail", entry.pk): 9,
        url("places"): 9,
        url("moment"): 9,
        reverse("cluster-plan", args=[noord.cluster.pk]): 11,
        reverse("cluster-plan-list"): 8,
    }
    for page, queries in pages.items():
        with django_assert_num_queries(queries):
            client.get(page)
