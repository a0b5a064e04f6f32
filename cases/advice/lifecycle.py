"""The states of an adviesvraag. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class AdviceState(TextChoices):
    """Where an adviesvraag stands."""

    ASKED = "asked", "Gevraagd"
    ANSWERED = "answered", "Beantwoord"
    READ = "read", "Antwoord gelezen"
    WITHDRAWN = "withdrawn", "Ingetrokken"


S = AdviceState
LIFECYCLE = Lifecycle(
    AdviceState,
    Step("answer", "Beantwoorden", {S.ASKED}, S.ANSWERED, why="AV-7: by who was asked"),
    Step("note", "Antwoord noteren", {S.ASKED}, S.READ, why="AV-7: of somebody without account"),
    Step("read", "Gelezen", {S.ANSWERED}, S.READ, why="AV-9: who asked knows the answer"),
    Step("withdraw", "Intrekken", {S.ASKED}, S.WITHDRAWN, why="AV-8: it is not needed any more"),
)
