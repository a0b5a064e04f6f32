"""What the database itself refuses, and who may know of an aanvraag."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, connection, transaction

from cases.decisions.models import Application, Decision, TermPause
from tests.cases.decisions.acting import DAY, TODAY
from tests.factories.cases import MONDAY
from tests.factories.decisions import ApplicationFactory, DecisionFactory, PauseFactory
from tests.factories.dossiers import FileFactory


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "sent"},
        {"ended_at": MONDAY},
        {"ground": "six_weeks"},
        {"state": "offered"},
        {"promised_on": TODAY},
    ],
)
def test_an_aanvraag_that_cannot_be_is_refused(application, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.update(**wrong)


def test_the_second_is_another_than_the_first(application, cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.update(second=cast.handler)


def test_one_aanvraag_runs_per_melding(application):
    own = {"melding": application.notification, "report": application.report}
    with pytest.raises(IntegrityError), transaction.atomic():
        ApplicationFactory(**own)

    assert ApplicationFactory(**own, withdrawn=True)
    assert ApplicationFactory(
        melding=application.notification, ground="urgent", due_at=MONDAY + DAY
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"decided_on": TODAY},
        {"sent_on": TODAY},
        {"outcome": "refused"},
        {"refusal": "network"},
        {"hearing": "heard"},
    ],
)
def test_a_decision_that_cannot_be_is_refused(application, wrong):
    DecisionFactory(application=application)

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.update(**wrong)


def test_one_decision_per_aanvraag(application):
    DecisionFactory(application=application)

    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionFactory(application=application)


@pytest.mark.parametrize(
    ("person", "ties"),
    [
        ("handler", {"decider"}),
        ("team_worker", set()),
        ("team_manager", set()),
    ],
)
def test_what_ties_somebody_to_it(application, cast, person, ties):
    assert application.relations_to(getattr(cast, person)) == ties


def test_who_works_in_the_dossier_reads_along(application, cast, noord):
    Application.objects.update(handler=cast.city_hall_team)
    file = FileFactory(resident=application.resident, team=noord, director=cast.team_worker)
    Application.objects.update(file=file)
    found = Application.objects.select_related("notification", "file").get()

    assert found.relations_to(cast.team_worker) == {"application_reader"}
    assert found.relations_to(cast.handler) == {"application_reader"}  # of the melding
    assert found.relations_to(cast.city_hall_team) == {"decider"}


@pytest.mark.parametrize(
    ("person", "sees"),
    [
        ("handler", True),
        ("team_worker", True),
        ("team_manager", True),
        ("outsider_worker", False),
        ("outsider_manager", False),
        ("city_hall_team", False),
        ("city_social_team", False),
        ("contact_centre", False),
        ("general_manager", False),
        ("commissioner", False),
    ],
)
def test_who_may_know_that_it_is_there(application, cast, person, sees):
    assert Application.objects.visible_to(getattr(cast, person)).exists() is sees


def test_words_open_in_their_own_row_only(application):
    first = PauseFactory(application=application, words="Kanarie in de opschorting")
    second = PauseFactory(
        application=application, asked_on=TODAY + 10 * DAY, until_on=TODAY + 12 * DAY
    )
    TermPause.objects.filter(pk=second.pk).update(asked=first.asked)
    second.refresh_from_db()

    assert first.words == "Kanarie in de opschorting"
    with pytest.raises(InvalidTag):
        _ = second.words


def test_nothing_that_was_written_is_readable_in_the_database(application):
    PauseFactory(application=application, words="Kanarieopschorting")
    made = DecisionFactory(
        application=application, taken=True, motivation="Kanariemotief", letter={"a": "Kanarie"}
    )
    made.seal_in("returned", "Kanarieterug")
    made.save()
    with connection.cursor() as cursor:
        for table in ("cases_termpause", "cases_decision", "cases_application"):
            cursor.execute(f"SELECT * FROM {table}")
            kept = b"".join(
                bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
                for row in cursor.fetchall()
                for cell in row
            )
            assert b"Kanarie" not in kept


def test_a_key_of_another_aanvraag_opens_nothing(application):
    pause = PauseFactory(application=application)
    other = ApplicationFactory()
    Application.objects.filter(pk=application.pk).update(data_key=other.data_key)
    found = TermPause.objects.select_related("application").get(pk=pause.pk)

    with pytest.raises(InvalidTag):
        _ = found.words
