"""The mark by which an encrypted value is found."""

from common.blind_index import MARK_LENGTH, blind_index


def test_the_same_value_has_the_same_mark_and_another_has_another():
    assert blind_index("123456782", of="bsn") == blind_index("123456782", of="bsn")
    assert blind_index("123456782", of="bsn") != blind_index("111222333", of="bsn")
    assert len(blind_index("123456782", of="bsn")) == MARK_LENGTH


def test_two_kinds_of_values_never_share_a_mark():
    assert blind_index("123456782", of="bsn") != blind_index("123456782", of="iban")


def test_the_mark_depends_on_a_key_of_its_own(settings):
    before = blind_index("123456782", of="bsn")

    settings.DATA_KEY = "another"
    assert blind_index("123456782", of="bsn") == before
    settings.INDEX_KEY = "another"
    assert blind_index("123456782", of="bsn") != before
