"""The rules of triage on the screen of the functional administrator."""

import pytest
from django.urls import reverse

from cases.intakes.forms.rules import MOST_RULES, rearrange
from cases.models import TriageVersion
from tests.cases.callbacks.pages import answers_in, text_of
from tests.factories.intakes import NotificationFactory, TriageFactory, rules_version

pytestmark = pytest.mark.usefixtures("monday")
LIST, CHANGE = "/wmo-meldingen/triage-regels/", "/wmo-meldingen/triage-regels/wijzigen/"
TRIAL, PUBLISH = "/wmo-meldingen/triage-regels/proef/", "/wmo-meldingen/triage-regels/in-gebruik/"


@pytest.fixture
def page(cast, as_user):
    """The browser of the functional administrator."""
    return as_user(cast.application_manager)


def test_from_the_proposal_to_rules_in_use(page):
    assert "Nog geen regels in gebruik" in text_of(page.get(LIST))
    assert page.get(TRIAL).url == CHANGE
    answers = answers_in(page.get(CHANGE)) | {"keep": "1"}

    trial = page.post(CHANGE, answers, follow=True)
    assert "Er zijn nog geen aanmeldingen" in text_of(trial)
    done = page.post(PUBLISH, answers_in(trial), follow=True)

    assert "Versie 1, in gebruik sinds" in text_of(done)
    assert TriageVersion.objects.live().rules.count() == 9


def test_the_trial_says_how_many_would_fall_otherwise(page):
    live = rules_version()
    given = {"version": live, "advice": "city_hall", "complexity": "single"}
    for _ in range(3):
        TriageFactory(involvement="help", **given)
    TriageFactory(involvement="help", **given, network="yes")
    answers = answers_in(page.get(CHANGE)) | {"keep": "1", "r-5-advice": "team"}

    trial = text_of(page.post(CHANGE, answers, follow=True))

    assert "4 van 4 aanmeldingen zouden anders uitvallen" in trial
    assert "Wmo-team Stadhuis Wijkteam 3" in trial
    assert "Wmo-team Stadhuis Informeel: netwerk of vrijwilliger 1" in trial


def test_odd_rules_are_warned_about(page):
    answers = answers_in(page.get(CHANGE)) | {"keep": "1", "r-0-wants_help": "", "r-0-is_heavy": ""}

    trial = text_of(page.post(CHANGE, answers, follow=True))

    assert "Regel 1 past op alles" in trial
    assert "Regel 2 wint nooit" in trial


def test_the_share_of_deviations_is_a_figure(page):
    live = rules_version()
    given = {"version": live, "complexity": "single", "involvement": "help"}
    for advice, deviates in (("team", True), ("team", False), ("sst", False), ("", False)):
        reason = "Anders." if deviates else ""
        TriageFactory(advice=advice, deviates=deviates, deviation_reason=reason, **given)

    text = text_of(page.get(LIST))

    assert "Bij 1 van de 3 adviezen koos de wijkwerker iets anders (33%)" in text
    assert "Wijkteam 2 1 50%" in text


def test_buttons_rearrange_and_save_nothing(page):
    answers = answers_in(page.get(CHANGE))
    first = answers["r-0-reason"]

    moved = page.post(CHANGE, answers | {"row": "down-1"})
    assert answers_in(moved)["r-1-reason"] == first
    assert "Regel 1 is nu regel 2" in moved.content.decode()
    gone = page.post(CHANGE, answers_in(moved) | {"row": "remove-1"})
    assert answers_in(gone)["r-0-reason"] == first
    more = page.post(CHANGE, answers_in(gone) | {"row": "add"})
    assert answers_in(more)["r-8-reason"] == ""
    assert not TriageVersion.objects.exists()


@pytest.mark.parametrize("command", ["up-1", "down-2", "remove-9", "add-x", "", "up-0"])
def test_a_command_that_cannot_be_changes_nothing(command):
    rows = [{"reason": "a"}, {"reason": "b"}]

    assert rearrange(rows, command).rows == rows


def test_the_last_row_leaves_an_empty_one_and_there_is_an_end():
    assert rearrange([{"reason": "a"}], "remove-1").rows == [{}]
    assert len(rearrange([{}] * MOST_RULES, "add").rows) == MOST_RULES
    assert rearrange([{"reason": "a"}, {"reason": "b"}], "up-2").rows[0] == {"reason": "b"}


@pytest.mark.parametrize(
    "wrong", [{"r-2-reason": ""}, {"r-2-advice": ""}, {"r-2-reason": "x" * 301}]
)
def test_a_mistake_stands_beside_its_rule_and_loses_nothing(page, wrong):
    answers = answers_in(page.get(CHANGE)) | {"keep": "1", "r-0-reason": "Nieuw."} | wrong

    shown = page.post(CHANGE, answers)

    assert "Regel 3," in text_of(shown)
    assert answers_in(shown)["r-0-reason"] == "Nieuw."
    assert not TriageVersion.objects.exists()


def test_a_colleague_who_was_first_is_shown_beside_what_was_typed(page):
    answers = answers_in(page.get(CHANGE)) | {"keep": "1", "r-0-reason": "Van mij."}
    theirs = rules_version(draft=True)

    shown = page.post(CHANGE, answers)

    assert f"Opgeslagen door {theirs.made_by}" in text_of(shown)
    assert answers_in(shown)["r-0-reason"] == "Van mij."
    assert page.post(CHANGE, answers_in(shown) | {"keep": "1"}).status_code == 302


def test_a_stale_trial_publishes_nothing(page):
    rules_version(draft=True)

    shown = page.post(PUBLISH, {"stamp": "oud"}, follow=True)

    assert "Bekijk de proef opnieuw" in text_of(shown)
    assert TriageVersion.objects.live() is None


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(("url", "queries"), [(LIST, 9), (TRIAL, 7)])
def test_the_pages_cost_the_same(page, rows, url, queries, django_assert_num_queries):
    live = rules_version()
    for _ in range(rows):
        TriageFactory(version=live, advice="team")

    # session, user, memberships; live with rules, newest with rules, figures; unread notices
    # (the trial: newest with rules, answers)
    with django_assert_num_queries(queries):
        page.get(url)


def test_no_page_of_the_rules_names_a_resident(page):
    rules_version()
    made = TriageFactory(notification=NotificationFactory(resident__name="Kanarie"))

    for url in (LIST, CHANGE, TRIAL):
        assert str(made.resident) not in page.get(url).content.decode()


def test_the_button_of_a_melding_leads_to_its_triage(noord, cast, as_user):
    made = NotificationFactory(team=noord, handler=cast.handler)
    url = reverse("notification-detail", args=[made.pk])

    assert reverse("notification-triage", args=[made.pk]) in (
        as_user(cast.handler).get(url).content.decode()
    )
