"""The events of the organisation and the profiles of its clusters, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "organisation.imported": ("Organisatie ingelezen", "las de organisatie in"),
    "postcodes.imported": ("Postcodes ingelezen", "las de postcodetabel in"),
    "assignment.created": ("Toewijzing gemaakt", "maakte {0}"),
    "assignment.ended": ("Toewijzing beëindigd", "beëindigde {0}"),
    "role.created": ("Rol gegeven", "gaf {0}"),
    "role.ended": ("Rol beëindigd", "beëindigde {0}"),
    "organisation.created": ("Organisatie op de sociale kaart", "zette {0} op de sociale kaart"),
    "organisation.changed": ("Organisatie gewijzigd", "wijzigde {0}"),
    "profile.read": ("Profiel van cluster gelezen", "las het profiel van {0}"),
    "profile.people_read": ("Medewerkers in profiel gelezen", "las wie er werken in {0}"),
    "profile.set": ("Wens in profiel vastgelegd", "legde {0} vast"),
    "profile.withdrawn": ("Wens in profiel vervallen", "liet {0} vervallen"),
}
