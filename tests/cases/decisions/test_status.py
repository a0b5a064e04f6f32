"""What a caller may hear, and no more (AB-18, STA-1)."""

import pytest

from cases.decisions.models import Application, TermPause, covering
from cases.decisions.status import phrases_for
from cases.models import WmoNotification
from tests.cases.decisions.acting import DAY, TODAY
from tests.factories.cases import MONDAY
from tests.factories.decisions import ApplicationFactory, DecisionFactory, PauseFactory
from tests.factories.intakes import NotificationFactory


def said(resident):
    return [phrase.words for phrase in phrases_for([resident.pk], MONDAY)]


@pytest.mark.parametrize(
    ("trait", "words"),
    [
        ("taken", "Uw melding is bij ons binnen. Uiterlijk maandag 4 januari 2027"),
        ("investigating", "Wij bekijken samen met u wat nodig is. Dat is uiterlijk maandag 4"),
    ],
)
def test_of_a_melding_the_step_and_the_day(monday, trait, words):
    melding = NotificationFactory(**{trait: True})

    (only,) = said(melding.resident)

    assert only.startswith(words)


def test_past_the_six_weeks_what_the_resident_may_do(monday):
    melding = NotificationFactory(investigating=True)
    WmoNotification.objects.update(due_at=MONDAY - 2 * DAY)

    assert "U mag nu meteen een aanvraag doen." in said(melding.resident)[0]


def test_of_an_aanvraag_the_day_to_expect(application):
    assert said(application.resident) == [
        "Wij beslissen over uw aanvraag. U hoort het uiterlijk maandag 7 december 2026."
    ]
    Application.objects.update(promised_on=TODAY + 21 * DAY, told_on=TODAY)
    assert "maandag 14 december 2026" in said(application.resident)[0]


def test_standing_still_until_when(application):
    PauseFactory(application=application, asked_on=TODAY - DAY)

    (only,) = said(application.resident)

    assert only.startswith("Wij wachten op gegevens die wij u vroegen.")
    assert "maandag 30 november 2026" in only


def test_too_late_is_admitted(application):
    Application.objects.update(due_at=MONDAY - 2 * DAY)

    assert "dat had wel gemoeten" in said(application.resident)[0]


def test_a_decision_that_was_sent_and_nothing_of_what_is_in_it(melding):
    application = ApplicationFactory(melding=melding, sent=True)
    DecisionFactory(
        application=application, taken=True, motivation="Kanarie", letter={"to": ["Kanarie"]}
    )

    assert said(melding.resident) == [
        "Er is een besluit. De brief is verstuurd op maandag 23 november 2026."
    ]


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        (
            "request",
            "Wij beslissen over uw vraag om het besluit te veranderen. U hoort het uiterlijk "
            "maandag 7 december 2026.",
        ),
        (
            "facts",
            "Wij kijken opnieuw naar het besluit over uw ondersteuning. U hoort het uiterlijk "
            "maandag 7 december 2026.",
        ),
    ],
)
def test_of_a_change_that_runs_the_day_and_not_why(melding, ground, words):
    made = DecisionFactory(
        application=ApplicationFactory(melding=melding, sent=True), taken=True, letter={"to": []}
    )
    ApplicationFactory(melding=melding, ground="revision", revises=made, revision_ground=ground)

    assert said(melding.resident) == [words]
    Application.objects.filter(revises=made).update(due_at=MONDAY - 2 * DAY)
    assert ("dat had wel gemoeten" in said(melding.resident)[0]) is (ground == "request")


@pytest.mark.parametrize(
    ("outcome", "said_so"), [("changed", "is gewijzigd"), ("withdrawn", "is ingetrokken")]
)
def test_a_decision_that_took_the_place_of_another_says_so_with_its_day(melding, outcome, said_so):
    made = DecisionFactory(
        application=ApplicationFactory(melding=melding, sent=True), taken=True, letter={"to": []}
    )
    later = ApplicationFactory(
        melding=melding, sent=True, ground="revision", revises=made, revision_ground="facts"
    )
    DecisionFactory(
        application=later, outcome=outcome, effective_on=TODAY + 7 * DAY, taken=True,
        letter={"to": []},
    )  # fmt: skip

    assert said(melding.resident) == [
        f"Het besluit over uw ondersteuning {said_so} vanaf maandag 30 november 2026. De brief is "
        "verstuurd op maandag 23 november 2026."
    ]


def test_of_somebody_without_anything_nothing_is_said(melding):
    assert said(melding.resident) == []


@pytest.mark.parametrize("many", [1, 3])
def test_it_takes_two_queries_whatever_there_is(melding, many, django_assert_num_queries):
    made = [NotificationFactory(investigated=True) for _ in range(many)]
    for number, each in enumerate(made):
        sent = ApplicationFactory(melding=each, sent=True)
        DecisionFactory(application=sent, taken=True, letter={"to": []})
        if number:
            PauseFactory(application=ApplicationFactory(melding=each, ground="urgent"))
    people = [each.resident_id for each in made]

    with django_assert_num_queries(2):
        phrases = phrases_for(people, MONDAY)

    assert len(phrases) == many


def test_of_more_residents_what_is_said_of_each_in_turn(monday):
    one, two = NotificationFactory(taken=True), NotificationFactory(investigating=True)
    people = [two.resident_id, one.resident_id]

    both = [phrase.words for phrase in phrases_for(people, MONDAY)]

    assert both == said(two.resident) + said(one.resident)


def test_the_day_of_a_pause_is_the_same_in_a_query_as_in_a_row(application):
    pauses = [
        PauseFactory(application=application, asked_on=TODAY - 3 * DAY, until_on=TODAY + 2 * DAY),
        PauseFactory(
            application=application,
            asked_on=TODAY - 3 * DAY,
            until_on=TODAY + 2 * DAY,
            ended_on=TODAY,
        ),
    ]
    for days in range(-5, 6):
        day = TODAY + days * DAY
        covered = set(TermPause.objects.filter(covering(day)))
        assert covered == {pause for pause in pauses if pause.covers(day)}, days
