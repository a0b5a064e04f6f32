"""What is said when a dossier ends: sealed with it, or counted so that nobody can trace it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from cases.dossiers import services
from cases.dossiers.models import FileEvaluation, SatisfactionCount
from common.errors import RuleViolation
from tests.cases.dossiers.acting import close
from tests.factories import TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

SECRET = "Kanarie in de evaluatie"


def end(file, by, **own):
    return services.close_file(file_id=file.pk, words="Klaar.", by=by, **own)


def counted():
    rows = SatisfactionCount.objects.order_by("asked", "answer")
    return list(rows.values_list("asked", "answer", "n"))


def test_an_evaluation_is_sealed_with_the_dossier(file, cast):
    end(file, cast.handler, well=SECRET, stays="De post.", follows="waakvlam")

    found = FileEvaluation.objects.get()
    assert SECRET.encode() not in bytes(found.content)
    assert found.texts == {"well": SECRET, "stays": "De post."}
    assert (found.follows, found.by, found.at) == ("waakvlam", cast.handler, MONDAY)


def test_without_a_word_there_is_none_and_no_count(file, cast):
    end(file, cast.handler)

    assert not FileEvaluation.objects.exists()
    assert counted() == []


def test_what_else_follows_is_said(file, cast):
    with pytest.raises(RuleViolation, match="wat volgt") as broken:
        end(file, cast.handler, follows="other", grade=9)
    assert broken.value.field == "stays"
    file.refresh_from_db()
    assert file.is_open


def test_closing_twice_counts_once(file, cast):
    for _ in range(2):
        end(file, cast.handler, well="Goed.", grade=9, thought_along=True)

    assert counted() == [("grade", 9, 1), ("think", 1, 1)]
    assert FileEvaluation.objects.count() == 1


def test_an_answer_is_one_more_and_nothing_else(file, cast, noord):
    """DS-20: no row of its own, no moment, no dossier, and nothing of it in the trail."""
    for each in (file, FileFactory(team=noord, director=cast.handler)):
        end(each, cast.handler, grade=8)

    assert counted() == [("grade", 8, 2)]
    row = SatisfactionCount.objects.get()
    assert (row.cluster, row.year, row.quarter) == (noord.cluster, 2026, 4)
    names = {field.name for field in SatisfactionCount._meta.fields}
    assert names == {"id", "cluster", "year", "quarter", "asked", "answer", "n"}
    event = AuditEvent.objects.filter(code="file.closed").first()
    assert "grade" not in str(vars(event))
    assert not AuditEvent.objects.filter(object_type__icontains="satisfaction").exists()


@pytest.mark.parametrize("grade", [0, 11, -1])
def test_a_grade_that_is_none_is_refused(file, cast, grade):
    with pytest.raises(RuleViolation, match="1 tot en met 10"):
        end(file, cast.handler, grade=grade)
    assert counted() == []


@pytest.mark.parametrize(
    "fault", [{"answer": 0}, {"answer": 11}, {"quarter": 0}, {"quarter": 5}, {"asked": "think"}]
)
def test_the_database_refuses_an_answer_that_cannot_be(file, cast, fault):
    end(file, cast.handler, grade=7)
    with pytest.raises(IntegrityError), transaction.atomic():
        SatisfactionCount.objects.update(**fault)


def test_a_team_of_the_city_has_no_cluster_to_count_in(cast, resident):
    team = TeamFactory(kind="city_hall_team", cluster=None)
    end(FileFactory(resident=resident, team=team, director=cast.handler), cast.handler, grade=7)

    assert counted() == []


def test_it_is_refused_with_something_open_and_nothing_is_counted(question, cast):
    with pytest.raises(RuleViolation, match="staat nog open"):
        end(question.file, cast.handler, grade=7, well="Goed.")
    assert counted() == []
    close(question, cast.handler)
    end(question.file, cast.handler, grade=7, at=MONDAY + timedelta(days=120))
    assert SatisfactionCount.objects.get().quarter == 1
