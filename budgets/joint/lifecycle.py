"""The lifecycle of the joint budget of a year."""

from django.db import models

from common.lifecycle import Lifecycle, Step


class PlanState(models.TextChoices):
    """Whether the partners decided about it."""

    DRAFT = "draft", "Concept"
    ADOPTED = "adopted", "Vastgesteld"


P = PlanState
LIFECYCLE = Lifecycle(
    PlanState,
    Step("adopt", "Vaststellen", {P.DRAFT}, P.ADOPTED, "Met besluit en datum (GJ-5)"),
)
