"""The events of plans, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "plan.read": ("Plan gelezen", "las het plan van {0}"),
    "plan.printed": ("Plan voor de inwoner", "opende de afdruk van het plan van {0}"),
    "plan.started": ("Plan begonnen", "begon {0}"),
    "plan.members_changed": ("Huishouden van het plan", "wijzigde voor wie {0} is"),
    "plan.agreed": ("Akkoord met het plan", "legde akkoord vast bij {0}"),
    "plan.goal_added": ("Doel toegevoegd", "schreef {0} op"),
    "plan.goal_changed": ("Doel gewijzigd", "wijzigde {0}"),
    "plan.goal_ended": ("Doel beëindigd", "beëindigde {0}"),
    "plan.action_added": ("Actie toegevoegd", "schreef {0} op"),
    "plan.action_changed": ("Actie gewijzigd", "wijzigde {0}"),
    "plan.action_moved": ("Stand van een actie", "wijzigde de stand van {0}"),
    "plan.evaluation_planned": ("Evaluatie gepland", "plande {0}"),
    "plan.evaluation_held": ("Evaluatie vastgelegd", "legde {0} vast"),
    "plan.evaluation_dropped": ("Evaluatie niet doorgegaan", "liet {0} niet doorgaan"),
}
