"""Who knows that a dossier exists, what is sealed, and what the database refuses."""

from datetime import date, timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.dossiers.models import INFORMAL, CaseDirection, FileColleague, Outcome, ResidentFile
from cases.models import Resident
from clusters.models import Role
from tests.factories.cases import MONDAY, OutcomeFactory
from tests.factories.dossiers import (
    FileColleagueFactory,
    FileFactory,
    FileLineFactory,
    HelpRequestFactory,
)

SECRET = "Kanarie in het dossier"
DAY = timedelta(days=1)


def visible(user):
    return ResidentFile.objects.visible_to(user).exists()


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_a_dossier_exists_for_its_team_and_for_nobody_else(file, cast, role):
    assert visible(getattr(cast, role)) == (role in ("team_worker", "team_manager"))


@pytest.mark.parametrize("person", ["outsider_worker", "outsider_manager", "other_desk"])
def test_for_another_team_it_does_not_exist(file, cast, person):
    assert not visible(getattr(cast, person))


@pytest.mark.parametrize("role", ["city_hall_team", "city_social_team", "outsider_worker"])
def test_who_works_along_knows_it_as_long_as_that_lasts(file, cast, role):
    person = getattr(cast, role)
    colleague = FileColleagueFactory(file=file, employee=person, since=MONDAY.date())
    assert visible(person)
    assert file.relations_to(person) == {"file_colleague"}

    for since, until in (
        (MONDAY.date() - 2 * DAY, MONDAY.date() - DAY),
        (MONDAY.date() + DAY, None),
    ):
        FileColleague.objects.filter(pk=colleague.pk).update(since=since, until=until)
        assert not visible(person)
        assert file.relations_to(person) == frozenset()


def test_a_kcc_colleague_or_manager_reads_nothing_also_when_named(file, cast):
    for person in (cast.contact_centre, cast.team_manager):
        FileColleagueFactory(file=file, employee=person)
        assert file.relations_to(person) == frozenset()
    assert not visible(cast.contact_centre)


def test_whose_dossier_one_directs_has_a_card_one_may_open(file, cast, resident):
    outcome = OutcomeFactory()
    resident.callbacks.update(state="closed", closed_at=MONDAY, outcome=outcome)

    assert Resident.objects.on_desk_of(cast.handler).filter(pk=resident.pk).exists()
    assert Resident.objects.visible_to(cast.team_worker).filter(pk=resident.pk).exists()
    ResidentFile.objects.update(state="closed", ended_at=MONDAY)
    assert not Resident.objects.on_desk_of(cast.handler).filter(pk=resident.pk).exists()


def test_every_word_is_sealed_and_opens_again(file):
    question = HelpRequestFactory(file=file, words=SECRET)
    line = FileLineFactory(file=file, words=SECRET)
    file.keep_safety(SECRET)

    sealed = (question.content, line.content, file.content)
    assert [SECRET.encode() in bytes(each) for each in sealed] == [False] * 3
    assert (question.words, line.words, file.safety) == (SECRET, SECRET, SECRET)


def test_words_copied_to_another_row_or_dossier_do_not_open(file):
    line = FileLineFactory(file=file, words=SECRET)
    for other in (FileLineFactory(file=file), FileLineFactory()):
        other.content = line.content
        with pytest.raises(InvalidTag):
            _ = other.words


def test_without_its_key_nothing_of_a_dossier_opens(file):
    FileLineFactory(file=file, words=SECRET)
    ResidentFile.objects.filter(pk=file.pk).update(data_key=FileFactory().data_key)

    with pytest.raises(InvalidTag):
        _ = ResidentFile.objects.get(pk=file.pk).lines.select_related("file").get().words


@pytest.mark.parametrize(
    "fault",
    [
        {"director": None},
        {"state": "closed"},
        {"ended_at": MONDAY},
        {"state": "closed", "ended_at": MONDAY - DAY},
    ],
    ids=str,
)
def test_the_database_refuses_a_dossier_that_cannot_be(file, fault):
    with pytest.raises(IntegrityError), transaction.atomic():
        ResidentFile.objects.filter(pk=file.pk).update(**fault)


def test_the_database_refuses_a_second_casusregisseur(file, cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseDirection.objects.create(
            file=file, director=cast.team_worker, since=MONDAY, by=cast.handler
        )


@pytest.mark.parametrize(
    "fault", [{"outcome": "network"}, {"ended_at": MONDAY}, {"outcome": "soms", "ended_at": MONDAY}]
)
def test_the_database_refuses_a_question_that_ends_without_an_outcome(question, fault):
    with pytest.raises(IntegrityError), transaction.atomic():
        type(question).objects.filter(pk=question.pk).update(**fault)


@pytest.mark.parametrize(
    ("touched", "until"),
    [
        (date(2026, 11, 23), date(2041, 11, 23)),
        (date(2028, 2, 29), date(2043, 3, 1)),
        (date(2025, 2, 28), date(2040, 2, 28)),
    ],
)
def test_it_is_kept_fifteen_years_after_the_last_change(touched, until):
    assert ResidentFile(touched_on=touched).keep_until == until


def test_the_informal_outcomes_are_those_of_the_partners():
    names = {"own_strength", "network", "volunteer", "general", "team"}
    assert {str(each) for each in INFORMAL} == names
    assert Outcome.MIXED not in INFORMAL
    assert len(Outcome.values) == 11
