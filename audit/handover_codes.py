"""The events of hand-overs, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "handover.listed": ("Lijst met overdrachten gelezen", "las een lijst overdrachten"),
    "handover.read": ("Overdracht gelezen", "las {0}"),
    "handover.drafted": ("Overdracht voorbereid", "schreef aan {0}"),
    "handover.offered": ("Overdracht aangeboden", "bood {0} aan"),
    "handover.asked": ("Toelichting gevraagd", "vroeg toelichting op {0}"),
    "handover.explained": ("Toelichting gegeven", "lichtte {0} toe"),
    "handover.accepted": ("Overdracht aanvaard", "aanvaardde {0}"),
    "handover.refused": ("Overdracht geweigerd", "weigerde {0}"),
    "handover.withdrawn": ("Overdracht ingetrokken", "trok {0} in"),
    "handover.expired": ("Overdracht verlopen", "kreeg {0} terug zonder antwoord"),
    "handover.unagreed": ("Akkoord ingetrokken", "legde vast dat het akkoord verviel bij {0}"),
    "handover.opened_early": ("Dossier vóór de overdracht geopend", "opende het dossier van {0}"),
    "handover.seen": ("Teruggekomen overdracht gezien", "zag dat {0} terugkwam"),
    "handover.late_note": ("Aanvulling na de overdracht", "schreef een aanvulling in {0}"),
}
