"""The acts on a match request as the tests ask for them."""

import uuid

from cases.matching import services
from cases.matching.models import Wish
from tests.factories.cases import MONDAY

TODAY = MONDAY.date()


def ask(question, by, asked_of, **own):
    told = {"submission_key": uuid.uuid4(), "urgency": "normal", "wish": Wish("Een maatje.")}
    return services.ask_match(
        file_id=question.file_id,
        question_id=own.pop("question_id", question.pk),
        asked_of=asked_of,
        by=by,
        **told | own,
    )


def take(match, by):
    return services.take_match(match_id=match.pk, by=by)


def find(match, by, matched_with="De Schoor", first_contact_on=TODAY, **own):
    return services.find_match(
        match_id=match.pk,
        matched_with=matched_with,
        first_contact_on=first_contact_on,
        by=by,
        **own,
    )


def refuse(match, by, reason="nobody", **own):
    return services.refuse_match(match_id=match.pk, reason=reason, by=by, **own)


def withdraw(match, by, words="Niet meer nodig."):
    return services.withdraw_match(match_id=match.pk, words=words, by=by)


def follow_up(match, by, came=True, **own):
    return services.follow_up_match(match_id=match.pk, came=came, by=by, **own)
