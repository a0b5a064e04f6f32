"""What is typed to sign in. A wrong answer never says which part of it was wrong."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from clusters.people.models import Role, User

SHORTEST_PASSWORD = 15  # as in settings; Django has no Dutch words for it yet


def _helper(label: str) -> FormHelper:
    """A form with one button."""
    helper = FormHelper()
    helper.add_input(Submit("send", label))
    return helper


class SignInForm(forms.Form):
    """The first step: user name and password."""

    username = forms.CharField(
        label="Gebruikersnaam",
        max_length=150,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label="Wachtwoord",
        max_length=4096,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    helper = _helper("Verder")

    def clean_username(self) -> str:
        """Capitals make no other account, so they make no other guess either (S18)."""
        return str(self.cleaned_data["username"]).lower()


class CodeForm(forms.Form):
    """The second step: six digits from the app, or a recovery code."""

    code = forms.CharField(
        label="Code uit uw app",
        help_text="Zes cijfers. Geen telefoon bij de hand? Typ dan een van uw herstelcodes.",
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "autofocus": True}
        ),
    )
    helper = _helper("Inloggen")


class EnrolForm(forms.Form):
    """The first code of a new app."""

    code = forms.CharField(
        label="Code die de app nu laat zien",
        help_text="Zes cijfers.",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    helper = _helper("App in gebruik nemen")


class NewCodesForm(CodeForm):
    """A fresh code before the recovery codes are replaced."""

    helper = _helper("Nieuwe herstelcodes maken")


class WelcomeForm(forms.Form):
    """Twice the password that will be one's own."""

    new_password = forms.CharField(
        label="Nieuw wachtwoord",
        help_text="Minstens 15 tekens. Een zin van een paar woorden onthoudt u het makkelijkst.",
        min_length=SHORTEST_PASSWORD,
        max_length=4096,
        strip=False,
        error_messages={"min_length": "Dit wachtwoord is te kort: kies minstens 15 tekens."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    repeated_password = forms.CharField(
        label="Nieuw wachtwoord nog een keer",
        max_length=4096,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    helper = _helper("Wachtwoord kiezen")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_new_password(self) -> str:
        """Long, not well known, not one's own name."""
        new = str(self.cleaned_data["new_password"])
        password_validation.validate_password(new, self.user)
        return new

    def clean(self) -> dict[str, Any]:
        """Both new ones are the same."""
        answers = super().clean() or {}
        new, repeated = answers.get("new_password"), answers.get("repeated_password")
        if new is not None and repeated is not None and new != repeated:
            self.add_error("repeated_password", "De twee nieuwe wachtwoorden zijn niet gelijk.")
        return answers


class NewPasswordForm(WelcomeForm):
    """The old password and twice the new one."""

    old_password = forms.CharField(
        label="Huidig wachtwoord",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    helper = _helper("Wachtwoord veranderen")
    field_order = ("old_password", "new_password", "repeated_password")

    def clean_old_password(self) -> str:
        """Only the owner of the session knows it."""
        old = str(self.cleaned_data["old_password"])
        if not self.user.check_password(old):
            raise ValidationError("Dit is niet uw huidige wachtwoord.")
        return old


class InviteForm(forms.Form):
    """Nothing to type: a button."""

    helper = _helper("Ja, mail de link")


class ResetForm(forms.Form):
    """Why somebody loses their second factor."""

    reason = forms.CharField(
        label="Reden",
        help_text="Bijvoorbeeld: telefoon kwijt. De reden komt in het logboek.",
        max_length=200,
    )
    helper = _helper("Ja, koppel de app los")


class RoleForm(forms.Form):
    """One of the roles the employee holds today."""

    role = forms.ChoiceField(
        label="Ik werk nu als",
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Deze rol hebt u vandaag niet."},
    )
    helper = _helper("Wisselen van rol")

    def __init__(self, *args: Any, roles: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(code, Role(code).label) for code in roles]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]
