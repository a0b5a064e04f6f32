"""The events of signing in and of accounts, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "login.succeeded": ("Ingelogd", "logde in"),
    "login.failed": ("Inloggen mislukt", "probeerde in te loggen; dat mislukte"),
    "login.locked": ("Inloggen geblokkeerd", "probeerde te vaak in te loggen en moet wachten"),
    "logout": ("Uitgelogd", "logde uit"),
    "login.role_chosen": ("Rol gekozen", "koos een andere rol"),
    "login.password_changed": ("Wachtwoord gewijzigd", "wijzigde het wachtwoord"),
    "login.authenticator_added": ("Authenticator toegevoegd", "voegde een authenticator toe"),
    "login.recovery_codes_created": ("Herstelcodes gemaakt", "maakte nieuwe herstelcodes"),
    "login.recovery_code_used": ("Herstelcode gebruikt", "logde in met een herstelcode"),
    "account.created": ("Account gemaakt", "maakte het account van {0}"),
    "account.invited": ("Uitgenodigd", "nodigde {0} uit om een wachtwoord te kiezen"),
    "account.password_chosen": ("Wachtwoord gekozen", "koos een wachtwoord met een uitnodiging"),
    "account.second_factor_reset": (
        "Tweede factor losgekoppeld",
        "koppelde de app en de herstelcodes van {0} los",
    ),
}
