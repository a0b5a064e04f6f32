"""Adviesvragen in the demo city: one that waits, one with an answer, and one to W&I (KET-1)."""

import uuid
from datetime import datetime, timedelta

from cases.advice import services
from cases.advice.advisers import memberships_of_advisers, works_in_team
from cases.advice.models import AdviceKind, AdviceRequest, AdviceWish, Recipient, Sharing
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import ResidentFile
from cases.models import RecipientKind
from clusters.models import Membership, TeamKind, User
from common.deadlines import local_day

HOUR = timedelta(hours=1)
WORDS = (
    "Iemand wil geen hulp binnenlaten en zegt dat de buren meeluisteren. Hoe begin je het gesprek?",
    "Er is al drie keer uitstel van betaling gevraagd. Wat kan er nog, en wie vraagt dat aan?",
    "Kun je volgende week mee op huisbezoek? Ik wil weten of begeleiding aan huis past.",
)
ANSWER = "Begin bij wat deze persoon zelf wil bespreken. Ga niet in discussie over de buren."


def create_advices(*, now: datetime) -> None:
    """Three dossiers of wijkteams with advice: of a colleague, of the SST, and of W&I."""
    files = ResidentFile.objects.open().filter(team__kind=TeamKind.WIJKTEAM)
    rows = files.select_related("director", "team", "resident").order_by("opened_at", "pk")
    for number, file in enumerate(rows[: len(WORDS)]):
        advice = _ask(number, file, now)
        if number == 1:
            services.answer_advice(
                advice_id=advice.pk, words=ANSWER, by=_acting(advice.adviser), at=now - HOUR / 3
            )


def _ask(number: int, file: ResidentFile, now: datetime) -> AdviceRequest:
    who = _colleague(file, now) if number < 2 else None
    if who is None:
        kind = RecipientKind.objects.get(code="wi")
        recipient = Recipient(None, kind, "M. Verhoeven", "Gemeente, afdeling Werk en Inkomen")
    else:
        recipient = Recipient(who)
    kind_of_question = AdviceKind.VISIT if number == 2 else AdviceKind.CONSULT
    return services.ask_advice(
        submission_key=uuid.uuid5(NAMESPACE, f"advice:{number}"),
        file_id=file.pk,
        recipient=recipient,
        wish=AdviceWish(kind_of_question, WORDS[number], is_anonymous=True),
        sharing=Sharing(),
        by=file.director,
        at=now - HOUR / 2,
    )


def _colleague(file: ResidentFile, now: datetime) -> Membership | None:
    """Somebody of the team when there is one, else of the SST or the Stadhuis."""
    found = memberships_of_advisers(file, local_day(now)).exclude(user=file.director)
    rows = found.select_related("user", "team").order_by("pk")
    return min(rows, key=lambda row: (not works_in_team(row, file), row.pk), default=None)


def _acting(person: User | None) -> User:
    assert person is not None  # noqa: S101 - asked of a colleague just now
    return User.objects.get(pk=person.pk)
