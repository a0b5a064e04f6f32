"""Dossiers of the test city: new, full, closed, of somebody else, and with very long texts."""

import uuid
from datetime import timedelta

from django.utils import timezone

from cases.dossiers import services
from cases.dossiers.models import Outcome, ResidentFile
from cases.models import CallbackRequest, LifeDomain
from clusters.models import Team
from tests.factories.cases import CallbackFactory, ResidentFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, TEAM, City

ME, COLLEAGUE = "handler", "team_worker"
HOUR = timedelta(hours=1)


def furnish(city: City) -> None:
    """Open them; ``city.things`` knows them by name."""
    things = city.things
    for number, name in enumerate(("new", "full", "busy", "closed", "faults")):
        things[f"file-{name}"] = _opened(city, f"Inwoner D{number}").pk
    long = _opened(city, LONG_NAME, words=LONG_WORD[:4000])
    things["file-long"] = long.pk
    services.write_safety(file_id=long.pk, words=LONG_WORD[:1000], version=1, by=city.people[ME])
    things["file-resident"] = _callback(city, "Inwoner zonder dossier").resident_id
    _fill(city, things["file-full"])
    full = ResidentFile.objects.get(pk=things["file-full"])
    things["file-question"] = [full.pk, full.questions.filter(outcome="").first().pk]
    services.write_safety(
        file_id=things["file-faults"], words="Bel eerst aan.", version=1, by=city.people[ME]
    )
    _close(city, things["file-closed"])
    _relate(city)


def _relate(city: City) -> None:
    """Two dossiers of one household, and a colleague who wrote after my last look."""
    me, files = city.people[ME], ResidentFile.objects
    full = files.get(pk=city.things["file-full"])
    made = services.relate_files(
        file_id=full.pk,
        other_id=city.things["file-busy"],
        kind="partner",
        reason="Ze wonen samen.",
        by=me,
    )
    city.things["file-relation"] = [full.pk, made.pk]
    before = timezone.now() - HOUR
    services.create_look(file_id=full.pk, since=before, by=me, at=before)
    services.write_note(
        submission_key=uuid.uuid4(),
        file_id=full.pk,
        words="De huur is betaald.",
        by=city.people[COLLEAGUE],
    )


def _callback(city: City, name: str) -> CallbackRequest:
    """Somebody whose open request is on my desk."""
    team = Team.objects.get(code=TEAM)
    resident = ResidentFactory(name=name)
    return CallbackFactory(resident=resident, team=team, handler=city.people[ME], claimed=True)


def _opened(city: City, name: str, words: str = "Ik kom niet rond.") -> ResidentFile:
    callback = _callback(city, name)
    return services.open_file(
        submission_key=uuid.uuid4(),
        resident_id=callback.resident_id,
        team_id=callback.team_id,
        domain=LifeDomain.objects.get(code="geld"),
        words=words,
        by=city.people[ME],
        at=timezone.now() - 2 * HOUR,
    )


def _fill(city: City, number: int) -> None:
    """Two questions more, one of them solved; a colleague, notes, and what stands on top."""
    by = city.people[ME]
    own = {"file_id": number, "by": by}
    for code, words in (("netwerk", "Ik wil vaker iemand zien."), ("wonen", RTL)):
        services.add_question(
            submission_key=uuid.uuid4(),
            domain=LifeDomain.objects.get(code=code),
            words=words,
            **own,
        )
    solved = ResidentFile.objects.get(pk=number).questions.get(domain__code="netwerk")
    services.close_question(
        question_id=solved.pk,
        outcome=Outcome.VOLUNTEER,
        words="Elke woensdag komt een maatje langs.",
        **own,
    )
    services.add_colleague(employee=city.people[COLLEAGUE], role="helper", until=None, **own)
    for words in ("Gebeld, niet thuis.", "Samen de post geopend.\nWe bellen vrijdag weer."):
        services.write_note(submission_key=uuid.uuid4(), words=words, **own)
    services.write_safety(words="De hond bijt. Bel eerst aan.", version=1, **own)


def _close(city: City, number: int) -> None:
    own = {"file_id": number, "by": city.people[ME]}
    file = ResidentFile.objects.get(pk=number)
    services.close_question(
        question_id=file.questions.get().pk,
        outcome=Outcome.OWN_STRENGTH,
        words="De inwoner regelt het nu zelf.",
        **own,
    )
    services.close_file(words="Het gaat goed.", **own)
