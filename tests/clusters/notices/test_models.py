import pytest
from django.db import IntegrityError

from clusters.models import Notice
from tests.factories.notices import NoticeFactory, OutboxMailFactory


def test_a_notice_is_visible_to_its_person_only(db):
    mine, _theirs = NoticeFactory(), NoticeFactory()

    assert list(Notice.objects.visible_to(mine.person)) == [mine]


def test_the_same_notice_does_not_fit_twice(db):
    NoticeFactory(dedup_key="callback:1:1")

    with pytest.raises(IntegrityError):
        NoticeFactory(dedup_key="callback:1:1")


def test_unmailed_is_what_wants_a_mail_and_has_none(db):
    waiting = NoticeFactory()
    NoticeFactory(wants_mail=False)
    NoticeFactory(mail=OutboxMailFactory())

    assert list(Notice.objects.unmailed()) == [waiting]
