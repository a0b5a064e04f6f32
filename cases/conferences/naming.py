"""Words that go to others about somebody without a name say nothing of whom it is (CT-9)."""

from cases.advice.anonymity import given_away
from cases.dossiers.models import ResidentFile
from common.errors import RuleViolation


def must_not_tell(file: ResidentFile, words: str, *, field: str) -> None:
    """Raises RuleViolation when the words give a name, a number or a postcode away."""
    who = file.resident
    found = given_away(words, name=who.name, phone=who.phone, postcode=who.postcode)
    if found:
        raise RuleViolation(
            f"Hier staat {found}. Haal dat weg: dit punt wordt anoniem besproken.", field=field
        )
