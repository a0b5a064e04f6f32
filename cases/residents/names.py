"""How the BRP writes a name and greets somebody: prefixes, the name of a partner, one name only.

Never derived from a first name: who a letter greets as "heer" or "mevrouw" is the gender
designation, and without one the BRP greets with initials.
"""

from dataclasses import dataclass
from enum import StrEnum

DIGRAPH = "ij"
NOBODY = "bewoner"


class NameUse(StrEnum):
    """Naamgebruik: which surname somebody goes by (BRP 61.10)."""

    OWN = "E"
    PARTNER = "P"
    PARTNER_FIRST = "V"
    OWN_FIRST = "N"


class Gender(StrEnum):
    """Geslachtsaanduiding: how a letter greets somebody."""

    MAN = "M"
    WOMAN = "V"
    UNKNOWN = "O"


NAME_USES = (
    (NameUse.OWN.value, "Eigen naam"),
    (NameUse.PARTNER.value, "Naam van de partner"),
    (NameUse.PARTNER_FIRST.value, "Naam van de partner, dan de eigen naam"),
    (NameUse.OWN_FIRST.value, "Eigen naam, dan de naam van de partner"),
)
GENDERS = (
    (Gender.MAN.value, "Man (heer)"),
    (Gender.WOMAN.value, "Vrouw (mevrouw)"),
    (Gender.UNKNOWN.value, "Onbekend of liever geen"),
)
GREETINGS = {Gender.MAN: "heer", Gender.WOMAN: "mevrouw"}


@dataclass(frozen=True)
class Names:
    """A name as the BRP knows it; ``given_names`` is empty for somebody with one name only."""

    given_names: str = ""
    prefix: str = ""
    family_name: str = ""
    partner_prefix: str = ""
    partner_name: str = ""
    name_use: str = NameUse.OWN
    gender: str = Gender.UNKNOWN
    form_of_address: str = ""

    @property
    def are_known(self) -> bool:
        """Whether there is a name to write: a family name, or a partner's that is used alone."""
        return bool(self.family_name or (self.partner_name and self.name_use == NameUse.PARTNER))

    @property
    def surname(self) -> str:
        """The surname somebody goes by; without a known partner that is their own."""
        own = joined(self.prefix, self.family_name)
        partner = joined(self.partner_prefix, self.partner_name)
        if not self.partner_name or not self.family_name:
            return own if self.family_name else partner
        return {
            NameUse.PARTNER: partner,
            NameUse.PARTNER_FIRST: f"{partner}-{own}",
            NameUse.OWN_FIRST: f"{own}-{partner}",
        }.get(NameUse(self.name_use), own)

    @property
    def full_name(self) -> str:
        """What lists show: all given names and the surname somebody goes by."""
        return f"{self.given_names} {self.surname}".strip()

    def fitting(self, most: int) -> str:
        """The full name in at most so many characters: with initials, without, or cut off."""
        letters = initials(self.given_names)
        for name in (self.full_name, f"{letters} {self.surname}".strip(), self.surname):
            if len(name) <= most:
                return name
        return f"{self.surname[: most - 1]}…"

    @property
    def salutation(self) -> str:
        """The first line of a letter, without a comma."""
        if self.form_of_address:
            return f"Geachte {self.form_of_address}"
        if not self.surname:
            return " ".join(["Geachte", GREETINGS.get(Gender(self.gender), NOBODY)])
        if self.gender != Gender.UNKNOWN:
            return f"Geachte {GREETINGS[Gender(self.gender)]} {capital(self.surname)}"
        letters = initials(self.given_names)
        return (
            f"Geachte {letters} {self.surname}" if letters else f"Geachte {capital(self.surname)}"
        )


def joined(prefix: str, name: str) -> str:
    """A voorvoegsel before a name; one that ends in an apostrophe ("d'") stands against it."""
    if not prefix:
        return name
    return f"{prefix}{name}" if prefix.endswith(("'", "’")) else f"{prefix} {name}"


def capital(surname: str) -> str:
    """A surname that begins a name: "Van Puffelen"; an apostrophe ("'t Hart") has no capital."""
    return surname[:1].upper() + surname[1:]


def initials(given_names: str) -> str:
    """ "Johan IJsbrand" as "J.IJ."."""
    return "".join(_initial(name) for name in given_names.split())


def _initial(name: str) -> str:
    size = len(DIGRAPH) if name.casefold().startswith(DIGRAPH) else 1
    return f"{name[:size].upper()}."
