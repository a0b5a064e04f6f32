"""The events of the profile of a cluster, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "profile.read": ("Profiel van cluster gelezen", "las het profiel van {0}"),
    "profile.people_read": ("Medewerkers in profiel gelezen", "las wie er werken in {0}"),
    "profile.set": ("Wens in profiel vastgelegd", "legde {0} vast"),
    "profile.withdrawn": ("Wens in profiel vervallen", "liet {0} vervallen"),
}
