from tests.factories.clusters import MembershipFactory, UserFactory

LOGIN = "/inloggen/"


def test_demo_sign_in_does_not_exist_outside_a_demo(client, db):
    MembershipFactory(user__is_demo=True)

    assert client.post("/inloggen/demo/", {"role": "team_worker"}).status_code == 404
    assert client.get("/inloggen/demo/").status_code == 404
    assert "Inloggen als" not in client.get(LOGIN).content.decode()


def test_demo_sign_in_as_a_role_opens_a_session(client, db, settings):
    settings.DEMO = True
    person = MembershipFactory(user__is_demo=True, role="privacy_officer").user

    page = client.get(LOGIN).content.decode()
    answer = client.post("/inloggen/demo/", {"role": "privacy_officer"})

    assert str(person) in page
    assert "Inloggen als" in page
    assert answer.status_code == 302
    assert client.get("/mijn-account/").context["request"].user.acting_role == "privacy_officer"


def test_demo_sign_in_is_closed_beside_a_real_account(client, db, settings):
    settings.DEMO = True
    MembershipFactory(user__is_demo=True)
    UserFactory(is_demo=False)

    assert client.post("/inloggen/demo/", {"role": "team_worker"}).status_code == 404


def test_demo_session_ends_when_the_demo_does(client, db, settings):
    settings.DEMO = True
    MembershipFactory(user__is_demo=True)
    client.post("/inloggen/demo/", {"role": "team_worker"})

    settings.DEMO = False

    assert client.get("/mijn-account/").status_code == 302


def test_demo_sign_in_with_an_unknown_role_is_not_found(client, db, settings):
    settings.DEMO = True
    MembershipFactory(user__is_demo=True)

    assert client.post("/inloggen/demo/", {"role": "burgemeester"}).status_code == 404
