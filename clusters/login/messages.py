"""What the mail with an invitation says: the link and what to do, and nothing about anybody."""


def invitation_subject() -> str:
    """The subject of the mail."""
    return "Kies een wachtwoord voor Wijkteams"


def invitation_body(link: str) -> str:
    """The text of the mail; the user name stands on the page, not here."""
    return (
        "U krijgt toegang tot Wijkteams. Kies eerst een wachtwoord op:\n\n"
        f"{link}\n\n"
        "Deze link werkt één keer en is 24 uur geldig. Is de link verlopen? Vraag dan een nieuwe "
        "aan de functioneel beheerder.\n\n"
        "Geef deze link aan niemand. Deze mail is automatisch gemaakt.\n"
    )
