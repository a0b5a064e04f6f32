"""Who signs and decides for somebody: by age, and by who represents them (IK-8).

Under twelve the parent or guardian; from twelve until sixteen together; from sixteen oneself. A
mentor or curator decides about care and personal matters, a bewindvoerder about money only, and a
gemachtigde as far as the resident wrote down. Of an age that is not sure, the youngest counts.
"""

from collections.abc import Collection

SIGNS_TOGETHER, SIGNS_ALONE, ADULT = 12, 16, 18
PARENTAL = ("parent_guardian", "guardian")
CARE = {"mentor": "de mentor", "curator": "de curator"}
UNKNOWN = "De leeftijd is onbekend: vraag die, of vraag wie er met de inwoner tekent."


def who_signs(ages: tuple[int, int] | None, roles: Collection[str]) -> list[str]:
    """What a worker must know before asking for a signature; ``roles`` are those of today."""
    lines = [_by_age(ages, roles)]
    lines += [
        f"Over zorg en persoonlijke zaken beslist {CARE[role]}." for role in CARE.keys() & roles
    ]
    if "administrator" in roles:
        lines.append("Over geld beslist de bewindvoerder.")
    if "proxy" in roles:
        lines.append("De gemachtigde mag tekenen, zover de machtiging gaat.")
    return lines


def is_minor(ages: tuple[int, int] | None) -> bool:
    """Whether somebody can be under eighteen; an unknown age is not known to be adult."""
    return ages is None or ages[0] < ADULT


def _by_age(ages: tuple[int, int] | None, roles: Collection[str]) -> str:
    if ages is None:
        return UNKNOWN
    known = bool(set(PARENTAL) & set(roles))
    parent = "een ouder of voogd" if known else "een ouder of voogd (nog niet vastgelegd)"
    if ages[0] < SIGNS_TOGETHER:
        return f"Jonger dan twaalf: {parent} tekent."
    if ages[0] < SIGNS_ALONE:
        return f"Twaalf tot zestien: de inwoner tekent, en {parent} ook."
    return "De inwoner tekent zelf."
