"""Why a decision that was sent is changed or withdrawn (WMO 2.3.9, 2.3.10)."""

from django.db import models


class RevisionGround(models.TextChoices):
    """The grounds of WMO 2.3.10 lid 1 under a–e, and the two ways in which others begin."""

    WRONG_FACTS = "facts", "Gegevens waren onjuist of onvolledig (Wmo 2.3.10 lid 1 onder a)"
    NOT_NEEDED = "no_need", "De inwoner heeft het niet meer nodig (Wmo 2.3.10 lid 1 onder b)"
    NOT_ENOUGH = "too_little", "Het is niet meer toereikend (Wmo 2.3.10 lid 1 onder c)"
    CONDITIONS = "conditions", "De voorwaarden zijn niet nageleefd (Wmo 2.3.10 lid 1 onder d)"
    NOT_USED = "not_used", "Niet of anders gebruikt (Wmo 2.3.10 lid 1 onder e)"
    REQUEST = "request", "Op verzoek van de inwoner"
    REVIEW = "review", "Na heronderzoek (Wmo 2.3.9)"
