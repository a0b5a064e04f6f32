"""Whether two callers are the same person, by what they tell; nothing here is searched for.

A name counts without salutation, initials and voorvoegsels, without accents and capitals:
"Mw. A. van der Berg" and "Anja van den Berg" are told apart from "Dhr. Berger", not from each
other. One fact is never enough (H6): a name goes with a number or a postcode.
"""

import hashlib
import unicodedata

SALUTATIONS = frozenset(
    ("mw", "mevr", "mevrouw", "dhr", "heer", "meneer", "mijnheer", "familie", "fam")
)
SEARCH_KEY_LENGTH = 400
ARTICLES = ("de", "den", "der", "el", "al", "het", "te", "ten", "ter")
PREFIXES = frozenset((*ARTICLES, "aan", "bij", "tot", "uit", "van", "vanden", "vander"))


def name_key(name: str) -> str:
    """The words of a name that tell people apart, in order; empty when there are none."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(
        char if char.isalnum() else " " for char in plain if not unicodedata.combining(char)
    )
    words = [word for word in letters.split() if word not in SALUTATIONS | PREFIXES]
    return " ".join(word for word in words if len(word) > 1 or not word.isascii())


def same_name(told: str, known: str) -> bool:
    """Whether ``told`` can be the person we know as ``known``: the last name, and no other first.

    A first name alone is nobody.
    """
    one, other = name_key(told).split(), name_key(known).split()
    if not one or not other or one[-1] != other[-1]:
        return False
    return set(one) <= set(other) or set(other) <= set(one)


def caller_mark(phone: str, name: str) -> str | None:
    """The same mark for the same number and name; None when there is no name to tell by."""
    key = name_key(name)
    if not key or not phone:
        return None
    return hashlib.sha256(f"{phone}|{key}".encode()).hexdigest()


def search_key(name: str) -> str:
    """The words of a name to search in, each after a space: " anja berg vries"."""
    words = name_key(name)
    return f" {words}"[:SEARCH_KEY_LENGTH] if words else ""
