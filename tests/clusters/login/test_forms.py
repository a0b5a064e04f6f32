import pytest

from clusters.login.forms import NewPasswordForm, RoleForm, SignInForm
from tests.factories.login import PASSWORD


def new_password(user, **changed):
    answers = {
        "old_password": PASSWORD,
        "new_password": "vier woorden in een rij",
        "repeated_password": "vier woorden in een rij",
    }
    return NewPasswordForm({**answers, **changed}, user=user)


def test_sign_in_form_makes_the_name_small():
    form = SignInForm({"username": " Kim ", "password": " spaties tellen "})

    assert form.is_valid()
    assert form.cleaned_data == {"username": "kim", "password": " spaties tellen "}


def test_new_password_form_accepts_a_sentence(employee):
    assert new_password(employee).is_valid()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"old_password": "fout"}, "old_password"),
        ({"new_password": "kort", "repeated_password": "kort"}, "new_password"),
        ({"repeated_password": "iets anders dan net"}, "repeated_password"),
        ({"new_password": ""}, "new_password"),
    ],
)
def test_new_password_form_refuses(employee, changed, field):
    assert field in new_password(employee, **changed).errors


def test_role_form_offers_only_the_roles_that_are_held():
    form = RoleForm({"role": "controller"}, roles=("team_worker",))

    assert form.errors["role"] == ["Deze rol hebt u vandaag niet."]
