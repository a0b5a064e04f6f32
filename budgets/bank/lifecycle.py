"""The states of a line of the bank. See docs/lifecycles.md."""

from django.db import models

from common.lifecycle import Lifecycle, Step


class LineState(models.TextChoices):
    """Where a line stands."""

    OPEN = "open", "Zonder koppeling"
    MATCHED = "matched", "Gekoppeld"
    SET_ASIDE = "set_aside", "Opzij gelegd"


S = LineState
SETTLED = (S.MATCHED, S.SET_ASIDE)
"""In which nobody has to do anything any more."""
LIFECYCLE = Lifecycle(
    LineState,
    Step("match", "Koppelen", {S.OPEN}, S.MATCHED, "Het hele bedrag is verdeeld (BI-7)"),
    Step("split", "Deels koppelen", {S.OPEN}, S.OPEN, "De rest blijft zichtbaar (BI-7)"),
    Step("undo", "Koppeling terugdraaien", set(S), S.OPEN, "De koppeling was fout (BI-10)"),
    Step("set_aside", "Opzij leggen", {S.OPEN}, S.SET_ASIDE, "Met een reden (BI-9)"),
    Step("take_back", "Terughalen", {S.SET_ASIDE}, S.OPEN, "Toch nodig (BI-9)"),
)
