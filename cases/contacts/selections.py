"""The selections of questions: a figure counts and a list shows the very same rows.

A condition names columns that a question and a summary row of the dashboard both have, so that
the same condition counts either of them (design 9).
"""

from dataclasses import dataclass

from django.db.models import Q

from cases.contacts.models import SOLVED, QuestionResult

WRONG_NUMBER = Q(result=QuestionResult.WRONG_NUMBER)
IN_ONE_CALL = Q(result__in=SOLVED)


@dataclass(frozen=True)
class QuestionSelection:
    """A named set of questions: the words on screen and its condition."""

    label: str
    condition: Q


SELECTIONS: dict[str, QuestionSelection] = {
    "telt": QuestionSelection("Alle, zonder verkeerd verbonden", ~WRONG_NUMBER),
    "ja": QuestionSelection("Ja, in één gesprek", IN_ONE_CALL),
    "nee": QuestionSelection("Nee", ~WRONG_NUMBER & ~IN_ONE_CALL),
}
"""Whether a question was solved in one call; a wrong number is not a question (TEL-7)."""
