"""The events of tasks in dossiers, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "task.listed": ("Taken gelezen", "las de taken van {0}"),
    "task.added": ("Taak toegevoegd", "schreef {0} op"),
    "task.finished": ("Taak gedaan", "rondde {0} af"),
    "task.dropped": ("Taak vervallen", "liet {0} vervallen"),
    "task.assigning": ("Taak zonder eigenaar bekeken", "bekeek een taak zonder eigenaar in {0}"),
    "task.handed": ("Taak overgedragen", "droeg {0} over"),
    "task.inherited": ("Taak naar casusregisseur", "gaf {0} aan de casusregisseur"),
    "task.moved": ("Taak naar een andere dag", "gaf {0} een andere dag"),
}
