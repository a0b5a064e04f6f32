"""How a Dutch name sounds, written so that spellings of one sound are one text (H5).

"Meijer", "Meyer" and "Maier" are told apart by nobody who hears them, and neither is "Janssens"
from "Jansen". The libraries there are spell English, German or Danish; measured on the names of
``tests/cases/residents/test_sounds.py`` they miss half of these. The rules below are applied in
order to the words that tell people apart (``name_key``). Vowels stay, so that "Jansen" and
"Jensen" are two people; what is left out is what one cannot hear.
"""

import re

from cases.residents.recognition import name_key, search_key

LONGEST = 30
"""Characters of one sound; a longer one is the same from there on."""
SOUND_KEY_LENGTH = 2 * LONGEST + 1
LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "eu", "ł": "l", "đ": "d", "ı": "i"})
RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:vanden|vander|vande)(?=\w{3})", ""),  # written as one word
        (r"uij|uy|ui", "1"),
        (r"(?:[ea]?ij|[ea][iy])", "2"),
        (r"(?:ou|au)w?", "3"),
        (r"oe", "u"),
        (r"^y(?=[aeiou])", "j"),
        (r"y$|ie", "i"),
        (r"y", "2"),
        (r"ae", "a"),
        (r"sch$|ssch", "s"),
        (r"sch", "sg"),
        (r"chr", "kr"),
        (r"ch|gh", "g"),
        (r"ck|q", "k"),
        (r"c(?=[eiy2])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"ph|v", "f"),
        (r"th|dt", "t"),
        (r"z", "s"),
        (r"(?<=[^\W\daeiou])h|h(?![aeiou\d])", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=e[nr])s$", ""),
        (r"(?<=e)n$", ""),
        (r"d$", "t"),
        (r"b$", "p"),
    )
)


def sound_of(word: str) -> str:
    """One word of a name as it sounds; the same for every spelling of that sound."""
    sound = word.translate(LETTERS)
    for pattern, by in RULES:
        sound = pattern.sub(by, sound)
    return sound[:LONGEST]


def name_columns(name: str) -> dict[str, str]:
    """The columns that follow from a name: to search in, and how it sounds."""
    return {"search_key": search_key(name), "sound_key": sound_key(name)}


def sound_key(name: str) -> str:
    """The last name and the first one as they sound: "jansen piet" is "janse pit".

    With one word there is one sound; empty when there are no words.
    """
    words = name_key(name).split()
    return " ".join(sound_of(word) for word in (*words[-1:], *words[:-1][:1]))
