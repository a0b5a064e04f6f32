"""What the mail about notices says: how many wait, and nothing about anybody (design 6)."""

from django.conf import settings


def notice_mail_subject(waiting: int) -> str:
    """The subject of the mail."""
    return "1 melding in Wijkteams" if waiting == 1 else f"{waiting} meldingen in Wijkteams"


def notice_mail_body(waiting: int) -> str:
    """The text of the mail."""
    first = "Er wacht 1 melding op u." if waiting == 1 else f"Er wachten {waiting} meldingen op u."
    them = "deze" if waiting == 1 else "ze"
    return (
        f"{first} Log in op {settings.SITE_URL} om {them} te lezen.\n\n"
        "Deze mail is automatisch gemaakt. In de mail staat met opzet niet waar de melding over "
        "gaat.\n"
    )
