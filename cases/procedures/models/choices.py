"""The lists and choices of a verkorte procedure; kinds of professionals are data (MAN-5)."""

from django.db import models

from common.reference import ReferenceModel

NAME_LENGTH, PHONE_LENGTH, KNOWN_LENGTH, REASON_LENGTH = 120, 20, 10_000, 1000


class HolderType(ReferenceModel):
    """What kind of professional may hand in an assessment (MAN-2, MAN-5): a list, not code.

    ``recipient_kind`` is the code under which the consent register knows this professional.
    """

    recipient_kind = models.SlugField("soort in het toestemmingenregister")

    extra_columns = ("recipient_kind",)

    class Meta(ReferenceModel.Meta):
        verbose_name = "soort professional"
        verbose_name_plural = "soorten professionals"


class ReceivedWay(models.TextChoices):
    """How it reached us; professionals have no sign-in of their own yet."""

    PHONE = "phone", "Telefoon"
    MEETING = "meeting", "Gesprek of overleg"
    SECURE_MAIL = "secure_mail", "Beveiligde e-mail"
    LETTER = "letter", "Brief"


class LegalItem(models.TextChoices):
    """What WMO 2.3.2 asks of an investigation: lid 4 a–g, and what is pointed out (lid 2, 3)."""

    NEEDS = "a", "a. Behoeften, kenmerken en voorkeuren"
    OWN_STRENGTH = "b", "b. Eigen kracht en gebruikelijke hulp"
    NETWORK = "c", "c. Mantelzorg en sociaal netwerk"
    CARER = "d", "d. Steun voor de mantelzorger"
    GENERAL = "e", "e. Algemene voorzieningen en activiteiten"
    COOPERATION = "f", "f. Samenwerking met andere organisaties"
    CONTRIBUTION = "g", "g. Eigen bijdrage"
    PLAN = "plan", "Gewezen op het persoonlijk plan"
    SUPPORT = "oco", "Gewezen op gratis cliëntondersteuning (OCO)"
