"""Aanvragen of the test city: in every state, late, waiting, and with very long texts."""

import uuid
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from cases.decisions import services
from cases.decisions.letter import decision_letter
from cases.decisions.models import Application, Decision, Provision
from cases.decisions.services import Draft, Granted, Received
from cases.decisions.term_letter import pause_letter
from cases.intakes.letter import stamp_of
from cases.models import Product, Provider
from clusters.models import Team
from tests.factories.cases import CallbackFactory, ResidentFactory
from tests.factories.decisions import ApplicationFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.mandates import MandateFactory, ProductFactory, ProviderFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, TEAM, City

ME, COLLEAGUE = "handler", "team_worker"
DAY = timedelta(days=1)


def furnish(city: City) -> None:
    """Make them; ``city.things`` knows them by name."""
    product = ProductFactory(code="02A03", label="Begeleiding individueel")
    ProviderFactory(code="thuis", label="Thuishulp")
    lone = ProductFactory(code="08A01", label="Woningaanpassing")
    MandateFactory(holder=city.people[ME], products=[product], may_refuse=True, reference="M 1")
    second = MandateFactory(holder=city.people[COLLEAGUE], products=[product], reference="M 2")
    things = city.things
    things["mandate-second"] = second.pk
    for name in (
        "new",
        "ready",
        "lacking",
        "decided",
        "sent",
        "faults",
        "paused",
        "told",
        "delayed",
        "offered",
        "changing",
    ):
        things[f"application-{name}"] = _applied(city, f"Inwoner A-{name}").pk
    long = _applied(city, LONG_NAME, words=LONG_WORD[:9000])
    things["application-long"] = long.pk
    things["application-late"] = _applied(city, "Inwoner te laat", days=40).pk
    things["application-melding"] = _melding(city, "Inwoner zonder aanvraag").pk
    _write(city, things["application-lacking"], lone)
    for name in ("ready", "decided", "sent", "offered", "changing"):
        _write(city, things[f"application-{name}"], product)
    _pause(city)
    _finish(city)
    _change(city)


def _melding(city: City, name: str) -> object:
    """A melding of somebody whose open request is on my desk too."""
    own = {"team": Team.objects.get(code=TEAM), "handler": city.people[ME]}
    resident = ResidentFactory(name=name)
    CallbackFactory(resident=resident, claimed=True, **own)
    day = timezone.localdate() - 60 * DAY
    return NotificationFactory(resident=resident, received_on=day, investigated=True, **own)


def _applied(city: City, name: str, *, words: str = "", days: int = 2) -> Application:
    made: Application = ApplicationFactory(
        melding=_melding(city, name), received_on=timezone.localdate() - days * DAY
    )
    made.report.sent_on = made.received_on
    made.report.save(update_fields=["sent_on"])
    if words:
        _draft(city, made.pk, words)
    return made


def _draft(city: City, number: int, words: str) -> None:
    draft = Draft("granted", "", "", None, timezone.localdate() + 300 * DAY, words)
    services.save_draft(application_id=number, draft=draft, version=0, by=city.people[ME])


def _write(city: City, number: int, product: Product) -> None:
    """A draft that grants one product."""
    _draft(city, number, f"U redt de administratie niet alleen.\n\n{RTL}")
    today = timezone.localdate()
    granted = Granted(
        product=product,
        is_granted=True,
        volume=Decimal("2.5"),
        frequency="week",
        since=today,
        until=today + 364 * DAY,
        form="zin",
        provider=Provider.objects.get(code="thuis"),
        yearly_cents=None,
    )
    services.add_provision(
        submission_key=uuid.uuid4(), application_id=number, granted=granted, by=city.people[ME]
    )


def _pause(city: City) -> None:
    """Two of which the term stands still, one with its letter, and one that takes longer."""
    things, me, today = city.things, city.people[ME], timezone.localdate()
    for name, key in (("paused", "application-pause"), ("told", "application-pause-told")):
        pause = services.pause_term(
            submission_key=uuid.uuid4(),
            application_id=things[f"application-{name}"],
            ground="incomplete",
            asked_on=today - DAY,
            until_on=today + 7 * DAY,
            words="De polis van uw zorgverzekering.",
            by=me,
        )
        things[key] = [pause.application_id, pause.pk]
    content = pause_letter(pause.application, pause, today)
    services.send_pause_letter(
        application_id=pause.application_id, pause_id=pause.pk, way="post",
        stamp=stamp_of(content), by=me,
    )  # fmt: skip
    services.name_delay(
        application_id=things["application-delayed"], promised_on=today + 30 * DAY,
        told_on=today, by=me,
    )  # fmt: skip


def _finish(city: City) -> None:
    """One that waits for a second person, one that was decided, and one that was sent."""
    me, things = city.people[ME], city.things
    offered = Decision.objects.get(application_id=things["application-offered"])
    services.offer_decision(
        application_id=offered.application_id,
        version=offered.version,
        second=city.people[COLLEAGUE],
        by=me,
    )
    for name in ("decided", "sent", "changing"):
        made = Decision.objects.get(application_id=things[f"application-{name}"])
        services.decide(application_id=made.application_id, version=made.version, by=me)
    number = things["application-sent"]
    sent = _send(city, number)
    things["provision"] = [number, Provision.objects.get(decision=sent).pk]
    received = Received(timezone.localdate(), with_committee=True, words="Het is te weinig.")
    made = services.register_objection(
        submission_key=uuid.uuid4(), application_id=number, received=received, by=me
    )
    things["objection"] = [number, made.pk]


def _send(city: City, number: int) -> Decision:
    rows = Decision.objects.select_related("application__resident", "decided_by")
    sent = rows.get(application_id=number)
    lines = list(sent.provisions.select_related("product", "provider"))
    stamp = stamp_of(decision_letter(sent, lines, timezone.localdate()))
    services.send_decision(application_id=number, way="post", stamp=stamp, by=city.people[ME])
    return sent


def _change(city: City) -> None:
    """A decision that was withdrawn from next month on, and one of which the change is written."""
    things, me, today = city.things, city.people[ME], timezone.localdate()
    first = things["application-changing"]
    _send(city, first)
    for name, step in (("application-replacing", True), ("application-revision", False)):
        number = first if step else things["application-sent"]
        made = services.revise_decision(
            submission_key=uuid.uuid4(), application_id=number, ground="no_need",
            received_on=today, by=me,
        )  # fmt: skip
        things[name] = made.pk
        day = today + 30 * DAY
        draft = Draft("withdrawn", "", "declined", None, None, "Uw zus doet het nu.", day)
        written = services.save_draft(application_id=made.pk, draft=draft, version=0, by=me)
        if step:
            services.decide(application_id=made.pk, version=written.version, by=me)
            _send(city, made.pk)
