"""A casusregisseur who left the team: the manager hears it once and finds the dossiers."""

from datetime import date, timedelta

from django.urls import reverse

from cases.dossiers.services import remind_of_left_files
from cases.dossiers.tasks import remind_of_left_files as ring
from clusters.models import Membership, Notice
from tests.cases.callbacks.pages import text_of
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

DAY = timedelta(days=1)


YESTERDAY = MONDAY.date() - DAY


def leave(person, until=YESTERDAY):
    Membership.objects.filter(user=person).update(valid_until=until)


def test_nobody_is_told_while_everybody_works_here(file):
    assert ring() == 0


def test_the_manager_is_told_once_with_the_number_and_no_name_of_a_resident(file, cast, noord):
    FileFactory(team=noord, director=cast.handler)
    FileFactory(team=noord, director=cast.handler, closed=True)
    FileFactory(team=noord, director=cast.team_worker)
    leave(cast.handler)

    assert [ring(), ring()] == [1, 0]
    notice = Notice.objects.get()
    assert notice.person == cast.team_manager
    assert "nog de regie over 2 dossiers" in notice.text
    assert file.resident.name not in notice.text


def test_who_comes_back_and_leaves_again_is_told_again(file, cast):
    leave(cast.handler, date(2026, 11, 20))
    assert remind_of_left_files(at=MONDAY) == 1
    leave(cast.handler, None)
    assert remind_of_left_files(at=MONDAY) == 0
    leave(cast.handler)
    assert remind_of_left_files(at=MONDAY) == 1


def test_an_account_that_ended_counts_as_left(file, cast):
    cast.handler.is_active = False
    cast.handler.save()
    assert remind_of_left_files(at=MONDAY) == 1


def test_the_manager_finds_them_under_a_tab_of_their_own(as_user, file, cast, noord):
    stays = FileFactory(team=noord, director=cast.team_worker)
    elsewhere = FileFactory(director=cast.handler)
    leave(cast.handler)
    page = text_of(
        as_user(cast.team_manager).get(reverse("file-list"), {"selectie": "over-te-dragen"})
    )

    assert str(file) in page
    assert str(stays) not in page
    assert str(elsewhere) not in page
    theirs = text_of(as_user(cast.team_worker).get(reverse("file-list")))
    assert "Over te dragen" not in theirs
