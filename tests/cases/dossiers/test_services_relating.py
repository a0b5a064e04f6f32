"""Two dossiers of one household: joined once, with a line in each, and nothing for outsiders."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.dossiers import services
from cases.dossiers.models import FileRelation, ResidentFile
from clusters.models import Notice
from common.errors import RuleViolation
from tests.cases.callbacks.pages import answers_in, text_of
from tests.cases.dossiers.acting import lines
from tests.factories.dossiers import FileColleagueFactory, FileFactory, FileRelationFactory

CANARY = "Kanarierelatie"


def relate(file, other, by, **own):
    told = {"kind": "child", "reason": CANARY} | own
    return services.relate_files(file_id=file.pk, other_id=other.pk, by=by, **told)


@pytest.fixture
def other(file, cast):
    """Of somebody else, in the same team; directed by a colleague."""
    return FileFactory(team=file.team, director=cast.team_worker)


def test_each_dossier_one_works_in_gets_a_line_with_its_own_key(file, other, cast):
    FileColleagueFactory(file=other, employee=cast.handler)
    made = relate(file, other, cast.handler)

    assert lines(file) == lines(other) == ["related"]
    assert [one.lines.get().words for one in (file, other)] == [CANARY, CANARY]
    assert (file.lines.get().ref, other.lines.get().ref) == (other.pk, file.pk)
    assert (made.kind_from(file), made.kind_from(other)) == ("Een kind", "Een ouder")
    event = AuditEvent.objects.get(code="file.related")
    residents = set(AuditSubject.objects.filter(event=event).values_list("resident_id", flat=True))
    assert residents == {file.resident_id, other.resident_id}


def test_where_one_does_not_work_the_casusregisseur_is_told(file, other, cast):
    relate(file, other, cast.handler)

    assert (lines(file), lines(other)) == (["related"], [])
    notice = Notice.objects.get(person=cast.team_worker)
    assert str(other) in notice.text
    assert str(file) not in notice.text
    assert CANARY not in notice.text


def test_asked_twice_is_once_and_another_one_is_refused(file, other, cast):
    made = relate(file, other, cast.handler)
    assert relate(file, other, cast.handler) == made
    assert (
        services.relate_files(
            file_id=other.pk, other_id=file.pk, kind="parent", reason="x", by=cast.team_worker
        )
        == made
    )
    with pytest.raises(RuleViolation) as broken:
        relate(file, other, cast.handler, kind="partner")
    assert broken.value.field == "other_id"
    assert lines(file) == ["related"]


def test_out_of_scope_and_not_there_are_the_same(file, cast):
    elsewhere = FileFactory()
    said = []
    for number in (elsewhere.pk, 999_999):
        with pytest.raises(RuleViolation) as broken:
            services.relate_files(
                file_id=file.pk, other_id=number, kind="child", reason="x", by=cast.handler
            )
        said.append(str(broken.value))
    assert len(set(said)) == 1
    with pytest.raises(ResidentFile.DoesNotExist):
        relate(elsewhere, file, cast.handler)


def test_the_same_resident_is_no_relation_and_a_closed_dossier_changes_no_more(file, other, cast):
    earlier = FileFactory(resident=file.resident, team=file.team, closed=True)
    with pytest.raises(RuleViolation, match="dezelfde inwoner"):
        relate(file, earlier, cast.handler)
    with pytest.raises(PermissionDenied):
        relate(file, other, cast.team_manager)
    ResidentFile.objects.filter(pk=file.pk).update(state="closed", ended_at=file.opened_at)
    with pytest.raises(RuleViolation, match="afgesloten"):
        relate(file, other, cast.handler)


def test_put_apart_it_is_kept_and_can_be_joined_again(file, other, cast):
    made = relate(file, other, cast.handler)
    for _ in range(2):
        services.unrelate_files(
            file_id=file.pk, relation_id=made.pk, reason="Apart.", by=cast.handler
        )

    assert lines(file) == ["related", "unrelated"]
    assert not FileRelation.objects.running().exists()
    assert relate(file, other, cast.handler) != made


def test_the_database_keeps_one_relation_per_pair(file, other, cast):
    FileRelationFactory(file=file, other=other)
    with pytest.raises(IntegrityError), transaction.atomic():
        FileRelationFactory(file=other, other=file)
    with pytest.raises(IntegrityError), transaction.atomic():
        FileRelationFactory(file=file, other=file)


def test_who_may_not_know_of_the_other_sees_nothing_of_it(as_user, file, other, cast):
    relate(file, other, cast.handler)
    FileColleagueFactory(file=file, employee=cast.city_social_team)
    panel = reverse("file-relations", args=[file.pk])

    assert str(other) in text_of(as_user(cast.handler).get(panel))
    client = as_user(cast.city_social_team)
    assert str(other) not in text_of(client.get(panel))
    page = client.get(reverse("file-detail", args=[file.pk])).content.decode()
    assert reverse("file-detail", args=[other.pk]) not in page
    assert other.resident.name not in page


def test_from_the_page_to_a_relation_and_back(as_user, file, other, cast):
    client = as_user(cast.handler)
    address = reverse("file-relate", args=[file.pk])
    typed = answers_in(client.get(address)) | {"kind": "partner", "reason": "Getrouwd."}
    for number in ("x", "DS-999999", "9" * 20):
        refused = client.post(address, typed | {"other_id": number})
        assert "Getrouwd." in refused.content.decode()
    joined = client.post(address, typed | {"other_id": f" ds-{other.pk} "}, follow=True)
    assert "De partner" in text_of(joined)
    assert other.resident.name not in text_of(joined)

    relation = FileRelation.objects.get()
    end = reverse("file-unrelate", args=[file.pk, relation.pk])
    assert client.post(end, {"reason": ""}).status_code == 200
    client.post(end, {"reason": "Apart."})
    assert not FileRelation.objects.running().exists()
    strange = FileRelationFactory()
    assert client.get(reverse("file-unrelate", args=[file.pk, strange.pk])).status_code == 404


def test_earlier_dossiers_of_the_resident_stand_there_by_themselves(as_user, file, cast):
    earlier = FileFactory(resident=file.resident, team=file.team, closed=True)
    FileFactory(resident=file.resident, closed=True)  # of another team
    text = text_of(as_user(cast.handler).get(reverse("file-relations", args=[file.pk])))

    assert "Van dezelfde inwoner" in text
    assert text.count("DS-") == 1
    assert str(earlier) in text


@pytest.mark.parametrize("rows", [1, 5])
def test_the_panel_costs_the_same_queries(as_user, file, cast, rows, django_assert_num_queries):
    client = as_user(cast.handler)
    for _ in range(rows):
        FileRelationFactory(file=file, other=FileFactory(team=file.team))

    # session, person, roles, notices; dossier, relations, dossiers, audit 4
    with django_assert_num_queries(11):
        client.get(reverse("file-relations", args=[file.pk]))
