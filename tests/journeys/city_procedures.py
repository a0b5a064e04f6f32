"""Verkorte procedures of the test city: one that waits, one at the table, one that is very long."""

import uuid
from datetime import timedelta

from django.utils import timezone

from cases.models import (
    DataCategory,
    HolderType,
    KitchenTableTalk,
    RecipientKind,
    Resident,
    SharingGround,
    WmoNotification,
)
from cases.procedures import services
from cases.procedures.models import LegalItem
from cases.residents.birthdays import BirthDate
from cases.residents.models import birth_parts
from cases.talks.services import hold_talk, lift_mark
from common.reference import sync
from tests.factories.talks import TalkFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, City, register

ME = "handler"
KNOWN = {
    "wonen": "Kan de trap niet meer op en slaapt op de bank.",
    "lichaam": "Wondzorg aan het been, drie keer per week.",
    "netwerk": "De dochter komt elke dag en raakt overbelast.",
}


def furnish(city: City) -> None:
    """Hand in; ``city.things`` knows them by name."""
    for model in (HolderType, RecipientKind, DataCategory, SharingGround):
        sync(model)
    city.things["procedure"] = _handed_in(city, 60, KNOWN).pk
    long = dict.fromkeys(KNOWN, LONG_WORD[:10_000])
    city.things["procedure-long"] = _handed_in(city, 61, long, name=LONG_NAME[:120]).pk
    city.things["talk-marked"] = _at_the_table(city).pk
    city.things["mark"] = [city.things["talk-marked"], "wonen"]


def _handed_in(
    city: City, number: int, known: dict[str, str], name: str = "Van Loon"
) -> WmoNotification:
    """What a professional told over the telephone, with two items waived."""
    today, by = timezone.localdate(), city.people[ME]
    callback = register(city, number, at=timezone.now(), name=f"Mw. T. de Vries-{number}")
    Resident.objects.filter(pk=callback.resident_id).update(**birth_parts(BirthDate(1950)))
    checks = dict.fromkeys(LegalItem.values, services.INVESTIGATED)
    waived = {"d": "De mantelzorger is al in beeld.", "g": "Bespreken wij zelf."}
    made = services.register_short_procedure(
        submission_key=uuid.uuid4(),
        callback_id=callback.pk,
        melding=services.Melding(
            channel="professional",
            received_on=today,
            reported_by="professional",
            reporter_name=name,
            question="Ik wil hulp in huis.",
        ),
        handed_in=services.HandedIn(
            holder_type=HolderType.objects.get(code="wijkverpleegkundige"),
            professional_name=name,
            organisation="Zorggroep",
            phone="036 5000000",
            assessed_on=today - timedelta(days=3),
            received_way="phone",
            known=known,
            checks=checks | waived,
            application_wished_on=today,
        ),
        consent=services.ConsentTold("resident", today, "oral", today + timedelta(days=365)),
        by=by,
    )
    return made.notification


def _at_the_table(city: City) -> KitchenTableTalk:
    """A talk that began about what was handed in; one mark is lifted."""
    melding, now = _handed_in(city, 62, KNOWN), timezone.now()
    WmoNotification.objects.filter(pk=melding.pk).update(state="confirmed", confirmed_at=now)
    melding.refresh_from_db()
    talk: KitchenTableTalk = TalkFactory(
        notification=melding, starts_at=now, ends_at=now + timedelta(hours=1)
    )
    hold_talk(talk_id=talk.pk, by=city.people[ME])
    lift_mark(
        talk_id=talk.pk,
        domain_code="netwerk",
        reason="De dochter wilde er zelf over vertellen.",
        by=city.people[ME],
    )
    return talk
