import base64

import pytest

from clusters.login.checks import keys_are_secret

GOOD = {
    "SECRET_KEY": "Jq8vT2mZ5xR1nB7kW4cY9sD6fG3hL0pA",
    "AUDIT_KEY": "xW3eR6tY9uI2oP5aS8dF1gH4jK7lZ0cV",
    "DATA_KEY": base64.b64encode(bytes(range(40, 72))).decode(),
}


@pytest.fixture
def _good_keys(settings):
    settings.DEMO = False
    for name, key in GOOD.items():
        setattr(settings, name, key)


@pytest.mark.usefixtures("_good_keys")
def test_good_keys_pass():
    assert keys_are_secret() == []


@pytest.mark.usefixtures("_good_keys")
@pytest.mark.parametrize(
    ("name", "key", "complaint"),
    [
        ("SECRET_KEY", "kort", "te kort"),
        ("SECRET_KEY", GOOD["SECRET_KEY"][:31], "te kort"),
        ("AUDIT_KEY", "", "te kort"),
        ("AUDIT_KEY", "test-Jq8vT2mZ5xR1nB7kW4cY9sD6fG3hL0pA", "voorbeeld"),
        ("AUDIT_KEY", "audit-key-audit-key-audit-key-audit-key", "voorbeeld"),
        ("AUDIT_KEY", GOOD["SECRET_KEY"], "verschillen"),
        ("DATA_KEY", "geen base64 maar wel lang genoeg, echt waar", "base64"),
        ("DATA_KEY", base64.b64encode(bytes(range(33))).decode(), "32 bytes"),
    ],
)
def test_a_bad_key_stops_the_start(settings, name, key, complaint):
    setattr(settings, name, key)

    assert any(complaint in error.msg for error in keys_are_secret())
    assert all(error.is_serious() for error in keys_are_secret())


def test_a_demo_may_use_simple_keys(settings):
    settings.DEMO = True
    settings.SECRET_KEY = "demo"

    assert keys_are_secret() == []
