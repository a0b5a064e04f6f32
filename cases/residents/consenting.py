"""Who must give a consent: by age on the day it is given, and by who represents (WMO 5.3.3 lid 2).

Under twelve the parent or guardian, from twelve until sixteen both, from sixteen the resident, and
with a mentor or curator that mentor or curator. Of an age that is not sure the youngest counts;
when that leaves a choice, what is right at either age. A proxy or bewindvoerder gives no consent.
"""

from collections.abc import Collection

from cases.residents.models.consents import Giver
from cases.residents.signing import CARE, PARENTAL, SIGNS_ALONE, SIGNS_TOGETHER

AGE_FIRST = (
    "De leeftijd bepaalt wie toestemming geeft. Vul eerst de geboortedatum in bij de gegevens van "
    "de inwoner; alleen het jaar is genoeg, en “onbekend” mag ook."
)
WHO_SAYS: dict[str, str] = {
    "child": "Deze inwoner is jonger dan twaalf: een ouder of voogd geeft toestemming.",
    "young": "Deze inwoner is twaalf tot zestien: de inwoner en een ouder of voogd geven samen "
    "toestemming.",
    "doubt": "Deze inwoner is misschien al twaalf: de inwoner en een ouder of voogd geven samen "
    "toestemming.",
    "cared": "Er is een mentor of curator: die geeft toestemming.",
    "grown": "Deze inwoner is zestien of ouder en geeft zelf toestemming.",
}
MAY_GIVE: dict[str, tuple[Giver, ...]] = {
    "child": (Giver.REPRESENTATIVE, Giver.BOTH),
    "young": (Giver.BOTH,),
    "doubt": (Giver.BOTH,),
    "cared": (Giver.REPRESENTATIVE, Giver.BOTH),
    "grown": (Giver.RESIDENT,),
}


def who_consents(ages: tuple[int, int] | None, roles: Collection[str]) -> str:
    """The key of the rule for somebody of these ages with these representatives; see WHO_SAYS.

    Somebody of whom nobody knows the year of birth counts as grown: the worker sees the person.
    """
    if ages is not None and ages[0] < SIGNS_TOGETHER:
        return "child" if ages[1] < SIGNS_TOGETHER else "doubt"
    if ages is not None and ages[0] < SIGNS_ALONE:
        return "young"
    return "cared" if CARE.keys() & set(roles) else "grown"


def roles_that_consent(rule: str) -> frozenset[str]:
    """As what somebody can give a consent for the resident under this rule."""
    if rule == "cared":
        return frozenset(CARE)
    return frozenset() if rule == "grown" else frozenset(str(role) for role in PARENTAL)
