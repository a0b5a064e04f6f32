"""Dossiers of the demo city: of the residents with whom somebody talked (GES-4)."""

import uuid
from datetime import datetime, timedelta

from cases.demo.talks import NAMESPACE
from cases.dossiers import services
from cases.dossiers.models import Outcome, RelationKind, ResidentFile
from cases.models import KitchenTableTalk, LifeDomain
from clusters.models import User

HOUR = timedelta(hours=1)
NOTES = (
    "Gebeld met de inwoner. De post is samen geopend; er ligt geen aanmaning.",
    "De buurvrouw wil twee keer per week boodschappen blijven doen.",
)


def create_files(*, now: datetime) -> None:
    """A dossier for each talk that was held, with what happened since."""
    talks = KitchenTableTalk.objects.exclude(held_at=None).select_related("notification__handler")
    for number, talk in enumerate(talks.order_by("starts_at", "pk")):
        handler = talk.notification.handler
        if handler is not None:
            _fill(_opened(number, talk, handler, now), number, handler, now)
    _relate(now)


def _opened(number: int, talk: KitchenTableTalk, by: User, now: datetime) -> ResidentFile:
    return services.open_file(
        submission_key=_key(number, "file"),
        resident_id=talk.resident_id,
        team_id=talk.notification.team_id,
        domain=LifeDomain.objects.get(code="wonen"),
        words=talk.notification.question,
        notification_id=talk.notification_id,
        by=by,
        at=now - 3 * HOUR,
    )


def _fill(file: ResidentFile, number: int, by: User, now: datetime) -> None:
    """Notes, a question that was solved informally, and a warning on the first one."""
    for each, words in enumerate(NOTES):
        key = _key(number, f"note-{each}")
        at = now - 2 * HOUR + each * timedelta(minutes=10)
        services.write_note(submission_key=key, file_id=file.pk, words=words, by=by, at=at)
    question = services.add_question(
        submission_key=_key(number, "question"),
        file_id=file.pk,
        domain=LifeDomain.objects.get(code="netwerk"),
        words="Ik wil weer eens onder de mensen komen.",
        by=by,
        at=now - HOUR,
    )
    if number:
        return
    services.close_question(
        file_id=file.pk,
        question_id=question.pk,
        outcome=Outcome.GENERAL,
        words="Gaat op dinsdag naar de eettafel in het buurthuis.",
        by=by,
        at=now - HOUR / 2,
    )
    services.write_safety(
        file_id=file.pk, words="De bel is kapot: klop op het raam.", version=1, by=by, at=now
    )


def _relate(now: datetime) -> None:
    """Two dossiers of one casusregisseur belong to one household."""
    for file in ResidentFile.objects.open().select_related("director").order_by("pk"):
        others = ResidentFile.objects.open().filter(director=file.director, team=file.team)
        other = others.exclude(resident=file.resident).order_by("pk").first()
        if other is None:
            continue
        services.relate_files(
            file_id=file.pk,
            other_id=other.pk,
            kind=RelationKind.HOUSEHOLD,
            reason="Ze wonen samen; de gesprekken gaan over hetzelfde huishouden.",
            by=file.director,
            at=now,
        )
        return


def _key(number: int, what: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"file:{number}:{what}")
