"""The states of a meldcode. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class CodeState(TextChoices):
    """Where a meldcode stands."""

    RUNNING = "running", "Loopt"
    DECIDED = "decided", "Besloten"
    ENDED = "ended", "Afgerond"


S = CodeState
LIFECYCLE = Lifecycle(
    CodeState,
    Step("note", "Stap vastleggen", {S.RUNNING}, S.RUNNING, why="MC-7: a step before the decision"),
    Step("add", "Stap aanvullen", {S.DECIDED}, S.DECIDED, why="MC-7: more became known"),
    Step("reweigh", "Opnieuw wegen", {S.DECIDED}, S.RUNNING, why="MC-11: a decision follows anew"),
    Step("decide", "Beslissen", {S.RUNNING, S.DECIDED}, S.DECIDED, why="MC-11: by a human"),
    Step("end", "Afronden", {S.DECIDED}, S.ENDED, why="MC-15: with an outcome"),
    Step("drop", "Afronden", {S.RUNNING}, S.ENDED, why="MC-15: no suspicion, or a mistake"),
)
