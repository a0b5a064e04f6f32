"""The events of dossiers, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "file.listed": ("Lijst met dossiers gelezen", "las een lijst met dossiers"),
    "file.prepared": ("Dossier voorbereid", "begon een dossier te openen voor {0}"),
    "file.opened": ("Dossier geopend", "opende {0}"),
    "file.read": ("Dossier gelezen", "las {0}"),
    "file.question_added": ("Hulpvraag toegevoegd", "schreef {0} op"),
    "file.question_closed": ("Hulpvraag afgesloten", "sloot {0} af"),
    "file.noted": ("Notitie in dossier", "schreef {0}"),
    "file.safety_changed": ("“Let op” gewijzigd", "wijzigde wat bovenaan {0} staat"),
    "file.characterised": ("Complexiteit en inzet gewijzigd", "zei hoe ingewikkeld {0} is"),
    "file.direction_transferred": ("Casusregie overgedragen", "droeg de casusregie van {0} over"),
    "file.colleague_added": ("Collega werkt mee", "liet een collega meewerken in {0}"),
    "file.colleague_ended": ("Collega werkt niet meer mee", "liet een collega stoppen in {0}"),
    "file.searched": ("Gezocht in dossier", "zocht in {0}"),
    "file.relations_read": ("Verwante dossiers gelezen", "las welke dossiers horen bij {0}"),
    "file.related": ("Dossiers gekoppeld", "koppelde een ander dossier aan {0}"),
    "file.unrelated": ("Dossiers losgekoppeld", "koppelde een ander dossier los van {0}"),
    "file.closed": ("Dossier afgesloten", "sloot {0} af"),
}
