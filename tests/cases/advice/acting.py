"""The acts on an adviesvraag as the tests ask for them."""

import uuid

from cases.advice import services
from cases.advice.models import AdviceWish, Recipient, Sharing
from cases.models import RecipientKind
from tests.cases.advice.conftest import seat


def to(person):
    return Recipient(seat(person))


def outside(code="huisarts", name="D. Dokter", organisation="Praktijk Haven"):
    return Recipient(None, RecipientKind.objects.get(code=code), name, organisation)


def ask(file, by, recipient, words="Wat raad je aan?", **own):
    sharing = {name: own.pop(name) for name in ("data", "by_law", "reason") if name in own}
    key = own.pop("submission_key", None) or uuid.uuid4()
    wish = {"kind": "consult", "words": words} | own
    return services.ask_advice(
        submission_key=key,
        file_id=file.pk,
        recipient=recipient,
        wish=AdviceWish(**wish),
        sharing=Sharing(**sharing),
        by=by,
    )


def answer(advice, by, words="Bel de praktijk."):
    return services.answer_advice(advice_id=advice.pk, words=words, by=by)


def withdraw(advice, by, words="Niet meer nodig."):
    return services.withdraw_advice(advice_id=advice.pk, words=words, by=by)


def read(advice, by):
    return services.read_advice(advice_id=advice.pk, by=by)
