"""The lifecycle of a request, and of an advance once it is paid."""

from django.db import models

from common.lifecycle import Lifecycle, Step


class RequestState(models.TextChoices):
    """Where a request is."""

    WAITING = "waiting", "Te beslissen"
    APPROVED = "approved", "Gereserveerd"
    PAID = "paid", "Betaald"
    REFUSED = "refused", "Afgewezen"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    LAPSED = "lapsed", "Vervallen"


class AdvanceState(models.TextChoices):
    """Where an advance is, from the moment that it is paid."""

    NONE = "none", "Geen voorschot"
    OPEN = "open", "Staat open"
    REFUSED = "refused", "Geweigerd door het fonds"
    PROPOSED = "proposed", "Afboeken voorgesteld"
    REPAID = "repaid", "Terugbetaald"
    GIFT = "gift", "Omgezet in gift"
    WRITTEN_OFF = "written_off", "Afgeboekt"


S, A = RequestState, AdvanceState
LIFECYCLE = Lifecycle(
    RequestState,
    Step("approve", "Goedkeuren", {S.WAITING}, S.APPROVED, "Toekennen reserveert (MB-6)"),
    Step("refuse", "Afwijzen", {S.WAITING}, S.REFUSED, "Afwijzen met een reden (MB-6)"),
    Step("pass_up", "Doorzetten", {S.WAITING}, S.WAITING, "Een hogere beslisser (MB-5)"),
    Step("withdraw", "Intrekken", {S.WAITING, S.APPROVED}, S.WITHDRAWN, "De aanvrager (MB-8)"),
    Step("pay", "Betalen", {S.APPROVED}, S.PAID, "Hoogstens wat is gereserveerd (MB-7)"),
    Step("bounce", "Betaling terugdraaien", {S.PAID}, S.APPROVED, "Het geld kwam terug (MB-9)"),
    Step("lapse", "Vervallen", {S.APPROVED}, S.LAPSED, "Na zestig dagen (MB-10)"),
)
UNSETTLED = (A.OPEN, A.PROPOSED, A.REFUSED)  # in this order in a constraint: not a set
ADVANCE_LIFECYCLE = Lifecycle(
    AdvanceState,
    Step("begin", "Openzetten", {A.NONE}, A.OPEN, "Bij het betalen (MB-11)"),
    Step("undo", "Betaling terugdraaien", {A.OPEN}, A.NONE, "Het geld kwam terug (MB-9)"),
    Step(
        "finish", "Terugbetaling vastleggen", set(UNSETTLED), A.REPAID, "Alles kwam terug (MB-12)"
    ),
    Step("deny", "Weigering vastleggen", {A.OPEN}, A.REFUSED, "Het fonds weigert (MB-13)"),
    Step("give", "Omzetten in gift", {A.REFUSED}, A.GIFT, "Na een weigering (MB-13)"),
    Step("plan", "Regeling afspreken", {A.REFUSED}, A.OPEN, "Iemand anders betaalt (MB-13)"),
    Step("propose", "Afboeken", {A.OPEN, A.REFUSED}, A.PROPOSED, "Eerste handtekening (MB-14)"),
    Step("keep", "Niet afboeken", {A.PROPOSED}, A.OPEN, "De tweede wil niet (MB-14)"),
    Step("write_off", "Afboeken", {A.PROPOSED}, A.WRITTEN_OFF, "Tweede handtekening (MB-14)"),
)
