from clusters.notices.tasks import send_notice_mail
from tests.factories.notices import NoticeFactory


def test_send_notice_mail_has_the_name_beat_rings_for_and_counts_mails(db):
    NoticeFactory()

    assert send_notice_mail.name == "clusters.notices.tasks.send_notice_mail"
    assert send_notice_mail() == 1
    assert send_notice_mail() == 0
